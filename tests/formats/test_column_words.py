"""Every column is explained, and no explanation is left over."""

import pytest

from tenun.domain.papers import PaperKind
from tenun.formats.column_words import GROUPS, PAPERS, PERSON, SKILLS, TYPES, paper_help
from tenun.formats.columns import COLUMNS, ColumnType, Group, Owner


def test_no_explanation_is_left_over():
    owned = {name: column for name, column in COLUMNS.items() if column.owner is not Owner.PAPER}
    assert {name for name, column in owned.items() if column.group is Group.PERSON} == set(PERSON)
    assert {name for name, column in owned.items() if column.group is Group.SKILLS} == set(SKILLS)
    assert set(PAPERS) == set(PaperKind)
    assert set(GROUPS) == {group.value for group in Group}
    assert set(TYPES) == {kind.value for kind in ColumnType}


@pytest.mark.parametrize(
    ("paper", "name", "ending", "text"),
    [
        (
            PaperKind.BIRTH_CERTIFICATE,
            "akta_nama",
            "nama",
            "Nama persis seperti tertulis pada akta kelahiran.",
        ),
        (
            PaperKind.PREGNANCY_TEST,
            "tes_kehamilan_tanggal",
            "tanggal",
            "Tanggal tes kehamilan dilakukan. Hasilnya tidak pernah dicatat di sini.",
        ),
    ],
)
def test_a_paper_is_called_by_its_name(paper, name, ending, text):
    assert paper_help(paper, name, ending).id == text


def test_no_blank_is_left_to_fill():
    assert not [name for name, column in COLUMNS.items() if "{" in column.help.id + column.help.en]
