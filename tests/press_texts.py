"""Press texts written for the tests, in the shapes that releases come in; everybody and every office is invented."""

from pathlib import Path

_FOLDER = Path(__file__).parent / "press"


def _read(name):
    return (_FOLDER / f"{name}.txt").read_text(encoding="utf-8")


AUDIENCE = _read("audience")
"""With every kind of fact, and one organisation spelt wrong."""
PLAIN = _read("plain")
TWO_QUOTES = _read("two_quotes")
DASHES = _read("dashes")
WRONG_DAY = _read("wrong_day")
NO_SUCH_DAY = _read("no_such_day")
ONLY_WORDS = _read("only_words")
ALL = (AUDIENCE, PLAIN, TWO_QUOTES, DASHES, WRONG_DAY, NO_SUCH_DAY, ONLY_WORDS)
