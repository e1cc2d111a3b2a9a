"""The states of one attempt to migrate, their groups and names, and the schemes that leave some out.

Source: handbook process, sections 1 and 2; the order before departure is the design's.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from tenun.domain.states import READY_STATES
from tenun.domain.words import Words


class Group(StrEnum):
    """The three phases of UU 18/2017 Art. 7, and the exits."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"
    EXIT = "exit"


class State(StrEnum):
    """Where one attempt of one person stands. A person may have several attempts."""

    CONTACTED = "CONTACTED"
    INFORMED = "INFORMED"
    VILLAGE_RECORDED = "VILLAGE_RECORDED"
    REGISTERED = "REGISTERED"
    SCREENED = "SCREENED"
    PREPARING = "PREPARING"
    MATCHED = "MATCHED"
    PLACEMENT_AGREED = "PLACEMENT_AGREED"
    MEDICAL_FIT = "MEDICAL_FIT"
    PASSPORT_OK = "PASSPORT_OK"
    CONTRACT_SIGNED = "CONTRACT_SIGNED"
    VISA_OK = "VISA_OK"
    INSURED = "INSURED"
    CLEARED = "CLEARED"
    DEPARTED = "DEPARTED"
    ARRIVED_REPORTED = "ARRIVED_REPORTED"
    WORKING = "WORKING"
    IN_CASE = "IN_CASE"
    RETURNING = "RETURNING"
    AT_DEBARKATION = "AT_DEBARKATION"
    HOME = "HOME"
    REHABILITATION = "REHABILITATION"
    REINTEGRATED = "REINTEGRATED"
    DECEASED = "DECEASED"
    WITHDREW = "WITHDREW"
    REFUSED = "REFUSED"
    NOT_ELIGIBLE_NOW = "NOT_ELIGIBLE_NOW"
    UNDERAGE = "UNDERAGE"
    DEPARTED_NON_PROCEDURALLY = "DEPARTED_NON_PROCEDURALLY"
    LOST_CONTACT = "LOST_CONTACT"

    @property
    def group(self) -> Group:
        """The phase this state belongs to."""
        return _GROUP[self]

    @property
    def label(self) -> Words:
        """The name people see."""
        return LABELS[self]


BEFORE = tuple(State)[: tuple(State).index(State.DEPARTED)]
DURING = (State.DEPARTED, State.ARRIVED_REPORTED, State.WORKING, State.IN_CASE)
AFTER = (
    State.RETURNING,
    State.AT_DEBARKATION,
    State.HOME,
    State.REHABILITATION,
    State.REINTEGRATED,
    State.DECEASED,
)
EXITS = (
    State.WITHDREW,
    State.REFUSED,
    State.NOT_ELIGIBLE_NOW,
    State.UNDERAGE,
    State.DEPARTED_NON_PROCEDURALLY,
    State.LOST_CONTACT,
)

_GROUP: Mapping[State, Group] = MappingProxyType(
    {
        state: group
        for group, states in (
            (Group.BEFORE, BEFORE),
            (Group.DURING, DURING),
            (Group.AFTER, AFTER),
            (Group.EXIT, EXITS),
        )
        for state in states
    }
)

ENDS = frozenset({State.REINTEGRATED, State.DECEASED, State.WITHDREW, State.UNDERAGE})
"""The named ends: an attempt may rest here for good. What follows is a case, or a new attempt."""

LABELS: Mapping[State, Words] = MappingProxyType(
    {
        State.CONTACTED: Words("Sudah dihubungi", "Contacted"),
        State.INFORMED: Words("Sudah diberi penjelasan", "Informed"),
        State.VILLAGE_RECORDED: Words("Tercatat di desa", "Recorded by the village"),
        State.REGISTERED: Words("Terdaftar sebagai calon pekerja migran", "Registered as a candidate"),
        State.SCREENED: Words("Sudah diwawancara keselamatan", "Screened for safety"),
        State.PREPARING: Words("Menyiapkan dokumen dan keterampilan", "Preparing papers and skills"),
        State.MATCHED: Words("Sudah dapat lowongan yang sah", "Matched with a verified job order"),
        State.PLACEMENT_AGREED: Words("Perjanjian penempatan ditandatangani", "Placement agreement signed"),
        State.MEDICAL_FIT: Words("Dinyatakan sehat untuk bekerja", "Medically fit"),
        State.PASSPORT_OK: Words("Paspor sudah benar", "Passport in order"),
        State.CONTRACT_SIGNED: Words("Perjanjian kerja ditandatangani", "Work contract signed"),
        State.VISA_OK: Words("Visa kerja sudah ada", "Work visa in order"),
        State.INSURED: Words("Jaminan sosial aktif", "Insured"),
        State.CLEARED: Words("Boleh berangkat", "Cleared for departure"),
        State.DEPARTED: Words("Sudah berangkat", "Departed"),
        State.ARRIVED_REPORTED: Words("Sudah lapor tiba", "Arrival reported"),
        State.WORKING: Words("Sedang bekerja", "Working"),
        State.IN_CASE: Words("Sedang ditangani karena ada masalah", "In a case"),
        State.RETURNING: Words("Dalam perjalanan pulang", "Returning"),
        State.AT_DEBARKATION: Words("Tiba di pelabuhan atau bandara", "At the arrival point"),
        State.HOME: Words("Sudah di rumah", "Home"),
        State.REHABILITATION: Words("Dalam pemulihan", "In rehabilitation"),
        State.REINTEGRATED: Words("Sudah mandiri kembali", "Reintegrated"),
        State.DECEASED: Words("Meninggal dunia", "Deceased"),
        State.WITHDREW: Words("Mengundurkan diri", "Withdrew"),
        State.REFUSED: Words("Ditolak dengan alasan, dapat mengajukan keberatan", "Refused with reason, may appeal"),
        State.NOT_ELIGIBLE_NOW: Words("Belum memenuhi syarat, dapat mencoba lagi", "Not eligible now, may retry"),
        State.UNDERAGE: Words("Belum cukup umur, dalam pelindungan", "Under age, in protection"),
        State.DEPARTED_NON_PROCEDURALLY: Words("Berangkat tanpa prosedur", "Departed non-procedurally"),
        State.LOST_CONTACT: Words("Hilang kontak", "Lost contact"),
    }
)


class ReturnReason(StrEnum):
    """The nine reasons of a return, as UU 18/2017 Art. 27(1) counts them."""

    CONTRACT_END = "contract_end"
    LEAVE = "leave"
    EARLY_TERMINATION = "early_termination"
    ACCIDENT_OR_ILLNESS = "accident_or_illness"
    ABUSE = "abuse"
    WAR_DISASTER_EPIDEMIC = "war_disaster_epidemic"
    DEPORTATION = "deportation"
    DEATH = "death"
    OTHER_LOSS = "other_loss"


class Scheme(StrEnum):
    """Who places the worker (UU 18/2017 Art. 49 and 63)."""

    G_TO_G = "G_TO_G"
    G_TO_P = "G_TO_P"
    P_TO_P = "P_TO_P"
    UKPS = "UKPS"
    PERSEORANGAN = "PERSEORANGAN"


class Category(StrEnum):
    """For whom she works (UU 18/2017 Art. 4). Crew is a category, not a scheme: any scheme may place it."""

    LEGAL_ENTITY = "legal_entity"
    HOUSEHOLD = "household"
    MERCHANT_CREW = "merchant_crew"
    FISHING_CREW = "fishing_crew"

    @property
    def is_crew(self) -> bool:
        """Crew signs a seafarer's contract (PKL) where others sign a work contract."""
        return self in (Category.MERCHANT_CREW, Category.FISHING_CREW)


SKIPPED: Mapping[Scheme, frozenset[State]] = MappingProxyType(
    {
        Scheme.G_TO_G: frozenset(),
        Scheme.G_TO_P: frozenset(),
        Scheme.P_TO_P: frozenset(),
        Scheme.UKPS: frozenset(),
        Scheme.PERSEORANGAN: frozenset({State.PLACEMENT_AGREED}),
    }
)
"""States a scheme leaves out. In G to G only the other party differs: BP2MI signs in the place of a P3MI."""

TRACK: tuple[State, ...] = (*BEFORE[: BEFORE.index(State.MATCHED)], *(State(ready) for ready in READY_STATES))
"""The way to departure, in order, before a scheme leaves anything out."""


def track(scheme: Scheme) -> tuple[State, ...]:
    """The states of the way to departure under `scheme`, in order."""
    return tuple(state for state in TRACK if state not in SKIPPED[scheme])
