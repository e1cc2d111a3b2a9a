"""A repair is proposed only when every check digit becomes right, and never when two are equally good."""

from datetime import date

import pytest

from tenun.domain.identifiers.mrz import check_digit, read_mrz

ON = date(2026, 11, 24)
NAME = "P<IDNBANO<<MARIA<GORETI<<<<<<<<<<<<<<<<<<<<<"
LINE = "C1234567<0IDN9903126F3001156<<<<<<<<<<<<<<<0"
SPECIMEN = ("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10")


def changed(line: str, column: int, text: str) -> str:
    return line[:column] + text + line[column + len(text) :]


@pytest.mark.parametrize(
    ("lines", "repairs"),
    [
        ((NAME, changed(LINE, 13, "99O3I2")), [("birth_date", "99O3I2", "990312")]),
        ((NAME, changed(LINE, 9, "O")), [("number_check", "O", "0")]),
        ((NAME, changed(LINE, 10, "1DN")), [("nationality", "1DN", "IDN")]),
        ((NAME, changed(LINE, 1, "I")), [("number", "CI234567<", "C1234567<")]),
        ((NAME, changed(LINE, 5, "S")), [("number", "C1234S67<", "C1234567<")]),
        ((NAME, changed(LINE, 1, "IZ")), [("number", "CIZ34567<", "C1234567<")]),
        ((NAME.replace("BANO", "8AN0"), LINE), [("name", NAME.replace("BANO", "8AN0")[5:], NAME[5:])]),
        (
            (SPECIMEN[0], changed(SPECIMEN[1], 5, "O2C36UT074O812")),
            [
                ("number", "L8989O2C3", "L898902C3"),
                ("nationality", "UT0", "UTO"),
                ("birth_date", "74O812", "740812"),
            ],
        ),
    ],
)
def test_look_alikes_are_proposed(lines: tuple[str, str], repairs: list[tuple[str, str, str]]) -> None:
    read = read_mrz(lines, on=ON)
    assert [(each.field, each.before, each.after) for each in read.repairs] == repairs
    assert not read.valid
    assert read.to_json()["repairs"][0].keys() == {"field", "from", "to"}


def test_a_proposal_is_never_applied() -> None:
    read = read_mrz((NAME, changed(LINE, 1, "I")), on=ON)
    assert read.fields.number == "CI234567"


@pytest.mark.parametrize(
    "lines",
    [
        (NAME, changed(LINE, 13, "98")),  # Another digit looks like no letter: nothing to propose.
        (NAME, changed(LINE, 13, "X9")),  # X looks like no digit.
        (NAME, changed(LINE, 43, "5")),
        *((NAME, changed(LINE, 3, digit)) for digit in "12456789"),  # A swap would only fit by chance.
        (NAME, LINE),
    ],
)
def test_where_nothing_fits_nothing_is_proposed(lines: tuple[str, str]) -> None:
    read = read_mrz(lines, on=ON)
    assert read.repairs == ()
    assert "repair_ambiguous" not in read.notes


def test_two_equally_good_answers_are_none() -> None:
    # The third, sixth and ninth place have the same weight: a 0 read for an O could stand in any of them.
    foreign = NAME.replace("IDN", "UTO")
    printed = f"A0O000000{check_digit('A0O000000')}UTO9903126F3001156<<<<<<<<<<<<<<<"
    printed += check_digit(printed[0:10] + printed[13:20] + printed[21:43])
    read = read_mrz((foreign, changed(printed, 2, "0")), on=ON)
    assert read.checks["number"] is False
    assert read.repairs == ()
    assert "repair_ambiguous" in read.notes
