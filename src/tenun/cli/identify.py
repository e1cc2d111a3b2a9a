"""`tenun nik`, `tenun mrz`, `tenun names`: one number, one zone or one pair of names, checked at a desk."""

import json
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import click

from tenun.cli.errors import ATTENTION, DONE, UnreadableInput
from tenun.cli.language import language
from tenun.domain.identifiers.dates import DateProblem, parse_date
from tenun.domain.identifiers.messages import explain
from tenun.domain.identifiers.mrz import Mrz, read_mrz
from tenun.domain.identifiers.names import NameComparison, compare_names
from tenun.domain.identifiers.nik import Nik, read_nik
from tenun.domain.words import Words
from tenun.shared.clock import today

_RIGHT = Words("BENAR bentuknya; hanya Dukcapil yang dapat memastikan", "WELL FORMED; only Dukcapil can confirm it")
_WRONG = Words("ADA MASALAH", "THERE ARE PROBLEMS")
_MRZ_RIGHT = Words("BENAR: semua angka uji cocok", "RIGHT: every check digit fits")
_REPAIR = Words("Usul perbaikan {field}: {before} -> {after}", "Proposed repair of {field}: {before} -> {after}")
_BORN = Words("lahir {dates}", "born {dates}")
_OR = Words(" atau ", " or ")
_SEX = {"L": Words("laki-laki", "male"), "P": Words("perempuan", "female")}
_UNKNOWN_REGION = Words("tidak dikenal", "unknown")
_DIFFERENCE = Words("huruf ke-{place}: {left} / {right}", "character {place}: {left} / {right}")
_BAD_DATE = Words(
    "--born {text}: {reason} Tulis seperti 1999-03-12.", "--born {text}: {reason} Write it like 1999-03-12."
)
_NOTHING = Words("{what} kosong. Tulis isinya setelah nama perintah.", "{what} is empty. Write it after the command.")


_as_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")


@click.command("nik")
@click.argument("nik")
@click.option("--born", metavar="DATE", help="The birth date on another paper, as 1999-03-12.")
@click.option("--sex", type=click.Choice(["L", "P"], case_sensitive=False), help="L (laki-laki) or P (perempuan).")
@_as_json
@click.pass_context
def nik_command(context: click.Context, nik: str, born: str | None, sex: str | None, as_json: bool) -> None:
    """Read a NIK: its region, its birth date, its problems."""
    _require("NIK", [nik])
    outcome = read_nik(nik, on=today(), born=_born(born), sex=sex)
    _print(outcome.to_json(), _describe_nik(outcome), as_json=as_json)
    context.exit(DONE if outcome.valid else ATTENTION)


@click.command("mrz")
@click.argument("lines", nargs=-1, required=True)
@_as_json
@click.pass_context
def mrz_command(context: click.Context, lines: tuple[str, ...], as_json: bool) -> None:
    """Read the machine-readable zone of a passport or card; `-` reads standard input."""
    # A byte that is no UTF-8 becomes a sign outside the alphabet, which the reader names.
    piped = lines == ("-",)
    text = sys.stdin.buffer.read().decode(errors="replace") if piped else "\n".join(lines)
    zone = [line.strip() for line in text.splitlines() if line.strip()]
    _require("MRZ", zone)
    outcome = read_mrz(zone, on=today())
    _print(outcome.to_json(), _describe_mrz(outcome), as_json=as_json)
    context.exit(DONE if outcome.valid else ATTENTION)


@click.command("names")
@click.argument("a")
@click.argument("b")
@_as_json
@click.pass_context
def names_command(context: click.Context, a: str, b: str, as_json: bool) -> None:
    """Compare two names, letter by letter."""
    _require("A", [a])
    _require("B", [b])
    outcome = compare_names(a, b)
    _print(outcome.to_json(), _describe_names(outcome), as_json=as_json)
    context.exit(DONE if outcome.verdict == "same" else ATTENTION)


def _require(what: str, texts: Sequence[str]) -> None:
    if not any(text.strip() for text in texts):
        raise UnreadableInput(_NOTHING.say(language(), what=what))


def _born(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return parse_date(text)
    except DateProblem as problem:
        reason = explain(problem.code).say(language())
        raise UnreadableInput(_BAD_DATE.say(language(), text=text, reason=reason)) from None


def _print(document: dict[str, Any], lines: Iterable[str], *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(document, ensure_ascii=False))
        return
    for line in lines:
        click.echo(line)


def _explained(codes: Iterable[str], mark: str) -> list[str]:
    return [f"  {mark} {explain(code).say(language())}" for code in codes]


def _describe_nik(nik: Nik) -> list[str]:
    speak = language()
    lines = [f"{nik.nik}  {(_RIGHT if nik.valid else _WRONG).say(speak)}"]
    facts = []
    if nik.birth_date_candidates:
        dates = _OR.say(speak).join(f"{each:%d/%m/%Y}" for each in nik.birth_date_candidates)
        facts.append(_BORN.say(speak, dates=dates))
    if nik.sex:
        facts.append(_SEX[nik.sex].say(speak))
    regions = [region for region in (nik.subdistrict, nik.district, nik.province) if region]
    facts += [region.name or f"{region.code} {_UNKNOWN_REGION.say(speak)}" for region in regions]
    if facts:
        lines.append(f"  {', '.join(facts)}")
    return [*lines, *_explained(nik.problems, "x"), *_explained(nik.warnings, "!")]


def _describe_mrz(mrz: Mrz) -> list[str]:
    speak = language()
    lines = [(_MRZ_RIGHT if mrz.valid else _WRONG).say(speak)]
    if mrz.fields.number is not None:
        read = [
            mrz.fields.number,
            mrz.fields.surname,
            mrz.fields.given_names,
            mrz.fields.birth_date,
            mrz.fields.expiry,
        ]
        lines.append(f"  {mrz.format}  {'  '.join(str(each) for each in read if each)}")
    lines += [*_explained(mrz.problems, "x"), *_explained(mrz.notes, "!")]
    return lines + [
        f"  > {_REPAIR.say(speak, field=each.field, before=each.before, after=each.after)}" for each in mrz.repairs
    ]


def _describe_names(outcome: NameComparison) -> list[str]:
    speak = language()
    kinds = ", ".join(explain(kind).say(speak) for kind in outcome.kinds)
    verdict = explain(outcome.verdict).say(speak)
    lines = [f"{verdict} ({kinds})" if kinds else verdict]
    for each in outcome.differences:
        pieces = {"left": _visible(each.left), "right": _visible(each.right)}
        lines.append(f"  {_DIFFERENCE.say(speak, place=each.position + 1, **pieces)}")
    return lines


def _visible(piece: str) -> str:
    """A space or nothing at all must be seen, for that is often the whole difference."""
    return f"[{piece.replace(' ', '_')}]"
