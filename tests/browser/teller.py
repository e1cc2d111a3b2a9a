"""One user in a real browser: every act is a press or a typed answer, and all of them are counted."""

import re
from dataclasses import dataclass, fields
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, FilePayload, Locator, Page, Request, expect

NARROW, WIDE = 360, 1366
PRESS, SIGN, LOAD, BYTES = 2.5, 0.6, 3.0, 64_000
"""What a slow user on a phone needs: seconds a press, a sign, a page, and bytes of a picture that leave in a second.

A press is looking for it and touching it: 1.35 s and 1.1 s of the keystroke-level model (Card, Moran and Newell,
1980). A sign lies between their 0.5 s (random letters) and 1.2 s (the slowest typist). The last two are our assumption
of a bad signal, about half a megabit a second.
"""


def keep(picture: Image.Image, path: Path) -> None:
    """Writes a picture small enough for the documentation."""
    picture.convert("RGB").quantize(128, dither=Image.Dither.NONE).save(path, optimize=True)


@dataclass
class Count:
    """What was pressed, typed, loaded and sent since somebody began."""

    presses: int = 0
    typed: int = 0
    signs: int = 0
    loads: int = 0
    sent: int = 0

    @property
    def seconds(self) -> float:
        """How long a slow user needs, without the talk between two people."""
        return self.presses * PRESS + self.signs * SIGN + self.loads * LOAD + self.sent / BYTES

    def since(self, earlier: "Count") -> "Count":
        """What came after an earlier count."""
        return Count(*(getattr(self, each.name) - getattr(earlier, each.name) for each in fields(self)))

    def __str__(self) -> str:
        typed = f"{self.typed} isian ({self.signs} huruf)"
        return f"{self.presses} tekan, {typed}, {self.loads} halaman: {self.seconds:.0f} detik"


class Teller:
    """One browser against one address, at one width; without `scripts` it runs none."""

    def __init__(
        self, browser: Browser, address: str, *, width: int, folder: Path | None = None, scripts: bool = True
    ) -> None:
        self.browser, self.address, self.folder, self.width, self.scripts = browser, address, folder, width, scripts
        self.count = Count()
        self.page: Page = self._fresh()

    def _fresh(self) -> Page:
        size = {"width": self.width, "height": 768}
        page = self.browser.new_context(viewport=size, java_script_enabled=self.scripts).new_page()
        page.on("request", self._asked)
        return page

    def _asked(self, request: Request) -> None:
        """A page that was asked for; where the site leads on from there is the same wait."""
        if request.is_navigation_request() and request.redirected_from is None:
            self.count.loads += 1

    def sign_in(self, account: str) -> None:
        """Begins again as somebody else, in a browser that knows nothing; counting begins behind the door."""
        self.leave()
        self.page = self._fresh()
        self.page.goto(f"{self.address}/masuk/")
        self.page.click(f"button[value='{account}']")
        expect(self.page.get_by_role("button", name="Keluar")).to_be_attached()
        self.page.wait_for_load_state()
        self.count = Count()

    def leave(self) -> None:
        """Closes the browser of whoever was signed in."""
        self.page.context.close()

    def mark(self) -> Count:
        """The count of this moment."""
        return Count(*(getattr(self.count, each.name) for each in fields(self.count)))

    def press(self, name: str, *, within: str = "body") -> None:
        """Presses a button or a link by its words."""
        place = self.page.locator(within)
        self.touch(place.get_by_role("button", name=name).or_(place.get_by_role("link", name=name)).first)

    def touch(self, target: Locator) -> None:
        """Presses what is there."""
        target.click()
        self.count.presses += 1

    def menu(self, name: str) -> None:
        """Presses a line of the main menu, which a narrow screen folds away."""
        if not self.page.locator("#menu").get_by_role("link", name=name).is_visible():
            self.press("Menu")
        self.press(name, within="#menu")

    def search(self, text: str) -> None:
        """Looks for somebody from the top of any page."""
        self._type(self.page.locator("#cari"), text)
        with self.page.expect_navigation():
            self.page.press("#cari", "Enter")
        self.count.presses += 1

    def fill(self, **answers: str) -> None:
        """Types the answers of a form by the names of its fields; what stands there already is not typed again."""
        for name, text in answers.items():
            field = self.page.locator(f"[name='{name}']").first
            if field.input_value() == text:
                continue
            if field.evaluate("element => element.tagName") == "SELECT":
                field.select_option(text)
                self.count.presses += 2
                self.count.typed += 1
            else:
                self._type(field, text)

    def _type(self, field: Locator, text: str) -> None:
        field.fill(text)
        self.count.presses += 1
        self.count.typed += 1
        self.count.signs += len(text)

    def photograph(self, name: str, picture: bytes) -> None:
        """Gives a picture to a field: the field, the camera, the shutter, the confirmation."""
        payload: FilePayload = {"name": "surat.jpg", "mimeType": "image/jpeg", "buffer": picture}
        self.page.locator(f"[name='{name}']").set_input_files(payload)
        self.count.presses += 4
        self.count.sent += len(picture)

    def go(self, path: str) -> int:
        """Opens an address by hand, where no link leads; the status of the answer."""
        answer = self.page.goto(self.address + path)
        assert answer is not None
        return answer.status

    def picture(self, name: str) -> None:
        """Keeps what is seen, and refuses a page that must be moved sideways."""
        wide = self.page.evaluate("document.documentElement.scrollWidth") if self.scripts else 0
        assert wide <= self.width, f"{name} is {wide} px wide at {self.width}"
        if self.folder is not None:
            keep(Image.open(BytesIO(self.page.screenshot(full_page=True))), self.folder / f"{name}-{self.width}.png")

    @property
    def heading(self) -> str:
        """What the page calls itself."""
        return self.page.locator("h1").inner_text()

    @property
    def path(self) -> str:
        """Where one is."""
        return re.sub(r"^https?://[^/]+", "", self.page.url)
