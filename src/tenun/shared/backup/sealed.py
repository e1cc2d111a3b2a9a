"""The envelope of a backup: AES-GCM in chunks under a key of this one file, so that no size is too big for memory.

`magic, salt, proof of the key`, then chunks of `length, ciphertext`. The nonce counts the chunks and marks the last:
a chunk that is changed, left out, moved or cut off at the end does not open.
"""

import hashlib
import hmac
import os
from collections.abc import Iterator
from typing import IO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

MAGIC = b"TENUN-BACKUP-1\n"
_SALT, _PROOF, _TAG = 32, 16, 16
CHUNK = 1 << 20


class BadEnvelope(Exception):  # noqa: N818  The name says what is wrong with the file.
    """The file cannot be opened; `code` is `not_a_backup`, `wrong_key`, `changed` or `truncated`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def _keys(secret: str, salt: bytes) -> tuple[AESGCM, bytes]:
    derived = HKDF(SHA256(), 32 + _PROOF, salt, MAGIC).derive(secret.encode())
    return AESGCM(derived[:32]), hashlib.sha256(derived[32:]).digest()[:_PROOF]


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


class Sealer:
    """Writes the envelope. Nothing of the last, unfinished chunk is readable before `finish`."""

    def __init__(self, stream: IO[bytes], secret: str) -> None:
        salt = os.urandom(_SALT)
        self._cipher, proof = _keys(secret, salt)
        self._stream = stream
        self._waiting = bytearray()
        self._number = 0
        stream.write(MAGIC + salt + proof)

    def write(self, data: bytes) -> None:
        """Takes any number of bytes."""
        self._waiting += data
        while len(self._waiting) > CHUNK:
            self._put(bytes(self._waiting[:CHUNK]), last=False)
            del self._waiting[:CHUNK]

    def finish(self) -> None:
        """Writes the last chunk, which says that it is the last."""
        self._put(bytes(self._waiting), last=True)

    def _put(self, plain: bytes, *, last: bool) -> None:
        sealed = self._cipher.encrypt(_nonce(self._number, last=last), plain, None)
        self._stream.write(len(sealed).to_bytes(4, "big") + sealed)
        self._number += 1


def unseal(stream: IO[bytes], secret: str) -> Iterator[bytes]:
    """The content, chunk by chunk, each proven before it is given. Raises `BadEnvelope`."""
    head = stream.read(len(MAGIC) + _SALT + _PROOF)
    if not head.startswith(MAGIC):
        raise BadEnvelope("not_a_backup")
    if len(head) < len(MAGIC) + _SALT + _PROOF:
        raise BadEnvelope("truncated")
    cipher, proof = _keys(secret, head[len(MAGIC) : len(MAGIC) + _SALT])
    if not hmac.compare_digest(proof, head[-_PROOF:]):
        raise BadEnvelope("wrong_key")
    number, sealed = 0, _chunk(stream)
    while sealed:
        following = _chunk(stream)
        yield _open(cipher, number, sealed, last=not following)
        number, sealed = number + 1, following
    if number == 0:
        raise BadEnvelope("truncated")


def _chunk(stream: IO[bytes]) -> bytes:
    length = stream.read(4)
    if not length:
        return b""
    size = int.from_bytes(length, "big")
    if len(length) < 4 or size > CHUNK + _TAG or size < _TAG:
        raise BadEnvelope("truncated" if len(length) < 4 else "changed")
    sealed = stream.read(size)
    if len(sealed) < size:
        raise BadEnvelope("truncated")
    return sealed


def _open(cipher: AESGCM, number: int, sealed: bytes, *, last: bool) -> bytes:
    try:
        return cipher.decrypt(_nonce(number, last=last), sealed, None)
    except InvalidTag as error:
        raise BadEnvelope("truncated" if last and _is_sound(cipher, number, sealed) else "changed") from error


def _is_sound(cipher: AESGCM, number: int, sealed: bytes) -> bool:
    """Whether this would be a good chunk if more followed: then the end was cut off exactly between two chunks."""
    try:
        cipher.decrypt(_nonce(number, last=False), sealed, None)
    except InvalidTag:
        return False
    return True
