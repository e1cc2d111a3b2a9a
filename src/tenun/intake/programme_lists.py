"""Files of programmes: looked through without writing, asked about, then written in one transaction.

The file itself is read anew each time somebody looks, so that what was said of a spelling in the meantime counts. The
same file again changes nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from enum import StrEnum
from hashlib import sha256

from django.db import connections, transaction
from django.utils.text import get_valid_filename

from tenun.domain.programmes import FOLLOWS, Contact, PartnerRole, ProgrammeRecord, ProgrammeStatus, ServiceLine
from tenun.formats.problems import Problem
from tenun.formats.programme_files import ProgrammeFile, read_programme_file
from tenun.intake.files import in_memory, plain_name
from tenun.intake.programme_models import ProgrammeList, ProgrammeListState
from tenun.organisations.models import Organisation, User
from tenun.organisations.register import Known, Lookup, Register
from tenun.partnership.actions.programmes import change_programme, enter_programme
from tenun.partnership.models import Programme
from tenun.partnership.programmes import programmes, record_of
from tenun.shared.clock import now
from tenun.shared.encryption import decrypt_bytes, encrypt_bytes

KEPT = timedelta(days=30)
_SILENT = frozenset({"kept", "source", "source_url", "checked_on", "owner", "partners"})
"""Fields whose change alone is no news; organisations are compared as the register has them."""

_NOTHING: tuple[object, ...] = (None, "", (), Contact())


class Fate(StrEnum):
    """What will become of one programme of a file."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    ASK_NAME = "ask_name"
    ASK_SERVICE = "ask_service"
    REFUSED = "refused"


WRITTEN = frozenset({Fate.NEW, Fate.CHANGED})


class ListClosed(Exception):  # noqa: N818  It tells a state; it is not a fault.
    """The file was written or given up already; nothing was changed."""


class ListNotFound(Exception):  # noqa: N818  There is no such file for whoever asks.
    """There is no such file, or none in the scope of whoever asks; nobody is told which."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """One programme of a file: where it stands there, what becomes of it, which of its fields would change.

    `asked` are the names that nobody knows yet; `owner` and `partners` are set when there are none.
    """

    row: int
    record: ProgrammeRecord
    fate: Fate
    programme: Programme | None = None
    changes: tuple[str, ...] = ()
    asked: tuple[Lookup, ...] = ()
    owner: Organisation | None = None
    partners: tuple[tuple[PartnerRole, Organisation], ...] = ()


@dataclass(frozen=True, slots=True)
class Examined:
    """A file as it was looked through: its programmes, its problems, and how many there are of each fate."""

    form: str
    rows: tuple[Incoming, ...]
    problems: tuple[Problem, ...]

    def count(self, fate: Fate) -> int:
        """How many programmes have this fate."""
        return sum(row.fate is fate for row in self.rows)


def keep_list(*, content: bytes, name: str, by: User) -> ProgrammeList:
    """Keeps a file that can be read, to be looked through. Raises `UnreadableFile`; nothing was kept then."""
    plain = plain_name(get_valid_filename(name) or "program")
    with in_memory(content, plain) as path:
        read_programme_file(path)
    return ProgrammeList.objects.create(
        name=plain,
        content=encrypt_bytes(content),
        digest=sha256(content).hexdigest(),
        uploaded_by=by,
        uploaded_at=now(),
    )


def examine(kept: ProgrammeList) -> Examined:
    """What would become of each programme; nothing is written. Raises `ListClosed` when its content is gone."""
    if kept.content is None:
        raise ListClosed
    with in_memory(decrypt_bytes(bytes(kept.content)), kept.name) as path:
        file = read_programme_file(path)
    return Examined(file.form, tuple(_looked_through(file, kept)), file.problems)


def _looked_through(file: ProgrammeFile, kept: ProgrammeList) -> Iterator[Incoming]:
    register = Register()
    known = {each.identifier: each for each in programmes()}
    day = kept.uploaded_at.date()
    for read in file.programmes:
        record = _completed(read.record, kept, day)
        yield _incoming(read.row, record, known.get(record.identifier), register)


def _completed(record: ProgrammeRecord, kept: ProgrammeList, day: date) -> ProgrammeRecord:
    """With the services that somebody said, and the file as its source where it names none."""
    said: Mapping[str, list[str]] = kept.services
    services = record.services or tuple(map(ServiceLine, said.get(record.identifier, ())))
    return replace(record, services=services, source=record.source or kept.name, checked_on=record.checked_on or day)


def _incoming(row: int, record: ProgrammeRecord, programme: Programme | None, register: Register) -> Incoming:
    owner = register.look_up(record.owner.name, record.owner.ref)
    partners = [
        (each.role, register.look_up(each.organisation.name, each.organisation.ref)) for each in record.partners
    ]
    asked = [each for each in (owner, *(lookup for _, lookup in partners)) if each.known is Known.ASK]
    if asked:
        unique = {(each.name, each.offered): each for each in asked}
        return Incoming(row, record, Fate.ASK_NAME, programme, asked=tuple(unique.values()))
    if not record.services and programme is None:
        return Incoming(row, record, Fate.ASK_SERVICE)
    if programme is not None:
        record = _over(record_of(programme), record)
    named = tuple((role, lookup.organisation) for role, lookup in partners if lookup.organisation)
    found = Incoming(row, record, Fate.NEW, programme, owner=owner.organisation, partners=named)
    return found if programme is None else _beside(found, programme)


def _over(before: ProgrammeRecord, after: ProgrammeRecord) -> ProgrammeRecord:
    """What the file says over what is on file: an empty field says nothing, and no form of file holds all of them.

    An idea is the least that a file says of a status, so it takes nothing back.
    """
    empty = {each.name for each in fields(after) if getattr(after, each.name) in _NOTHING}
    empty |= {"status"} if after.status is ProgrammeStatus.IDEA else set()
    return replace(after, **{name: getattr(before, name) for name in empty - {"partners"}})


def _beside(incoming: Incoming, programme: Programme) -> Incoming:
    """The programme of the file beside the one on file."""
    before, after = record_of(programme), incoming.record
    if after.status is not before.status and after.status not in FOLLOWS[before.status]:
        return replace(incoming, fate=Fate.REFUSED, changes=("status",))
    changes = [each.name for each in fields(after) if each.name not in _SILENT and _differs(before, after, each.name)]
    if incoming.owner is not None and programme.owner_id != incoming.owner.pk:
        changes.append("owner")
    kept = {(PartnerRole(each.role), each.organisation_id) for each in programme.partners.all()}
    if kept != {(role, organisation.pk) for role, organisation in incoming.partners}:
        changes.append("partners")
    fate = Fate.CHANGED if changes else Fate.SAME
    return replace(incoming, fate=fate, changes=tuple(changes))


def _differs(before: ProgrammeRecord, after: ProgrammeRecord, name: str) -> bool:
    one, other = getattr(before, name), getattr(after, name)
    if isinstance(one, tuple) and name != "entry_rules":
        return sorted(map(repr, one)) != sorted(map(repr, other))
    return bool(one != other)


@transaction.atomic
def say_services(*, kept: ProgrammeList, identifier: str, services: Iterable[ServiceLine]) -> None:
    """What a programme gives that says nothing of it itself. Raises `ListClosed`."""
    locked = _open(kept)
    locked.services = {**locked.services, identifier: [str(each) for each in services]}
    locked.save(update_fields=["services"])


@transaction.atomic
def write_list(*, kept: ProgrammeList, by: User) -> tuple[int, int]:
    """Writes what is new and what has changed, all of it or nothing; how many of each. Raises `ListClosed`.

    What has to be asked first stays in the file, which can be looked through again.
    """
    locked = _open(kept)
    examined = examine(locked)
    for row in examined.rows:
        if row.fate is Fate.NEW and row.owner is not None:
            enter_programme(record=row.record, owner=row.owner, partners=row.partners, by=by)
        elif row.fate is Fate.CHANGED and row.programme is not None and row.owner is not None:
            change_programme(programme=row.programme, record=row.record, owner=row.owner, partners=row.partners, by=by)
    made, changed = examined.count(Fate.NEW), examined.count(Fate.CHANGED)
    locked.made += made
    locked.changed += changed
    if not examined.count(Fate.ASK_NAME) and not examined.count(Fate.ASK_SERVICE):
        locked.state, locked.written_at, locked.written_by = ProgrammeListState.WRITTEN, now(), by
    locked.save()
    return made, changed


@transaction.atomic
def give_up_list(*, kept: ProgrammeList) -> None:
    """Drops a file; its content goes at once. Raises `ListClosed`."""
    locked = _open(kept)
    locked.state, locked.content = ProgrammeListState.GIVEN_UP, None
    locked.save(update_fields=["state", "content"])


def forget_programme_lists(using: str = "worker") -> int:
    """Removes the content of files that are thirty days old; how many."""
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        cursor.execute("SET LOCAL tenun.in_bulk = 'on'")
        old = ProgrammeList.objects.using(using).filter(uploaded_at__lt=now() - KEPT, content__isnull=False)
        return old.update(content=None)


def lists() -> list[ProgrammeList]:
    """The files of the last weeks, the newest first. One query."""
    return list(ProgrammeList.objects.select_related("uploaded_by").defer("content").order_by("-pk")[:20])


def get_list(list_id: int) -> ProgrammeList:
    """One file with who sent and who wrote it. Raises `ListNotFound`. One query."""
    found = ProgrammeList.objects.select_related("uploaded_by", "written_by").filter(pk=list_id).first()
    if found is None:
        raise ListNotFound
    return found


def _open(kept: ProgrammeList) -> ProgrammeList:
    locked = ProgrammeList.objects.select_for_update(of=("self",)).get(pk=kept.pk)
    if locked.state != ProgrammeListState.EXAMINED or locked.content is None:
        raise ListClosed
    return locked
