"""Every address of the site that names a person, made from the site's own list of addresses."""

from django.urls import URLPattern, get_resolver, reverse
from django.urls.converters import IntConverter

_WORDS = {"kind": "ktp", "event": "inform", "token": "x"}


def addresses_of(person: int) -> list[str]:
    """Each page about this person; where a page names a second thing, its number is hers too."""
    found = [pattern for pattern in get_resolver().url_patterns if isinstance(pattern, URLPattern)]
    inner = [each for part in get_resolver().url_patterns for each in getattr(part, "url_patterns", [])]
    return sorted(
        reverse(each.name, kwargs=_filled(each, person))
        for each in (*found, *inner)
        if "person_id" in each.pattern.converters
    )


def _filled(pattern: URLPattern, person: int) -> dict[str, int | str]:
    return {
        name: person if isinstance(converter, IntConverter) else _WORDS[name]
        for name, converter in pattern.pattern.converters.items()
    }
