"""A picture or PDF of a paper, made harmless: known by its content, within limits, without metadata or scripts.

An image is drawn anew, so nothing but its pixels is kept. A PDF is written again without its metadata, and refused
when it carries anything that acts: a script, a launch, an attached file, a form that computes, a password.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf
from PIL import Image, ImageOps, UnidentifiedImageError

from tenun.domain.words import Words

MOST_BYTES = 10 * 1024 * 1024
MOST_PIXELS = 60_000_000
MOST_PAGES = 20
_LONGEST_SIDE = 2_400
_QUALITY = 82
_IMAGES = ("JPEG", "PNG", "WEBP")
_CARRIED = ("/JS", "/JavaScript", "/AA", "/EmbeddedFiles", "/EF", "/XFA", "/RichMediaContent", "/Movie")
_DONE = ("/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Rendition", "/Movie", "/Sound")
"""What a dictionary may carry, and the kinds of action, that make a PDF do something when it is opened or pressed."""

JPEG, PDF = "image/jpeg", "application/pdf"


@dataclass(frozen=True, slots=True)
class Scan:
    """What is stored: its type and its bytes."""

    content_type: str
    content: bytes


class ScanRefused(Exception):  # noqa: N818  The name says what a person reads.
    """The file is not taken; `words` says why and what to do."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


TOO_LARGE = Words(
    "Berkas ini lebih dari 10 MB. Ambil foto lagi dengan ukuran lebih kecil.",
    "This file is over 10 MB. Take a smaller picture.",
)
NOT_A_SCAN = Words(
    "Berkas ini bukan foto (JPEG, PNG, WebP) atau PDF. Foto suratnya dan pilih fotonya.",
    "This file is neither a picture (JPEG, PNG, WebP) nor a PDF. Photograph the paper and choose the picture.",
)
BROKEN = Words(
    "Berkas ini rusak dan tidak dapat dibuka. Foto lagi suratnya.",
    "This file is broken and cannot be opened. Photograph the paper again.",
)
ACTS = Words(
    "PDF ini membawa skrip atau lampiran, jadi tidak diterima. Cetak lalu foto suratnya.",
    "This PDF carries a script or an attachment, so it is refused. Print it and photograph it.",
)
LOCKED = Words(
    "PDF ini terkunci kata sandi. Simpan lagi tanpa kata sandi.", "This PDF has a password. Save it without one."
)
TOO_LONG = Words("PDF ini lebih dari 20 halaman. Kirim surat ini saja.", "Over 20 pages. Send this paper alone.")


def clean_scan(content: bytes) -> Scan:
    """The file as it may be stored; the name and type that a browser gives are not believed. Raises `ScanRefused`."""
    if len(content) > MOST_BYTES:
        raise ScanRefused(TOO_LARGE)
    if content.startswith(b"%PDF-"):
        return Scan(PDF, _clean_pdf(content))
    return Scan(JPEG, _draw_again(content))


def _draw_again(content: bytes) -> bytes:
    try:
        with Image.open(BytesIO(content), formats=_IMAGES) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise ScanRefused(TOO_LARGE)
            upright = ImageOps.exif_transpose(picture).convert("RGB")
            upright.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
            made = BytesIO()
            Image.frombytes("RGB", upright.size, upright.tobytes()).save(made, "JPEG", quality=_QUALITY)
    except UnidentifiedImageError:
        raise ScanRefused(NOT_A_SCAN) from None
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise ScanRefused(BROKEN) from None
    return made.getvalue()


def _clean_pdf(content: bytes) -> bytes:
    try:
        with pikepdf.open(BytesIO(content)) as document:
            if len(document.pages) > MOST_PAGES:
                raise ScanRefused(TOO_LONG)
            if any(_acts(part) for part in document.objects):
                raise ScanRefused(ACTS)
            for name in ("/Metadata", "/Names", "/AcroForm", "/OpenAction"):
                if name in document.Root:
                    del document.Root[name]
            if "/Info" in document.trailer:
                del document.trailer["/Info"]
            made = BytesIO()
            document.save(made)
    except pikepdf.PasswordError:
        raise ScanRefused(LOCKED) from None
    except (pikepdf.PdfError, ValueError, RecursionError):
        raise ScanRefused(BROKEN) from None
    return made.getvalue()


def _acts(part: Any) -> bool:
    """Whether an object, or a dictionary inside it, does something when the file is opened or pressed."""
    return any(
        any(name in found for name in _CARRIED) or str(found.get("/S", "")) in _DONE for found in _dictionaries(part)
    )


def _dictionaries(part: Any) -> Iterator[Any]:
    """The dictionary itself and every one that stands inside it without a number of its own."""
    inner: Iterator[Any] = iter(())
    if isinstance(part, pikepdf.Stream | pikepdf.Dictionary):
        yield part
        inner = (part[name] for name in list(part.keys()))
    elif isinstance(part, pikepdf.Array):
        inner = iter(part)
    for each in inner:
        if isinstance(each, pikepdf.Object) and not each.is_indirect:
            yield from _dictionaries(each)
