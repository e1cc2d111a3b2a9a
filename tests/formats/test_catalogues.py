"""A catalogue in a folder is the packaged one when its files are, and a missing file is told."""

import pytest
from tests.catalogues import packaged_texts, write_catalogue

from tenun.domain.catalogue import packaged
from tenun.formats.catalogues import read_catalogue


def test_the_packaged_files_in_a_folder_are_the_packaged_catalogue(tmp_path):
    assert read_catalogue(write_catalogue(tmp_path, packaged_texts())).digest == packaged().digest


def test_a_folder_without_its_files_is_told(tmp_path):
    with pytest.raises(OSError, match=r"core\.toml"):
        read_catalogue(tmp_path)
