"""A meeting from its press text to the page that everybody reads, and what becomes of its promises.

The text is one of the tests' own, with every kind of fact in it; the page must carry each of them.
"""

import re
import subprocess
import sys
from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from tests.browser.teller import NARROW, WIDE
from tests.press_texts import AUDIENCE
from tests.running import ROOT

from tenun.shared.clock import today

FACTS = {
    "who received": "Wakil Gubernur NTT Yosef Rekaan",
    "who came": ("Kementerian Contoh RI", "International Organization for Migration"),
    "where": "Ruang Rapat Wakil Gubernur",
    "when": "Rabu, 4 Maret 2026",
    "the occasion": "Studi Banding Layanan Migrasi di Pulau Timor",
    "two problems": (
        "banyak yang pergi tanpa sertifikat kerja",
        "nama pada surat-surat berbeda satu dengan yang lain",
    ),
    "the quotation": "Ada dua kendala yang kita lihat. Pertama, banyak yang pergi tanpa sertifikat kerja.",
    "who said it": "Yosef Rekaan",
    "readiness": ("siap membuka kelas bahasa di tiga kabupaten", "kesiapan layanan daerah"),
    "a programme": "Desa Aman Rekaan",
    "three outputs": (
        "Dua kendala dicatat bersama",
        "Daftar program mitra disusun",
        "Janji awal kerja sama disampaikan",
    ),
    "four results": (
        "Layanan migrasi yang tertib",
        "Calon pekerja lebih terampil",
        "Keberangkatan tanpa surat berkurang",
        "Kerja sama yang bertahan lama",
    ),
    "companions": (
        *("Rosa R. Bria, S.H.", "Kepala Dinas Contoh Provinsi NTT"),
        *("Anton T. Seran, SE", "Kepala Biro Rekaan Setda NTT"),
    ),
    "writer": "Nadus Rekaan",
    "photographer": "Lusia Rekaan",
}
_RISE = (
    "import django; django.setup(); "
    "from tenun.partnership.tasks import raise_overdue_promises; print(raise_overdue_promises(timestamp=0))"
)
KEPT, LATE = "Menyusun daftar kelas bahasa (rekaan)", "Mengirim daftar program (rekaan)"


def rise(site):
    """The job of the night, as its worker runs it; how many promises rose."""
    more = {"DEMO": "1", "DJANGO_SETTINGS_MODULE": "tenun.config.settings"}
    done = subprocess.run(
        [sys.executable, "-c", _RISE],
        cwd=ROOT,
        env=site.environment(**more),
        check=True,
        capture_output=True,
        text=True,
    )
    return int(done.stdout.split()[-1])


def decide_all(officer):
    """One field after the other: the headline is mended, the guests are asked, all else stands as it is."""
    asked = []
    while officer.page.locator("#isian").count():
        name = officer.page.locator("#isian h2").inner_text()
        if name == "Judul":
            expect(officer.page.locator("#isian")).to_contain_text("salah eja")
            officer.picture("rapat-naskah")
            officer.fill(
                isi=officer.page.locator("[name='isi']").input_value().replace("on Migration", "for Migration")
            )
        elif name == "Tamu":
            asked.append(answer_who(officer))
        with officer.page.expect_navigation():
            officer.press("Simpan isian ini")
    return asked


def answer_who(officer):
    """The register asks about a spelling that it does not know."""
    offered = officer.page.locator("#isian .choices label")
    known = offered.filter(has_text="International Organization for Migration")
    if known.count():
        officer.picture("rapat-tamu")
        officer.touch(known.first)
        officer.touch(officer.page.locator("[name='salah_eja']"))
        return "spelt wrong"
    officer.touch(offered.filter(has_text="Lembaga lain"))
    return "new"


def pasted_confirmed_and_published(teller_at, say):
    """The path of the page that everybody reads afterwards."""
    officer = teller_at(WIDE)
    officer.sign_in("provinsi")
    officer.press("Rapat", within="#menu")
    officer.press("Catat rapat baru")
    officer.fill(naskah=AUDIENCE)
    with officer.page.expect_navigation():
        officer.press("Baca naskah ini")
    assert decide_all(officer) == ["new", "spelt wrong"]
    officer.press("Buka catatan rapat")
    expect(officer.page.locator("main")).to_contain_text("Ada kutipan yang belum disetujui")
    officer.press("Catat persetujuan penutur")
    officer.press("Tandai sudah diperiksa")
    officer.press("Setujui catatan ini")
    officer.press("Setujui catatan ini")
    officer.press("Terbitkan halaman hasil")
    officer.touch(officer.page.locator("[name='aman']"))
    officer.press("Terbitkan halaman ini")
    expect(officer.page.locator("main")).to_contain_text("Halaman hasil sudah terbit")
    officer.picture("rapat-terbit")
    say(f"{officer.width} px, rapat dari naskah sampai terbit: {officer.count}")
    officer.press("Lihat halaman hasil")
    return officer.path


def the_page_carries_every_fact_for_everybody(teller_at, path, width):
    reader = teller_at(width, scripts=False)
    assert reader.go(path) == 200
    text = " ".join(reader.page.locator("main").inner_text().split())
    facts = {name: (fact,) if isinstance(fact, str) else fact for name, fact in FACTS.items()}
    assert {name: each for name, told in facts.items() for each in told if each.casefold() not in text.casefold()} == {}
    assert "on Migration" not in reader.page.content()
    assert len(reader.page.content().encode()) < 100_000
    reader.picture("hasil-rapat")


def promise(officer, action, due):
    officer.press("Catat janji", within="main")
    officer.fill(action=action, owner=value_of(officer, "owner", "Yayasan Contoh"), paling_lambat=f"{due:%d-%m-%Y}")
    officer.fill(untuk=value_of(officer, "untuk", "Hasil 2"))
    officer.press("Simpan janji ini")
    expect(officer.page.locator("#janji")).to_contain_text(action)


def value_of(officer, field, words):
    option = officer.page.locator(f"[name='{field}'] option").filter(has_text=words).first
    return option.get_attribute("value")


def one_promise_is_answered_by_link_and_another_rises(teller_at, site):
    officer = teller_at(WIDE)
    officer.sign_in("provinsi")
    officer.press("Rapat", within="#menu")
    officer.press("Wakil Gubernur NTT Yosef Rekaan", within="main")
    promise(officer, KEPT, today() + timedelta(days=30))
    promise(officer, LATE, today() - timedelta(days=1))
    officer.press(KEPT, within="main")
    officer.press("Buat tautan")
    officer.fill(kepada="Ani Rekaan, ketua")
    officer.press("Buat tautan", within="main form")
    officer.picture("janji-tautan")
    link = re.sub(r"^https?://[^/]+", "", officer.page.locator("#tautan").input_value())
    owner = teller_at(NARROW, scripts=False)
    owner.go(link)
    expect(owner.page.locator("main")).to_contain_text(KEPT)
    owner.picture("janji-kabar")
    owner.touch(owner.page.locator("[name='answer'][value='done']"))
    owner.fill(evidence="Daftar kelas, surat nomor 12")
    owner.press("Kirim kabar")
    expect(owner.page.locator("main")).to_contain_text("Kabar janji ini sudah dicatat")
    assert owner.go(link) == 410
    assert rise(site) == 1
    assert rise(site) == 0
    officer.menu("Janji rapat")
    row = officer.page.locator("tr").filter(has_text=LATE)
    expect(row).to_contain_text("Lewat 1 hari")
    expect(row).to_contain_text("naik ke pimpinan pemilik janji")
    officer.picture("janji-rapat")
    officer.press(KEPT, within="main")
    officer.press("Saya sudah melihat buktinya")
    expect(officer.page.locator("main")).to_contain_text("Daftar kelas, surat nomor 12")


def the_page_follows(teller_at, path):
    reader = teller_at(WIDE, scripts=False)
    reader.go(path)
    text = " ".join(reader.page.locator("main").inner_text().split())
    assert "1 dari 2 janji ditepati" in text
    assert f"Lewat tanggal, naik ke pimpinan pemilik janji: {LATE}" in text
    assert f"Buktinya sudah dilihat: {KEPT}" in text
    assert "Ani Rekaan" not in text
    assert "surat nomor 12" not in text


def what_everybody_reads_is_accessible(browser, address, public, width):
    context = browser.new_context(viewport={"width": width, "height": 768}, bypass_csp=True)
    page = context.new_page()
    wrong = []
    for path in ("/hasil/", public):
        page.goto(address + path)
        wrong += [f"{path} {rule['id']}" for rule in Axe().run(page).response["violations"]]
        wide = page.evaluate("document.documentElement.scrollWidth")
        wrong += [] if wide <= width else [f"{path}: {wide} px wide"]
    context.close()
    assert wrong == []


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_text_beside_its_fields_is_accessible(browser, address, width):
    context = browser.new_context(viewport={"width": width, "height": 768}, bypass_csp=True)
    page = context.new_page()
    page.goto(f"{address}/masuk/")
    with page.expect_navigation():
        page.click("button[value='provinsi']")
    page.goto(f"{address}/rapat/baru/")
    page.fill("[name='naskah']", AUDIENCE)
    with page.expect_navigation():
        page.get_by_role("button", name="Baca naskah ini").click()
    rules = [rule["id"] for rule in Axe().run(page).response["violations"]]
    wide = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert (rules, wide <= width) == ([], True)


def test_a_meeting_from_its_text_to_everybody(teller_at, browser, address, site, say):
    path = pasted_confirmed_and_published(teller_at, say)
    for width in (WIDE, NARROW):
        the_page_carries_every_fact_for_everybody(teller_at, path, width)
    one_promise_is_answered_by_link_and_another_rises(teller_at, site)
    the_page_follows(teller_at, path)
    for width in (WIDE, NARROW):
        what_everybody_reads_is_accessible(browser, address, path, width)
