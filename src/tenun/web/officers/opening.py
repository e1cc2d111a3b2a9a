"""How a view opens a file: through `access`, with the reading entered before anything is shown."""

from dataclasses import replace

from tenun.documents.access import may_see_scan
from tenun.documents.queries import current_papers
from tenun.domain.facts import Facts
from tenun.organisations.access import READING, Ability
from tenun.people.models import Person
from tenun.readiness.access import get_file
from tenun.readiness.queries import entries_of, facts_of, journey_of
from tenun.shared.audit import OPEN_FILE, enter_read
from tenun.web.officers.about import about_of
from tenun.web.officers.file import File
from tenun.web.scope import OfficerRequest


def enter(request: OfficerRequest, act: str, person_id: int | None = None, detail: str = "") -> None:
    """Enters who reads what. Raises `ReadNotEntered`."""
    standing = request.standing
    enter_read(user_id=standing.user_id, roles=standing.roles, act=act, person_id=person_id, detail=detail)


def open_person(
    request: OfficerRequest, person_id: int, ability: Ability = Ability.READ_PERSON, act: str = OPEN_FILE
) -> Person:
    """The person, with the reading entered. Raises `PersonNotFound`, `PersonHeld`, `ReadNotEntered`.

    A file that was opened in an emergency may be read and nothing else, on every page of this request.
    """
    person = get_file(standing=request.standing, person_id=person_id, ability=ability)
    enter(request, act, person.pk, detail="darurat" if person.is_opened else "")
    if person.is_opened:
        request.standing = replace(request.standing, only=READING)
    return person


def open_file(request: OfficerRequest, person_id: int, ability: Ability = Ability.READ_PERSON) -> File:
    """The person with all that her file holds. Eight queries after sign-in and scope, one of them the facts."""
    person = open_person(request, person_id, ability)
    about = about_of(person)
    seen = frozenset(kind for kind in about.pictured if may_see_scan(request.standing, person, kind))
    return File(
        person=person,
        facts=facts_of([person]).get(person.pk, Facts()),
        papers=current_papers(person),
        journey=journey_of(person),
        entries=entries_of(person),
        about=replace(about, pictured=seen),
    )
