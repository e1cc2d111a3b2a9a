"""The shape of a repair plan: what an officer hands to a person at the counter."""

from collections.abc import Mapping
from dataclasses import dataclass

from tenun.domain.assessment import Finding
from tenun.domain.catalogue import Payer, RepairStep


@dataclass(frozen=True, slots=True)
class PlanStep:
    """One step of a plan. `after` are the ids of the steps of this plan that must be done before it.

    An `optional` step answers something that does not block; it counts in neither the days nor the cost.
    """

    id: str
    step: RepairStep
    paper: str
    fields: tuple[str, ...]
    requirement: str
    desk: str | None
    office: str | None
    after: tuple[str, ...]
    payer: Payer
    optional: bool

    @property
    def days(self) -> int:
        """Typical working days."""
        return self.step.days.typical


@dataclass(frozen=True, slots=True)
class Plan:
    """Steps in an order in which they can be done.

    `days` are typical working days along the critical path, `cost_rupiah` the sum over what is not optional,
    `cost_worker_rupiah` her own share of it. `truths` names, for each field in which papers differ, the paper
    that is taken as right. `left` are the findings that no step of this plan mends.
    """

    steps: tuple[PlanStep, ...]
    days: int
    cost_rupiah: int
    cost_worker_rupiah: int
    truths: Mapping[str, str]
    left: tuple[Finding, ...]
