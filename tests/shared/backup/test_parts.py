"""What lies in the envelope: parts come out as they went in; anything else is refused."""

from io import BytesIO

import pytest

from tenun.shared.backup.parts import Manifest, PartWriter, TableSum, read_records
from tenun.shared.backup.run import _inside
from tenun.shared.backup.sealed import BadEnvelope, Sealer, unseal

KEY = "a key of this test"
MANIFEST = Manifest("2026-11-24", "0.1", {"k": "f"}, {"people_person": TableSum(2, "ab")}, {"a": "cd"}, "ef")


def written(parts, *, manifest=True, raw=b""):
    stream = BytesIO()
    sealer = Sealer(stream, KEY)
    writer = PartWriter(sealer)
    digests = [writer.add(name, pieces) for name, pieces in parts]
    sealer.write(raw)
    if manifest:
        writer.finish(MANIFEST)
    else:
        sealer.finish()
    stream.seek(0)
    return stream, digests


def read(stream):
    return list(read_records(unseal(stream, KEY)))


def test_parts_come_out_in_order_and_the_manifest_at_the_end():
    stream, digests = written([("database", [b"a", b"b" * 3_000_000]), ("files/x", [])])
    records = read(stream)
    assert [record.name for record in records if record.name] == ["database", "files/x"]
    assert b"".join(record.data for record in records if record.data) == b"a" + b"b" * 3_000_000
    assert records[-1].manifest == MANIFEST
    assert digests[1] == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.mark.parametrize(
    ("raw", "manifest", "code"),
    [
        (b"", False, "truncated"),
        (b"N" + (5).to_bytes(8, "big") + b"ab", False, "truncated"),
        (b"D\x00", False, "truncated"),
        (b"X" + bytes(8), True, "changed"),
        (b"M" + (2).to_bytes(8, "big") + b"[]", False, "changed"),
        (b"M" + (2).to_bytes(8, "big") + b"{}", False, "changed"),
    ],
)
def test_anything_else_is_refused(raw, manifest, code):
    with pytest.raises(BadEnvelope) as refused:
        read(written([], manifest=manifest, raw=raw)[0])
    assert refused.value.code == code


@pytest.mark.parametrize("name", ["/etc/passwd", "files/../../keys/x"])
def test_no_name_leads_out_of_the_folder(tmp_path, name):
    with pytest.raises(BadEnvelope):
        _inside(tmp_path, name)
