"""A programme is open to her, has to be asked, or is closed: never open where a rule of it does not hold."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import TODAY, crowd, ready_person

from tenun.domain.assessment.entry import Entry, entry_for
from tenun.domain.assessment.findings import FindingState
from tenun.domain.assessment.interpret import compile_rule
from tenun.domain.papers import Education
from tenun.domain.rules import AgeWindow, AnyOf, EducationAtLeast, PaperPresent, ValueIn

RULES = (
    AgeWindow(minimum=21, below=46),
    EducationAtLeast(Education.LOWER_SECONDARY),
    ValueIn("sex", ("P",)),
    PaperPresent("ktp"),
    AnyOf((PaperPresent("paspor"), PaperPresent("akta"))),
)
ANA = replace(ready_person(), birth_date=date(1999, 3, 12), sex="P", education=Education.UPPER_SECONDARY)


@pytest.mark.parametrize(
    ("rules", "changed", "entry"),
    [
        ((), {}, Entry.OPEN),
        (RULES[:3], {}, Entry.OPEN),
        (RULES[:1], {"birth_date": date(2010, 1, 1)}, Entry.CLOSED),
        (RULES[:1], {"birth_date": None}, Entry.ASK),
        (RULES[1:2], {"education": Education.PRIMARY}, Entry.CLOSED),
        (RULES[1:2], {"education": None}, Entry.ASK),
        (RULES[2:3], {"sex": "L"}, Entry.CLOSED),
        (RULES[:3], {"education": None, "sex": "L"}, Entry.CLOSED),
    ],
)
def test_what_the_rules_say_of_her(rules, changed, entry):
    assert entry_for(rules, replace(ANA, **changed), TODAY) is entry


@given(st.lists(st.sampled_from(RULES), max_size=4), st.sampled_from(crowd(5, 40, likely=True)))
def test_it_is_open_only_where_every_rule_holds(rules, facts):
    states = [compile_rule(rule)(facts, TODAY, max(facts.departure_on or TODAY, TODAY))[0] for rule in rules]
    bad = {FindingState.MISSING, FindingState.DEFECTIVE, FindingState.EXPIRED}
    entry = entry_for(rules, facts, TODAY)
    assert (entry is Entry.CLOSED) is bool(bad & set(states))
    if entry is Entry.OPEN:
        assert not {FindingState.UNKNOWN, FindingState.UNVERIFIED} & set(states)
