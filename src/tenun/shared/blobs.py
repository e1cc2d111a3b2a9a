"""Files of the site: encrypted with the key of the fields, named by chance, on a disk or any store that Django knows.

What a file is and whose it is stands in the database alone. A file without a row is a leftover of an act that was
cut off and is removed by a job at night; a row without its file cannot come about, for the file is written first.
"""

import uuid
from datetime import datetime

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from tenun.shared.encryption import decrypt_bytes, encrypt_bytes

FOLDER = "scans"
IMPORTS = "imports"
"""Uploaded lists, apart from the scans: they are removed by another job, after another time."""


def keep(content: bytes, folder: str = FOLDER) -> str:
    """Stores a file; its name for the row that must follow in the same act."""
    return default_storage.save(f"{folder}/{uuid.uuid4().hex}", ContentFile(encrypt_bytes(content)))


def read(name: str) -> bytes:
    """The content. Raises `FileNotFoundError`, or `UnreadableField` when it was changed outside the site."""
    with default_storage.open(name) as file:
        return decrypt_bytes(file.read())


def stored_before(moment: datetime, folder: str = FOLDER) -> list[str]:
    """The names of all files of a folder that were stored before that moment."""
    _, names = default_storage.listdir(folder) if default_storage.exists(folder) else ([], [])
    files = sorted(f"{folder}/{name}" for name in names)
    return [name for name in files if default_storage.get_modified_time(name) < moment]


def remove(name: str) -> None:
    """Removes a file; one that is gone already is gone."""
    default_storage.delete(name)
