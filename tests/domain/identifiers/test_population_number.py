"""A spreadsheet's damage is named only where it can be known."""

import pytest

from tenun.domain.identifiers.population_number import spreadsheet_number_damage


@pytest.mark.parametrize(
    ("text", "damage"),
    [
        ("5,30406E+15", "scientific_notation"),
        ("5.30406E+15", "scientific_notation"),
        (" 5.3040552039e+15 ", "scientific_notation"),
        ("5E15", "scientific_notation"),
        ("5304055203990000", "rounded_number"),
        ("5304055203990120.0", "rounded_number"),
        ("9171055203990001.0", "rounded_number"),
        ("5304055203990001.0", "number_not_text"),
        ("5304055203990010", None),
        ("5304055203990001", None),
        ("530405520000", None),
        ("MARIA", None),
        ("", None),
    ],
)
def test_damage(text: str, damage: str | None) -> None:
    assert spreadsheet_number_damage(text) == damage
