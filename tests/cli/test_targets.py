"""`tenun targets`: which targets there are, and what one of them asks, with the text behind each line."""

import json

import pytest
from rich.cells import cell_len
from tests.cli.people import ON

from tenun.domain.catalogue import packaged

IDS = list(packaged().entries)


def test_the_document_has_every_key_of_the_contract(tenun):
    result = tenun("targets", "--on", ON, "--json")
    document = json.loads(result.out)
    assert (result.code, result.err, document["on"]) == (0, "", ON)
    assert [target["id"] for target in document["targets"]] == IDS
    for target in document["targets"]:
        assert target["status"] in ("open", "conditional", "closed")
        assert target["title"]["id"]
        assert target["title"]["en"]
        assert {"destination", "scheme", "occupation", "requirements"} <= set(target)
        for item in target["requirements"]:
            assert item["source"]["title"]
            assert item["confidence"] in ("source", "expert", "unconfirmed")
            assert item["blocks"] is (item["confidence"] == "source")
            assert item["checked_on"]
            assert {"valid_from", "valid_to", "due_by", "gate", "desk", "office"} <= set(item)


def test_the_rules_are_those_of_the_day(tenun):
    def rule(on):
        (target,) = json.loads(tenun("targets", "my-domestic", "--on", on, "--json").out)["targets"]
        return {item["id"]: (item["valid_from"], item["valid_to"]) for item in target["requirements"]}

    assert "jkn" in rule("2026-11-24")
    assert "jkn" not in rule("2025-04-22")
    assert rule("2023-02-21")["bpjs_tk"] == ("2017-11-22", "2023-02-21")
    assert rule("2023-02-22")["bpjs_tk"] == ("2023-02-22", None)


def test_the_list_is_short_and_says_which_are_open(tenun):
    lines = tenun("targets", "--on", ON).out.splitlines()
    assert lines[0] == "Tujuan per 24 November 2026"
    at = lines.index("sa-domestic     Pekerja rumah tangga di Arab Saudi (SPSK)")
    assert lines[at + 1] == f"{'':<16}BERSYARAT: pastikan ke BP3MI"
    assert len(lines) <= 3 * len(IDS) + 4
    assert "tenun targets ID" in lines[-2]


@pytest.mark.parametrize("tongue", ["id", "en"])
@pytest.mark.parametrize("name", IDS)
def test_one_target_is_read_whole_in_80_columns(tenun, monkeypatch, name, tongue):
    monkeypatch.setenv("LANG", tongue)
    lines = tenun("targets", name, "--on", ON).out.splitlines()
    assert [line for line in lines if cell_len(line) > 80 or line != line.rstrip()] == []
    text = " ".join(" ".join(lines).split())
    for item in packaged().target(name, packaged().core[0].checked_on).requirements:
        assert f"- {item.title.say(tongue)} " in text
        assert item.source.cited in text


def test_each_requirement_says_by_when_where_and_by_which_text(tenun):
    result = tenun("targets", "sg-domestic", "--on", ON)
    text = " ".join(result.out.split())
    assert result.out.startswith("Pekerja rumah tangga di Singapura (sg-domestic), per 24 November 2026\n")
    assert "Pekerja tidak menanggung biaya penempatan." in text
    assert (
        "- Kartu pencari kerja AK1, paling lama 2 tahun Ketenagakerjaan · Permenaker 39/2016 · sejak 1 Januari 2016"
        in text
    )
    assert text.index("Sebelum tahap pencocokan") < text.index("Sebelum tahap paspor:") < text.index("berangkat:")


def test_what_cannot_block_is_said_to_be_unconfirmed(tenun):
    text = " ".join(tenun("targets", "sg-domestic", "--on", ON).out.split())
    assert "- Bahasa Inggris dasar perlu dikonfirmasi · Ketenagakerjaan, BLK, BLKK, atau LPK · " in text
    assert "- KTP-el Dukcapil · " in text


def test_an_unknown_target_is_one_clear_line(tenun):
    result = tenun("targets", "mars", "--json")
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert result.err.startswith("Tujuan mars tidak dikenal. Pilih salah satu: ")
