"""Titles come off at both ends, and never the whole name."""

import pytest

from tenun.domain.identifiers.titles import split_titles


@pytest.mark.parametrize(
    ("words", "bare", "titled"),
    [
        (["Maria"], ["Maria"], False),
        (["Drs."], ["Drs."], False),
        (["Pdt.", "Drs.", "Yohanes"], ["Yohanes"], True),
        (["Yohanes", "S.", "Th."], ["Yohanes"], True),
        (["Yohanes", "S.Th.,", "M.Th."], ["Yohanes"], True),
        (["Yohanes,", "ST"], ["Yohanes,"], True),
        (["Yohanes", "ST"], ["Yohanes", "ST"], False),
        (["Rambu", "Ana"], ["Rambu", "Ana"], False),
        ([], [], False),
    ],
)
def test_split(words: list[str], bare: list[str], titled: bool) -> None:
    assert split_titles(words) == (bare, titled)
