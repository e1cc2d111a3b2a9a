"""Writes the reference pages from the code, so that they cannot say anything else than the code does.

A page appears as soon as the module it describes does. `make generate` writes all of them; a test compares.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

import click

from tenun.domain.journey import EVENTS, GUARDS, Back, Rule, State
from tenun.domain.words import Words

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


def _command(path: tuple[str, ...], command: click.Command) -> str:
    context = click.Context(command, info_name=" ".join(path))
    visible = [item for item in command.get_params(context) if not getattr(item, "hidden", False)]
    usage = f"```text\n{command.get_usage(context).removeprefix('Usage: ')}\n```"
    options = table(("Argument or option", "Meaning"), (_parameter(item, context) for item in visible))
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


def pages() -> Mapping[str, Callable[[], str]]:
    """Every reference page that can be written today, by its file name."""
    found: dict[str, Callable[[], str]] = {"journey.md": journey_page}
    if find_spec("tenun.cli.main"):
        found["commands.md"] = lambda: commands_page(import_module("tenun.cli.main").cli)
    if find_spec("tenun.formats.problems"):
        found["errors.md"] = lambda: errors_page(import_module("tenun.formats.problems").PROBLEMS)
    return found


def main() -> None:
    """Write all pages into docs/reference."""
    for name, write in pages().items():
        (REFERENCE / name).write_text(write(), encoding="utf-8")
        click.echo(f"docs/reference/{name}")


if __name__ == "__main__":
    main()
