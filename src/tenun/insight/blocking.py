"""What holds people back, by gate and requirement, as a table of the report."""

from collections.abc import Iterable, Mapping
from datetime import date

from tenun.domain.catalogue import Catalogue, Gate
from tenun.domain.journey.states import BEFORE
from tenun.formats.figures import Line, Table
from tenun.insight import words

HELD = "held"
"""The code of the first line; those of gates and requirements begin with it, a `/` between them."""

Row = tuple[str | None, str | None, str | None, int]


def asked_of(catalogue: Catalogue, on: date) -> Mapping[str, list[str]]:
    """What the query is told of the catalogue: the stages on the way to departure, and the gate of each requirement."""
    gates = {item.id: item.gate.value for target in catalogue.targets(on) for item in target.requirements}
    return {"stages": [state.value for state in BEFORE], "ids": [*gates], "gates": [*gates.values()]}


def blocking_table(rows: Iterable[Row], catalogue: Catalogue, on: date) -> Table:
    """The table from the rows of its query: target, requirement, gate, persons; what is not grouped by is None.

    Every gate stands there; of its requirements those that hold somebody back, the most persons first.
    """
    everybody, gates, asked = 0, dict.fromkeys(Gate, 0), dict[tuple[Gate, str], dict[str, int]]()
    for target, requirement, gate, count in rows:
        if gate is None:
            everybody = count
        elif target is None or requirement is None:
            gates[Gate(gate)] = count
        else:
            asked.setdefault((Gate(gate), requirement), {})[target] = count
    titles = {target.id: {item.id: item.title.id for item in target.requirements} for target in catalogue.targets(on)}
    lines = [Line(HELD, words.HELD[0], (everybody,), words.HELD[1])]
    for gate, name in words.GATES.items():
        lines.append(Line(f"{HELD}/{gate}", name, (gates[gate],), words.GATE_MEANS))
        meaning = words.REQUIREMENT_MEANS.format(gate=name[0].lower() + name[1:])
        # Nobody has two targets, so the persons of the targets add up.
        own = {item: (by_target, sum(by_target.values())) for (of, item), by_target in asked.items() if of is gate}
        for item, (by_target, count) in sorted(own.items(), key=lambda each: (-each[1][1], each[0])):
            lines.append(Line(f"{HELD}/{gate}/{item}", _title(item, by_target, titles), (count,), meaning))
    return Table("blocking", words.TITLES["blocking"], (words.PEOPLE,), tuple(lines))


def _title(item: str, by_target: Mapping[str, int], titles: Mapping[str, Mapping[str, str]]) -> str:
    """Its title at the target of the most persons, and that other targets ask another thing under one name."""
    told = {target: titles.get(target, {}).get(item, item) for target in by_target}
    most = min(told, key=lambda target: (-by_target[target], target))
    return told[most] if len({*told.values()}) == 1 else words.OR_LIKE_IT.format(title=told[most])
