"""Plain text in the 80 columns of a counter's screen, where no terminal colours are wanted."""

import textwrap

WIDTH = 80
_HANGING = 3


def item_lines(text: str, indent: int = 2) -> list[str]:
    """The text in lines of at most 80 columns, each further one hung under the first; no spaces trail behind."""
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + _HANGING if indent else indent),
        break_on_hyphens=False,
    )
