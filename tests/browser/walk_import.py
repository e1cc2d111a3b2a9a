"""A morning of Malaka's labour office: a list of 500 with 37 faults comes in, is mended, comes again; nothing doubles.

Then the first three of the queue are worked on; the province sees all districts, Malaka its own.
"""

import pytest
from playwright.sync_api import expect
from tests.browser import sheets
from tests.browser.acts import printed_sheet
from tests.browser.sheets import FAULTS, PEOPLE
from tests.browser.teller import NARROW, WIDE

OFFICE = "loket-malaka"
OWN_HEADERS = {"nama": "Nama Lengkap", "tanggal_lahir": "Tgl. Lahir", "nama_ibu": "Ibu Kandung", "desa": "Asal"}
"""How an office heads its list; nobody can guess what the last one means."""


def send(teller, lines, name):
    """Gives a list to Impor."""
    teller.menu("Impor")
    teller.page.locator("[name='daftar']").set_input_files(sheets.sheet(lines, name))
    teller.count.presses += 3
    teller.press("Unggah dan periksa daftar")


def examined(teller):
    """How many rows of each outcome, once no job has the list any more, by the words of the page."""
    expect(teller.page.locator("nav.counts")).to_be_visible(timeout=120_000)
    counts = {}
    for each in teller.page.locator("nav.counts a").all():
        number, words = each.inner_text().split("\n", 1)
        counts[words.strip()] = int(number)
    return {words: number for words, number in counts.items() if number}


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


def test_a_morning_of_an_office(office, teller_at, say):
    whole = sheets.people()
    send(office, sheets.spoilt(whole), "calon-malaka.xlsx")
    assert examined(office) == {"Orang baru": PEOPLE - FAULTS, "Perlu diperbaiki": FAULTS}
    office.picture("impor-diperiksa")
    saved(office, PEOPLE - FAULTS)
    office.picture("impor-disimpan")
    lines = sheets.mended(came_back(office), whole)
    assert len(lines) == PEOPLE

    send(office, lines, "calon-malaka-diperbaiki.xlsx")
    assert examined(office) == {"Orang baru": FAULTS, "Sama dengan yang ada": PEOPLE - FAULTS}
    saved(office, FAULTS)
    say(f"daftar {PEOPLE} orang, {FAULTS} salah, sampai semua tersimpan: {office.count}")
    send(office, lines, "sekali-lagi.xlsx")
    assert examined(office) == {"Sama dengan yang ada": PEOPLE}

    the_first_three_are_worked_on(office, say)
    seen_by_whom_it_may(teller_at(NARROW), whole[0]["nama"])


def the_first_three_are_worked_on(office, say):
    """One is told what she must know, one paper of another is corrected, the third leaves with her plan."""
    before = office.mark()
    office.menu("Meja kerja")
    office.picture("antrean-malaka")
    first, second, third = queue(office)[:3]
    opened(office, first)
    informed(office)
    opened(office, second)
    corrected(office)
    opened(office, third)
    assert printed_sheet(office, third).startswith(b"%PDF")
    say(f"tiga orang pertama dari antrean dikerjakan: {office.count.since(before)}")
    office.menu("Meja kerja")
    left = queue(office)
    assert first not in left, "she has gone on and waits behind all who wait longer"
    assert left[:2] == [second, third]
    assert "Siap dicocokkan" in office.page.locator("main tbody tr").first.inner_text()


def queue(teller):
    """The names of the list, in its order."""
    return teller.page.locator("main tbody a[href*='/orang/']").all_inner_texts()


def opened(teller, name):
    """Her file, by her line of the queue."""
    teller.menu("Meja kerja")
    teller.press(name, within="main tbody")
    expect(teller.page.locator("h1")).to_have_text(name)


def informed(teller):
    """Nothing of her papers is left to mend: she is told what she must know, item by item."""
    teller.press("Beri penjelasan", within="main")
    for item in teller.page.locator("[name='butir']").all():
        teller.touch(item)
    teller.press("Simpan langkah ini")
    expect(teller.page.locator("#riwayat")).to_contain_text("Semua butir dijelaskan")


def corrected(teller):
    """One paper has another letter; the school has written it right, and the original lies on the desk."""
    name = teller.heading
    teller.press("Catat surat", within="aside")
    teller.fill(ijazah_nama=name, ijazah_bukti="original_seen")
    teller.press("Simpan surat ini")
    expect(teller.page.locator("#ketidakcocokan")).to_have_count(0)


def seen_by_whom_it_may(teller, name):
    """The province sees her and every district; the neighbour's counter and an agency do not."""
    for account, sees in (("provinsi", True), ("loket-belu", False), ("perusahaan", False)):
        teller.sign_in(account)
        assert teller.go(f"/?q={name}") == 200
        assert (name in teller.page.locator("main").inner_text()) == sees, account
    teller.sign_in("provinsi")
    districts = teller.page.locator("[name='kabupaten'] option")
    assert districts.count() == 1 + 22
    seen = {code: listed(teller, code) for code in ("53.04", "53.21")}
    assert all(seen.values())
    teller.sign_in(OFFICE)
    expect(teller.page.locator("[name='kabupaten']")).to_have_count(0)
    assert listed(teller, "53.04") == listed(teller, "53.21") == seen["53.21"]


def listed(teller, district):
    """The queue of one district, as far as somebody may ask for it."""
    teller.go(f"/?kabupaten={district}")
    return queue(teller)


def test_a_list_with_its_own_headers_is_matched_once(office, say):
    lines = [
        {header: row[column] for column, header in OWN_HEADERS.items()}
        for row in ({**row, "nama": f"{row['nama']} Tallo"} for row in sheets.people()[:20])
    ]
    send(office, lines, "rekap.xlsx")
    office.page.wait_for_url("**/kolom/", timeout=120_000)
    office.picture("impor-kolom")
    choices = office.page.locator("form select")
    assert [each.input_value() for each in choices.all()] == ["nama", "tanggal_lahir", "nama_ibu", "-"]
    choices.last.select_option("desa")
    office.press("Pakai kolom ini dan periksa")
    assert examined(office) == {"Orang baru": len(lines)}
    saved(office, len(lines))
    say(f"daftar dengan judul kolom sendiri, sampai tersimpan: {office.count}")
    send(office, lines, "rekap-berikut.xlsx")
    assert examined(office) == {"Mungkin orang yang sama": len(lines)}
    office.picture("impor-ragu")
    office.press("Nama, tanggal lahir, dan desa sama: orang yang sama")
    expect(office.page.locator("main")).to_contain_text("baris diputuskan dengan aturan ini.")
    office.press("Bandingkan dan putuskan")
    office.picture("impor-baris")
    office.menu("Impor")
    office.picture("impor")
