"""The acts that several walks share, each by presses and typed answers as an officer does it."""

import random
from dataclasses import dataclass
from io import BytesIO

from PIL import Image
from playwright.sync_api import Route, expect
from tests.browser.teller import Teller

VILLAGE = "53.04.05.2001"


@dataclass(frozen=True)
class Woman:
    """Somebody invented; in `wrong` one letter is too many."""

    name: str
    wrong: str
    nik: str
    born: str = "12-03-1999"

    @property
    def printed(self) -> dict[str, str]:
        """What every paper of hers says."""
        return {"nama": self.name, "tempat_lahir": "Atambua", "tanggal_lahir": self.born}


def record(teller: Teller, woman: Woman, *, picture: str = "") -> str:
    """Records her on the page that is open; the address of her file."""
    teller.fill(nama=woman.name, tanggal_lahir=woman.born, desa=VILLAGE, tujuan="my-domestic", nik=woman.nik)
    if picture:
        teller.picture(picture)
    teller.press("Simpan orang ini")
    expect(teller.page.locator("h1")).to_have_text(woman.name)
    return teller.path


def open_paper(teller: Teller, kind: str) -> None:
    """From a file to the page of one paper: by its card, or by the page of all kinds."""
    file = teller.path
    link = teller.page.locator(f"a[href='{file}surat/{kind}/']")
    if not link.count():
        teller.press("Tambah surat")
    teller.touch(link.last)


def paper(teller: Teller, kind: str, *, differs: str = "", **answers: str) -> None:
    """Records one paper of the file that is open; a difference is looked at, pictured under `differs`, and kept."""
    name = teller.heading
    open_paper(teller, kind)
    teller.fill(**{f"{kind}_{field}": text for field, text in answers.items()})
    teller.press("Simpan surat ini")
    if differs:
        expect(teller.page.get_by_text("Belum disimpan")).to_be_visible()
        teller.picture(differs)
        teller.press("Memang tercetak begitu, simpan")
    expect(teller.page.locator("h1")).to_have_text(name)


def card(teller: Teller, file: str, kind: str) -> str:
    """What the card of one paper says on the file that is open."""
    own = teller.page.locator(f"a[href='{file}surat/{kind}/']")
    return teller.page.locator("#surat li.paper").filter(has=own).inner_text()


def open_file(teller: Teller, woman: Woman) -> None:
    """Finds her from the top of the page and opens her file."""
    teller.search(woman.name[:12].lower())
    teller.press(woman.name, within="main")
    expect(teller.page.locator("h1")).to_have_text(woman.name)


def printed_sheet(teller: Teller, name: str) -> bytes:
    """The PDF that the press on her plan brings. Chromium would draw it with its own PDFium; the file stays open."""
    sheets: list[bytes] = []

    def take(route: Route) -> None:
        sheets.append(route.fetch().body())
        route.fulfill(status=204)

    teller.page.route("**/rencana.pdf", take)
    teller.press(f"Cetak rencana untuk {name.split()[0]}")
    while not sheets:
        teller.page.wait_for_timeout(50)
    return sheets[0]


def photo(width: int = 1600, height: int = 1200) -> bytes:
    """A picture as a phone makes it; about 1.3 megabytes."""
    made = BytesIO()
    coarse = Image.frombytes("RGB", (width // 2, height // 2), random.Random(1).randbytes(3 * width * height // 4))
    coarse.resize((width, height)).save(made, "JPEG", quality=90)
    return made.getvalue()
