"""Berkas: one person's file as an officer sees it, built from what the domain judged. No database, no clock."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from tenun.domain.assessment import Assessment, Verdict, fitting_instead
from tenun.domain.calendar import age_on
from tenun.domain.catalogue import Catalogue, packaged
from tenun.domain.comparison import Comparison
from tenun.domain.papers import Sex
from tenun.domain.repair import Plan
from tenun.domain.repair.wording import is_at_once, paper_names, place
from tenun.domain.states import READY_STATES
from tenun.domain.wording import STAGES, say_day
from tenun.domain.words import Language
from tenun.shared.encryption import masked
from tenun.web import parts
from tenun.web.officers import words
from tenun.web.officers.days import say_full_day, say_moment, say_rupiah, working_day
from tenun.web.officers.findings import FindingsView, GateFindings, count_expiring
from tenun.web.officers.matrix import build_matrix
from tenun.web.officers.paper_cards import PaperOnFile, later_papers, paper_cards
from tenun.web.officers.timeline import Schedule, build_timeline, say_days, say_line
from tenun.web.parts import LogLine, Look, Matrix, Pair, PaperCard, Sign, Text, Timeline, Tone, compose, plain


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFacts:
    """Who she is, as the page shows her. Numbers come in clear and are masked here; nothing else keeps them."""

    name: str
    ticket: str = ""
    sex: Sex | None = None
    birth_date: date | None = None
    village: str = ""
    stage: str = ""
    nik: str = ""
    family_card_number: str = ""
    safe_contact: str = ""
    external_numbers: tuple[tuple[str, str], ...] = ()
    other_names: str = ""

    @property
    def first_name(self) -> str:
        """How the page speaks of her."""
        return self.name.split()[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """One change of the journey, as its log holds it."""

    what: str
    at: datetime
    who: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LookEntry:
    """One reading of the file, as the audit trail holds it."""

    who: str
    office: str
    at: datetime
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BerkasLinks:
    """Where the page leads; what is empty is not offered. `show_numbers` is a POST, for opening is an act.

    `record_each` leads to the page of each kind of paper. On a `stop` only `show_numbers`, `hand_over`, `journey` and
    `readers` are offered, whatever else is given, unless protection itself is looking (`may_mend_stop`).
    """

    record_paper: str = ""
    print_plan: str = ""
    change_target: str = ""
    other_day: str = ""
    show_numbers: str = ""
    hand_over: str = ""
    readers: str = ""
    journey: str = ""
    may_mend_stop: bool = False
    data: str = ""
    record_each: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NextStep:
    """What to do now: the step, a line on where, and what to bring."""

    title: str
    place: str = ""
    bring: str = ""


@dataclass(frozen=True, slots=True)
class Button:
    """The one filled button of the page."""

    label: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BerkasPage:
    """Exactly what the template shows."""

    name: str
    first_name: str
    about: tuple[Pair, ...]
    numbers: tuple[Pair, ...]
    safe_contact: str
    verdict: parts.Verdict
    next_step: NextStep
    gates: tuple[GateFindings, ...]
    matrix: Matrix | None
    plan: Timeline | None
    papers: tuple[PaperCard, ...]
    later_papers: str
    log: tuple[LogLine, ...]
    looks: tuple[Look, ...]
    print_label: str
    button: Button | None
    links: BerkasLinks

    @property
    def gate_links(self) -> tuple[parts.Gate, ...]:
        """The gates on top, as links to their findings."""
        return tuple(each.gate for each in self.gates)

    @property
    def has_scans(self) -> bool:
        """Whether any paper has a picture to show."""
        return any(paper.scan_url for paper in self.papers)


@dataclass(frozen=True)
class _Case:
    """One person's answer, with everything that the sentences about it are made from."""

    person: PersonFacts
    judged: Assessment
    plan: Plan
    schedule: Schedule
    catalogue: Catalogue
    start: date
    language: Language
    blocking: tuple[int, int]


def berkas_page(
    *,
    person: PersonFacts,
    judged: Assessment,
    plan: Plan,
    comparison: Comparison,
    papers: Sequence[PaperOnFile] = (),
    log: Sequence[LogEntry] = (),
    looks: Sequence[LookEntry] = (),
    links: BerkasLinks | None = None,
    start: date | None = None,
    catalogue: Catalogue | None = None,
    language: Language = "id",
) -> BerkasPage:
    """The page of one file. `start` is the day on which the plan begins, the day of judging when not given.

    A `stop` shows no plan and no comparison: nothing may be mended before protection has looked at it.
    """
    catalogue = catalogue or packaged()
    schedule = Schedule(plan)
    records = {paper.kind: paper.record for paper in papers}
    view = FindingsView(judged, comparison, records, schedule, catalogue.lists, language)
    begins = start or judged.on
    case = _Case(person, judged, plan, schedule, catalogue, begins, language, view.blocking())
    stopped = judged.verdict is Verdict.STOP
    offered = _offered(links or BerkasLinks(), judged.verdict)
    return BerkasPage(
        name=person.name,
        first_name=person.first_name,
        about=tuple(_about(case)),
        numbers=tuple(_numbers(person)),
        safe_contact=person.safe_contact,
        verdict=_verdict(case),
        next_step=_next_step(case),
        gates=view.by_gate(),
        matrix=None
        if stopped
        else build_matrix(records=records, comparison=comparison, plan=plan, lists=catalogue.lists, language=language),
        plan=None
        if stopped
        else build_timeline(catalogue, schedule, begins, language, certain=not plan.left and case.blocking[0] > 0),
        papers=paper_cards(
            papers=papers,
            judged=judged,
            plan=plan,
            lists=catalogue.lists,
            language=language,
            urls=offered.record_each,
        ),
        later_papers=later_papers(papers=papers, judged=judged, lists=catalogue.lists, language=language),
        log=tuple(LogLine(each.what, say_moment(each.at, language), each.who, each.reason) for each in log),
        looks=tuple(Look(each.who, each.office, say_moment(each.at, language), each.what) for each in looks),
        print_label=words.PRINT.say(language, name=person.first_name),
        button=_button(case, offered),
        links=offered,
    )


def _about(case: _Case) -> list[Pair]:
    person, language = case.person, case.language
    about = [Pair(words.TICKET.say(language), person.ticket, digits=True)] if person.ticket else []
    about.append(Pair(words.TARGET.say(language), case.judged.target.entry.title.say(language)))
    if person.other_names:
        about.append(Pair(words.OTHER_NAMES.say(language), person.other_names))
    if person.stage:
        about.append(Pair(words.STAGE.say(language), person.stage))
    who = [words.SEXES[person.sex].say(language)] if person.sex is not None else []
    if person.birth_date is not None and case.judged.verdict is not Verdict.STOP:  # Her age is what is in doubt.
        who.append(words.YEARS.say(language, age=age_on(person.birth_date, case.judged.on)))
    said = " · ".join(filter(None, (", ".join(who), person.village)))
    return [*about, Pair(words.PERSON.say(language), said)] if said else about


def _numbers(person: PersonFacts) -> list[Pair]:
    """Her numbers, hidden but for their last four signs; numbers of other systems stand as they are."""
    own = [("NIK", person.nik), ("KK", person.family_card_number)]
    hidden = [Pair(name, masked(number), digits=True) for name, number in own if number]
    return [*hidden, *(Pair(name, number, digits=True) for name, number in person.external_numbers)]


def _verdict(case: _Case) -> parts.Verdict:
    judged, language = case.judged, case.language
    stage = STAGES[judged.for_state].say(language)
    note = words.JUDGED.say(language, day=say_day(judged.on, language), stage=stage)
    match judged.verdict:
        case Verdict.READY:
            return _ready(case, note)
        case Verdict.STOP:
            line = plain(words.STOP_LINE.say(language))
            return parts.Verdict(Sign.BLOCK, Tone.BLOCKS, words.STOP.say(language), (line,), note)
        case Verdict.NOT_THIS_TARGET:
            title = words.NOT_THIS_TARGET.say(language)
            return parts.Verdict(Sign.BLOCK, Tone.BLOCKS, title, tuple(_instead(case)), note)
        case _:
            return _repair(case, note)


def _ready(case: _Case, note: str) -> parts.Verdict:
    judged, language = case.judged, case.language
    stage = STAGES[judged.for_state].say(language)
    title = words.READY_FOR.get(judged.for_state, words.READY).say(language, stage=stage)
    expiring = count_expiring(judged.findings)
    if expiring:
        title = words.READY_BUT.say(language, ready=title, count=expiring)
    lines = [_following(case)]
    if judged.next_change_on is not None:
        lines.append(compose(words.CHECK_AGAIN.say(language), day=say_day(judged.next_change_on, language)))
    sign, tone = (Sign.CLOCK, Tone.EXPIRES) if expiring else (Sign.MET, Tone.MET)
    return parts.Verdict(sign, tone, title, tuple(lines), note)


def _following(case: _Case) -> Text:
    reached = case.judged.ready_for
    if reached is None or reached is READY_STATES[-1]:
        return plain(words.ALL_STAGES.say(case.language))
    following = STAGES[READY_STATES[reached.order + 1]].say(case.language)
    return compose(words.NEXT_STAGE.say(case.language), stage=following)


def _repair(case: _Case, note: str) -> parts.Verdict:
    known, unknown = case.blocking
    language = case.language
    if not known:
        title = words.NOT_JUDGED.say(language, count=unknown)
        return parts.Verdict(Sign.QUESTION, Tone.PLAIN, title, tuple(_prospect(case)), note)
    lines = list(_prospect(case))
    if unknown:
        lines.append(plain(words.ALSO_UNKNOWN.say(language, count=unknown)))
    return parts.Verdict(Sign.BLOCK, Tone.BLOCKS, words.NOT_READY.say(language, count=known), tuple(lines), note)


def _prospect(case: _Case) -> list[Text]:
    """When she can be ready and what it costs her."""
    if not case.schedule.lines:
        return []
    language, plan = case.language, case.plan
    end = say_full_day(working_day(case.start, plan.days), language)
    if plan.left:
        lines = [compose(words.JUDGED_AGAIN.say(language), day=end)]
    elif plan.days:
        begin = say_day(case.start, language)
        lines = [compose(words.EARLIEST.say(language), day=end, start=plain(begin))]
    else:
        visit = words.ONE_VISIT_READY if case.blocking[0] else words.ONE_VISIT_JUDGED
        lines = [compose(visit.say(language), day=end)]
    if plan.cost_worker_rupiah:
        cost = say_rupiah(plan.cost_worker_rupiah)
        return [*lines, compose(words.HER_COST.say(language), cost=cost)]
    return [*lines, plain(words.HER_COST_FREE.say(language))]


def _deciding(case: _Case) -> list[str]:
    """What is to be done about that which rules this destination out."""
    return list(dict.fromkeys(item.requirement.todo.say(case.language) for item in case.judged.deciding))


def _instead(case: _Case) -> list[Text]:
    """What she can do when it cannot be this destination: wait, or another one that fits."""
    judged, language = case.judged, case.language
    lines = [plain(f"{todo}.") for todo in _deciding(case)]
    if judged.possible_on is not None:
        lines.append(compose(words.POSSIBLE.say(language), day=say_day(judged.possible_on, language)))
    others = [target.entry.title.say(language) for target in fitting_instead(case.catalogue, judged)]
    if others:
        lines.append(compose(words.OTHERS.say(language), targets=plain("; ".join(others))))
    return lines


def _offered(links: BerkasLinks, verdict: Verdict) -> BerkasLinks:
    """Where the page may lead: from a `stop` no way leads around protection."""
    if verdict is Verdict.STOP and not links.may_mend_stop:
        kept = {name: getattr(links, name) for name in ("show_numbers", "hand_over", "journey", "readers")}
        return BerkasLinks(**kept)
    return replace(links, hand_over="")


def _button(case: _Case, links: BerkasLinks) -> Button | None:
    language = case.language
    choices = {
        Verdict.STOP: (words.HAND_OVER, links.hand_over),
        Verdict.NOT_THIS_TARGET: (words.CHOOSE_TARGET, links.change_target),
    }
    label, url = choices.get(case.judged.verdict, (words.RECORD_PAPER, links.record_paper))
    if url == links.record_paper and case.schedule.lines:
        url = links.record_each.get(case.schedule.lines[0].steps[0].paper, url)
    return Button(label.say(language), url) if url else None


def _without_plan(case: _Case) -> str:
    """What is next when no step of repair is: another destination, or the next stage."""
    judged, language = case.judged, case.language
    if judged.verdict is Verdict.NOT_THIS_TARGET:
        return _deciding(case)[0]
    reached = judged.ready_for
    if reached is None or reached is READY_STATES[-1]:
        return words.NOTHING_OPEN.say(language)
    return words.GO_ON.say(language, stage=STAGES[READY_STATES[reached.order + 1]].say(language))


def _next_step(case: _Case) -> NextStep:
    """The one thing to do now."""
    language, lists = case.language, case.catalogue.lists
    if case.judged.verdict is Verdict.STOP:
        return NextStep(words.HANDED_OVER.say(language), lists.offices["ppa"].name.say(language))
    if not case.schedule.lines:
        return NextStep(_without_plan(case))
    line = case.schedule.lines[0]
    first = line.steps[0]
    effort = say_days(line.days, language)
    where = "" if is_at_once(first) else place(lists, first.desk, first.office, language)
    at = words.AT.say(language, place=where, effort=effort) if where else ""
    papers = dict.fromkeys(paper for step in line.steps for paper in step.step.bring)
    bring = words.BRING.say(language, papers=paper_names(lists, papers, language)) if papers else ""
    return NextStep(say_line(lists, line, language), at, bring)
