"""A catalogue in a folder is the packaged one when its files are; what is sent is unpacked, or refused with a code."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from tests.catalogues import packaged_texts, write_catalogue

from tenun.domain.catalogue import packaged
from tenun.domain.catalogue.catalogue import load
from tenun.formats.catalogues import MOST_BYTES, read_catalogue, texts_of
from tenun.formats.problems import UnreadableFile


def test_the_packaged_files_in_a_folder_are_the_packaged_catalogue(tmp_path):
    assert read_catalogue(write_catalogue(tmp_path, packaged_texts())).digest == packaged().digest


def test_a_folder_without_its_files_is_told(tmp_path):
    with pytest.raises(OSError, match=r"core\.toml"):
        read_catalogue(tmp_path)


def zipped(files):
    target = BytesIO()
    with ZipFile(target, "w") as folder:
        for name, text in files.items():
            folder.writestr(name, text)
    return target.getvalue()


def refused(*sent):
    with pytest.raises(UnreadableFile) as found:
        texts_of(sent, packaged_texts())
    return found.value.problem


class TestSent:
    def test_changed_files_lie_over_those_in_use(self):
        sent = [("Downloads\\sg-domestic.toml", b"# anders"), ("core.toml", b"\xef\xbb\xbf# inti")]
        texts = texts_of(sent, packaged_texts())
        expected = {**packaged_texts(), "targets/sg-domestic.toml": "# anders", "core.toml": "# inti"}
        assert texts == expected

    def test_a_whole_folder_stands_alone_whatever_lies_beside_it(self):
        texts = {name: text for name, text in packaged_texts().items() if "my-" not in name}
        beside = {"catalogue/model.py": "x", "catalogue/._core.toml": "\x00\x05", "LEMBAR.txt": "x"}
        sent = zipped({**{f"catalogue/{name}": text for name, text in texts.items()}, **beside})
        assert texts_of([("katalog.ZIP", sent)], packaged_texts()) == texts
        assert load(texts).entries.keys() < packaged().entries.keys()

    @pytest.mark.parametrize(
        ("sent", "code"),
        [
            ((), "rules.none"),
            ((("katalog.zip", zipped({"a.txt": "x"})),), "rules.none"),
            ((("aturan.docx", b"x"),), "rules.ending"),
            ((("katalog.zip", b"PK\x03\x04" + b"0" * 50),), "rules.zip"),
            ((("a.toml", b"\xff\xfe"),), "rules.text"),
            ((("a.toml", b"#"), ("lain/a.toml", b"#")), "rules.twice"),
            ((("a.toml", b"#" * (MOST_BYTES + 1)),), "rules.too_big"),
            ((("katalog.zip", zipped({"a.toml": "#" * (MOST_BYTES + 1)})),), "rules.too_big"),
            ((("katalog.zip", zipped({f"{number}.toml": "#" for number in range(501)})),), "rules.too_big"),
        ],
    )
    def test_what_is_no_catalogue_is_refused(self, sent, code):
        assert refused(*sent).code == code
