"""One demonstration and one browser for all walks; what they counted is said at the end.

`PICTURES` names the folder in which pictures are kept.
"""

import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright
from tests.browser.teller import Teller
from tests.running import Site

_SAID: list[str] = []


@pytest.fixture(scope="session")
def site():
    """A site of its own in an empty folder, ended with all it started."""
    made = Site()
    try:
        yield made.begin(DEMO="1").ready()
        assert made.interrupt() == 0, made.said
    finally:
        made.remove()


@pytest.fixture(scope="session")
def address(site):
    """Where it answers."""
    return f"http://127.0.0.1:{site.port}"


@pytest.fixture(scope="session")
def browser():
    """The system's Chromium."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.fail("Chromium belum ada: apt-get install chromium", pytrace=False)
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="session")
def pictures():
    """The folder of the pictures; none when nobody asked for them."""
    folder = Path(os.environ["PICTURES"]) if os.environ.get("PICTURES") else None
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture
def teller_at(browser, address, pictures):
    """Makes somebody at a screen of this width."""
    made = []

    def make(width, *, scripts=True):
        made.append(Teller(browser, address, width=width, folder=pictures, scripts=scripts))
        return made[-1]

    yield make
    for teller in made:
        teller.leave()


@pytest.fixture
def say():
    """Keeps a line for the end."""
    return _SAID.append


def pytest_terminal_summary(terminalreporter):
    if _SAID:
        terminalreporter.write_sep("-", "yang dihitung")
        for line in _SAID:
            terminalreporter.write_line(line)
