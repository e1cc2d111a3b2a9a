"""A morning of Malaka's labour office: a list of 500 with 37 faults comes in, is mended, comes again; nothing doubles.

Then the first three of the queue are worked on; the province sees all districts, Malaka its own.
"""

import pytest
from playwright.sync_api import expect
from tests.browser import sheets
from tests.browser.sheets import FAULTS, PEOPLE
from tests.browser.teller import WIDE

OFFICE = "loket-malaka"


def send(teller, lines, name):
    """Gives a list to Impor and waits for what its examination found."""
    teller.menu("Impor")
    teller.page.locator("[name='daftar']").set_input_files(sheets.sheet(lines, name))
    teller.count.presses += 3
    teller.press("Unggah dan periksa daftar")
    examined(teller, name)


def examined(teller, name):
    """The page of a list that no job has any more."""
    expect(teller.page.locator("nav.counts")).to_be_visible(timeout=120_000)
    assert teller.heading == name


def found(teller):
    """How many rows of each outcome, by the words of the page."""
    counts = {}
    for each in teller.page.locator("nav.counts a").all():
        number, words = each.inner_text().split("\n", 1)
        counts[words.strip()] = int(number.replace(".", ""))
    return counts


def saved(teller, count):
    """Saves what is ready and waits for it."""
    teller.press(f"Simpan {count} baris")
    expect(teller.page.get_by_text(f"{count} baris disimpan.")).to_be_visible(timeout=120_000)


def came_back(teller):
    """The list with its messages, as it was downloaded."""
    with teller.page.expect_download() as load:
        teller.press("Unduh daftar dengan kolom pesan")
    return load.value.path().read_bytes()


@pytest.fixture
def office(teller_at):
    teller = teller_at(WIDE)
    teller.sign_in(OFFICE)
    return teller


def test_a_list_of_five_hundred_comes_twice_and_nothing_doubles(office, say):
    whole = sheets.people()
    send(office, sheets.spoilt(whole), "calon-malaka.xlsx")
    office.picture("impor-diperiksa")
    counts = found(office)
    assert (counts["Orang baru"], counts["Perlu diperbaiki"]) == (PEOPLE - FAULTS, FAULTS)
    saved(office, PEOPLE - FAULTS)
    office.picture("impor-disimpan")
    lines = sheets.mended(came_back(office), whole)

    send(office, lines, "calon-malaka-diperbaiki.xlsx")
    counts = found(office)
    assert counts == {**dict.fromkeys(counts, 0), "Orang baru": FAULTS, "Sama dengan yang ada": PEOPLE - FAULTS}
    saved(office, FAULTS)
    say(f"daftar 500 orang, 37 salah, sampai semua tersimpan: {office.count}")

    send(office, lines, "sekali-lagi.xlsx")
    counts = found(office)
    assert counts == {**dict.fromkeys(counts, 0), "Sama dengan yang ada": PEOPLE}


def test_the_first_three_of_the_queue(office):
    office.menu("Meja kerja")
    office.picture("antrean-malaka")
    for number in range(3):
        office.menu("Meja kerja")
        office.touch(office.page.locator("main tbody th a").nth(number))
        office.picture(f"berkas-{number}")
