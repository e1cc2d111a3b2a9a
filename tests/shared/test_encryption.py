"""What only the application can read, and what a lost or changed key means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenun.people.models import Person
from tenun.shared.encryption import UnreadableField, decrypt, encrypt, keyed_hash, masked


def test_the_same_number_is_never_stored_the_same_way_twice():
    assert encrypt("5304055203999001") != encrypt("5304055203999001")
    assert decrypt(encrypt("5304055203999001")) == "5304055203999001"


def test_a_changed_value_is_not_read():
    stored = encrypt("5304055203999001")
    with pytest.raises(UnreadableField):
        decrypt(stored[:-4] + ("AAAA" if stored[-4:] != "AAAA" else "BBBB"))


def test_a_value_under_a_key_that_is_gone_is_not_read():
    with pytest.raises(UnreadableField, match="no key 9"):
        decrypt("9." + encrypt("x").partition(".")[2])


def test_an_old_key_goes_on_reading_while_the_new_one_writes(settings):
    old = encrypt("5304055203999001")
    settings.FIELD_KEYS = {**settings.FIELD_KEYS, "2": "a new key"}
    assert encrypt("x").startswith("2.")
    assert decrypt(old) == "5304055203999001"


def test_the_hash_for_search_is_the_same_for_the_same_number_only():
    assert keyed_hash(" 5304055203999001 ") == keyed_hash("5304055203999001") != keyed_hash("5304055203999002")


def test_an_encrypted_column_cannot_be_searched():
    with pytest.raises(Exception, match="Unsupported lookup"):
        Person.objects.filter(nik="5304055203999001")


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("5304055203999001", "•••• 9001"),
        (" 5304055203999001 ", "•••• 9001"),
        ("C9000777", "•••• 77"),
        ("123456", "••••"),
        ("", "••••"),
    ],
)
def test_a_personal_number_is_masked(number, expected):
    assert masked(number) == expected


@given(st.text("0123456789ABCDEF", min_size=1, max_size=20))
def test_most_of_a_number_stays_hidden(number):
    shown = masked(number).removeprefix("••••").strip()
    assert len(shown) * 2 < max(len(number), 1)
