"""Entering a programme, changing it, moving it on, and what its owner says of it by a personal link.

Each is one transaction. What the row holds before and after stands in its history, by trigger.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.db import connections, transaction

from tenun.domain.programmes import FOLLOWS, PartnerRole, ProgrammeRecord, ProgrammeStatus
from tenun.formats.entry_rules import entry_rules_as_json
from tenun.organisations.models import Organisation, User
from tenun.partnership.enums import ProgrammeAnswer
from tenun.partnership.models import PersonalLink, Programme, ProgrammeCapacity, ProgrammePartner, ProgrammeStep
from tenun.shared.clock import now, today

Partners = Sequence[tuple[PartnerRole, Organisation]]

_PLAIN = (
    *("title", "description", "target_group", "planned_start", "actual_start", "planned_end", "actual_end"),
    *("entry_words", "source", "source_url", "checked_on", "counterpart", "budget_code", "next_step", "kept"),
)
"""Fields of the record that are columns of the same name."""

CONTACT_KEPT = timedelta(days=365)


class ProgrammeKnown(Exception):  # noqa: N818  It tells a state; it is not a fault.
    """There is a programme of this identifier already."""


class NotThisWay(Exception):  # noqa: N818  It tells a state; it is not a fault.
    """A programme does not go from its status to that one."""


class ChangedMeanwhile(Exception):  # noqa: N818  It tells a state; it is not a fault.
    """Somebody else changed the programme since it was read; nothing was written."""


@transaction.atomic
def enter_programme(
    *, record: ProgrammeRecord, owner: Organisation, partners: Partners, by: User, is_demo: bool = False
) -> Programme:
    """A new programme. Raises `ProgrammeKnown`."""
    if Programme.objects.filter(identifier=record.identifier).exists():
        raise ProgrammeKnown
    programme = Programme.objects.create(
        identifier=record.identifier,
        owner=owner,
        status=record.status,
        is_demo=is_demo,
        entered_at=now(),
        entered_by=by,
        **_columns(record),
    )
    _hang_on(programme, record, partners)
    ProgrammeStep.objects.create(programme=programme, at=now(), by=by, after=record.status)
    return programme


@transaction.atomic
def change_programme(
    *,
    programme: Programme,
    record: ProgrammeRecord,
    owner: Organisation,
    partners: Partners,
    by: User,
    version: int | None = None,
) -> Programme:
    """Writes the record over the programme; its identifier stays. A status of the record is a step of its own.

    With `version` only over what was read. Raises `ChangedMeanwhile`, `NotThisWay`.
    """
    kept = Programme.objects.select_for_update(of=("self",)).get(pk=programme.pk)
    if version is not None and kept.version != version:
        raise ChangedMeanwhile
    for name, value in _columns(record).items():
        setattr(kept, name, value)
    kept.owner = owner
    kept.version += 1
    _move(kept, record.status, by=by)
    kept.save()
    kept.partners.all().delete()
    kept.capacities.all().delete()
    _hang_on(kept, record, partners)
    return kept


@transaction.atomic
def answer_about_programme(*, link: PersonalLink, answer: ProgrammeAnswer, words: str) -> None:
    """What its owner says by the link: still so, ended, or changed in these words, which the keeper then works in."""
    programme = Programme.objects.select_for_update(of=("self",)).get(pk=link.subject_id)
    programme.version += 1
    if answer is ProgrammeAnswer.CHANGED:
        _note(programme, link, words)
    else:
        programme.checked_on = today()
    if answer is ProgrammeAnswer.ENDED:
        _move(programme, ProgrammeStatus.ENDED, link=link, why=words)
        programme.actual_end = programme.actual_end or today()
    programme.save()


def forget_contacts(on: date, using: str = "worker") -> int:
    """Removes the contact of every programme that ended a year before that day; how many."""
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        cursor.execute("SET LOCAL tenun.in_bulk = 'on'")
        ended = Programme.objects.using(using).filter(status=ProgrammeStatus.ENDED, actual_end__lt=on - CONTACT_KEPT)
        named = ended.exclude(contact_name="", contact_post="", contact_email=None, contact_phone=None)
        return named.update(contact_name="", contact_post="", contact_email=None, contact_phone=None)


def _note(programme: Programme, link: PersonalLink, words: str) -> None:
    ProgrammeStep.objects.create(
        programme=programme,
        at=now(),
        by_link=link.addressee,
        before=programme.status,
        after=programme.status,
        why=words[:300],
    )


def _move(
    programme: Programme,
    after: ProgrammeStatus,
    *,
    by: User | None = None,
    link: PersonalLink | None = None,
    why: str = "",
) -> None:
    before = ProgrammeStatus(programme.status)
    if before is after:
        return
    if after not in FOLLOWS[before]:
        raise NotThisWay
    programme.status = after
    ProgrammeStep.objects.create(
        programme=programme,
        at=now(),
        by=by,
        by_link=link.addressee if link else "",
        before=before,
        after=after,
        why=why[:300],
    )


def _columns(record: ProgrammeRecord) -> dict[str, Any]:
    money, contact = record.money, record.contact
    return {
        **{name: getattr(record, name) for name in _PLAIN},
        "services": [str(each) for each in record.services],
        "phases": [str(each) for each in record.phases],
        "districts": list(record.districts),
        "entry_rules": entry_rules_as_json(record.entry_rules),
        "money_amount": money.amount if money else None,
        "money_currency": money.currency if money else "",
        "contact_name": contact.name,
        "contact_post": contact.post,
        "contact_email": contact.email or None,
        "contact_phone": contact.telephone or None,
        "problem": record.problem or "",
        "gcm_objectives": list(record.gcm_objectives),
        "sectors": list(record.sectors),
        "fit": record.fit or "",
    }


def _hang_on(programme: Programme, record: ProgrammeRecord, partners: Partners) -> None:
    ProgrammePartner.objects.bulk_create(
        ProgrammePartner(programme=programme, organisation=organisation, role=role)
        for role, organisation in dict.fromkeys(partners)
    )
    ProgrammeCapacity.objects.bulk_create(
        ProgrammeCapacity(
            programme=programme,
            district_code=each.district,
            starts_on=each.starts_on,
            ends_on=each.ends_on,
            places=each.places,
        )
        for each in record.capacities
    )
