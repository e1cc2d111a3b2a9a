"""Fields that only the application can read: AES-GCM with a key id, and a keyed hash beside them for equality search.

A stored value is `key id . nonce . ciphertext` in base64. A new key id is added at the end of `FIELD_KEYS`; old ones
go on reading until every row has been written again.
"""

import hashlib
import hmac
import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import models

_NONCE = 12
_LOOKUPS = frozenset({"isnull", "df", "ndf"})


class UnreadableField(Exception):  # noqa: N818  The name says what happened to the value.
    """The key of a stored value is gone, or the value was changed outside the application."""


@lru_cache(maxsize=16)
def _cipher(key: str) -> AESGCM:
    return AESGCM(hashlib.sha256(key.encode()).digest())


def encrypt(text: str) -> str:
    """The stored form, under the newest key; the same text never gives the same form twice."""
    key_id, sealed = _seal(text.encode())
    return f"{key_id}.{urlsafe_b64encode(sealed).decode()}"


def decrypt(stored: str) -> str:
    """The text. Raises `UnreadableField`."""
    key_id, _, body = stored.partition(".")
    try:
        return _open(key_id, urlsafe_b64decode(body)).decode()
    except ValueError as error:
        raise UnreadableField("changed or cut") from error


def encrypt_bytes(content: bytes) -> bytes:
    """The stored form of a file, under the newest key: key id, a dot, nonce and ciphertext."""
    key_id, sealed = _seal(content)
    return key_id.encode() + b"." + sealed


def decrypt_bytes(stored: bytes) -> bytes:
    """The content of a file. Raises `UnreadableField`."""
    key_id, _, sealed = stored.partition(b".")
    return _open(key_id.decode("ascii", "replace"), sealed)


def _seal(content: bytes) -> tuple[str, bytes]:
    key_id, key = list(settings.FIELD_KEYS.items())[-1]
    nonce = os.urandom(_NONCE)
    return key_id, nonce + _cipher(key).encrypt(nonce, content, key_id.encode())


def _open(key_id: str, sealed: bytes) -> bytes:
    key = settings.FIELD_KEYS.get(key_id)
    if key is None:
        raise UnreadableField(f"no key {key_id}")
    try:
        return _cipher(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], key_id.encode())
    except (InvalidTag, ValueError) as error:
        raise UnreadableField("changed or cut") from error


def keyed_hash(text: str) -> str:
    """A hash that only this installation can make, for equality search; 43 characters."""
    digest = hmac.new(settings.HASH_KEY.encode(), text.strip().encode(), hashlib.sha256).digest()
    return urlsafe_b64encode(digest).decode().rstrip("=")


if TYPE_CHECKING:
    _TextField = models.TextField[Any, Any]
else:
    _TextField = models.TextField


class EncryptedField(_TextField):
    """A text column that holds the encrypted form; it refuses every lookup but `isnull`."""

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> str | None:
        """Decrypts what comes from the database."""
        return None if value is None else decrypt(value)

    def get_prep_value(self, value: Any) -> str | None:
        """Encrypts what goes there."""
        return None if value is None else encrypt(str(value))

    def get_lookup(self, lookup_name: str) -> Any:
        """Only `isnull`: the encrypted form of a text is never the same twice, so it cannot be searched.

        The triggers of the change history ask one thing more: whether the stored form was written anew (`df`).
        """
        return super().get_lookup(lookup_name) if lookup_name in _LOOKUPS else None


def masked(number: str) -> str:
    """A personal number with all but its last signs hidden: four of a long one, two of a passport's, none of less.

    >>> masked("5304055203999001")
    '•••• 9001'
    """
    signs = number.strip()
    kept = 4 if len(signs) > 9 else 2 if len(signs) > 6 else 0
    return f"•••• {signs[-kept:]}" if kept else "••••"
