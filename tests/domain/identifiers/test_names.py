"""Two names on two papers: the verdict, the kinds of difference, and the very letter that differs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenun.domain.identifiers.names import KINDS, NameDifference, compare_names, fold_name, without_titles

WORDS = ["MARIA", "Maria", "Goreti", "Goretti", "BANO", "Tefa", "Yohanes", "Yoh.", "M.", "Moh", "Muhammad"]
WORDS += [
    "Hj.",
    "S.Pd",
    "Umbu",
    "Rambu",
    "Rosa",
    "Rita",
    "Ana",
    "Anastasia",
    "Siti",
    "SITIAMINAH",
    "Aminah",
    "-",
]
NAMES = st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join) | st.text(max_size=12)


@pytest.mark.parametrize(
    ("left", "right", "kinds"),
    [
        ("Maria Bano", "Maria Bano", ()),
        ("  Maria Bano ", "Maria Bano", ()),
        ("MARIA BANO", "Maria Bano", ("case",)),
    ],
)
def test_same_is_equal_to_the_letter_capitals_apart(left: str, right: str, kinds: tuple[str, ...]) -> None:
    outcome = compare_names(left, right)
    assert (outcome.verdict, outcome.kinds, outcome.differences) == ("same", kinds, ())


@pytest.mark.parametrize(
    ("left", "right", "kinds"),
    [
        # One space is enough to be refused.
        ("MARIA  BANO", "MARIA BANO", "spacing"),
        ("SITIAMINAH", "SITI AMINAH", "spacing"),
        ("SITIAMINAH BANO", "SITI AMINAH BANNO", "spacing spelling_variant"),
        ("M.Yusuf Bano", "M. Yusuf Bano", "spacing"),
        ("O'Brien Bano", "OBrien Bano", "punctuation"),
        ("Anna-Maria Bano", "Anna Maria Bano", "punctuation"),
        ("Anna-Maria  Bano", "Anna Maria Bano", "spacing punctuation"),
        # Titles are told apart, at both ends.
        ("Hj. Maria Bano, S.Pd", "Maria Bano", "title"),
        ("Drs. Yohanes Bano", "Yohanes Bano", "title"),
        ("Ir. Yohanes Banno", "Yohanes Bano", "title spelling_variant"),
        # Short forms.
        ("M. Yusuf", "Muhammad Yusuf", "abbreviation"),
        ("Moh Yusuf", "Muhammad Yusuf", "abbreviation"),
        ("Muh. Yusuf", "Mohamad Yusuf", "abbreviation"),
        ("M. Goreti", "Maria Goreti", "abbreviation"),
        ("Muh. Yusuf", "Mohammad Yusuf", "abbreviation"),
        ("Yoh. Bano", "Yohanes Bano", "abbreviation"),
        ("Ch. Bano", "Christina Bano", "abbreviation"),
        ("C. Bano", "Christina Bano", "abbreviation"),
        ("YOH BANO", "YOHANES BANO", "abbreviation"),
        ("Mgr. Bano", "Margaretha Bano", "abbreviation"),
        ("Theres. Bano", "Theresia Bano", "abbreviation"),
        ("J. Bano", "Yohanes Bano", "abbreviation"),
        # Order.
        ("Maria Bano", "Bano Maria", "order"),
        ("Mariah Bano", "Bano Maria", "order spelling_variant"),
        # Old and foreign spellings.
        ("Joseph Tefa", "Yosef Tefa", "spelling_variant"),
        ("Soeharto", "Suharto", "spelling_variant"),
        ("Djoko", "Joko", "spelling_variant"),
        ("Tjahjo", "Cahyo", "spelling_variant"),
        ("Achmad", "Ahmad", "spelling_variant"),
        ("Christina", "Kristina", "spelling_variant"),
        ("Cornelis", "Kornelis", "spelling_variant"),
        ("Sarah", "Sara", "spelling_variant"),
        ("Goretti", "Goreti", "spelling_variant"),
        ("Stephanus", "Stefanus", "spelling_variant"),
        ("Stevanus", "Stefanus", "spelling_variant"),
        ("Élise Bano", "Elise Bano", "spelling_variant"),
        # One letter, or two in a longer word: D-NAME-TYPO.
        ("Yohanis Bano", "Yohanes Bano", "spelling_variant"),
        ("MRAIA", "MARIA", "spelling_variant"),
        ("Bernadeta", "Bernardete", "spelling_variant"),
        # A word is missing, two whole words agree.
        ("Maria Goreti Bano", "Maria Bano", "missing_word"),
        ("Maria Goreti Bano", "Bano Maria", "order missing_word"),
    ],
)
def test_the_same_name_of_which_one_paper_needs_mending(left: str, right: str, kinds: str) -> None:
    for outcome in (compare_names(left, right), compare_names(right, left)):
        assert (outcome.verdict, outcome.kinds) == ("fix_needed", tuple(kinds.split()))


@pytest.mark.parametrize(
    ("left", "right", "kinds"),
    [
        ("Maria", "Maria Goreti", "missing_word"),
        ("Umbu Landu", "Landu", "missing_word"),  # Umbu is part of the name, no title.
        ("Maria Tefa", "Maria Bano", "different_word"),
        ("Anna Maria Bano", "Maria Goreti Bano", "different_word"),
        ("Rosa Bano", "Rita Bano", "spelling_variant"),
        ("Ana Bano", "Anastasia Bano", "abbreviation"),
        ("M. B.", "Maria Bano", "abbreviation"),
        ("", "Maria", "missing_word"),
        (".", "Maria", "missing_word"),
    ],
)
def test_where_an_officer_asks(left: str, right: str, kinds: str) -> None:
    for outcome in (compare_names(left, right), compare_names(right, left)):
        assert (outcome.verdict, outcome.kinds) == ("ask", tuple(kinds.split()))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Yohanes Bano", "Maria Bano"),  # A relative.
        ("Maria Bano", "Yuliana Tefa"),
        ("Maria", "Yuliana"),
        ("A", "Yuliana"),
        ("Maria Goreti Bano Tefa", "Maria Elisabet Loba Nope"),
        ("Lay", "Loy"),  # Too short for a typing error.
    ],
)
def test_another_name(left: str, right: str) -> None:
    for outcome in (compare_names(left, right), compare_names(right, left)):
        assert (outcome.verdict, outcome.kinds) == ("different", ("different_word",))


@given(NAMES, NAMES)
def test_the_outcome_is_symmetric_and_known(left: str, right: str) -> None:
    outcome, mirrored = compare_names(left, right), compare_names(right, left)
    assert (outcome.verdict, outcome.kinds) == (mirrored.verdict, mirrored.kinds)
    assert set(outcome.kinds) <= set(KINDS)
    assert outcome.verdict == "same" or outcome.kinds


@given(NAMES, NAMES)
def test_same_if_and_only_if_equal_to_the_letter(left: str, right: str) -> None:
    equal = left.strip().casefold() == right.strip().casefold()
    assert (compare_names(left, right).verdict == "same") is equal


@given(NAMES, NAMES)
def test_the_marked_pieces_turn_one_name_into_the_other(left: str, right: str) -> None:
    outcome = compare_names(left, right)
    mended, shift = outcome.left, 0
    for each in outcome.differences:
        start = each.position + shift
        assert mended[start : start + len(each.left)] == each.left
        mended = mended[:start] + each.right + mended[start + len(each.left) :]
        shift += len(each.right) - len(each.left)
    assert mended.casefold() == outcome.right.casefold()


def test_json_has_the_contracts_shape() -> None:
    assert compare_names(" Hj. MARIA  Bano", "Maria Banu").to_json() == {
        "verdict": "fix_needed",
        "kinds": ["title", "spelling_variant"],
        "normalised": ["maria bano", "maria banu"],
        "differences": [
            {"position": 0, "left": "Hj. ", "right": ""},
            {"position": 10, "left": " ", "right": ""},
            {"position": 14, "left": "o", "right": "u"},
        ],
    }


def test_the_differing_letter_is_marked() -> None:
    assert compare_names("Goretti", "GORETI").differences == (NameDifference(5, "t", ""),)


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Hj. Maria Bano, S.Pd", "Maria Bano"),
        ("Prof. Dr. Ir. Yohanes Bano, M.Si., Ph.D", "Yohanes Bano"),
        ("Yohanes Bano S. Pd.", "Yohanes Bano"),
        ("YOHANES BANO SPD", "YOHANES BANO"),
        ("H. Abdul", "Abdul"),
        ("H Abdul", "H Abdul"),
        ("Maria Bano, SH", "Maria Bano"),
        ("Maria Bano S.H.,M.H.", "Maria Bano"),
        ("Budi Ma", "Budi Ma"),
        ("Umbu Landu", "Umbu Landu"),
        ("Rambu Ana", "Rambu Ana"),
        ("Haji", "Haji"),
        ("S.Pd", "S.Pd"),
        ("", ""),
    ],
)
def test_titles_go_and_the_name_stays(name: str, bare: str) -> None:
    assert without_titles(name) == bare


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Hj. Joseph M. Bano", "BANO, M. YOSEF"),
        ("Moh. Soeharto", "muhammad suharto"),
        ("Élise Christina", "Kristinah Elise"),
    ],
)
def test_one_key_for_all_spellings(left: str, right: str) -> None:
    assert fold_name(left) == fold_name(right)


@given(NAMES)
def test_a_key_is_stable(name: str) -> None:
    assert fold_name(name) == fold_name(f" {name.upper().lower()} ") or not name.isascii()
