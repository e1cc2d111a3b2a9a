"""Which language the terminal speaks: Indonesian, unless the person's own settings ask for English."""

import os

from tenun.domain.words import Language


def language() -> Language:
    """`en` when the first of LC_ALL, LC_MESSAGES and LANG that is set begins with `en`, else `id`."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return "en" if value.casefold().startswith("en") else "id"
    return "id"
