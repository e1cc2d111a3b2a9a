"""Region codes are those of the decree, dotted, and split districts are never held against anyone."""

import pytest

from tenun.domain.identifiers.regions import (
    PARENT_DISTRICTS,
    Region,
    dotted,
    find_region,
    in_ntt,
    is_village,
    ntt_villages,
)


@pytest.mark.parametrize(
    ("code", "form", "name"),
    [
        ("53", "53", "Nusa Tenggara Timur"),
        ("5301", "53.01", "Kabupaten Kupang"),
        ("53.01", "53.01", "Kabupaten Kupang"),
        ("530405", "53.04.05", "Kakuluk Mesak"),
        (" 53.71 ", "53.71", "Kota Kupang"),
        ("5301042003", "53.01.04.2003", "Bokonusan"),
    ],
)
def test_a_code_is_found_plain_or_dotted(code: str, form: str, name: str) -> None:
    assert find_region(code) == Region(form, name)


@pytest.mark.parametrize(
    "code", ["", "5", "530", "99", "5399", "53.0.1", "530.1", "5३", "53010", "abcd", "53.01.99"]
)
def test_what_is_no_code_of_the_decree_is_not_found(code: str) -> None:
    assert find_region(code) is None


def test_a_form_that_mixes_dots_is_refused() -> None:
    assert dotted("53.0101") is None
    assert dotted("53.01.01") == "53.01.01"


def test_villages_of_ntt_are_as_many_as_the_decree_counts() -> None:
    villages = ntt_villages()
    assert len(villages) == 3442
    assert all(in_ntt(village.code) and is_village(village.code) for village in villages[:200])
    assert [village.code for village in villages] == sorted(village.code for village in villages)


def test_a_district_is_no_village_and_java_is_not_ntt() -> None:
    assert not is_village("53.01")
    assert not is_village("53.01.01.9999")
    assert not in_ntt("32.76")
    assert not in_ntt("somewhere")


def test_parents_and_children_of_splits_exist_today() -> None:
    children = [child for group in PARENT_DISTRICTS.values() for child in group]
    assert all(find_region(code) for code in (*PARENT_DISTRICTS, *children))


def test_json_has_the_contracts_shape() -> None:
    assert Region("53.01", "Kabupaten Kupang").to_json() == {"code": "53.01", "name": "Kabupaten Kupang"}
