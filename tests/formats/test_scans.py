"""A picture is drawn anew, a PDF is written anew; what acts, lies about itself or is too large is refused in words."""

from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from tenun.formats.scans import (
    ACTS,
    BROKEN,
    JPEG,
    LOCKED,
    MOST_BYTES,
    NOT_A_SCAN,
    PDF,
    TOO_LARGE,
    TOO_LONG,
    ScanRefused,
    clean_scan,
)

Name, Dictionary, Array = pikepdf.Name, pikepdf.Dictionary, pikepdf.Array


def picture(form="PNG", size=(80, 50), **options):
    made = BytesIO()
    Image.new("RGB", size, "white").save(made, form, **options)
    return made.getvalue()


def pdf(*, pages=1, save=None, **root):
    document = pikepdf.new()
    for _ in range(pages):
        document.add_blank_page()
    for name, value in root.items():
        document.Root[f"/{name}"] = value
    made = BytesIO()
    document.save(made, **(save or {}))
    return made.getvalue()


def on_page(**entries):
    document = pikepdf.new()
    page = document.add_blank_page()
    page.Annots = document.make_indirect(Array([Dictionary(Type=Name.Annot, **entries)]))
    made = BytesIO()
    document.save(made)
    return made.getvalue()


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
def test_a_picture_becomes_a_jpeg_of_its_pixels(form):
    scan = clean_scan(picture(form))
    with Image.open(BytesIO(scan.content)) as drawn:
        assert (scan.content_type, drawn.format, drawn.size) == (JPEG, "JPEG", (80, 50))


def test_where_and_with_what_it_was_taken_is_gone():
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = "Kamera Rekaan", 6
    exif.get_ifd(0x8825)[1] = "S"
    with Image.open(BytesIO(clean_scan(picture("JPEG", exif=exif)).content)) as drawn:
        assert not drawn.getexif()
        assert drawn.size == (50, 80), "what the camera held sideways stands upright"


def test_a_large_picture_is_made_smaller():
    with Image.open(BytesIO(clean_scan(picture(size=(5000, 1000))).content)) as drawn:
        assert max(drawn.size) == 2400


def test_a_pdf_is_written_without_what_it_tells_of_its_maker():
    told = pikepdf.new()
    told.add_blank_page()
    with told.open_metadata() as metadata:
        metadata["dc:creator"] = ["Perekrut Rekaan"]
    told.docinfo["/Author"] = "Perekrut Rekaan"
    made = BytesIO()
    told.save(made)
    scan = clean_scan(made.getvalue())
    with pikepdf.open(BytesIO(scan.content)) as document:
        assert (scan.content_type, len(document.pages), "/Metadata" in document.Root) == (PDF, 1, False)
        assert "/Info" not in document.trailer


SCRIPT = Dictionary(S=Name.JavaScript, JS="app.alert(1)")


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(pdf(OpenAction=SCRIPT), id="a script when opened"),
        pytest.param(pdf(AA=Dictionary(WC=SCRIPT)), id="a script when closed"),
        pytest.param(pdf(Names=Dictionary(JavaScript=Dictionary(Names=Array([])))), id="named scripts"),
        pytest.param(pdf(Names=Dictionary(EmbeddedFiles=Dictionary(Names=Array([])))), id="attached files"),
        pytest.param(pdf(AcroForm=Dictionary(XFA="x")), id="a form that computes"),
        pytest.param(on_page(A=Dictionary(S=Name.Launch, F="x.exe")), id="starts a program"),
        pytest.param(on_page(A=Dictionary(S=Name.SubmitForm, F="x")), id="sends itself away"),
        pytest.param(on_page(A=Dictionary(S=Name.URI, Next=Array([SCRIPT]))), id="a script behind a link"),
    ],
)
def test_a_pdf_that_acts_is_refused(content):
    with pytest.raises(ScanRefused) as refused:
        clean_scan(content)
    assert refused.value.words is ACTS


def test_a_pdf_that_opens_at_a_place_is_an_ordinary_one():
    assert clean_scan(pdf(OpenAction=Array([0, Name.Fit]))).content_type == PDF


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(b"", NOT_A_SCAN, id="empty"),
        pytest.param(b"MZ\x90\x00" * 50, NOT_A_SCAN, id="a program"),
        pytest.param(b"<svg xmlns='http://www.w3.org/2000/svg'/>", NOT_A_SCAN, id="a drawing with code"),
        pytest.param(picture("GIF"), NOT_A_SCAN, id="another kind of picture"),
        pytest.param(picture("JPEG", (800, 800))[:900], BROKEN, id="cut off"),
        pytest.param(b"%PDF-1.7 junk", BROKEN, id="no PDF after all"),
        pytest.param(pdf(pages=21), TOO_LONG, id="a book"),
        pytest.param(pdf(save={"encryption": pikepdf.Encryption(user="x", owner="y")}), LOCKED, id="locked"),
        pytest.param(b"\xff\xd8" + b"0" * MOST_BYTES, TOO_LARGE, id="too heavy"),
        pytest.param(picture(size=(8000, 8000)), TOO_LARGE, id="too many pixels"),
    ],
)
def test_what_is_no_scan_is_refused_in_words(content, words):
    with pytest.raises(ScanRefused) as refused:
        clean_scan(content)
    assert refused.value.words is words
