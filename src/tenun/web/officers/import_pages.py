"""What the pages of an import show: how far it is, its rows in words; numbers of persons stay hidden."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tenun.domain.identifiers.regions import region_name
from tenun.formats.cells import shown
from tenun.formats.columns import COLUMNS, ColumnType
from tenun.formats.problems import Problem
from tenun.intake.actions import may_be_undone
from tenun.intake.enums import WAITING, BatchState, Decision, Likeness, ListKind, Outcome
from tenun.intake.examining import retold
from tenun.intake.kinds import SHEETS
from tenun.intake.models import Batch, Row
from tenun.intake.queries import MOST_ROWS, MOST_WHOLE, Counts, content_of, rows_kept
from tenun.intake.sealing import Content
from tenun.intake.undoing import LONGEST
from tenun.people.actions import NewPerson
from tenun.people.models import Person
from tenun.shared.encryption import masked
from tenun.web.language import language
from tenun.web.officers.days import say_moment
from tenun.web.officers.side_by_side import side_by_side
from tenun.web.parts import Matrix

SHOWN = MOST_ROWS
_NUMBERS = frozenset(
    name for name, column in COLUMNS.items() if column.type in (ColumnType.NUMBER_TEXT, ColumnType.PHONE)
)


@dataclass(frozen=True, slots=True)
class ListLine:
    """One list of the office."""

    name: str
    kind: str
    url: str
    state: str
    when: str
    who: str


def list_lines(batches: Sequence[Batch]) -> list[ListLine]:
    """The lists, the newest first."""
    return [
        ListLine(
            each.name,
            str(each.get_kind_display()),
            reverse("import", args=[each.pk]),
            str(each.get_state_display()),
            say_moment(each.uploaded_at, language()),
            str(each.uploaded_by),
        )
        for each in batches
    ]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way, as the head of the page shows it."""

    name: str
    is_done: bool
    is_here: bool


@dataclass(frozen=True, slots=True)
class Count:
    """One number of the result, leading to its rows."""

    number: int
    name: str
    url: str
    is_here: bool
    is_met: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPage:
    """A list as it stands. `done` of `total` rows have passed the present job; `percent` of them for the bar."""

    name: str
    about: str
    is_sisko: bool
    state: str
    steps: tuple[Step, ...]
    counts: tuple[Count, ...]
    problems: tuple[tuple[str, bool], ...]
    is_saving: bool
    is_open: bool
    is_done: bool
    is_gone: bool
    may_drop: bool
    ready: int
    waiting: int
    written: int
    done: int
    total: int
    percent: int
    seconds: int
    url: str
    messages_url: str
    only_faulty: bool
    confirm_url: str
    drop_url: str
    columns_url: str
    undo_url: str
    undo_until: str
    is_undoing: bool
    is_undone: bool
    rule_url: str
    list_url: str


_SECONDS_A_ROW = 0.002
_STEPS = {
    BatchState.UPLOADED: 1,
    BatchState.EXAMINING: 1,
    BatchState.FAILED: 1,
    BatchState.COLUMNS: 1,
    BatchState.CANCELLED: 1,
    BatchState.EXAMINED: 2,
    BatchState.CONFIRMED: 2,
    BatchState.WRITING: 2,
}


def page_of(
    batch: Batch, counts: Counts | None, outcome: Outcome | None = None, further: tuple[Count, ...] = ()
) -> ImportPage:
    """The page of one list; without `counts` that of a job which has it. `further` are counts of its kind alone."""
    state = BatchState(batch.state)
    url = reverse("import", args=[batch.pk])
    is_open = state in (BatchState.EXAMINED, BatchState.DONE)
    ready = counts.ready if counts else 0
    total = max(batch.job_rows, batch.done_rows)
    return ImportPage(
        name=batch.name,
        about=_about(batch),
        is_sisko=batch.kind == ListKind.SISKO,
        state=str(batch.get_state_display()),
        steps=_steps(state),
        counts=(*_counts(counts, outcome, batch.kind), *further) if counts and is_open else (),
        problems=tuple((_message(each), each.is_error) for each in map(retold, batch.problems)),
        is_saving=state in (BatchState.CONFIRMED, BatchState.WRITING),
        is_open=is_open,
        is_done=state is BatchState.DONE,
        is_gone=not is_open and state not in WAITING,
        may_drop=state in (BatchState.COLUMNS, BatchState.EXAMINED, BatchState.FAILED),
        ready=ready,
        waiting=counts.waiting if counts else 0,
        written=counts_written(counts),
        done=batch.done_rows,
        total=total,
        percent=100 * batch.done_rows // total if total else 0,
        seconds=max(5, round(ready * _SECONDS_A_ROW)),
        url=url,
        messages_url=reverse("import-messages", args=[batch.pk]) if batch.file and is_open else "",
        only_faulty=batch.total_rows > MOST_WHOLE,
        confirm_url=reverse("import-confirm", args=[batch.pk]),
        drop_url=reverse("import-give-up", args=[batch.pk]),
        columns_url=reverse("import-columns", args=[batch.pk]) if batch.mapping and not counts_written(counts) else "",
        undo_url=reverse("import-undo", args=[batch.pk]) if may_be_undone(batch) else "",
        undo_until=say_moment(batch.written_at + LONGEST, language()) if batch.written_at else "",
        is_undoing=state is BatchState.UNDOING,
        is_undone=state is BatchState.UNDONE,
        rule_url=reverse("import-rule", args=[batch.pk]),
        list_url=reverse("imports"),
    )


def counts_written(counts: Counts | None) -> int:
    """How many rows were written; none while a job has the list."""
    return counts.written if counts else 0


def _about(batch: Batch) -> str:
    kind = str(batch.get_kind_display()) if batch.kind == ListKind.SISKO else ""
    rows = ngettext("%d baris", "%d baris", batch.total_rows) % batch.total_rows if batch.total_rows else ""
    return " · ".join(filter(None, (kind, rows, str(batch.uploaded_by), say_moment(batch.uploaded_at, language()))))


def _steps(state: BatchState) -> tuple[Step, ...]:
    here = _STEPS.get(state, 4)
    names = (_("Unggah"), _("Periksa"), _("Simpan"), _("Selesai"))
    return tuple(Step(name, number < here, number == here) for number, name in enumerate(names))


def _counts(counts: Counts, here: Outcome | None, kind: str) -> tuple[Count, ...]:
    names = {
        Outcome.NEW: _("Orang baru"),
        Outcome.CHANGED: _("Catatan Sisko baru") if kind == ListKind.SISKO else _("Berubah"),
        Outcome.SAME: _("Sama dengan yang ada"),
        Outcome.DOUBTFUL: _("Mungkin orang yang sama"),
        Outcome.REFUSED: _("Perlu diperbaiki"),
    }
    return tuple(
        Count(counts.by_outcome[each], name, f"?hasil={each}", each is here, each is Outcome.NEW)
        for each, name in names.items()
    )


def title_of(outcome: Outcome, count: int, kind: str) -> str:
    """The heading over the rows of one outcome."""
    titles = {
        Outcome.NEW: _("%d orang baru"),
        Outcome.CHANGED: _("%d orang mendapat catatan Sisko baru") if kind == ListKind.SISKO else _("%d orang berubah"),
        Outcome.SAME: _("%d baris sama dengan yang ada"),
        Outcome.DOUBTFUL: _("%d baris mungkin orang yang sudah terdaftar"),
        Outcome.REFUSED: _("%d baris perlu diperbaiki"),
    }
    return titles[outcome] % count


def kept_lines(batch: Batch) -> list["RowLine"]:
    """What of an import that was taken back stays as saved, and why; at most fifty rows."""
    lines = []
    for row in rows_kept(batch):
        content = content_of(row)
        url = reverse("berkas", args=[row.person_id]) if row.person_id else ""
        said = Problem("import.touched", row.number, "nama").kind.what.say(language())
        lines.append(RowLine(row.number, _cell(content, "nama"), said, "", "", url))
    return lines


@dataclass(frozen=True, slots=True)
class RowLine:
    """One line of a table of rows: what stands in the list, what is wrong or changes, and what to do."""

    number: int
    head: str
    first: str
    second: str
    third: str
    url: str


def rows_of(outcome: Outcome, rows: Sequence[Row], contents: Mapping[int, Content]) -> list[RowLine]:
    """The rows of an outcome that no officer decides about."""
    lines: list[RowLine] = []
    for row in rows:
        content = contents[row.number]
        url = reverse("berkas", args=[row.person_id]) if row.person_id else ""
        if outcome == Outcome.REFUSED:
            lines += [_fault(row.number, each, content) for each in content.problems if each.is_error]
        elif outcome == Outcome.CHANGED:
            lines += [
                RowLine(row.number, _cell(content, "nama"), each.column, _seen(each.column, each.before), after, url)
                for each in content.changes
                if (after := _seen(each.column, each.after)) is not None
            ]
        else:
            place = region_name(_cell(content, "desa")) if _cell(content, "desa") else ""
            target = _cell(content, "tujuan") or _cell(content, "sisko_tujuan")
            lines.append(
                RowLine(row.number, _cell(content, "nama"), _cell(content, "tanggal_lahir"), place, target, url)
            )
    return lines


def _fault(number: int, problem: Problem, content: Content) -> RowLine:
    written = _cell(content, problem.column or "") or _("(kosong)")
    values = {"row": problem.row, "column": problem.column, "value": problem.value, **dict(problem.details)}
    what, to_do = (words.say(language(), **values) for words in (problem.kind.what, problem.kind.what_to_do))
    return RowLine(number, problem.column or "", written, what, to_do, problem.code)


def _message(problem: Problem) -> str:
    return problem.message(language())


def _cell(content: Content, column: str) -> str:
    return shown(content.cells.get(column)).strip()


def _seen(column: str, text: str) -> str:
    return masked(text) if text and column in _NUMBERS else text


@dataclass(frozen=True, slots=True)
class Doubt:
    """One doubtful row: who stands in the list, whom she looks like, why, and what was decided."""

    number: int
    name: str
    about: str
    alike: tuple[tuple[str, str], ...]
    elsewhere: tuple[tuple[str, str], ...]
    twin: int | None
    why: str
    decision: str
    is_written: bool
    url: str


def doubts(
    batch: Batch, rows: Sequence[Row], contents: Mapping[int, Content], known: Mapping[int, Person]
) -> list[Doubt]:
    """The doubtful rows; of another district's file only office and initials are told."""
    found = []
    for row in rows:
        content = contents[row.number]
        place = _cell(content, "desa")
        about = [_("baris %d") % row.number, region_name(place) if place else "", _cell(content, "tanggal_lahir")]
        found.append(
            Doubt(
                row.number,
                _cell(content, "nama"),
                " · ".join(part for part in about if part),
                tuple((known[each].full_name, f"{each:06d}") for each in row.candidates if each in known),
                tuple((region_name(each["district"]), each["initials"]) for each in row.elsewhere),
                row.twin,
                str(row.get_why_display()),
                str(row.get_decision_display()),
                row.is_written,
                reverse("import-row", args=[batch.pk, row.number]),
            )
        )
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class RowPage:
    """One doubtful row beside what it looks like. `persons` are numbers and tickets of files that it may be."""

    list_name: str
    list_url: str
    number: int
    name: str
    why: str
    matrix: Matrix | None
    persons: tuple[tuple[int, str], ...]
    elsewhere: tuple[tuple[str, str, str], ...]
    twin: int | None
    may_be_twin: bool
    may_be_same: bool


def row_page(batch: Batch, row: Row, content: Content) -> RowPage:
    """What an officer needs to decide about one row."""
    dossier = SHEETS[batch.kind].read_row(content.cells, row.number).dossier
    persons = list(Person.objects.filter(pk__in=row.candidates).order_by("id"))
    new = NewPerson.of(dossier, district_code=batch.district_code) if dossier is not None else None
    hers_already = row.why == Likeness.NAME and row.person_id is not None and row.decision != Decision.SAME
    return RowPage(
        list_name=batch.name,
        list_url=f"{reverse('import', args=[batch.pk])}?hasil={Outcome.DOUBTFUL}",
        number=row.number,
        name=_cell(content, "nama"),
        why=str(row.get_why_display()),
        matrix=side_by_side(new, _("Baris %d") % row.number, persons) if new is not None and persons else None,
        persons=tuple((each.pk, f"{each.full_name} · {each.pk:06d}") for each in persons),
        elsewhere=tuple(
            (region_name(each["district"]), each["initials"], reverse("transfer-ask", args=[each["handle"]]))
            for each in row.elsewhere
        ),
        twin=row.twin,
        may_be_twin=row.twin is not None and not persons,
        may_be_same=bool(persons) and not hers_already,
    )
