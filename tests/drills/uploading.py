"""The act of an upload: a picture of a KK is sent with what stands on it.

Whole is the row of the picture, its encrypted file that is served with the same digest, and the paper; absent is none
of the rows. A file without a row is a leftover; a row without its file is never.
"""

import hashlib
import random
from dataclasses import dataclass
from io import BytesIO

from PIL import Image
from tests.drills.persons import name_of, registered, send_paper

SIZE = (1200, 800)


@dataclass(frozen=True)
class Sender:
    """Whose KK it is; `picture` is like no other."""

    name: str
    file: str
    picture: bytes


def somebody(browser, number):
    return Sender(name_of(number), registered(browser, name_of(number)), picture_of(number))


def picture_of(number):
    """A JPEG of about half a megabyte."""
    made = BytesIO()
    noise = random.Random(number).randbytes(3 * SIZE[0] * SIZE[1])
    Image.frombytes("RGB", SIZE, noise).save(made, "JPEG", quality=60)
    return made.getvalue()


def upload(browser, sender):
    return send_paper(browser, sender.file, "kk", sender.name, proof="copy", picture=sender.picture)


def uploaded(site, browser, sender):
    hers = "JOIN people_person p ON p.id = person_id WHERE full_name = %s AND kind = 'kk'"
    scans = site.column(f"SELECT file || ' ' || digest FROM documents_scan {hers}", sender.name)
    papers = site.ask(f"SELECT count(*) FROM documents_paper {hers}", sender.name)
    assert (len(scans), papers) in ((0, 0), (1, 1)), f"{len(scans)} pictures, {papers} papers"
    for scan in scans:
        file, digest = scan.split()
        assert b"JFIF" not in (store_of(site) / file).read_bytes(), f"{file} lies readable"
        assert served(browser, f"{sender.file}surat/kk/gambar/") == digest
    return len(scans)


def served(browser, address):
    """The digest of the picture as whoever may see it gets it."""
    assert browser.get(address) == 302
    assert browser.get(browser.went_to) == 200
    return hashlib.sha256(browser.body).hexdigest()


def store_of(site):
    """Where the files lie."""
    return site.data / "files"


def leftovers(site):
    """How many files have no row. Every row has its file."""
    files = {str(path.relative_to(store_of(site))) for path in store_of(site).rglob("*") if path.is_file()}
    rows = set(site.column("SELECT file FROM documents_scan"))
    assert rows <= files, f"rows without their files: {rows - files}"
    return len(files - rows)
