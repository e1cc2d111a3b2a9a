"""The story of the first file, told in a real browser against the running demonstration (`make story`).

A village records a woman; the district office finds her, adds papers of which one has a wrong letter, sees which paper
is wrong, corrects it, and the gates turn; another district and an agency see nothing of her; the auditor sees who
looked; she gets her printed plan. It starts a demonstration of its own in an empty folder and ends it again.
Usage: story.py [FOLDER FOR PICTURES].
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pages import faults
from playwright.sync_api import Browser, Page, expect, sync_playwright

PORT = 8137


@dataclass(frozen=True)
class Woman:
    """Somebody invented; in `wrong` one letter is too many."""

    name: str
    wrong: str
    nik: str


TOLD = {
    1366: Woman("Yasinta Bete Nahak", "Yasintha Bete Nahak", "5304055203999077"),
    360: Woman("Yustina Luruk Bria", "Yusthina Luruk Bria", "5304055203999078"),
}
"""Who is recorded at which width of the screen."""


class Teller:
    """One browser against one address; every act is a click or a typed answer, and clicks are counted."""

    def __init__(self, browser: Browser, address: str, folder: Path | None, width: int) -> None:
        self.browser, self.address, self.folder, self.width = browser, address, folder, width
        self.clicks = 0
        self.page: Page = self._fresh()

    def _fresh(self) -> Page:
        return self.browser.new_context(viewport={"width": self.width, "height": 768}).new_page()

    def sign_in(self, account: str) -> None:
        """Begins again as somebody else, in a browser that knows nothing."""
        self.page.context.close()
        self.page = self._fresh()
        self.page.goto(f"{self.address}/masuk/")
        self.page.click(f"button[value='{account}']")
        expect(self.page.locator("h1")).to_be_visible()
        self.clicks = 0

    def press(self, name: str) -> None:
        """Presses a button or a link by its words."""
        target = self.page.get_by_role("button", name=name).or_(self.page.get_by_role("link", name=name))
        target.first.click()
        self.clicks += 1

    def fill(self, **answers: str) -> None:
        """Types the answers of a form by the names of its fields."""
        for name, text in answers.items():
            field = self.page.locator(f"[name='{name}']").first
            if field.evaluate("element => element.tagName") == "SELECT":
                field.select_option(text)
            else:
                field.fill(text)

    def go(self, path: str) -> int:
        """Opens an address by hand; the status of the answer."""
        answer = self.page.goto(self.address + path)
        assert answer is not None
        return answer.status

    def picture(self, name: str) -> None:
        """Keeps what is seen, and refuses a page that must be moved sideways."""
        wide = self.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= self.width, f"{name} is {wide} px wide at {self.width}"
        if self.folder is not None:
            self.page.screenshot(path=str(self.folder / f"{name}-{self.width}.png"), full_page=True)

    @property
    def path(self) -> str:
        """Where one is."""
        return re.sub(r"^https?://[^/]+", "", self.page.url)


def paper(teller: Teller, file: str, kind: str, *, differs: bool = False, **answers: str) -> None:
    """Records one paper from its card, or from the page of all kinds; a difference is looked at and kept."""
    name = teller.page.locator("h1").inner_text()
    link = teller.page.locator(f"a[href='{file}surat/{kind}/']")
    if not link.count():
        teller.press("Tambah surat")
    link.last.click()
    teller.clicks += 1
    teller.fill(**{f"{kind}_{field}": text for field, text in answers.items()})
    teller.press("Simpan surat ini")
    if differs:
        expect(teller.page.get_by_text("Belum disimpan")).to_be_visible()
        teller.picture("bandingkan")
        teller.press("Memang tercetak begitu, simpan")
    expect(teller.page.locator("h1")).to_have_text(name)


def recorded_in_the_village(teller: Teller, woman: Woman, said: dict[str, str]) -> str:
    """A village officer records her with her KTP and KK; the address of her file."""
    teller.sign_in("desa-peraga")
    teller.go("/desa/")
    teller.picture("desa")
    teller.press("Catat orang")
    known = {"tanggal_lahir": "12-03-1999", "desa": "53.04.05.2001", "tujuan": "my-domestic", "nik": woman.nik}
    teller.fill(nama=woman.name, **known)
    teller.picture("daftarkan")
    teller.press("Simpan orang ini")
    expect(teller.page.locator("h1")).to_have_text(woman.name)
    file = teller.path
    paper(teller, file, "ktp", **said, nomor=woman.nik)
    paper(teller, file, "kk", **said)
    print(f"{teller.width} px, desa: {teller.clicks} tekan", flush=True)
    return file


def mended_at_the_counter(teller: Teller, woman: Woman, said: dict[str, str], file: str) -> None:
    """The district finds her, adds two papers, sees which is wrong, corrects it, and the gates turn."""
    teller.sign_in("loket-belu")
    teller.page.fill("#cari", woman.name[:12].lower())
    teller.page.press("#cari", "Enter")
    teller.press(woman.name)
    assert teller.path == file
    paper(teller, file, "akta", **said)
    paper(teller, file, "ijazah", differs=True, **said | {"nama": woman.wrong})
    expect(teller.page.locator("#ketidakcocokan")).to_contain_text("huruf h lebih")
    expect(teller.page.locator("#rencana")).to_contain_text("ijazah")
    teller.picture("berkas")
    before = teller.page.locator(".gates").first.inner_text()
    paper(teller, file, "ijazah", **said)
    expect(teller.page.locator("#ketidakcocokan")).to_have_count(0)
    assert teller.page.locator(".gates").first.inner_text() != before, "the gates did not turn"
    print(f"{teller.width} px, loket: {teller.clicks} tekan", flush=True)
    answer = teller.page.request.get(f"{teller.address}{file}rencana.pdf")
    assert (answer.status, answer.body()[:5]) == (200, b"%PDF-")


def unseen_by_others(teller: Teller, woman: Woman, file: str) -> None:
    """Another district and an agency get what a missing person gets, by every address."""
    for account in ("loket-malaka", "perusahaan"):
        teller.sign_in(account)
        for page in ("", "perjalanan/", "rencana.pdf", "surat/ktp/gambar/", "ubah/", "tujuan/", "pembaca/"):
            assert teller.go(f"{file}{page}") == 404, (account, page)
        teller.go(f"/?q={woman.name[:7]}")
        expect(teller.page.locator("main")).not_to_contain_text(woman.name)


def told_to_the_auditor(teller: Teller, woman: Woman, file: str) -> None:
    """The auditor sees who looked, and not at whom."""
    teller.sign_in("pemeriksa")
    teller.go("/catatan/")
    teller.fill(tiket=file.strip("/").split("/")[-1])
    teller.page.locator("main").get_by_role("button", name="Cari").click()
    expect(teller.page.locator("main")).to_contain_text("membuka berkas")
    expect(teller.page.locator("main")).not_to_contain_text(woman.name)
    teller.picture("catatan-pembacaan")


def tell(teller: Teller, woman: Woman) -> None:
    """The whole story; an assertion fails where it does not hold."""
    said = {"nama": woman.name, "tempat_lahir": "Atambua", "tanggal_lahir": "12-03-1999"}
    file = recorded_in_the_village(teller, woman, said)
    mended_at_the_counter(teller, woman, said, file)
    unseen_by_others(teller, woman, file)
    told_to_the_auditor(teller, woman, file)


@contextmanager
def demonstration() -> Iterator[str]:
    """A site of its own in an empty folder, ended with all it started; its address."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)  # The embedded server runs as a system user and has to pass.
        surroundings = {**os.environ, "TENUN_DATA": f"{folder}/var", "PORT": str(PORT)}
        site = subprocess.Popen(
            [sys.executable, "-m", "tenun.config.start"], env=surroundings, stdout=subprocess.PIPE, text=True
        )
        try:
            assert site.stdout is not None
            assert any("siap dalam" in line for line in site.stdout), "the site did not start"
            yield f"http://127.0.0.1:{PORT}"
        finally:
            site.terminate()
            site.wait(timeout=60)


def main() -> int:
    """Tells it on a desk's screen and on a phone."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        print("Chromium belum ada: apt-get install chromium", file=sys.stderr)
        return 2
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
    wrong: list[str] = []
    with demonstration() as address, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for width, woman in TOLD.items():
            wrong += faults(browser, address, width)
            tell(Teller(browser, address, folder, width), woman)
        browser.close()
    print(*wrong, f"Cerita selesai: {len(TOLD)} kali; halaman yang salah: {len(wrong)}", sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
