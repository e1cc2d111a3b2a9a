"""A choice has one name: on the pages, in the sheets and in what goes out."""

import pytest
from django.utils import translation

from tenun.formats.programme_names import FITS, PHASES, PROBLEMS, SERVICES, STATUSES, spellings
from tenun.formats.spellings import fold
from tenun.web import programme_words

PAIRS = [
    (SERVICES, programme_words.SERVICES),
    (PHASES, programme_words.PHASES),
    (STATUSES, programme_words.STATUSES),
    (PROBLEMS, programme_words.PROBLEMS),
    (FITS, programme_words.FITS),
]


@pytest.mark.parametrize(("ours", "of_the_pages"), PAIRS)
def test_the_sheets_say_what_the_pages_say(ours, of_the_pages):
    with translation.override("id"):
        assert {choice: words.id for choice, words in ours.items()} == {
            choice: str(words) for choice, words in of_the_pages.items()
        }


@pytest.mark.parametrize("names", [ours for ours, _ in PAIRS])
def test_every_spelling_means_one_choice(names):
    table = spellings(names)
    for choice, words in names.items():
        assert {table[fold(text)] for text in (choice.value, words.id, words.en)} == {choice}
