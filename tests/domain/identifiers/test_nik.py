"""A NIK is read strictly, and what is wrong with it is said by a code of the contract."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenun.domain.identifiers.nik import birth_date_nearest, read_nik

ON = date(2026, 11, 24)


@pytest.mark.parametrize(("nik", "sex"), [("5304055203990001", "P"), ("5304051203990001", "L")])
def test_the_twins_of_the_handbook(nik: str, sex: str) -> None:
    assert read_nik(nik, on=ON).to_json() == {
        "nik": nik,
        "valid": True,
        "problems": [],
        "warnings": [],
        "birth_date_candidates": ["1999-03-12"],
        "sex": sex,
        "province": {"code": "53", "name": "Nusa Tenggara Timur"},
        "district": {"code": "53.04", "name": "Kabupaten Belu"},
        "subdistrict": {"code": "53.04.05", "name": "Kakuluk Mesak"},
    }


@pytest.mark.parametrize(
    ("nik", "problems"),
    [
        ("", ("length", "not_digits")),
        ("530405520399000", ("length",)),
        ("53040552039900011", ("length",)),
        ("5304 0552 0399 0001", ("length", "not_digits")),
        ("530405520399000l", ("not_digits",)),
        ("٥٣٠٤٠٥٥٢٠٣٩٩٠٠٠١", ("not_digits",)),
        ("9904055203990001", ("province_unknown",)),
        ("5304050003990001", ("day_impossible",)),
        ("5304053203990001", ("day_impossible",)),
        ("5304054003990001", ("day_impossible",)),
        ("5304057203990001", ("day_impossible",)),
        ("5304058903990001", ("day_impossible",)),
        ("5304051200990001", ("month_impossible",)),
        ("5304051219990001", ("month_impossible",)),
        ("5304050013990001", ("day_impossible", "month_impossible")),
        ("5304053104990001", ("date_impossible",)),
        ("5304057102990001", ("date_impossible",)),
        ("5304052902990001", ("date_impossible",)),
        ("5304051203990000", ("serial_zero",)),
    ],
)
def test_problems(nik: str, problems: tuple[str, ...]) -> None:
    read = read_nik(nik, on=ON)
    assert read.problems == problems
    assert not read.valid


@pytest.mark.parametrize(
    ("nik", "born"),
    [
        ("5304052902000001", [date(2000, 2, 29)]),  # 1900 was no leap year.
        ("5304052902960001", [date(1996, 2, 29)]),
        ("5304052411260001", [date(1926, 11, 24), date(2026, 11, 24)]),  # Born today is possible.
        ("5304052511260001", [date(1926, 11, 25)]),  # Tomorrow is not.
        ("5304057112050001", [date(1905, 12, 31), date(2005, 12, 31)]),
    ],
)
def test_both_centuries_are_candidates_unless_in_the_future(nik: str, born: list[date]) -> None:
    assert list(read_nik(nik, on=ON).birth_date_candidates) == born


@pytest.mark.parametrize(
    ("nik", "warnings"),
    [
        ("5399051203990001", ("district_unknown",)),
        ("5302991203990001", ("subdistrict_unknown",)),
        ("5301991203990001", ()),  # A retired sub-district of Kupang before the splits.
        ("5304991203990001", ()),
        ("5312991203990001", ()),
    ],
)
def test_an_unknown_district_is_a_warning_and_a_split_one_not_even_that(
    nik: str, warnings: tuple[str, ...]
) -> None:
    read = read_nik(nik, on=ON)
    assert read.valid
    assert read.warnings == warnings


def test_an_unknown_region_is_named_without_a_name() -> None:
    read = read_nik("9904055203990001", on=ON).to_json()
    assert read["province"] == {"code": "99", "name": None}


def test_an_unreadable_nik_has_no_parts() -> None:
    read = read_nik("12", on=ON).to_json()
    assert (read["province"], read["sex"], read["birth_date_candidates"]) == (None, None, [])


@pytest.mark.parametrize(
    ("born", "sex", "problems"),
    [
        (date(1999, 3, 12), "P", ()),
        (date(1999, 3, 13), "P", ("born_mismatch",)),
        (date(1999, 3, 12), "L", ("sex_mismatch",)),
        (date(1899, 3, 12), "L", ("born_mismatch", "sex_mismatch")),
        (None, None, ()),
    ],
)
def test_other_papers_are_compared(born: date | None, sex: str | None, problems: tuple[str, ...]) -> None:
    assert read_nik(" 5304055203990001 ", on=ON, born=born, sex=sex).problems == problems


def test_where_the_nik_says_nothing_nothing_is_compared() -> None:
    read = read_nik("5304050003990001", on=ON, born=date(1999, 3, 12), sex="P")
    assert read.problems == ("day_impossible",)


@given(
    born=st.dates(date(1930, 1, 1), ON),
    sex=st.sampled_from("LP"),
    serial=st.integers(1, 9999),
    region=st.sampled_from(["530405", "537101", "327601"]),
)
def test_a_written_nik_is_read_back(born: date, sex: str, serial: int, region: str) -> None:
    day = born.day + (40 if sex == "P" else 0)
    read = read_nik(f"{region}{day:02}{born:%m%y}{serial:04}", on=ON, born=born, sex=sex)
    assert read.valid
    assert read.sex == sex
    assert birth_date_nearest(read.birth_date_candidates, [born]) == born


@given(st.text(max_size=20))
def test_nothing_that_people_write_raises(text: str) -> None:
    assert read_nik(text, on=ON).nik == text.strip()


def test_the_nearest_candidate_settles_the_century() -> None:
    both = (date(1905, 3, 12), date(2005, 3, 12))
    assert birth_date_nearest(both, []) == date(2005, 3, 12)
    assert birth_date_nearest(both, [date(1906, 1, 1)]) == date(1905, 3, 12)
    assert birth_date_nearest(both, [date(1906, 1, 1), date(2005, 3, 12), date(2004, 1, 1)]) == date(
        2005, 3, 12
    )
    assert birth_date_nearest((), [date(1906, 1, 1)]) is None
