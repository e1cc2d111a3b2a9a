"""Blocks of TOML to requirements and targets. Every refusal names file and line."""

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, fields
from enum import Enum
from typing import Any

from tenun.domain.catalogue.blocks import Block, Document
from tenun.domain.catalogue.model import (
    Confidence,
    Desk,
    Gate,
    Omission,
    OnFailure,
    Requirement,
    Source,
    SourceKind,
    TargetEntry,
)
from tenun.domain.facts import AGREEMENT_SOURCES, COLUMNS, ENCRYPTED_COLUMNS, PAPERS, SCALARS, SCALES
from tenun.domain.papers import Education, Proof
from tenun.domain.rules import (
    AGREEMENT_FIELDS,
    KIND_NAMES,
    KINDS,
    AllOf,
    AnyOf,
    Moment,
    PapersAgree,
    Rule,
    TargetStatus,
    ValidBeyond,
    columns_read,
    parts,
)
from tenun.domain.states import ReadyState


def read_source(block: Block) -> Source:
    """`source = { kind, title, article?, seen_via?, dated? }`; a rule without it does not load."""
    if not block.has("source"):
        raise block.refuse("catalogue.no_source", id=block.name)
    inner = block.inner("source")
    if not inner.has("kind") or not inner.has("title"):
        raise block.refuse("catalogue.no_source", id=block.name)
    source = Source(
        kind=inner.choice("kind", SourceKind),
        title=inner.text("title"),
        article=inner.text("article", None),
        seen_via=inner.text("seen_via", None),
        dated=inner.text("dated", None),
    )
    inner.finish()
    return source


def read_requirement(block: Block) -> Requirement:
    """One `[[requirement]]`."""
    name = block.ident()
    requirement = Requirement(
        id=name,
        gate=block.choice("gate", Gate),
        due_by=block.choice("due_by", ReadyState),
        rule=_read_rule(block, "rule"),
        when=_read_rule(block, "when") if block.has("when") else None,
        presumed=block.take("presumed", bool, False),
        paper=block.text("paper", None),
        desk=block.choice("desk", Desk, None),
        office=block.text("office", None),
        on_failure=block.choice("on_failure", OnFailure, OnFailure.REPAIR),
        confidence=block.choice("confidence", Confidence),
        source=read_source(block),
        title=block.words("title"),
        todo=block.words("todo"),
        valid_from=block.day("valid_from"),
        valid_to=block.day("valid_to", None),
        checked_on=block.day("checked_on"),
        place=block.place,
    )
    block.finish()
    _check_columns(block, requirement)
    return requirement


def read_target(document: Document) -> TargetEntry:
    """One file of `targets/`: `[target]`, `[[without]]`, `[[requirement]]`."""
    document.only(("target", "without", "requirement"))
    block = document.block("target")
    entry = TargetEntry(
        id=block.ident(),
        title=block.words("title"),
        destination=block.text("destination"),
        scheme=block.text("scheme"),
        occupation=block.text("occupation"),
        zero_cost=block.take("zero_cost", bool),
        status=block.choice("status", TargetStatus),
        status_source=read_source(block),
        status_checked_on=block.day("checked_on"),
        omissions=tuple(_read_omission(item) for item in document.blocks("without")),
        requirements=tuple(read_requirement(item) for item in document.blocks("requirement")),
    )
    block.finish()
    return entry


def _read_omission(block: Block) -> Omission:
    omission = Omission(
        requirement=block.text("requirement"),
        source=read_source(block),
        confidence=block.choice("confidence", Confidence),
        checked_on=block.day("checked_on"),
    )
    block.finish()
    return omission


def _read_rule(block: Block, key: str) -> Rule:
    return _rule(block, key, block.take(key, (dict, list)))


def read_rules(block: Block, key: str) -> tuple[Rule, ...]:
    """A list of rules that belong to no requirement, checked as those of a requirement are."""
    rules = tuple(_rule(block, key, value) for value in block.take(key, list))
    _check_rules(block, rules)
    return rules


def _rule(block: Block, key: str, value: Any) -> Rule:
    """A rule as an inline table; a list of them is `all_of`."""
    if isinstance(value, list):
        return AllOf(tuple(_rule(block, key, item) for item in value))
    inner = block.inner_of(key, value)
    kind_name = inner.text("kind")
    if kind_name not in KINDS:
        raise inner.refuse("catalogue.bad_value", "kind", value=kind_name, allowed=", ".join(KINDS))
    kind = KINDS[kind_name]
    if kind in (AnyOf, AllOf):
        rules = tuple(_rule(block, key, item) for item in inner.take("rules", list))
        rule: Rule = AnyOf(rules) if kind is AnyOf else AllOf(rules)
    else:
        rule = kind(**_arguments(inner, kind))
    inner.finish()
    return rule


def _arguments(inner: Block, kind: type[Rule]) -> dict[str, Any]:
    """The fields of a rule kind, each read by what its name means."""
    values: dict[str, Any] = {}
    for item in fields(kind):
        required = item.default is MISSING
        if not inner.has(item.name) and not required:
            continue
        values[item.name] = _argument(inner, kind, item.name)
    return values


_ENUM_ARGUMENTS: Mapping[str, type[Enum]] = {
    "proof": Proof,
    "level": Education,
    "of": Moment,
    "at": Moment,
    "status": TargetStatus,
}
_NAMED_ARGUMENTS: Mapping[str, frozenset[Any]] = {"paper": PAPERS, "other": PAPERS, "scale": SCALES}


def _argument(inner: Block, kind: type[Rule], name: str) -> Any:
    if name in _ENUM_ARGUMENTS:
        chosen = inner.choice(name, _ENUM_ARGUMENTS[name])
        if chosen is Moment.CONTRACT_END and kind is not ValidBeyond:
            raise inner.refuse("catalogue.bad_value", name, value=chosen.value, allowed="today, departure")
        return chosen
    if name in _NAMED_ARGUMENTS:
        return _known(inner, name, inner.text(name), _NAMED_ARGUMENTS[name])
    if name == "field" and kind is PapersAgree:
        return _known(inner, name, inner.text(name), AGREEMENT_FIELDS)
    match name:
        case "papers" | "schemes" | "values":
            return inner.names(name)
        case "lines" | "today_lines":
            return inner.whole_numbers(name)
        case "any_paper":
            return inner.take(name, bool)
        case "field" | "against":
            return inner.text(name)
        case _:
            return inner.take(name, int)


def _known(inner: Block, key: str, value: str, allowed: frozenset[Any]) -> str:
    if value not in allowed and value not in ENCRYPTED_COLUMNS:
        raise inner.refuse("catalogue.bad_value", key, value=value, allowed=", ".join(sorted(allowed)))
    return value


_PLAIN_TYPES: Mapping[str, tuple[str, ...]] = {
    "value_in": ("TEXT",),
    "amount_at_least": ("SMALLINT", "INTEGER"),
    "declared_yes": ("BOOLEAN",),
}


def _check_columns(block: Block, requirement: Requirement) -> None:
    """Refuses a rule on an encrypted column, or on one that no factsheet has."""
    _check_rules(block, (requirement.rule, *([requirement.when] if requirement.when else [])))


def _check_rules(block: Block, whole: Iterable[Rule]) -> None:
    for rule in (part for outer in whole for part in parts(outer)):
        if isinstance(rule, PapersAgree):
            _check_sources(block, rule)
        for column in columns_read(rule):
            base = column.removesuffix("_proof").removesuffix("_defect")
            if column in ENCRYPTED_COLUMNS or base in ENCRYPTED_COLUMNS:
                raise block.refuse("catalogue.encrypted", id=block.name, column=base)
            if column not in COLUMNS:
                raise block.refuse("catalogue.unknown_column", id=block.name, column=column)
        kinds = _PLAIN_TYPES.get(KIND_NAMES[type(rule)])
        column = getattr(rule, "field", "")
        if kinds and SCALARS.get(column) not in kinds:
            raise block.refuse("catalogue.unknown_column", id=block.name, column=column)


def _check_sources(block: Block, rule: PapersAgree) -> None:
    allowed = AGREEMENT_SOURCES[rule.field]
    for source in (*rule.papers, *([rule.against] if rule.against else [])):
        if source not in allowed:
            raise block.refuse("catalogue.bad_value", "rule", value=source, allowed=", ".join(allowed))
