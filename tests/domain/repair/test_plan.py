"""The shape of a plan: what an officer hands over is fixed and says how long a step takes."""

from dataclasses import FrozenInstanceError

import pytest
from tests.strategies import TODAY, catalogue_of, repair_step, requirement, target

from tenun.domain.assessment import assess
from tenun.domain.catalogue import Action
from tenun.domain.catalogue.model import Days
from tenun.domain.facts import Facts, PaperFact
from tenun.domain.repair import plan
from tenun.domain.rules import PaperPresent


def test_a_step_takes_its_typical_days_and_cannot_be_changed_afterwards():
    make = repair_step("make", Action.ISSUE, "ktp", mends=("missing",), days=Days(1, 5, 14))
    asked = target(requirement("ktp", PaperPresent("ktp")))
    made = plan(catalogue_of(make), assess(asked, Facts(ktp=PaperFact(0)), TODAY))
    [step] = made.steps
    assert (step.days, made.days) == (5, 5)
    with pytest.raises(FrozenInstanceError):
        step.optional = True
