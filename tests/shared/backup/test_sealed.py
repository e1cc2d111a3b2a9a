"""The envelope: what went in comes out; whatever is changed, cut, moved or opened with another key does not."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenun.shared.backup.sealed import CHUNK, MAGIC, BadEnvelope, Sealer, unseal

KEY = "a key of this test"
HEAD = len(MAGIC) + 48


def sealed(content, key=KEY):
    stream = BytesIO()
    sealer = Sealer(stream, key)
    sealer.write(content)
    sealer.finish()
    return stream.getvalue()


def opened(data, key=KEY):
    return b"".join(unseal(BytesIO(data), key))


def fault(data, key=KEY):
    with pytest.raises(BadEnvelope) as refused:
        opened(data, key)
    return refused.value.code


@given(st.binary(max_size=200))
def test_what_went_in_comes_out(content):
    assert opened(sealed(content)) == content


@pytest.mark.parametrize("size", [0, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])
def test_also_at_the_border_of_a_chunk(size):
    assert opened(sealed(b"x" * size)) == b"x" * size


@given(st.data())
def test_no_changed_byte_goes_unnoticed(data):
    whole = bytearray(sealed(b"padi menguning"))
    place = data.draw(st.integers(0, len(whole) - 1))
    whole[place] ^= data.draw(st.integers(1, 255))
    assert fault(bytes(whole)) in {"changed", "truncated", "wrong_key", "not_a_backup"}


@given(st.integers(min_value=0))
def test_no_cut_goes_unnoticed(length):
    whole = sealed(b"padi menguning")
    assert fault(whole[: length % len(whole)]) in {"truncated", "not_a_backup"}


def test_a_cut_exactly_between_two_chunks_is_a_cut():
    whole = sealed(b"x" * (2 * CHUNK + 5))
    assert fault(whole[: HEAD + 4 + CHUNK + 16]) == "truncated"


def test_chunks_cannot_change_places():
    whole, size = sealed(b"x" * (3 * CHUNK)), 4 + CHUNK + 16
    first, second = whole[HEAD : HEAD + size], whole[HEAD + size : HEAD + 2 * size]
    assert fault(whole[:HEAD] + second + first + whole[HEAD + 2 * size :]) == "changed"


def test_another_key_is_told_from_a_changed_file():
    assert fault(sealed(b"padi"), "another key") == "wrong_key"


def test_the_same_content_never_looks_the_same():
    assert sealed(b"padi") != sealed(b"padi")
    assert b"padi" not in sealed(b"padi")
