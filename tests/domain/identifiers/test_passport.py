"""The shape of a passport number blocks only what no passport can have (handbook documents, C1)."""

import pytest

from tenun.domain.identifiers.passport import read_passport_number


@pytest.mark.parametrize(
    ("text", "problems", "warnings"),
    [
        ("C1234567", (), ()),
        (" x1234567 ", (), ()),
        ("AB123456", (), ()),
        ("12345678", (), ("unusual_shape",)),
        ("ABC12345", (), ("unusual_shape",)),
        ("C12345", ("length",), ()),
        ("C123456789", ("length",), ()),
        ("C-123456", ("characters",), ()),
        ("", ("length",), ()),
    ],
)
def test_shape(text: str, problems: tuple[str, ...], warnings: tuple[str, ...]) -> None:
    read = read_passport_number(text)
    assert (read.problems, read.warnings) == (problems, warnings)
    assert read.to_json() == {
        "number": text.strip().upper(),
        "valid": not problems,
        "problems": list(problems),
        "warnings": list(warnings),
    }
