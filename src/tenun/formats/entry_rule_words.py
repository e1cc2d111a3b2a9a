"""The entry rules of a programme as one line each, so that an officer can read who may come."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from tenun.domain.catalogue import Lists, packaged
from tenun.domain.papers import ConsentGiver, Education, LanguageScale, MaritalStatus, Proof, Sex
from tenun.domain.rules import (
    AgeCertain,
    AgeWindow,
    AllOf,
    AmountAtLeast,
    AnyOf,
    Competence,
    DeclaredYes,
    EducationAtLeast,
    IssuedNotBefore,
    IssuedWithin,
    LanguageAtLeast,
    Moment,
    PaperPresent,
    PapersAgree,
    ProofAtLeast,
    Rule,
    TargetOpen,
    TargetStatus,
    ValidBeyond,
    ValueIn,
)
from tenun.domain.words import Language, Words
from tenun.formats.spellings import level_of

_AT = {
    Moment.TODAY: Words("", ""),
    Moment.DEPARTURE: Words(" saat berangkat", " at departure"),
    Moment.CONTRACT_END: Words(" saat kontrak berakhir", " when the contract ends"),
}
_BEFORE = {
    Moment.TODAY: Words("hari ini", "today"),
    Moment.DEPARTURE: Words("hari berangkat", "departure"),
    Moment.CONTRACT_END: Words("akhir kontrak", "the end of the contract"),
}
_PROOFS = {
    Proof.ABSENT: Words("tercatat", "recorded"),
    Proof.DECLARED: Words("paling sedikit dinyatakan", "at least declared"),
    Proof.COPY: Words("paling sedikit salinannya", "at least a copy"),
    Proof.ORIGINAL_SEEN: Words("aslinya dilihat", "original seen"),
    Proof.CERTIFIED: Words("disahkan sumbernya", "certified by its source"),
}
_LEVELS = {
    Education.NONE: Words("tidak sekolah", "no schooling"),
    Education.PRIMARY: Words("SD", "primary school (SD)"),
    Education.LOWER_SECONDARY: Words("SMP", "lower secondary (SMP)"),
    Education.UPPER_SECONDARY: Words("SMA atau SMK", "upper secondary (SMA or SMK)"),
    Education.DIPLOMA_1: Words("D1", "diploma D1"),
    Education.DIPLOMA_2: Words("D2", "diploma D2"),
    Education.DIPLOMA_3: Words("D3", "diploma D3"),
    Education.BACHELOR: Words("S1 atau D4", "bachelor (S1 or D4)"),
    Education.MASTER: Words("S2", "master (S2)"),
    Education.DOCTOR: Words("S3", "doctorate (S3)"),
}
_STATUSES = {
    TargetStatus.OPEN: Words("dibuka", "open"),
    TargetStatus.CONDITIONAL: Words("bersyarat", "conditional"),
    TargetStatus.CLOSED: Words("ditutup", "closed"),
}
_VALUES: Mapping[str, Words] = {
    Sex.MALE: Words("laki-laki", "male"),
    Sex.FEMALE: Words("perempuan", "female"),
    MaritalStatus.SINGLE: Words("belum kawin", "single"),
    MaritalStatus.MARRIED: Words("kawin", "married"),
    MaritalStatus.DIVORCED: Words("cerai hidup", "divorced"),
    MaritalStatus.WIDOWED: Words("cerai mati", "widowed"),
    ConsentGiver.HUSBAND: Words("suami", "husband"),
    ConsentGiver.WIFE: Words("istri", "wife"),
    ConsentGiver.PARENT: Words("orang tua", "parent"),
    ConsentGiver.GUARDIAN: Words("wali", "guardian"),
}
_OR = Words(" atau ", " or ")
_AND = Words(" dan ", " and ")
_PAPER = Words("Punya {paper}", "Has the {paper}")
_PROVEN = Words("Punya {paper}, {proof}", "Has the {paper}, {proof}")
_IN_DATE = Words("{paper} masih berlaku{at}", "{paper} still valid{at}")
_IN_DATE_BEYOND = Words(
    "{paper} masih berlaku {months} bulan sesudah {moment}", "{paper} valid for {months} months after {moment}"
)
_FRESH_MONTHS = Words(
    "{paper} dibuat paling lama {count} bulan sebelum {moment}", "{paper} issued within {count} months before {moment}"
)
_FRESH_DAYS = Words(
    "{paper} dibuat paling lama {count} hari sebelum {moment}", "{paper} issued within {count} days before {moment}"
)
_AFTER = Words("{paper} tidak lebih tua daripada {other}", "{paper} not older than the {other}")
_AGREE = Words("{field} sama pada {papers}", "{field} the same on {papers}")
_AGREE_WITH = Words("{field} pada {papers} sama dengan {against}", "{field} on {papers} the same as on {against}")
_AGE = Words("Umur {minimum} sampai {maximum} tahun{at}", "Age {minimum} to {maximum} years{at}")
_AGE_FROM = Words("Umur paling sedikit {minimum} tahun{at}", "Age at least {minimum} years{at}")
_AGE_BELOW = Words("Umur di bawah {below} tahun{at}", "Age below {below} years{at}")
_AGE_ANY = Words("Umur diketahui", "Age known")
_CERTAIN = Words(
    "Umur tidak dipertanyakan oleh surat-suratnya (batas {lines} tahun)",
    "Age not questioned by the papers (lines at {lines} years)",
)
_IS = Words("{field}: {values}", "{field}: {values}")
_SCHOOL = Words("Pendidikan paling rendah {level}", "Schooling at least {level}")
_LANGUAGE = Words("{scale} paling rendah {level}, {proof}", "{scale} at least {level}, {proof}")
_LANGUAGE_FRESH = Words(
    "{scale} paling rendah {level}, {proof}, dari {months} bulan terakhir",
    "{scale} at least {level}, {proof}, of the last {months} months",
)
_COMPETENT = Words("Punya {papers}, {proof}, masih berlaku{at}", "Has the {papers}, {proof}, still valid{at}")
_AMOUNT = Words("{field}: paling sedikit {amount}", "{field}: at least {amount}")
_YES = Words("{field}: ya", "{field}: yes")
_TARGET = Words("Tujuannya {status}", "The destination is {status}")
_ANY = Words("Salah satu: {rules}", "One of: {rules}")
_ALL = Words("Semua: {rules}", "All of: {rules}")


def entry_rules_in_words(rules: Iterable[Rule], language: Language = "id") -> list[str]:
    """One line for each rule, in the order of the rules."""
    speaker = _Speaker(packaged().lists, language)
    return [_first_large(speaker.say(rule)) for rule in rules]


def _first_large(text: str) -> str:
    return text[:1].upper() + text[1:]


class _Speaker:
    """Says rules in one language."""

    def __init__(self, lists: Lists, language: Language) -> None:
        self._lists = lists
        self._language: Language = language

    def say(self, rule: Rule) -> str:
        """One rule in words."""
        words, values = _SAYING[type(rule)](self, rule)
        return words.say(self._language, **values)

    def inside(self, rules: Iterable[Rule]) -> str:
        """Rules inside another, in one line; what opens with a word of ours opens small there."""
        said = []
        for rule in rules:
            text = self.say(rule)
            ours = not _SAYING[type(rule)](self, rule)[0].id.startswith("{")
            said.append(text[:1].lower() + text[1:] if ours else text)
        return "; ".join(said) or "-"

    def word(self, words: Words) -> str:
        """One of the small words."""
        return words.say(self._language)

    def paper(self, name: str) -> str:
        """A paper, a certificate or a test by its name."""
        return self.word(self._lists.papers[name])

    def field(self, name: str) -> str:
        """A field by its name."""
        return self.word(self._lists.fields[name]) if name in self._lists.fields else name.replace("_", " ")

    def listed(self, names: Iterable[str], joint: Words) -> str:
        """`a, b atau c`."""
        *first, last = tuple(names) or ("-",)
        return f"{', '.join(first)}{self.word(joint)}{last}" if first else last

    def value(self, value: str) -> str:
        """A value of a plain field."""
        return self.word(_VALUES[value]) if value in _VALUES else value.replace("_", " ")


Said = tuple[Words, dict[str, Any]]


def _present(speaker: _Speaker, rule: PaperPresent) -> Said:
    return _PAPER, {"paper": speaker.paper(rule.paper)}


def _proven(speaker: _Speaker, rule: ProofAtLeast) -> Said:
    return _PROVEN, {"paper": speaker.paper(rule.paper), "proof": speaker.word(_PROOFS[rule.proof])}


def _valid(speaker: _Speaker, rule: ValidBeyond) -> Said:
    paper = speaker.paper(rule.paper)
    if not rule.months:
        return _IN_DATE, {"paper": paper, "at": speaker.word(_AT[rule.of])}
    return _IN_DATE_BEYOND, {"paper": paper, "months": rule.months, "moment": speaker.word(_BEFORE[rule.of])}


def _fresh(speaker: _Speaker, rule: IssuedWithin) -> Said:
    values = {"paper": speaker.paper(rule.paper), "moment": speaker.word(_BEFORE[rule.of])}
    # Months and days are never both said in the catalogue; where they are, a month has 30 days in the words.
    if rule.days:
        return _FRESH_DAYS, {**values, "count": rule.days + 30 * rule.months}
    return _FRESH_MONTHS, {**values, "count": rule.months}


def _after(speaker: _Speaker, rule: IssuedNotBefore) -> Said:
    return _AFTER, {"paper": speaker.paper(rule.paper), "other": speaker.paper(rule.other)}


def _agree(speaker: _Speaker, rule: PapersAgree) -> Said:
    papers = speaker.listed((speaker.paper(paper) for paper in rule.papers), _AND)
    values = {"field": speaker.field(rule.field), "papers": papers}
    if rule.against is None:
        return _AGREE, values
    return _AGREE_WITH, {**values, "against": speaker.paper(rule.against)}


def _age(speaker: _Speaker, rule: AgeWindow) -> Said:
    at = speaker.word(_AT[rule.at])
    match rule.minimum, rule.below:
        case int(minimum), int(below):
            return _AGE, {"minimum": minimum, "maximum": below - 1, "at": at}
        case int(minimum), None:
            return _AGE_FROM, {"minimum": minimum, "at": at}
        case None, int(below):
            return _AGE_BELOW, {"below": below, "at": at}
        case _:
            return _AGE_ANY, {}


def _certain(speaker: _Speaker, rule: AgeCertain) -> Said:
    lines = sorted({*rule.lines, *rule.today_lines})
    return _CERTAIN, {"lines": speaker.listed(map(str, lines), _AND)}


def _is(speaker: _Speaker, rule: ValueIn) -> Said:
    values = speaker.listed((speaker.value(value) for value in rule.values), _OR)
    return _IS, {"field": speaker.field(rule.field), "values": values}


def _school(speaker: _Speaker, rule: EducationAtLeast) -> Said:
    return _SCHOOL, {"level": speaker.word(_LEVELS[rule.level])}


def _language(speaker: _Speaker, rule: LanguageAtLeast) -> Said:
    values = {
        "scale": speaker.paper(rule.scale),
        "level": level_of(LanguageScale(rule.scale), rule.rank),
        "proof": speaker.word(_PROOFS[rule.proof]),
    }
    return (_LANGUAGE, values) if rule.months is None else (_LANGUAGE_FRESH, {**values, "months": rule.months})


def _competent(speaker: _Speaker, rule: Competence) -> Said:
    papers = speaker.listed((speaker.paper(scheme) for scheme in rule.schemes), _OR)
    return _COMPETENT, {"papers": papers, "proof": speaker.word(_PROOFS[rule.proof]), "at": speaker.word(_AT[rule.of])}


def _amount(speaker: _Speaker, rule: AmountAtLeast) -> Said:
    return _AMOUNT, {"field": speaker.field(rule.field), "amount": rule.amount}


def _yes(speaker: _Speaker, rule: DeclaredYes) -> Said:
    return _YES, {"field": speaker.field(rule.field)}


def _target(speaker: _Speaker, rule: TargetOpen) -> Said:
    return _TARGET, {"status": speaker.word(_STATUSES[rule.status])}


def _any(speaker: _Speaker, rule: AnyOf) -> Said:
    return _ANY, {"rules": speaker.inside(rule.rules)}


def _all(speaker: _Speaker, rule: AllOf) -> Said:
    return _ALL, {"rules": speaker.inside(rule.rules)}


_SAYING: Mapping[type[Rule], Callable[[_Speaker, Any], Said]] = {
    PaperPresent: _present,
    ProofAtLeast: _proven,
    ValidBeyond: _valid,
    IssuedWithin: _fresh,
    IssuedNotBefore: _after,
    PapersAgree: _agree,
    AgeWindow: _age,
    AgeCertain: _certain,
    ValueIn: _is,
    EducationAtLeast: _school,
    LanguageAtLeast: _language,
    Competence: _competent,
    AmountAtLeast: _amount,
    DeclaredYes: _yes,
    TargetOpen: _target,
    AnyOf: _any,
    AllOf: _all,
}
