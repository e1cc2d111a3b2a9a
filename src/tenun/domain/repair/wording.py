"""Plans and findings in words, from the catalogue's lists, for every screen and paper that shows them."""

from collections.abc import Iterable

from tenun.domain.assessment import Finding
from tenun.domain.catalogue import Action, Lists, Payer
from tenun.domain.repair.plan import PlanStep
from tenun.domain.words import Language, Words

_AND = Words(" dan ", " and ")
_ONE_DAY = Words("1 hari kerja", "1 working day")
_DAYS = Words("{count} hari kerja", "{count} working days")

PAYERS = {
    Payer.FREE: Words("gratis", "free"),
    Payer.WORKER: Words("ditanggung sendiri", "paid by herself"),
    Payer.EMPLOYER: Words("ditanggung majikan", "paid by the employer"),
    Payer.STATE: Words("ditanggung negara", "paid by the state"),
    Payer.REGION: Words("ditanggung daerah", "paid by the region"),
    Payer.UNKNOWN: Words("belum jelas siapa yang menanggung", "payer not clear"),
}
TOGETHER = {
    Action.SHOW: Words("Tunjukkan: {things}", "Show: {things}"),
    Action.SHOW_ORIGINAL: Words("Tunjukkan yang asli: {things}", "Show the originals: {things}"),
    Action.DECLARE: Words("Tanyakan dan catat: {things}", "Ask and record: {things}"),
}
"""What is done at once at the counter stands on one line for each way."""

AFTER = Words("sesudah langkah {steps}", "after step {steps}")
COURT = Words("mungkin lewat pengadilan", "may need a court")


def listed(names: Iterable[str], language: Language) -> str:
    """`a`, `a dan b`, `a, b dan c`."""
    *first, last = names
    return f"{', '.join(first)}{_AND.say(language)}{last}" if first else last


def working_days(days: int, language: Language) -> str:
    """`1 hari kerja`, `5 hari kerja`."""
    return (_ONE_DAY if days == 1 else _DAYS).say(language, count=days)


def is_at_once(step: PlanStep) -> bool:
    """Whether it is done while she stands at the counter."""
    return step.days == 0 and step.step.action in TOGETHER


def may_need_court(step: PlanStep) -> bool:
    """Whether another office may send her on to the court."""
    return step.step.court and step.office != "court"


def paper_names(lists: Lists, papers: Iterable[str], language: Language) -> str:
    """The papers by the names people use."""
    return listed([lists.papers[paper].say(language) for paper in papers], language)


def step_title(lists: Lists, step: PlanStep, language: Language) -> str:
    """What to do, in one line."""
    fields = [lists.fields[name].say(language) for name in step.fields if name in lists.fields]
    return step.step.title.say(
        language,
        paper=lists.papers[step.paper].say(language),
        field=listed(fields, language) if fields else "",
    )


def place(lists: Lists, desk: str | None, office: str | None, language: Language) -> str:
    """Where it is done: the desk, or the office when no desk does it, or both."""
    names = []
    if desk is not None:
        names.append(lists.desks[desk].say(language))
    if office is not None:
        names.append(lists.offices[office].name.say(language))
    return ", ".join(names)


def reason_words(lists: Lists, reason: str, language: Language) -> str:
    """Why a finding stands as it does; a reason that ends in a number shares the words of its kind."""
    kind = reason if reason in lists.reasons else reason.rpartition("_")[0]
    return lists.reasons[kind].say(language)


def finding_line(lists: Lists, finding: Finding, language: Language) -> str:
    """One finding in one line: what is asked, and how it stands."""
    return f"{finding.requirement.title.say(language)}: {reason_words(lists, finding.reason, language)}"
