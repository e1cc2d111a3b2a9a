"""Papers beside each other, field by field (handbook documents, part D; standards 07): what is the same, what is a
writing error, what has to be asked, what is another person."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tenun.domain.comparison import compare_papers
from tenun.domain.facts import AGREEMENT_SOURCES, IDENTITY, Agreement, agreement_column
from tenun.domain.identifiers.mrz import write_td3
from tenun.domain.papers import Dossier, MaritalStatus, PaperKind, PaperRecord, Proof, Sex

TODAY = date(2026, 11, 24)
BORN = date(1999, 3, 12)
NIK = "5301015203999001"
FAMILY_CARD = "5301011203209001"
SAME, UNREAD, FIX, ASK, DIFFERENT = Agreement


def paper(name=None, born=None, proof=Proof.ORIGINAL_SEEN, **values):
    return PaperRecord(proof=proof, name=name, birth_date=born, **values)


def dossier(**papers):
    own = {name: papers.pop(name) for name in list(papers) if name not in set(PaperKind)}
    records = {PaperKind(name): record for name, record in papers.items()}
    return Dossier(name=own.pop("name", "Maria Bano"), papers=records, **own)


def compared(field, left, right, person):
    found = compare_papers(person, TODAY)
    return found.agreements.get(agreement_column(field, left, right))


def only_mismatch(person):
    [mismatch] = compare_papers(person, TODAY).mismatches
    return mismatch


# ---- Names ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "right", "akta_and_ijazah", "ktp_and_akta"),
    [
        # Capitals alone are no difference: KTP, KK and passport print capitals.
        ("MARIA BANO", "Maria Bano", SAME, SAME),
        # A title is none on KTP and KK; on civil acts and school certificates it does not belong.
        ("Hj. Maria Bano, S.Pd", "Maria Bano", FIX, SAME),
        # One letter, even one space different is refused by the system.
        ("Maria Banno", "Maria Bano", FIX, FIX),
        ("Maria  Bano", "Maria Bano", FIX, FIX),
        ("Yosef Bano", "Joseph Bano", FIX, FIX),
        ("Bano Maria", "Maria Bano", FIX, FIX),
        ("Maria B. Nenobais", "Maria Bano Nenobais", FIX, FIX),
        ("Maria", "Maria Bano", ASK, ASK),
        ("Maria Bano", "Maria Taopan", ASK, ASK),
        ("Maria Bano", "Yuliana Taopan", DIFFERENT, DIFFERENT),
    ],
)
def test_only_a_name_equal_to_the_letter_passes(left, right, akta_and_ijazah, ktp_and_akta):
    acts = dossier(akta=paper(left), ijazah=paper(right))
    assert compared("name", "akta", "ijazah", acts) == akta_and_ijazah
    card = dossier(ktp=paper(left), akta=paper(right))
    assert compared("name", "ktp", "akta", card) == ktp_and_akta


def test_a_title_beside_another_difference_does_not_hide_it():
    person = dossier(ktp=paper("Dr. Maria Banno"), akta=paper("Maria Bano"))
    assert compared("name", "ktp", "akta", person) == FIX
    assert only_mismatch(person).kinds == ("spelling_variant",)


def test_an_act_with_a_title_stays_a_defect_beside_a_card_without_one():
    person = dossier(ktp=paper("Maria Bano"), akta=paper("Hj. Maria Bano"))
    assert compared("name", "ktp", "akta", person) == FIX
    assert only_mismatch(person).kinds == ("title",)


@pytest.mark.parametrize("field", ["mother_name", "father_name"])
def test_parents_are_compared_on_the_three_papers_that_name_them(field):
    person = dossier(
        kk=paper(**{field: "Ir. Yosef Bano"}),
        akta=paper(**{field: "Yosef Bano"}),
        ijazah=paper(**{field: "Josef Bano"}),
    )
    assert compared(field, "kk", "akta", person) == SAME
    assert compared(field, "akta", "ijazah", person) == FIX


def test_birth_places_are_compared_as_text():
    person = dossier(ktp=paper(birth_place="KUPANG"), akta=paper(birth_place="Kupang"), kk=paper(birth_place="Soe"))
    assert compared("birth_place", "ktp", "akta", person) == SAME
    assert compared("birth_place", "kk", "akta", person) >= FIX
    assert only_mismatch(person).papers == {"ktp": "KUPANG", "kk": "Soe", "akta": "Kupang"}


# ---- Dates, sex, status, numbers -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("other", "code", "kinds"),
    [
        (BORN, SAME, None),
        (date(1999, 3, 2), FIX, ("day",)),
        (date(1999, 12, 3), FIX, ("day", "month")),
        # Another year is material: it may cross an age line.
        (date(1998, 3, 12), DIFFERENT, ("year",)),
        (date(2000, 1, 1), DIFFERENT, ("day", "month", "year")),
    ],
)
def test_a_slip_in_the_year_is_a_writing_error_another_year_is_not(other, code, kinds):
    person = dossier(akta=paper("Maria Bano", BORN), ktp=paper("Maria Bano", other))
    assert compared("birth_date", "akta", "ktp", person) == code
    if kinds:
        mismatch = only_mismatch(person)
        assert (mismatch.field, mismatch.kinds) == ("birth_date", kinds)
        assert mismatch.papers == {"ktp": other.isoformat(), "akta": BORN.isoformat()}


@pytest.mark.parametrize(
    ("nik", "born", "sex", "birth_code", "sex_code"),
    [
        (NIK, BORN, Sex.FEMALE, SAME, SAME),
        # Day 12 instead of 52: the digits of a man.
        ("5301011203999001", BORN, Sex.FEMALE, SAME, FIX),
        ("5301015303999001", BORN, Sex.FEMALE, FIX, SAME),
        ("5301015203989001", BORN, Sex.FEMALE, DIFFERENT, SAME),
        # Of the two centuries the one nearest to her papers is meant.
        ("5301015203259001", date(1925, 3, 12), Sex.FEMALE, SAME, SAME),
        ("5301015203259001", date(2025, 3, 12), Sex.FEMALE, SAME, SAME),
        # A NIK with a fault of its own says nothing about her birth or sex.
        ("530101520399900", BORN, Sex.FEMALE, None, None),
        ("5301019903999001", BORN, Sex.FEMALE, None, None),
    ],
)
def test_the_nik_s_own_digits_are_a_source(nik, born, sex, birth_code, sex_code):
    person = dossier(nik=nik, akta=paper("Maria Bano", born, sex=sex))
    assert compared("birth_date", "nik", "akta", person) == birth_code
    assert compared("sex", "nik", "akta", person) == sex_code


def test_the_nik_printed_on_the_card_is_read_when_the_row_has_none():
    person = dossier(ktp=paper("Maria Bano", number=NIK))
    found = compare_papers(person, TODAY)
    assert found.nik.nik == NIK
    assert found.birth_dates == {"nik": BORN}


def test_numbers_and_plain_values_are_the_same_or_to_be_mended():
    person = dossier(
        nik=NIK,
        family_card_number=FAMILY_CARD,
        marital_status=MaritalStatus.SINGLE,
        ktp=paper(number="5301015203999002", marital_status=MaritalStatus.SINGLE),
        kk=paper(number=f" {FAMILY_CARD} ", marital_status=MaritalStatus.MARRIED),
    )
    assert compared("nik", "isian", "ktp", person) == FIX
    assert compared("kk_number", "isian", "kk", person) == SAME
    assert compared("marital_status", "isian", "ktp", person) == SAME
    assert compared("marital_status", "ktp", "kk", person) == FIX


# ---- The machine-readable zone -------------------------------------------------------------------------------------

EXPIRY = date(2031, 5, 6)


def zone(surname="BANO", given_names="MARIA", **changes):
    values = {"number": "X1234567", "birth_date": BORN, "sex": "F", "expiry": EXPIRY} | changes
    return write_td3(surname=surname, given_names=given_names, **values)


def passport(mrz, **changes):
    values = {"name": "MARIA BANO", "born": BORN, "number": "X1234567", "valid_until": EXPIRY, "sex": Sex.FEMALE}
    return paper(mrz=mrz, **values | changes)


@pytest.mark.parametrize(
    ("mrz", "printed", "code"),
    [
        (zone(), "MARIA BANO", SAME),
        (zone("MARIA", "BANO"), "MARIA BANO", SAME),
        (zone("MARIA BANO", ""), "Maria Bano", SAME),
        (zone(), "Hj. Maria Bano", SAME),
        (zone("BANNO"), "MARIA BANO", FIX),
        (zone("TAOPAN", "YULIANA"), "MARIA BANO", DIFFERENT),
        # Cut at 39 places: the last word needs only to begin alike, words after it may be missing.
        (
            zone("NENOBAIS", "MARIA MAGDALENA YOSEFINA BANOTAOPAN"),
            "Maria Magdalena Yosefina Banotaopan Nenobais",
            SAME,
        ),
    ],
)
def test_a_zone_agrees_as_a_set_of_words(mrz, printed, code):
    person = dossier(paspor=passport(mrz, name=printed))
    assert compared("name", "paspor", "mrz", person) == code


def test_a_zone_that_reads_like_the_name_and_has_other_words_is_still_to_be_mended():
    person = dossier(paspor=passport(zone("BANO", "MARI A")))
    assert compared("name", "paspor", "mrz", person) == FIX
    assert only_mismatch(person).papers == {"paspor": "MARIA BANO", "mrz": "BANO MARI A"}


@pytest.mark.parametrize(
    ("field", "changes", "code"),
    [
        ("passport_number", {}, SAME),
        ("passport_number", {"number": "X7654321"}, FIX),
        ("passport_expiry", {}, SAME),
        ("passport_expiry", {"valid_until": date(2031, 5, 7)}, FIX),
        ("birth_date", {}, SAME),
        ("birth_date", {"born": date(1999, 3, 13)}, FIX),
        ("sex", {}, SAME),
        ("sex", {"sex": Sex.MALE}, FIX),
    ],
)
def test_the_zone_and_the_page_say_the_same(field, changes, code):
    assert compared(field, "paspor", "mrz", dossier(paspor=passport(zone(), **changes))) == code


def test_a_zone_with_a_wrong_check_digit_states_no_birth_date():
    first, second = zone()
    broken = second[:13] + "990321" + second[19:]
    found = compare_papers(dossier(paspor=passport((first, broken))), TODAY)
    assert not found.mrz.valid
    assert set(found.birth_dates) == {"paspor"}


def test_a_zone_of_unstated_sex_and_without_a_name_is_silent_there():
    assert compared("sex", "paspor", "mrz", dossier(paspor=passport(zone(sex="<")))) is None
    unreadable = ("P<IDN" + "<" * 39, zone()[1])
    assert compared("name", "paspor", "mrz", dossier(paspor=passport(unreadable))) is None


# ---- What was not read ---------------------------------------------------------------------------------------------


def test_two_papers_of_which_one_was_not_read_are_not_known_to_agree():
    person = dossier(ktp=paper("Maria Bano", BORN), kk=paper(), akta=paper("Maria Bano"))
    assert compared("name", "ktp", "kk", person) == UNREAD
    assert compared("name", "ktp", "akta", person) == SAME
    assert compared("birth_date", "ktp", "akta", person) == UNREAD
    assert compared("birth_place", "ktp", "kk", person) is None
    assert compare_papers(person, TODAY).mismatches == ()


def test_a_passport_of_which_only_the_zone_was_read_counts_as_read():
    person = dossier(ktp=paper("MARIA BANO", BORN), paspor=paper(mrz=zone()))
    assert compared("name", "ktp", "paspor", person) is None
    assert compared("name", "ktp", "mrz", person) == SAME
    assert compared("birth_date", "ktp", "mrz", person) == SAME


def test_a_paper_that_is_absent_says_nothing():
    person = dossier(akta=paper("Maria Bano", BORN), kk=paper("Yuliana Taopan", BORN, Proof.ABSENT))
    assert compare_papers(person, TODAY).agreements == {}


def test_papers_of_other_kinds_are_not_compared():
    person = dossier(akta=paper("Maria Bano"), kesehatan=paper("Yuliana Taopan"))
    assert compare_papers(person, TODAY).agreements == {}


@pytest.mark.parametrize(
    ("own", "number", "code"),
    [
        ({}, None, Agreement.NOT_COMPARED),
        ({}, "5301015203999001", Agreement.SAME),
        ({"nik": "5301015203999001"}, None, Agreement.SAME),
    ],
)
def test_an_identity_card_whose_number_nobody_wrote_down_is_not_read(own, number, code):
    person = dossier(ktp=paper("Maria Bano", BORN, number=number), **own)
    assert compare_papers(person, TODAY).agreements[agreement_column("birth_date", "nik", "ktp")] == code


@pytest.mark.parametrize(
    ("own", "on_the_paper", "code"),
    [
        (MaritalStatus.MARRIED, None, SAME),
        (MaritalStatus.SINGLE, None, Agreement.FIX_NEEDED),
        (MaritalStatus.WIDOWED, None, None),
        (MaritalStatus.WIDOWED, MaritalStatus.MARRIED, Agreement.FIX_NEEDED),
        (None, None, None),
    ],
)
def test_whoever_shows_a_marriage_paper_is_married_unless_the_marriage_has_ended(own, on_the_paper, code):
    person = dossier(nikah=paper("Maria Bano", marital_status=on_the_paper), marital_status=own)
    assert compared("marital_status", "isian", "nikah", person) == code


# ---- Who is shown --------------------------------------------------------------------------------------------------


def test_the_rows_own_cell_is_shown_only_where_no_paper_supports_it():
    papers = {"akta": paper("Maria Bano", BORN), "ktp": paper("Maria Bano", date(1999, 3, 2))}
    supported = dossier(birth_date=BORN, nik=NIK, **papers)
    assert list(only_mismatch(supported).papers) == ["ktp", "akta"]
    alone = dossier(birth_date=date(1999, 3, 3), **papers)
    assert list(only_mismatch(alone).papers) == ["isian", "ktp", "akta"]


def test_where_one_paper_stands_against_the_row_both_are_shown():
    person = dossier(birth_date=BORN, nik=NIK, akta=paper("Maria Bano", date(1999, 3, 2)))
    assert only_mismatch(person).papers == {"isian": "1999-03-12", "nik": "1999-03-12", "akta": "1999-03-02"}


# ---- Properties ----------------------------------------------------------------------------------------------------

NAMES = st.sampled_from(("Maria Bano", "MARIA BANO", "Maria Banno", "Dr. Maria Bano", "Maria", "Yuliana Taopan"))
PAPER = st.builds(
    PaperRecord,
    proof=st.sampled_from(Proof),
    name=st.none() | NAMES,
    birth_date=st.none() | st.sampled_from((BORN, date(1999, 3, 2), date(1990, 3, 12))),
    sex=st.none() | st.sampled_from(Sex),
    mother_name=st.none() | NAMES,
    birth_place=st.none() | st.sampled_from(("Kupang", "KUPANG", "Soe")),
)
PEOPLE = st.builds(
    lambda papers, nik, born: Dossier(name="Maria Bano", papers=papers, nik=nik, birth_date=born),
    st.dictionaries(st.sampled_from([PaperKind(name) for name in IDENTITY]), PAPER),
    st.none() | st.sampled_from((NIK, "5301011203909001", "1")),
    st.none() | st.just(BORN),
)


@given(person=PEOPLE)
@settings(max_examples=80)
def test_a_field_is_shown_exactly_when_two_of_its_papers_differ(person):
    found = compare_papers(person, TODAY)
    differing = {
        field
        for field, sources in AGREEMENT_SOURCES.items()
        for left in sources
        for right in sources
        if left != right and found.agreements.get(agreement_column(field, left, right), SAME) >= FIX
    }
    assert {mismatch.field for mismatch in found.mismatches} == differing
    assert all(len(mismatch.papers) >= 2 and mismatch.kinds for mismatch in found.mismatches)


@given(person=PEOPLE)
@settings(max_examples=40)
def test_capitals_never_make_a_difference(person):
    papers = {kind: replace(record, name=record.name and record.name.upper()) for kind, record in person.papers.items()}
    assert compare_papers(replace(person, papers=papers), TODAY).agreements == compare_papers(person, TODAY).agreements
