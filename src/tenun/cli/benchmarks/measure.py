"""How a benchmark measures: the best of several runs, so that a busy machine does not speak for the code."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from time import perf_counter, process_time
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One job: its seconds, the limit it is held against, and its peers as ratios to it (larger = slower peer).

    `ratio` is seconds / limit_seconds and must be at most `allowed`. `peak_mb` is the resident memory of the run
    where it was measured on its own. `texts` are the SQL texts that were measured.
    """

    name: str
    size: int
    seconds: float
    limit: str
    limit_seconds: float
    allowed: float
    peers: Mapping[str, float] = field(default_factory=dict)
    peak_mb: float | None = None
    allowed_mb: float | None = None
    texts: Mapping[str, str] = field(default_factory=dict)

    @property
    def ratio(self) -> float:
        """How often the limit's time was used."""
        return self.seconds / self.limit_seconds

    @property
    def holds(self) -> bool:
        """Whether the limits of time and memory are kept."""
        memory = self.peak_mb is None or self.allowed_mb is None or self.peak_mb <= self.allowed_mb
        return self.ratio <= self.allowed and memory

    def to_json(self) -> dict[str, Any]:
        """The shape of the command-line contract."""
        return {
            "size": self.size,
            "seconds": round(self.seconds, 6),
            "limit": {"what": self.limit, "seconds": round(self.limit_seconds, 6), "allowed": self.allowed},
            "ratio": round(self.ratio, 3),
            "holds": self.holds,
            "peers": {name: round(value, 3) for name, value in self.peers.items()},
            "peak_mb": None if self.peak_mb is None else round(self.peak_mb, 1),
        }


def best_of(runs: int, act: Callable[[], object]) -> float:
    """Seconds of the fastest of `runs` runs."""
    fastest = float("inf")
    for _ in range(runs):
        started = perf_counter()
        act()
        fastest = min(fastest, perf_counter() - started)
    return fastest


def cpu_of(runs: int, act: Callable[[], object]) -> float:
    """Processor seconds of the leanest of `runs` runs: what else the machine does hardly counts."""
    leanest = float("inf")
    for _ in range(runs):
        started = process_time()
        act()
        leanest = min(leanest, process_time() - started)
    return leanest


def best_of_both(runs: int, first: Callable[[], object], second: Callable[[], object]) -> tuple[float, float]:
    """The fastest of each, measured in turns, so that both meet the same machine."""
    one = two = float("inf")
    for _ in range(runs):
        one = min(one, best_of(1, first))
        two = min(two, best_of(1, second))
    return one, two
