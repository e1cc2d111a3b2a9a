"""The machine-readable zone, against the specimens of ICAO 9303 and invented Indonesian passports."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenun.domain.identifiers.mrz import (
    MrzFields,
    agrees_with_name,
    check_digit,
    name_words,
    read_mrz,
    write_td3,
)

ON = date(2026, 11, 24)
TD3 = ["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"]
TD1 = ["I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"]
TD2 = ["I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6"]
NTT = ["P<IDNBANO<<MARIA<GORETI<<<<<<<<<<<<<<<<<<<<<", "C1234567<0IDN9903126F3001156<<<<<<<<<<<<<<<0"]


def passport(**changes: object) -> tuple[str, str]:
    """An invented passport of Maria Goreti Bano."""
    usual: dict[str, object] = {
        "number": "C1234567",
        "birth_date": date(1999, 3, 12),
        "sex": "F",
        "expiry": date(2030, 1, 15),
        "surname": "BANO",
        "given_names": "MARIA GORETI",
    }
    return write_td3(**(usual | changes))


def with_digit(text: str) -> str:
    return text + check_digit(text)


@pytest.mark.parametrize(
    ("text", "digit"),
    [
        ("520727", "3"),
        ("AB2134<<<", "5"),
        ("HA672242<658022549601086<<<<<<<<<<<<<<0", "8"),
        ("D231458907<<<<<<<<<<<<<<<34071279507122<<<<<<<<<<<", "2"),
        ("", "0"),
    ],
)
def test_check_digits_of_icao_9303_part_3(text: str, digit: str) -> None:
    assert check_digit(text) == digit


def test_a_check_digit_needs_the_alphabet_of_the_zone() -> None:
    with pytest.raises(ValueError, match="no character"):
        check_digit("a")


@pytest.mark.parametrize(
    ("lines", "form", "optional"), [(TD1, "TD1", ""), (TD2, "TD2", ""), (TD3, "TD3", "ZE184226B")]
)
def test_the_official_specimens(lines: list[str], form: str, optional: str) -> None:
    read = read_mrz(lines, on=ON)
    assert read.format == form
    assert read.problems == read.notes == read.repairs == ()
    assert read.fields == MrzFields(
        document_code="P" if form == "TD3" else "I",
        issuer="UTO",
        number="L898902C3" if form == "TD3" else "D23145890",
        nationality="UTO",
        birth_date=date(1974, 8, 12),
        sex="F",
        expiry=date(2012, 4, 15),
        surname="ERIKSSON",
        given_names="ANNA MARIA",
        optional=optional,
    )
    assert read.checks["optional"] is (True if form == "TD3" else None)


def test_json_has_the_contracts_shape() -> None:
    assert read_mrz(NTT, on=ON).to_json() == {
        "format": "TD3",
        "valid": True,
        "checks": {"number": True, "birth_date": True, "expiry": True, "optional": True, "composite": True},
        "fields": {
            "document_code": "P",
            "issuer": "IDN",
            "number": "C1234567",
            "nationality": "IDN",
            "birth_date": "1999-03-12",
            "sex": "F",
            "expiry": "2030-01-15",
            "surname": "BANO",
            "given_names": "MARIA GORETI",
            "optional": "",
        },
        "repairs": [],
        "problems": [],
        "notes": [],
    }


def test_written_and_read_is_the_handbooks_line() -> None:
    assert list(passport()) == NTT


@pytest.mark.parametrize("digit", ["<", "0"])
def test_beside_empty_optional_data_the_digit_is_a_filler_or_zero(digit: str) -> None:
    line = NTT[1][:42] + digit + NTT[1][43]
    assert read_mrz([NTT[0], line], on=ON).checks["optional"] is True


@pytest.mark.parametrize(
    "lines",
    [
        [],
        [""],
        [TD3[0]],
        [TD3[0], TD3[1][:-1]],
        [TD3[0], TD3[1], TD3[1]],
        [*TD1[:2]],
        [TD3[0] + "<", TD3[1] + "<"],
    ],
)
def test_lines_that_fit_no_format(lines: list[str]) -> None:
    read = read_mrz(lines, on=ON)
    assert (read.format, read.problems, read.valid) == (None, ("line_length",), False)
    assert set(read.checks.values()) == {None}
    assert read.to_json()["fields"]["birth_date"] is None


def test_a_sign_outside_the_alphabet() -> None:
    read = read_mrz([TD3[0].replace("<<ANNA", "'<ANNA"), TD3[1]], on=ON)
    assert (read.format, read.problems) == ("TD3", ("characters",))


def test_small_letters_and_outer_spaces_are_no_fault() -> None:
    assert read_mrz([f" {line.lower()} " for line in TD3], on=ON).valid


@pytest.mark.parametrize(
    ("place", "sign", "problems"),
    [
        ((0, 0), "V", ("document_code",)),
        ((1, 9), "7", ("number_check", "composite_check")),
        ((1, 19), "7", ("birth_date_check", "composite_check")),
        ((1, 27), "8", ("expiry_check", "composite_check")),
        ((1, 42), "2", ("optional_check", "composite_check")),
        ((1, 43), "5", ("composite_check",)),
        ((1, 20), "X", ("sex_impossible",)),
        ((1, 10), "9", ("misplaced_nationality",)),
    ],
)
def test_problems(place: tuple[int, int], sign: str, problems: tuple[str, ...]) -> None:
    lines = list(TD3)
    line, column = place
    lines[line] = lines[line][:column] + sign + lines[line][column + 1 :]
    assert read_mrz(lines, on=ON).problems == problems


def test_impossible_dates_with_right_digits() -> None:
    born, ends = with_digit("991332"), with_digit("300231")
    line = f"C1234567<0IDN{born}F{ends}<<<<<<<<<<<<<<<"
    line += check_digit(line[0:10] + line[13:20] + line[21:43])
    read = read_mrz([NTT[0], line], on=ON)
    assert read.problems == ("birth_date_impossible", "expiry_impossible")
    assert read.birth_range is None


@pytest.mark.parametrize(
    ("birth", "expiry", "first", "last", "notes"),
    [
        ("990312", "300115", date(1999, 3, 12), date(1999, 3, 12), ()),
        ("9903<<", "300115", date(1999, 3, 1), date(1999, 3, 31), ("birth_day_unknown",)),
        (
            "99<<<<",
            "300115",
            date(1999, 1, 1),
            date(1999, 12, 31),
            ("birth_month_unknown", "birth_day_unknown"),
        ),
        ("0002<<", "300115", date(2000, 2, 1), date(2000, 2, 29), ("birth_day_unknown",)),
        ("<<<<<<", "300115", None, None, ("birth_year_unknown",)),
        ("261124", "300115", date(2026, 11, 24), date(2026, 11, 24), ()),
        ("261125", "300115", date(1926, 11, 25), date(1926, 11, 25), ()),
        ("990312", "<<<<<<", date(1999, 3, 12), date(1999, 3, 12), ("expiry_not_stated",)),
    ],
)
def test_unknown_parts_and_the_century_of_a_birth(
    birth: str, expiry: str, first: date | None, last: date | None, notes: tuple[str, ...]
) -> None:
    line = f"C1234567<0IDN{with_digit(birth)}F{with_digit(expiry)}<<<<<<<<<<<<<<<"
    line += check_digit(line[0:10] + line[13:20] + line[21:43])
    read = read_mrz([NTT[0], line], on=ON)
    assert read.problems == ()
    assert read.notes == notes
    assert read.birth_range == ((first, last) if first and last else None)
    assert read.fields.birth_date == (first if first == last else None)


@pytest.mark.parametrize(
    ("expiry", "year"),
    [("751231", 2075), ("760101", 1976), ("260101", 2026), ("500101", 2050), ("991231", 1999)],
)
def test_an_expiry_lies_within_half_a_century(expiry: str, year: int) -> None:
    line = f"C1234567<0IDN9903126F{with_digit(expiry)}<<<<<<<<<<<<<<<"
    line += check_digit(line[0:10] + line[13:20] + line[21:43])
    read = read_mrz([NTT[0], line], on=ON)
    assert read.fields.expiry is not None
    assert read.fields.expiry.year == year


@pytest.mark.parametrize(
    ("checked", "note"),
    [("590330101<8", "long_number_with_filler"), ("5903301018", "long_number_without_filler")],
)
def test_a_long_number_is_accepted_in_both_conventions(checked: str, note: str) -> None:
    first = f"IDBEL590330101<8{check_digit(checked)}<<X1".ljust(30, "<")
    second = "8502016F0901015BEL<<<<<<<<<<<"
    second += check_digit(first[5:30] + second[0:7] + second[8:15] + second[18:29])
    read = read_mrz([first, second, TD1[2]], on=ON)
    assert read.fields.number == "5903301018"
    assert read.fields.optional == "X1"
    assert read.checks["number"] is True
    assert note in read.notes


def test_a_long_number_with_a_wrong_digit_is_seen() -> None:
    right = {check_digit("590330101<8"), check_digit("5903301018")}
    wrong = next(digit for digit in "0123456789" if digit not in right)
    read = read_mrz([f"IDBEL590330101<8{wrong}".ljust(30, "<"), TD1[1], TD1[2]], on=ON)
    assert read.checks["number"] is False


def test_a_long_number_on_a_td2() -> None:
    tail = check_digit("D23145890" + "7349")
    line = f"D23145890<UTO7408122F1204159{'7349' + tail:<<7}"
    line += check_digit(line[0:10] + line[13:20] + line[21:35])
    read = read_mrz([TD2[0], line], on=ON)
    assert (read.problems, read.fields.number) == ((), "D231458907349")


def test_second_optional_data_of_a_td1_is_read() -> None:
    line = TD1[1][:18] + "AB<<<<<<<<<"
    line += check_digit(TD1[0][5:30] + line[0:7] + line[8:15] + line[18:29])
    assert read_mrz([TD1[0], line, TD1[2]], on=ON).fields.optional == "AB"


@pytest.mark.parametrize(
    ("surname", "given", "words", "notes"),
    [
        ("FATIMAH", "", {"FATIMAH"}, ("one_word_name",)),
        ("BANO", "MARIA GORETI", {"BANO", "MARIA", "GORETI"}, ()),
        ("O'BRIEN-BANO", "ÉLISE", {"OBRIEN", "BANO", "ELISE"}, ()),
        ("PAPANDROPOULOUS", "JONATHON ALEXANDER MARIA", None, ("name_cut",)),
    ],
)
def test_names(surname: str, given: str, words: set[str] | None, notes: tuple[str, ...]) -> None:
    read = read_mrz(passport(surname=surname, given_names=given), on=ON)
    assert read.notes == notes
    assert words is None or name_words(read) == words


def test_an_empty_name_line() -> None:
    assert read_mrz(["P<IDN" + "<" * 39, NTT[1]], on=ON).problems == ("name_missing",)
    assert name_words(read_mrz([], on=ON)) == frozenset()


@pytest.mark.parametrize(
    ("printed", "agrees"),
    [
        ("Maria Goreti Bano", True),
        ("BANO MARIA GORETI", True),
        ("Maria Bano", False),
        ("Maria Gorety Bano", False),
        ("", False),
    ],
)
def test_the_printed_name_agrees_as_a_set_of_words(printed: str, agrees: bool) -> None:
    assert agrees_with_name(read_mrz(NTT, on=ON), printed) is agrees


@pytest.mark.parametrize(
    ("printed", "agrees"),
    [
        ("Jonathon Alexander Mariana Papandropoulous", True),
        ("Jonathon Alexander Mariana Papandropoulous Bano", True),
        ("Jonathon Alexander Xaverius Papandropoulous", False),
        ("Mariana Bano", False),
    ],
)
def test_a_cut_name_needs_only_to_begin_alike(printed: str, agrees: bool) -> None:
    cut = read_mrz(passport(surname="PAPANDROPOULOUS", given_names="JONATHON ALEXANDER MARIANA"), on=ON)
    assert agrees_with_name(cut, printed) is agrees


def test_a_full_but_whole_name_agrees() -> None:
    full = read_mrz(passport(surname="A" * 20, given_names="B" * 17), on=ON)
    assert full.notes == ("name_cut",)
    assert agrees_with_name(full, f"{'B' * 17} {'A' * 20}")


@pytest.mark.parametrize("changes", [{"number": "C123456789"}, {"optional": "123456789012345"}])
def test_what_does_not_fit_is_not_written(changes: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="holds nine"):
        passport(**changes)


LETTERS = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=15)


@given(
    number=st.from_regex(r"[A-Z]{1,2}[0-9]{6,7}", fullmatch=True),
    birth_date=st.dates(date(1927, 1, 1), ON),
    expiry=st.dates(date(1976, 1, 1), date(2075, 12, 31)),
    sex=st.sampled_from("MF"),
    surname=LETTERS,
    given_names=LETTERS,
    optional=st.from_regex(r"[A-Z0-9]{0,14}", fullmatch=True),
)
def test_a_written_passport_is_read_back(**fields: object) -> None:
    read = read_mrz(write_td3(**fields), on=ON)
    assert read.valid
    assert {name: getattr(read.fields, name) for name in fields} == fields


@given(position=st.sampled_from(range(1, 8)), digit=st.sampled_from("0123456789"))
def test_one_changed_digit_of_the_number_is_always_seen(position: int, digit: str) -> None:
    line = NTT[1][:position] + digit + NTT[1][position + 1 :]
    read = read_mrz([NTT[0], line], on=ON)
    assert read.valid is (line == NTT[1])
    assert read.checks["number"] is (line == NTT[1])


@given(st.lists(st.text("<ABO019 É", min_size=44, max_size=44), min_size=2, max_size=2))
def test_nothing_that_people_write_raises(lines: list[str]) -> None:
    assert read_mrz(lines, on=ON).valid in (True, False)
