"""Blocks of TOML to repair steps and the small lists, and the graph that refuses a cycle."""

from collections.abc import Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from types import MappingProxyType

from tenun.domain.catalogue.blocks import Block, Document
from tenun.domain.catalogue.errors import CatalogueError
from tenun.domain.catalogue.model import (
    Action,
    Confidence,
    CostRule,
    Days,
    Desk,
    Lists,
    Need,
    Office,
    Payer,
    RepairStep,
)
from tenun.domain.catalogue.reading import read_source
from tenun.domain.words import Words

ANY_PAPER = "*"
"""A step written once for every paper; the planner makes it the paper's own."""


def read_step(block: Block) -> RepairStep:
    """One `[[step]]`."""
    days = block.inner("days")
    step = RepairStep(
        id=block.text("id"),
        action=block.choice("action", Action),
        paper=block.text("paper"),
        title=block.words("title"),
        mends=block.names("mends"),
        desk=block.choice("desk", Desk, None),
        office=block.text("office", None),
        days=Days(days.take("least", int), days.take("typical", int), days.take("most", int)),
        cost_rupiah=block.take("cost_rupiah", int),
        cost_component=block.text("cost_component", None),
        payer=block.choice("payer", Payer),
        court=block.take("court", bool, False),
        mobile=block.take("mobile", bool, False),
        reprints=block.take("reprints", bool, False),
        needs=tuple(_read_need(text) for text in block.names("needs")),
        follows=block.names("follows"),
        invalidates=block.names("invalidates"),
        validity_months=block.take("validity_months", int, None),
        paper_from=block.day("paper_from", None),
        paper_before=block.day("paper_before", None),
        bring=block.names("bring"),
        evidence_out=block.words("evidence_out"),
        defect=block.text("defect", None),
        confidence=block.choice("confidence", Confidence),
        source=read_source(block),
        checked_on=block.day("checked_on"),
        place=block.place,
    )
    days.finish()
    block.finish()
    return step


def _read_need(text: str) -> Need:
    """`"kk"`, `"akta|ijazah|nikah"` (one of them), `"akta!"` (there, and every correction of it done)."""
    return Need(tuple(text.removesuffix("!").split("|")), text.endswith("!"))


def read_lists(document: Document) -> Lists:
    """`lists.toml`: names of desks, offices, papers, fields and reasons, and the cost rules."""
    document.only(("desk", "office", "paper", "field", "reason", "cost"))
    offices = {office.id: office for office in map(_read_office, document.blocks("office"))}
    costs = {rule.component: rule for rule in map(_read_cost, document.blocks("cost"))}
    return Lists(
        desks=_named(document, "desk"),
        offices=MappingProxyType(offices),
        papers=_named(document, "paper"),
        fields=_named(document, "field"),
        reasons=_named(document, "reason"),
        costs=MappingProxyType(costs),
    )


def _named(document: Document, table: str) -> Mapping[str, Words]:
    found: dict[str, Words] = {}
    for block in document.blocks(table):
        found[block.text("id")] = block.words("name")
        block.finish()
    return MappingProxyType(found)


def _read_office(block: Block) -> Office:
    office = Office(id=block.text("id"), name=block.words("name"))
    block.finish()
    return office


def _read_cost(block: Block) -> CostRule:
    rule = CostRule(
        component=block.text("id"),
        name=block.words("name"),
        zero_cost_payer=block.choice("zero_cost_payer", Payer),
        other_payer=block.choice("other_payer", Payer),
        source=read_source(block),
        confidence=block.choice("confidence", Confidence),
        valid_from=block.day("valid_from"),
        checked_on=block.day("checked_on"),
    )
    block.finish()
    return rule


def waits_for(step: RepairStep, steps: Sequence[RepairStep]) -> tuple[RepairStep, ...]:
    """The steps that must be done before this one when they are in the same plan.

    A need waits for whatever brings that paper to the desk, `follows` and a corrected need for all work on it;
    on one paper showing comes before reading, reading before mending.
    """
    before: dict[str, RepairStep] = {}
    for other in steps:
        if other.id != step.id and ANY_PAPER not in (other.paper, step.paper) and comes_before(other, step):
            before[other.id] = other
    return tuple(before.values())


_MENDS_ALONE = {Action.CORRECT, Action.DECLARE}
_STAGE = {Action.SHOW: 0, Action.SHOW_ORIGINAL: 0, Action.READ: 1}


def stage(step: RepairStep) -> int:
    """The place of a step among those on one paper: show, then read, then mend."""
    return _STAGE.get(step.action, 2)


def comes_before(other: RepairStep, step: RepairStep) -> bool:
    """Whether `other` must be done before `step` when both are in one plan."""
    if other.paper == step.paper:
        return stage(other) < stage(step)
    if other.paper in step.follows:
        return True
    for need in step.needs:
        if other.paper in need.papers and (need.corrected or other.action not in _MENDS_ALONE):
            return True
    return False


def in_order(steps: Sequence[RepairStep]) -> tuple[RepairStep, ...]:
    """All steps in one order in which each comes after what it may wait for, else as the catalogue has them."""
    left = list(steps)
    done: list[RepairStep] = []
    while left:
        step = next(one for one in left if not any(comes_before(other, one) for other in left if other is not one))
        left.remove(step)
        done.append(step)
    return tuple(done)


def refuse_cycle(steps: Sequence[RepairStep]) -> None:
    """Raises `catalogue.cycle` when steps wait for each other, naming the ring."""
    graph = {step.id: [other.id for other in waits_for(step, steps)] for step in steps}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        ring: list[str] = error.args[1]
        first = next(step for step in steps if step.id == ring[0])
        file, _, line = first.place.rpartition(":")
        raise CatalogueError("catalogue.cycle", file, int(line), path=" -> ".join(ring)) from error
