"""Where an event, a guard or a time limit of the journey comes from, and how sure that is.

The marks follow the design, principle 2: only `source` may block a person.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from tenun.domain.calendar import add_months
from tenun.domain.catalogue import Confidence
from tenun.domain.words import Language, Words


@dataclass(frozen=True, slots=True)
class Basis:
    """A text: its kind, its title with the year, its article, and its confidence.

    Kinds are law, official, press, handbook; and two that stand on no text: `decision` (a named officer has
    decided, with a reason) and `record` (the order in which a record can be kept at all).
    """

    kind: str
    title: str
    article: str
    confidence: Confidence


def _law(title: str, article: str, confidence: Confidence = Confidence.SOURCE) -> Basis:
    return Basis("law", title, article, confidence)


def _handbook(section: str, confidence: Confidence = Confidence.UNCONFIRMED) -> Basis:
    return Basis("handbook", "Handbook: process", section, confidence)


UU = "UU 18/2017 jo. UU 6/2023"
UU_AGE = _law(UU, "5(a), 66")
UU_DOCUMENTS = _law(UU, "5(e), 8, 13")
UU_COMPETENCE = _law(UU, "5, 9, 10")
UU_PLACEMENT_AGREEMENT = _law(UU, "13(g)")
UU_MEDICAL = _law(UU, "13(d)")
UU_PASSPORT = _law(UU, "13(e)")
UU_VISA = _law(UU, "13(f)")
UU_CONTRACT = _law(UU, "13(h), 15")
UU_ARRIVAL = _law(UU, "6(2)")
UU_MONITORING = _law(UU, "21")
UU_CONTRACT_CHANGE = _law(UU, "17, 18")
UU_RETURN = _law(UU, "25, 27(1)")
UU_DEATH = _law(UU, "27(2)")
UU_VILLAGE = _law(UU, "42", Confidence.EXPERT)
UU_OFFICIALS = _law(UU, "70", Confidence.UNCONFIRMED)
PP_INFORMATION = _law("PP 59/2021", "4, 7")
PERMENAKER_AK1 = _law("Permenaker 39/2016", "AK1")
PERPRES_HEALTH = _law("Perpres 64/2011", "14")
PERMENAKER_INSURANCE = _law("Permenaker 4/2023", "18")
PERMENAKER_INSURANCE_RISKS = _law("Permenaker 4/2023", "27, 34")
PERMEN_CARD = _law("Permen P2MI 34/2025", "14")
PERMEN_HANDOVER = _law("Permen P2MI 32/2025", "13")
PERMEN_REHABILITATION = _law("Permen P2MI 32/2025", "39")
PERMEN_REINTEGRATION = _law("Permen P2MI 33/2025", "data of returned workers")
PERBAN_REHABILITATION = _law("Perban BP2MI 6/2023", "rehabilitation", Confidence.EXPERT)
PROCESS_STATES = _handbook("1")
PROCESS_CASES = _handbook("5")
PROCESS_SCREENING = _handbook("7")
PROTECTION_DECISION = Basis("decision", "Decision of the protection officer", "screening", Confidence.SOURCE)
OFFICE_DECISION = Basis("decision", "Decision of the office, with its reason", "postponed", Confidence.SOURCE)
RECORD_ORDER = Basis("record", "Order of the record", "states", Confidence.SOURCE)
DESIGN_UNDO = Basis("handbook", "Design", "3, Journey", Confidence.UNCONFIRMED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A time limit that starts when the event is entered: `days` or calendar `months`, never both.

    A limit of confidence below `source` is a reminder ("perlu dikonfirmasi"), never a breach.
    """

    code: str
    words: Words
    source: Basis
    days: int = 0
    months: int = 0

    def text(self, language: Language) -> str:
        """The words with the number of days or months filled in."""
        return self.words.say(language, days=self.days, months=self.months)

    def due_on(self, on: date) -> date:
        """The last day of the limit when the event happened on `on`; before it when `days` is negative."""
        return add_months(on, self.months) + timedelta(days=self.days)


TELL_FAMILY = Limit(
    code="tell_family",
    days=3,
    source=UU_DEATH,
    words=Words("Keluarga diberi tahu paling lambat 3x24 jam.", "The family is told within 3x24 hours."),
)
ACKNOWLEDGE_CASE = Limit(
    code="acknowledge_case",
    days=1,
    source=PROCESS_CASES,
    words=Words("Pengaduan dijawab dalam 1 hari.", "The complaint is acknowledged within 1 day."),
)
TRIAGE_CASE = Limit(
    code="triage_case",
    days=3,
    source=PROCESS_CASES,
    words=Words("Pengaduan dipilah dalam 3 hari.", "The complaint is triaged within 3 days."),
)
JOB_SEEKER_REPORT = Limit(
    code="job_seeker_report",
    months=6,
    source=PERMENAKER_AK1,
    words=Words("Pemegang AK1 melapor setiap 6 bulan.", "The holder of AK1 reports every 6 months."),
)
JOB_SEEKER_CARD_ENDS = Limit(
    code="job_seeker_card_ends",
    months=24,
    source=PERMENAKER_AK1,
    words=Words("AK1 berlaku 2 tahun.", "AK1 is valid for 2 years."),
)
MEDICAL_ENDS = Limit(
    code="medical_ends",
    months=3,
    source=PERPRES_HEALTH,
    words=Words("Surat sehat berlaku 3 bulan.", "The medical certificate is valid for 3 months."),
)
PREGNANCY_TEST = Limit(
    code="pregnancy_test",
    days=-7,
    source=PERPRES_HEALTH,
    words=Words(
        "Tes kehamilan dilakukan paling lama 7 hari sebelum berangkat.",
        "The pregnancy test is done at most 7 days before departure.",
    ),
)
REHABILITATION_ENDS = Limit(
    code="rehabilitation_ends",
    months=12,
    source=PERBAN_REHABILITATION,
    words=Words("Pemulihan paling lama 1 tahun.", "Rehabilitation takes at most 1 year."),
)
MONITORING = tuple(
    Limit(
        code="monitor_" + str(months),
        months=months,
        source=PROCESS_STATES,
        words=Words("Hubungi pekerja setelah {months} bulan.", "Call the worker after {months} months."),
    )
    for months in (1, 3, 6, 12)
)
