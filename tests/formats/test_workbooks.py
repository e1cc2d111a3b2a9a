"""A workbook takes its place whole or not at all."""

import pytest
from python_calamine import CalamineWorkbook

from tenun.formats.workbooks import new_workbook


@pytest.mark.parametrize("row_by_row", [True, False])
def test_a_workbook_takes_its_place_at_the_end(tmp_path, row_by_row):
    path = tmp_path / "a.xlsx"
    with new_workbook(path, row_by_row=row_by_row) as book:
        book.add_worksheet().write(0, 0, "=1+1")
        assert not path.exists()
    assert CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python() == [["=1+1"]]
    assert [found.name for found in tmp_path.iterdir()] == ["a.xlsx"]


def _broken(path):
    with new_workbook(path) as book:
        book.add_worksheet()
        raise RuntimeError("putus")


def test_a_block_that_breaks_leaves_nothing(tmp_path):
    with pytest.raises(RuntimeError, match="putus"):
        _broken(tmp_path / "a.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_its_place(tmp_path):
    (tmp_path / "a.xlsx").mkdir()
    with pytest.raises(OSError, match="directory"), new_workbook(tmp_path / "a.xlsx") as book:
        book.add_worksheet()
    assert [found.name for found in tmp_path.iterdir()] == ["a.xlsx"]
