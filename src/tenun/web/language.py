"""In which language the page that is shown now speaks, and the words of the domain in it."""

from typing import Any

from django.utils.translation import get_language

from tenun.domain.words import Language, Words


def language() -> Language:
    """The language of the page that is shown now."""
    return "en" if (get_language() or "").startswith("en") else "id"


def say(text: Words, **values: Any) -> str:
    """The text in the language of the page."""
    return text.say(language(), **values)
