"""The closed set of rule kinds. A rule is data: it says what must hold, `assessment` says whether it does.

There is no general expression language: a new kind is added here, in both back ends and in their property
test, or it does not exist.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import combinations

from tenun.domain.facts import AGREEMENT_SOURCES, agreement_column
from tenun.domain.papers import Education, Proof


class Moment(StrEnum):
    """The day a validity or an age is measured against."""

    TODAY = "today"
    DEPARTURE = "departure"
    CONTRACT_END = "contract_end"


class TargetStatus(StrEnum):
    """Whether people may be placed there (UU 18/2017 Art. 31-32)."""

    OPEN = "open"
    CONDITIONAL = "conditional"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class PaperPresent:
    """The paper exists, with whatever proof, no officer has noted a fault of it, and it is not dated after today."""

    paper: str

    def columns(self) -> tuple[str, ...]:
        """The columns it looks at."""
        return f"{self.paper}_proof", f"{self.paper}_defect", f"{self.paper}_issued_on"


@dataclass(frozen=True, slots=True)
class ProofAtLeast:
    """The paper exists without a noted fault, not dated after today, proven at least on this step of the ladder."""

    paper: str
    proof: Proof

    def columns(self) -> tuple[str, ...]:
        """The columns it looks at."""
        return f"{self.paper}_proof", f"{self.paper}_defect", f"{self.paper}_issued_on"


@dataclass(frozen=True, slots=True)
class ValidBeyond:
    """The paper's own last day of validity is at least `months` after the moment."""

    paper: str
    months: int = 0
    of: Moment = Moment.DEPARTURE

    def columns(self) -> tuple[str, ...]:
        """The columns it looks at."""
        end = ("contract_end",) if self.of is Moment.CONTRACT_END else ()
        return f"{self.paper}_proof", f"{self.paper}_valid_until", *end


@dataclass(frozen=True, slots=True)
class IssuedWithin:
    """The paper was issued at most this long before the moment; N months run through the same day, inclusive."""

    paper: str
    months: int = 0
    days: int = 0
    of: Moment = Moment.DEPARTURE

    def columns(self) -> tuple[str, ...]:
        """The columns it looks at."""
        return f"{self.paper}_proof", f"{self.paper}_issued_on"


@dataclass(frozen=True, slots=True)
class IssuedNotBefore:
    """The paper is dated on or after another paper."""

    paper: str
    other: str

    def columns(self) -> tuple[str, ...]:
        """The columns it looks at."""
        return f"{self.paper}_issued_on", f"{self.other}_issued_on"


@dataclass(frozen=True, slots=True)
class PapersAgree:
    """All papers that are there say the same in one field; with `against`, the same as that one source."""

    field: str
    papers: tuple[str, ...]
    against: str | None = None

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The pairs of sources that count."""
        if self.against is not None:
            return tuple((self.against, paper) for paper in self.papers if paper != self.against)
        return tuple(combinations(self.papers, 2))

    def columns(self) -> tuple[str, ...]:
        """The agreement columns of these pairs, in the same order."""
        return tuple(agreement_column(self.field, *pair) for pair in self.pairs())


@dataclass(frozen=True, slots=True)
class AgeWindow:
    """At the moment she is at least `minimum` and younger than `below` years.

    `any_paper` takes the latest birth date that any of her papers states, so that no paper makes her younger.
    """

    minimum: int | None = None
    below: int | None = None
    at: Moment = Moment.DEPARTURE
    any_paper: bool = False

    def columns(self) -> tuple[str, ...]:
        """The columns it looks at."""
        return ("birth_date_latest" if self.any_paper else "birth_date",)


@dataclass(frozen=True, slots=True)
class AgeCertain:
    """Her papers do not stand on both sides of an age line at departure, nor of one that counts today."""

    lines: tuple[int, ...]
    today_lines: tuple[int, ...] = ()

    def columns(self) -> tuple[str, ...]:
        """The columns it looks at."""
        return "birth_date_earliest", "birth_date_latest"


@dataclass(frozen=True, slots=True)
class ValueIn:
    """A plain field (sex, marital status, who gave the consent) has one of these values."""

    field: str
    values: tuple[str, ...]

    def columns(self) -> tuple[str, ...]:
        """The columns it looks at."""
        return (self.field,)


@dataclass(frozen=True, slots=True)
class EducationAtLeast:
    """Completed schooling of at least this level."""

    level: Education

    def columns(self) -> tuple[str, ...]:
        """The columns it looks at."""
        return ("education",)


@dataclass(frozen=True, slots=True)
class LanguageAtLeast:
    """A rank on one language scale, proven by a test of the past; with `months`, not older than that at departure."""

    scale: str
    rank: int
    proof: Proof = Proof.ORIGINAL_SEEN
    months: int | None = None

    def columns(self) -> tuple[str, ...]:
        """The columns it looks at."""
        return f"{self.scale}_proof", f"{self.scale}_rank", f"{self.scale}_tested_on"


@dataclass(frozen=True, slots=True)
class Competence:
    """A certificate under at least one of these schemes, proven and in date on the day (today or departure).

    Of several certificates the best counts; a scheme of which nobody has spoken is passed over.
    """

    schemes: tuple[str, ...]
    proof: Proof = Proof.ORIGINAL_SEEN
    of: Moment = Moment.TODAY

    def columns(self) -> tuple[str, ...]:
        """The columns it looks at."""
        return tuple(f"{scheme}_{part}" for scheme in self.schemes for part in ("proof", "valid_until", "defect"))


@dataclass(frozen=True, slots=True)
class AmountAtLeast:
    """A counted field (training hours, months of experience) reaches this number."""

    field: str
    amount: int

    def columns(self) -> tuple[str, ...]:
        """The columns it looks at."""
        return (self.field,)


@dataclass(frozen=True, slots=True)
class DeclaredYes:
    """A yes/no field is yes."""

    field: str

    def columns(self) -> tuple[str, ...]:
        """The columns it looks at."""
        return (self.field,)


@dataclass(frozen=True, slots=True)
class TargetOpen:
    """The target itself is open; conditional must be asked, closed cannot be met."""

    status: TargetStatus

    def columns(self) -> tuple[str, ...]:
        """The columns it looks at."""
        return ()


@dataclass(frozen=True, slots=True)
class AnyOf:
    """The best of its rules counts."""

    rules: tuple["Rule", ...]

    def columns(self) -> tuple[str, ...]:
        """None of its own: its rules have theirs."""
        return ()


@dataclass(frozen=True, slots=True)
class AllOf:
    """The worst of its rules counts."""

    rules: tuple["Rule", ...]

    def columns(self) -> tuple[str, ...]:
        """None of its own: its rules have theirs."""
        return ()


Rule = (
    PaperPresent
    | ProofAtLeast
    | ValidBeyond
    | IssuedWithin
    | IssuedNotBefore
    | PapersAgree
    | AgeWindow
    | AgeCertain
    | ValueIn
    | EducationAtLeast
    | LanguageAtLeast
    | Competence
    | AmountAtLeast
    | DeclaredYes
    | TargetOpen
    | AnyOf
    | AllOf
)

KINDS: dict[str, type[Rule]] = {
    "paper_present": PaperPresent,
    "proof_at_least": ProofAtLeast,
    "valid_beyond": ValidBeyond,
    "issued_within": IssuedWithin,
    "issued_not_before": IssuedNotBefore,
    "papers_agree": PapersAgree,
    "age_window": AgeWindow,
    "age_certain": AgeCertain,
    "value_in": ValueIn,
    "education_at_least": EducationAtLeast,
    "language_at_least": LanguageAtLeast,
    "competence": Competence,
    "amount_at_least": AmountAtLeast,
    "declared_yes": DeclaredYes,
    "target_open": TargetOpen,
    "any_of": AnyOf,
    "all_of": AllOf,
}
"""The name of each kind in the catalogue's TOML."""

KIND_NAMES: dict[type[Rule], str] = {kind: name for name, kind in KINDS.items()}


def parts(rule: Rule) -> Iterator[Rule]:
    """The rule itself and, for `any_of` and `all_of`, every rule inside it."""
    yield rule
    if isinstance(rule, AnyOf | AllOf):
        for inner in rule.rules:
            yield from parts(inner)


@lru_cache(maxsize=4096)
def columns_read(rule: Rule) -> tuple[str, ...]:
    """The factsheet columns a rule looks at, without repetition: what counts as its evidence."""
    return tuple(dict.fromkeys(column for part in parts(rule) for column in part.columns()))


AGREEMENT_FIELDS = frozenset(AGREEMENT_SOURCES)
