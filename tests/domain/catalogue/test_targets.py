"""The fifteen packaged targets as a whole: the gates of the law, who may be held back, and words for every reason."""

import ast
import inspect
from datetime import date

import pytest

from tenun.domain.assessment import assess as assessing
from tenun.domain.assessment import interpret
from tenun.domain.catalogue import Confidence, Gate, OnFailure, SourceKind, packaged
from tenun.domain.papers import PaperDefect
from tenun.domain.rules import TargetStatus
from tenun.domain.states import ReadyState

TODAY = date(2026, 11, 24)
NAMES = list(packaged().entries)
OPEN = "my-domestic my-plantation sg-domestic hk-domestic kr-eps jp-ssw-care de-nurse crew-fishing independent"
CONDITIONAL = "my-factory tw-caregiver bn-general sa-domestic jp-gtog-care crew-merchant"
ZERO_COST = "my-domestic my-plantation sg-domestic hk-domestic sa-domestic crew-fishing"


def own_and_core():
    yield from packaged().core
    for entry in packaged().entries.values():
        yield from entry.requirements


def test_nine_targets_are_open_and_six_must_be_asked_for():
    by_status = {status: {n for n in NAMES if packaged().entries[n].status is status} for status in TargetStatus}
    assert by_status[TargetStatus.OPEN] == set(OPEN.split())
    assert by_status[TargetStatus.CONDITIONAL] == set(CONDITIONAL.split())
    assert by_status[TargetStatus.CLOSED] == set()


def test_the_file_of_a_target_bears_its_id():
    assert {item.place.split(":")[0] for entry in packaged().entries.values() for item in entry.requirements} == {
        f"targets/{name}.toml" for name in NAMES
    }


@pytest.mark.parametrize("name", NAMES)
def test_every_target_has_the_five_gates_of_article_5(name):
    blocking = {item.gate for item in packaged().target(name, TODAY).requirements if item.can_block}
    assert blocking == set(Gate)


@pytest.mark.parametrize("name", NAMES)
def test_every_target_asks_competence_to_be_matched_and_still_at_departure(name):
    asked = {item.id: item for item in packaged().target(name, TODAY).requirements}
    assert asked["competence"].due_by is ReadyState.MATCHED
    assert asked["competence_at_departure"].due_by is ReadyState.CLEARED
    assert all(asked[i].source.kind is SourceKind.LAW for i in ("competence", "competence_at_departure"))


@pytest.mark.parametrize("name", NAMES)
def test_the_worker_pays_nothing_in_the_ten_occupations(name):
    # Taiwan was exempted in July 2022; crew of merchant ships are not on the list (handbook law, section 3).
    assert packaged().entries[name].zero_cost is (name in ZERO_COST.split())


@pytest.mark.parametrize("name", ["kr-eps", "de-nurse", "jp-gtog-care", "independent"])
def test_without_an_agency_no_recruitment_permit_is_asked(name):
    assert "sip2mi" not in {item.id for item in packaged().target(name, TODAY).requirements}


def test_who_goes_alone_has_no_placement_agreement():
    asked = {item.id for item in packaged().target("independent", TODAY).requirements}
    assert not asked & {"placement_agreement", "contract_after_agreement"}
    assert {"work_contract", "visa", "consent", "status_letter"} <= asked


@pytest.mark.parametrize("item", list(own_and_core()), ids=lambda item: item.place)
def test_only_a_law_or_an_office_may_hold_a_person_back(item):
    if item.confidence is Confidence.SOURCE:
        assert item.source.kind in (SourceKind.LAW, SourceKind.OFFICIAL)
    if item.source.kind is SourceKind.HANDBOOK:
        assert item.confidence is Confidence.UNCONFIRMED
    assert item.checked_on >= item.valid_from


def test_what_she_cannot_change_says_not_this_target():
    fixed = {"age", "education", "sex"}
    own = [item for entry in packaged().entries.values() for item in entry.requirements]
    for item in own:
        about_herself = item.id.split("_", 1)[-1].removesuffix("_by_practice") in fixed
        assert (item.on_failure is OnFailure.NOT_THIS_TARGET) is about_herself, item.place


def reasons_of(module):
    """Every reason an answer of this module can carry, read from its own text: `(S.STATE, "reason")`."""
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.Tuple) and len(node.elts) == 2 and isinstance(node.elts[0], ast.Attribute):
            state, reason = node.elts[0].attr, node.elts[1]
            if isinstance(reason, ast.Constant) and isinstance(reason.value, str):
                yield state, reason.value


def all_reasons():
    found = set(reasons_of(interpret)) | set(reasons_of(inspect.getmodule(assessing)))
    plain = {reason for _, reason in found}
    asked = {f"applies_{reason}" for state, reason in found if state == "UNKNOWN"}
    return plain | asked | {defect.value for defect in PaperDefect} | {"dates_cross"}


def test_the_reasons_are_found_where_they_are_given():
    assert {"met", "not_shown", "too_young", "target_conditional", "does_not_apply"} <= all_reasons()


@pytest.mark.parametrize("reason", sorted(all_reasons()))
def test_every_reason_has_words(reason):
    assert reason in packaged().lists.reasons


def test_every_language_test_and_competence_has_a_name():
    asked = {item.paper for item in own_and_core() if item.paper}
    assert asked <= set(packaged().lists.papers)
