"""Golden vectors: cases a labour officer can read and correct, turned into facts and expectations.

The files in `vectors/` speak in the words of the facts. Every person starts as one of `base.toml`; a file's
`[defaults]` and the vector itself say only what is different. An unknown word is refused, never skipped.
"""

import tomllib
from dataclasses import dataclass, field, fields
from datetime import date
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

from tenun.domain.facts import (
    AGREEMENT_SOURCES,
    PAPERS,
    SCALARS,
    SCALES,
    Agreement,
    Facts,
    PaperFact,
    ScoreFact,
    agreement_column,
)
from tenun.domain.papers import Education, Proof
from tenun.domain.states import ReadyState

FOLDER = Path(__file__).parent / "vectors"
UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True)
class Expect:
    """What must come out. Only what is written is looked at."""

    verdict: str | None = None
    ready_for: str | None = None
    possible_on: date | None = None
    requirement: str | None = None
    state: str | None = None
    reason: str | None = None
    blocks: bool | None = None
    met: list[str] = field(default_factory=list)
    steps: list[str] | None = None
    no_steps: list[str] = field(default_factory=list)
    order: list[str] = field(default_factory=list)
    left: list[str] | None = None
    truth: dict[str, str] = field(default_factory=dict)
    court: bool | None = None
    worker_pays: int | None = None
    fits: list[str] = field(default_factory=list)
    does_not_fit: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Vector:
    """One case: who (facts), what for (target, state, day) and what must come out (expect)."""

    file: str
    name: str
    source: str
    target: str
    on: date
    for_state: ReadyState
    facts: Facts
    expect: Expect
    defect: str | None

    @property
    def label(self) -> str:
        """File and name, as the test shows it."""
        return f"{self.file}: {self.name}"


class Person:
    """Facts in the making: each layer of words changes only what it names."""

    def __init__(self) -> None:
        self._plain: dict[str, Any] = {}
        self._papers: dict[str, PaperFact | ScoreFact] = {}
        self._agreements: dict[str, Agreement] = {}

    def say(self, words: dict[str, Any]) -> None:
        """One layer: plain fields and papers first, then what the papers say of each other."""
        for name, value in words.items():
            if name in PAPERS or name in SCALES:
                self._say_paper(name, value)
            elif name in SCALARS:
                self._plain[name] = _plain(name, value)
            elif name not in ("read_papers", "differs", "agreements"):
                raise ValueError(f"unknown word: {name}")
        if "birth_date" in words:
            born = self._plain["birth_date"]
            for name in ("birth_date_earliest", "birth_date_latest"):
                self._plain[name] = words.get(name, born)
        self._compare(words)

    def _say_paper(self, name: str, value: str | dict[str, Any]) -> None:
        kind = PaperFact if name in PAPERS else ScoreFact
        parts = {"proof": value} if isinstance(value, str) else dict(value)
        if "proof" in parts:
            parts["proof"] = None if parts["proof"] == UNKNOWN else int(Proof[parts["proof"].upper()])
        parts = {part: None if given == UNKNOWN else given for part, given in parts.items()}
        known = self._papers.get(name, kind())
        if not parts.get("proof", known.proof):
            self._papers[name] = kind(proof=parts["proof"])
            return
        self._papers[name] = kind(
            **{item.name: parts.get(item.name, getattr(known, item.name)) for item in fields(kind)}
        )
        if extra := set(parts) - {item.name for item in fields(kind)}:
            raise ValueError(f"unknown words for {name}: {extra}")

    def _compare(self, words: dict[str, Any]) -> None:
        """`read_papers` agree with each other; `differs` sets one paper against all that were read."""
        read = words.get("read_papers", [])
        for field_name, sources in AGREEMENT_SOURCES.items():
            for left, right in combinations([source for source in sources if source in read], 2):
                self._agreements[agreement_column(field_name, left, right)] = Agreement.SAME
        for field_name, papers in words.get("differs", {}).items():
            for paper, code in papers.items():
                for other in AGREEMENT_SOURCES[field_name]:
                    column = agreement_column(field_name, paper, other) if other != paper else ""
                    if column in self._agreements:
                        self._agreements[column] = Agreement[code.upper()]
        for pair, code in words.get("agreements", {}).items():
            self._agreements[_pair_columns()[pair]] = Agreement[code.upper()]

    def facts(self) -> Facts:
        """The finished facts; what is not there is compared with nothing."""
        gone = {name for name in ("ktp", "kk", "akta", "ijazah", "nikah", "paspor") if not self._there(name)}
        gone |= {"mrz"} if "paspor" in gone else set()
        columns = {
            agreement_column(name, left, right)
            for name, sources in AGREEMENT_SOURCES.items()
            for left, right in combinations(sources, 2)
            if not gone.intersection((left, right))
        }
        agreements = {column: int(code) for column, code in self._agreements.items() if column in columns}
        return Facts(**self._plain, **self._papers, agreements=agreements)

    def _there(self, name: str) -> bool:
        paper = self._papers.get(name)
        return paper is not None and bool(paper.proof)


def _plain(name: str, value: Any) -> Any:
    if value == UNKNOWN:
        return None
    return int(Education[value.upper()]) if name == "education" else value


@cache
def _pair_columns() -> dict[str, str]:
    """`name_ktp_akta`, whichever paper is named first, to the column of the facts."""
    return {
        f"{name}_{left}_{right}": agreement_column(name, left, right)
        for name, sources in AGREEMENT_SOURCES.items()
        for left in sources
        for right in sources
        if left != right
    }


@cache
def vectors() -> tuple[Vector, ...]:
    """Every vector of every file, in the order of the files."""
    bases = _read("base.toml")["base"]
    names = sorted(path.name for path in FOLDER.glob("*.toml") if path.name != "base.toml")
    return tuple(vector for name in names for vector in _vectors_of(name, bases))


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


_KEYS = {"name", "source", "target", "on", "for", "base", "departure", "defect", "facts", "expect"}


def _vectors_of(file: str, bases: dict[str, Any]) -> list[Vector]:
    content = _read(file)
    defaults = content.get("defaults", {})
    found = []
    for written in content["vector"]:
        if extra := set(written) - _KEYS:
            raise ValueError(f"{file}: unknown keys {extra} in {written['name']}")
        given = defaults | written
        person = Person()
        for layer in (bases[given["base"]], defaults.get("facts", {}), written.get("facts", {})):
            person.say(layer)
        if "departure" in given:
            person.say({"departure_on": given["departure"]})
        found.append(
            Vector(
                file=file.removesuffix(".toml"),
                name=given["name"],
                source=given["source"],
                target=given["target"],
                on=given["on"],
                for_state=ReadyState(given["for"]),
                facts=person.facts(),
                expect=Expect(**given["expect"]),
                defect=given.get("defect"),
            )
        )
    return found
