"""Meja kerja: who is on the list of a desk, as the page shows it."""

from dataclasses import dataclass

from tenun.web.parts import PersonRow


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskPage:
    """One page of the list, the longest waiting first; paging is by key, so there is only a way on."""

    about: str
    rows: tuple[PersonRow, ...]
    lists_people: bool = True
    register_url: str = ""
    next_url: str = ""
