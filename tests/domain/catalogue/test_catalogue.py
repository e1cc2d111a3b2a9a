"""A catalogue as a whole: what a target asks on a day, by the rules of that day, and nothing by accident."""

from datetime import date

import pytest
from tests.domain.catalogue.texts import GOOD, edited

from tenun.domain.catalogue import CatalogueError, OnFailure, load, packaged
from tenun.domain.rules import AgeCertain, TargetStatus

NEW_ARTICLE = "Pasal 5 huruf d; Permenaker Pasal 18"
EARLY, BEFORE, AFTER, TODAY = date(2017, 1, 1), date(2023, 2, 21), date(2023, 2, 22), date(2026, 11, 24)


def asked(catalogue, name, on):
    return {item.id: item for item in catalogue.target(name, on).requirements}


def test_the_packaged_catalogue_loads_and_is_read_once():
    assert packaged() is packaged()
    assert len(packaged().digest) == 64


def test_a_changed_word_changes_the_digest():
    assert load(GOOD).digest != load(edited("core.toml", "Identity card", "Card")).digest
    assert load(GOOD).digest == load(dict(reversed(GOOD.items()))).digest


def test_a_target_of_its_own_replaces_and_leaves_out():
    found = asked(load(GOOD), "xx-farm", TODAY)
    assert list(found) == ["target_status", "age_certain", "xx_age", "ktp"]
    assert found["ktp"].title.en == "Identity or family card"


def test_before_its_own_rules_begin_the_core_stands():
    found = asked(load(GOOD), "xx-farm", AFTER)
    assert list(found) == ["target_status", "ktp", "age_certain"]
    assert found["ktp"].title.en == "Identity card"


def test_before_any_rule_only_the_status_is_asked():
    target = load(GOOD).target("xx-farm", EARLY)
    assert [item.id for item in target.requirements] == ["target_status"]
    assert (target.in_force_from, target.in_force_until) == (date.min, date(2017, 11, 22))


def test_the_minimum_age_of_a_target_becomes_a_line_that_papers_may_not_straddle():
    assert asked(load(GOOD), "xx-farm", TODAY)["age_certain"].rule == AgeCertain((18, 25))
    assert asked(load(GOOD), "xx-farm", AFTER)["age_certain"].rule == AgeCertain((18,))


def test_a_minimum_age_when_applying_becomes_a_line_too():
    found = asked(load(edited("targets/xx-farm.toml", 'at = "departure"', 'at = "today"')), "xx-farm", TODAY)
    assert found["age_certain"].rule == AgeCertain((18,), (25,))


def test_only_a_validity_can_be_measured_to_the_end_of_a_contract():
    with pytest.raises(CatalogueError, match="today, departure"):
        load(edited("targets/xx-farm.toml", 'at = "departure"', 'at = "contract_end"'))


def test_a_minimum_that_may_not_block_is_no_line():
    softer = edited(
        "targets/xx-farm.toml", 'not_this_target"\nconfidence = "source"', 'not_this_target"\nconfidence = "expert"'
    )
    assert asked(load(softer), "xx-farm", TODAY)["age_certain"].rule == AgeCertain((18,))


def test_a_version_is_one_object_as_long_as_its_rules_stand():
    catalogue = load(GOOD)
    assert catalogue.target("xx-farm", TODAY) is catalogue.target("xx-farm", date(2024, 1, 1))
    assert catalogue.target("xx-farm", TODAY) is not catalogue.target("xx-farm", date(2023, 12, 31))
    assert catalogue.target("xx-farm", TODAY).in_force_until is None


def test_before_the_rules_that_stop_a_departure_nobody_can_be_judged():
    assert packaged().first_day == date(2017, 11, 22)
    assert {item.id for item in packaged().target("my-domestic", packaged().first_day).requirements} >= {
        "age_18",
        "age_certain",
    }


def test_the_boundaries_are_the_days_on_which_rules_change():
    expected = [date(2017, 11, 22), date(2018, 1, 1), date(2023, 2, 22), date(2024, 1, 1)]
    assert list(load(GOOD).boundaries) == expected


def test_an_unknown_target_is_a_key_error():
    with pytest.raises(KeyError):
        load(GOOD).target("xx-moon", TODAY)


@pytest.mark.parametrize(
    ("status", "on_failure"),
    [("open", OnFailure.REPAIR), ("conditional", OnFailure.REPAIR), ("closed", OnFailure.NOT_THIS_TARGET)],
)
def test_only_a_closed_target_is_never_to_be_reached(status, on_failure):
    catalogue = load(edited("targets/xx-farm.toml", 'status = "open"', f'status = "{status}"'))
    target = catalogue.target("xx-farm", TODAY)
    assert target.status is TargetStatus(status)
    assert asked(catalogue, "xx-farm", TODAY)["target_status"].on_failure is on_failure


@pytest.mark.parametrize(
    ("on", "article"), [(BEFORE, "Pasal 5 huruf d"), (AFTER, "Pasal 5 huruf d; Permenaker Pasal 18")]
)
def test_employment_insurance_changes_with_its_rule_on_22_february_2023(on, article):
    assert asked(packaged(), "my-domestic", on)["bpjs_tk"].source.article == article


def test_old_days_are_judged_by_the_rules_of_those_days():
    before = asked(packaged(), "kr-eps", date(2025, 5, 18))
    since = asked(packaged(), "kr-eps", date(2025, 5, 19))
    assert "kr_age" not in before
    assert "kr_age" in since
    assert "jkn" not in asked(packaged(), "my-domestic", date(2025, 4, 22))


def test_all_targets_of_a_day_come_in_the_order_of_their_files():
    assert [target.id for target in packaged().targets(TODAY)] == sorted(packaged().entries)
