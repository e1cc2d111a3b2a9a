"""One person's file for the page: her papers compared, judged and planned, in the shape the template shows."""

from tenun.people.models import Person


def file_of(person: Person) -> Person:
    return person
