"""The province reads its outcome board, takes it along, answers itself, and a district's head confirms by a link."""

import re
from io import BytesIO
from zipfile import ZipFile

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from tests.browser.teller import NARROW, WIDE

PAGES = {
    "provinsi": (
        "/capaian/",
        "/kesiapan/",
        "/kesiapan/53.04/",
        "/kesiapan/53.04/tautan/",
        "/kesiapan/53.04/placement/",
        "/uji-mandiri/",
        "/uji-mandiri/butir/UM-2.2/",
        "/uji-mandiri/butir/UM-2.1/jawab/",
        "/uji-mandiri/impor/",
    ),
    "loket-belu": ("/capaian/", "/kesiapan/", "/kesiapan/53.04/"),
    "mitra": ("/capaian/", "/kesiapan/53.71/", "/uji-mandiri/"),
}
"""By account of the demonstration."""


@pytest.mark.parametrize("account", PAGES)
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_every_page_is_whole_and_accessible(browser, address, account, width):
    context = browser.new_context(viewport={"width": width, "height": 768}, bypass_csp=True)
    page = context.new_page()
    page.goto(f"{address}/masuk/")
    with page.expect_navigation():
        page.click(f"button[value='{account}']")
    wrong = []
    for path in PAGES[account]:
        answer = page.goto(address + path)
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        wide = page.evaluate("document.documentElement.scrollWidth")
        rules = Axe().run(page).response["violations"]
        wrong += [] if answer.status == 200 else [f"{path}: {answer.status}"]
        wrong += [] if wide <= width else [f"{path}: {wide} px wide"]
        wrong += [f"{path}: {rule['id']} {rule['nodes'][0]['html'][:100]}" for rule in rules]
    context.close()
    assert wrong == []


def fetched(teller, name):
    """What a link of the page leads to, asked for with the same sign-in."""
    target = teller.page.get_by_role("link", name=name).get_attribute("href")
    return teller.page.request.get(teller.address + target).body()


def test_the_province_takes_the_board_along(teller_at):
    teller = teller_at(WIDE)
    teller.sign_in("provinsi")
    teller.menu("Papan capaian")
    expect(teller.page.get_by_text("Hasil 4", exact=True)).to_be_visible()
    expect(teller.page.get_by_text("Belum terukur.").first).to_be_visible()
    teller.picture("papan-capaian")
    assert len(pypdfium2.PdfDocument(fetched(teller, "Buka lembar untuk Gubernur"))) == 1
    with ZipFile(BytesIO(fetched(teller, "Unduh XLSX"))) as book:
        assert "xl/worksheets/sheet2.xml" in book.namelist()


def test_the_province_answers_a_question_about_itself(teller_at):
    teller = teller_at(NARROW)
    teller.sign_in("provinsi")
    teller.menu("Uji mandiri")
    teller.press("Adakah peraturan daerah", within="main")
    teller.press("Jawab butir ini")
    teller.page.get_by_label("sebagian").check()
    teller.page.get_by_label("Bukti", exact=False).first.fill("Peraturan rekaan untuk uji")
    teller.page.get_by_label("Kantor penanggung jawab").fill("Dinas Provinsi Contoh")
    teller.press("Simpan jawaban")
    expect(teller.page.get_by_role("heading", name="Riwayat jawaban")).to_be_visible()
    expect(teller.page.get_by_text("Peraturan rekaan untuk uji")).to_be_visible()


def test_the_head_of_a_district_confirms_by_a_link_without_an_account(teller_at, browser, address):
    teller = teller_at(WIDE)
    teller.sign_in("provinsi")
    teller.menu("Kesiapan daerah")
    row = teller.page.get_by_role("row", name=re.compile("Kabupaten Flores Timur"))
    expect(row.get_by_text("Kabar lama")).to_be_visible()
    expect(row.get_by_text("Belum lapor").first).to_be_visible()
    teller.touch(row.get_by_role("link", name="Buat tautan"))
    teller.page.get_by_label("Untuk siapa").fill("Kepala dinas rekaan")
    teller.press("Buat tautan", within="main")
    link = teller.page.locator("#tautan").input_value()

    context = browser.new_context(viewport={"width": NARROW, "height": 768}, bypass_csp=True)
    page = context.new_page()
    page.goto(link)
    assert Axe().run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW
    for kind, answer in (("placement", "gone"), ("training", "same"), ("documents", "gone")):
        page.locator(f"[name='{kind}'][value='{answer}']").check()
    page.get_by_role("button", name="Kirim jawaban").click()
    expect(page.get_by_text("Kesiapan layanan sudah dicatat hari ini.")).to_be_visible()
    context.close()

    teller.menu("Kesiapan daerah")
    row = teller.page.get_by_role("row", name=re.compile("Kabupaten Flores Timur"))
    expect(row.get_by_text("Kabar lama")).to_have_count(0)
    expect(row.get_by_text("Kepala dinas rekaan, lewat tautan").first).to_be_visible()
    expect(row.get_by_role("link", name="Buat tautan")).to_have_count(0)
