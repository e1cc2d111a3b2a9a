"""Writes the reference pages from the code, so that they cannot say anything else than the code does.

`make generate` writes all of them; a test compares.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, Protocol

import click

from tenun.cli.main import cli
from tenun.config.environment import VARIABLES
from tenun.domain.catalogue import REFUSALS, Catalogue, Lists, Requirement, Source, TargetEntry, packaged
from tenun.domain.journey import EVENTS, GUARDS, Back, Rule, State
from tenun.domain.rules import KIND_NAMES
from tenun.domain.words import Words
from tenun.formats.problems import PROBLEMS

REFERENCE = Path(__file__).parent / "reference"
GENERATED = "<!-- Written by docs/generate.py; change the code, then run `make generate`. -->"


class Explained(Protocol):
    """One kind of problem as people read it: what is wrong, and what to do."""

    @property
    def what(self) -> Words: ...

    @property
    def what_to_do(self) -> Words: ...


def _cell(text: object) -> str:
    return " ".join(str(text).split()).replace("|", "\\|").replace("<", "&lt;")


def table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """A Markdown table; cells are put on one line and their bars escaped."""
    names = tuple(head)
    lines = [names, tuple("---" for _ in names), *(tuple(map(_cell, row)) for row in rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def _page(title: str, intro: str, *parts: str) -> str:
    return "\n\n".join(part.strip() for part in (f"# {title}", GENERATED, intro, *parts) if part.strip()) + "\n"


def _commands(command: click.Command, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    if not isinstance(command, click.Group):
        yield path, command
        return
    for name in sorted(command.commands):
        if not command.commands[name].hidden:
            yield from _commands(command.commands[name], (*path, name))


def _parameter(parameter: click.Parameter, context: click.Context) -> tuple[str, str]:
    if isinstance(parameter, click.Option):
        names, text = parameter.get_help_record(context) or ("", "")
        return f"`{names}`", text
    return f"`{parameter.make_metavar(context)}`", "required" if parameter.required else "may be left out"


_HELP = ("`-h, --help`", "Show this message and exit.")


def _command(path: tuple[str, ...], command: click.Command) -> str:
    context = click.Context(command, info_name=" ".join(path), **command.context_settings)
    # A command keeps the help option of its first context, so the names would depend on who called it before.
    visible = [item for item in command.params if not getattr(item, "hidden", False)]
    usage = f"```text\n{command.get_usage(context).removeprefix('Usage: ')}\n```"
    options = table(("Argument or option", "Meaning"), (*(_parameter(item, context) for item in visible), _HELP))
    return f"## {' '.join(path)}\n\n{(command.help or '').strip()}\n\n{usage}\n\n{options}"


def commands_page(group: click.Group, name: str = "tenun") -> str:
    """The page of all commands under `group`, sub-groups included, in the order of the alphabet."""
    intro = "Exit code 0: done. 1: done, something needs attention. 2: wrong use or unreadable input."
    return _page("Commands", intro, *(_command(path, command) for path, command in _commands(group, (name,))))


def errors_page(problems: Mapping[str, Explained]) -> str:
    """The page of all error codes, each with what it says and what to do, in both languages."""
    rows = (
        (f"`{code}`", kind.what.id, kind.what_to_do.id, kind.what.en, kind.what_to_do.en)
        for code, kind in sorted(problems.items())
    )
    head = ("Code", "Apa yang salah", "Apa yang harus dilakukan", "What is wrong", "What to do")
    return _page("Error codes", "Words in braces are filled with the place and the value.", table(head, rows))


def _target(rule: Rule) -> str:
    names = {Back.SAME: "the same state", Back.STATE_BEFORE: "the state before"}
    return names[rule.target] if isinstance(rule.target, Back) else f"`{rule.target}`"


def _sources(rule: Rule) -> str:
    if len(rule.sources - {None}) >= len(State) - 1:
        return "any state" + (", or no record yet" if None in rule.sources else "")
    named = [f"`{state}`" for state in State if state in rule.sources]
    return ", ".join((["no record yet"] if None in rule.sources else []) + named)


def _source(rule: Rule) -> str:
    return f"{rule.source.title}, {rule.source.article} ({rule.source.confidence})"


def journey_page() -> str:
    """The page of the journey: its states, its events, its guards, its time limits."""
    states = table(
        ("State", "Phase", "Bahasa Indonesia", "English"),
        ((f"`{state}`", state.group, state.label.id, state.label.en) for state in State),
    )
    events = table(
        ("Event", "Kind", "From", "To", "Roles", "Evidence", "Guards", "Source"),
        (
            (
                f"`{event}`",
                rule.kind,
                _sources(rule),
                _target(rule),
                ", ".join(sorted(rule.actors)),
                "; ".join(item.words.en for item in rule.evidence),
                ", ".join(f"`{guard.code}`" for guard in GUARDS.get(event, ())),
                _source(rule),
            )
            for event, rule in EVENTS.items()
        ),
    )
    guards = {guard.code: guard for guards in GUARDS.values() for guard in guards}
    refusals = table(
        ("Code", "Bahasa Indonesia", "English", "Source"),
        (
            (f"`{code}`", guard.words.id, guard.words.en, f"{guard.source.title}, {guard.source.article}")
            for code, guard in sorted(guards.items())
        ),
    )
    limits = table(
        ("Event", "Limit", "Source", "Confidence"),
        (
            (
                f"`{event}`",
                limit.text("en"),
                f"{limit.source.title}, {limit.source.article}",
                limit.source.confidence,
            )
            for event, rule in EVENTS.items()
            for limit in rule.limits
        ),
    )
    parts = ("## States", states, "## Events", events, "## Guards", refusals, "## Time limits", limits)
    return _page("Journey", "A limit below confidence `source` is a reminder, never a breach.", *parts)


def _law(source: Source) -> str:
    parts = [f"{source.cited} ({source.kind})"]
    if source.seen_via:
        parts.append(f"seen via {source.seen_via}")
    if source.dated:
        parts.append(f"dated {source.dated}")
    return "; ".join(parts)


def _requirements(items: Iterable[Requirement]) -> str:
    head = (
        "Id",
        "Syarat",
        "Requirement",
        "Kind",
        "Gate",
        "Due by",
        "Where",
        "Blocks",
        "In force",
        "Source",
        "Checked on",
    )
    return table(
        head,
        (
            (
                f"`{item.id}`",
                item.title.id,
                item.title.en,
                f"`{KIND_NAMES[type(item.rule)]}`",
                item.gate,
                item.due_by,
                ", ".join(name for name in (item.desk, item.office) if name),
                "yes" if item.can_block else f"no: {item.confidence}",
                f"{item.valid_from} to {item.valid_to or 'now'}",
                _law(item.source),
                item.checked_on,
            )
            for item in items
        ),
    )


def _target_part(entry: TargetEntry) -> str:
    cost = "free of cost for the worker" if entry.zero_cost else "not a zero-cost occupation"
    about = f"Destination {entry.destination}, scheme {entry.scheme}, occupation {entry.occupation}; {cost}."
    status = f"**{entry.status}**: {_law(entry.status_source)}, checked on {entry.status_checked_on}."
    lines = [f"## {entry.id}", f"{entry.title.en} / {entry.title.id}. {about} {status}"]
    lines += [f"Does not ask `{item.requirement}` of the core: {_law(item.source)}." for item in entry.omissions]
    return "\n\n".join((*lines, _requirements(entry.requirements)))


def targets_page(catalogue: Catalogue) -> str:
    """The page of all targets: the core once, then what each target asks beside it or instead of it."""
    intro = (
        "Only confidence `source` can hold a person back. A requirement of a target with the id of a core requirement "
        "stands in its place. Each list is the whole history: dates say what was asked when."
    )
    parts = (_target_part(entry) for entry in catalogue.entries.values())
    return _page("Targets", intro, "## Core: every target", _requirements(catalogue.core), *parts)


def steps_page(catalogue: Catalogue) -> str:
    """The page of all repair steps: the nodes of the graph, with days, cost, payer, needs and sources."""
    rows = (
        (
            f"`{step.id}`",
            step.title.id,
            ", ".join(f"`{mend}`" for mend in step.mends),
            ", ".join(name for name in (step.desk, step.office) if name),
            f"{step.days.least}-{step.days.most}, typically {step.days.typical}",
            f"{step.cost_rupiah} ({step.payer})",
            ", ".join("|".join(need.papers) + ("!" if need.corrected else "") for need in step.needs),
            ", ".join(step.follows),
            "may need" if step.court else "",
            step.defect or "",
            f"{_law(step.source)} ({step.confidence})",
        )
        for step in catalogue.steps
    )
    head = ("Step", "Judul", "Mends", "Where", "Days", "Rupiah", "Needs", "Follows", "Court", "Defect", "Source")
    intro = "`needs` are fetched into a plan (`a|b`: one of them, `a!`: there and corrected); `follows` only orders."
    return _page("Repair steps", intro, table(head, rows))


def settings_page() -> str:
    """The page of all environment variables."""
    rows = ((f"`{item.name}`", f"`{item.default}`" if item.default else "", item.meaning) for item in VARIABLES)
    return _page("Settings", "Each is an environment variable.", table(("Name", "Default", "Meaning"), rows))


def codes_page(lists: Lists) -> str:
    """The codes that stand in sheets, facts, rules and JSON, with the names that people read."""
    parts = {
        "Papers": lists.papers,
        "Fields": lists.fields,
        "Desks": lists.desks,
        "Offices": {code: office.name for code, office in lists.offices.items()},
        "Reasons": lists.reasons,
    }
    head = ("Code", "Indonesia", "English")
    rows = {title: ((f"`{code}`", name.id, name.en) for code, name in names.items()) for title, names in parts.items()}
    intro = (
        "A paper's code is also how its columns begin in the spreadsheet; only `str_perawat` begins there with `str_`."
    )
    return _page("Codes", intro, *(f"## {title}\n\n{table(head, cells)}" for title, cells in rows.items()))


def pages() -> Mapping[str, Callable[[], str]]:
    """Every reference page that can be written today, by its file name."""
    return {
        "codes.md": lambda: codes_page(packaged().lists),
        "commands.md": lambda: commands_page(cli),
        "errors.md": lambda: errors_page({**PROBLEMS, **_refusals()}),
        "journey.md": journey_page,
        "settings.md": settings_page,
        "steps.md": lambda: steps_page(packaged()),
        "targets.md": lambda: targets_page(packaged()),
    }


def _refusals() -> Mapping[str, Explained]:
    """What the loader of rule files refuses, in the shape of the other problems."""
    return {code: Refusal(what, _MEND_THE_FILE) for code, what in REFUSALS.items()}


class Refusal(NamedTuple):
    """One refusal of the loader; its first sentence says what, its second what to do."""

    what: Words
    what_to_do: Words


_MEND_THE_FILE = Words("Betulkan berkas aturan pada baris yang disebut.", "Mend the rule file at the line named.")


def main() -> None:
    """Write all pages into docs/reference."""
    for name, write in pages().items():
        (REFERENCE / name).write_text(write(), encoding="utf-8")
        click.echo(f"docs/reference/{name}")


if __name__ == "__main__":
    main()
