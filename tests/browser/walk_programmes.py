"""A partner's IATI file comes in, is mended in the register, edited and goes out valid; a gap becomes a proposal.

The province does all of it; the number in the proposal is the one that Belu's own office reads on its map.
"""

import re

import pytest
from playwright.sync_api import expect
from tests.browser.teller import NARROW, WIDE
from tests.formats.iati.samples import PARTNER_FILE
from tests.running import Site

from tenun.formats import iati

TITLE = "Perjalanan aman dari NTT"
NEED = re.compile(r"(\d+) orang membutuhkan")


@pytest.fixture(scope="module")
def address():
    """A site with some hundred people in all districts, for a map of few people hides every number."""
    site = Site()
    try:
        yield f"http://127.0.0.1:{site.begin(DEMO='1', DEMO_PEOPLE='300').ready().port}"
        assert site.interrupt() == 0, site.said
    finally:
        site.remove()


def sent(teller, content, name):
    """Gives a file of programmes to the import."""
    teller.menu("Semua program")
    teller.press("Impor program")
    payload = {"name": name, "mimeType": "application/xml", "buffer": content.encode()}
    teller.page.locator("[name='daftar']").set_input_files(payload)
    teller.count.presses += 3
    teller.press("Unggah dan periksa berkas")


def test_a_programme_comes_in_is_edited_and_goes_out(teller_at, say):
    province = teller_at(WIDE)
    province.sign_in("provinsi")
    sent(province, PARTNER_FILE.replace('<activity-status code="2"/>', "<activity-status/>"), "salah.xml")
    expect(province.page.get_by_text(re.compile(r"Baris \d+")).first).to_be_visible()

    sent(province, PARTNER_FILE, "mitra.xml")
    province.picture("impor-program")
    while province.page.get_by_role("link", name="Tentukan siapa ini").count():
        province.press("Tentukan siapa ini")
        province.page.get_by_label("Organisasi baru dengan nama ini").check()
        province.count.presses += 1
        province.fill(sort="partner")
        province.press("Simpan ejaan")
    province.page.get_by_label("Informasi").check()
    province.count.presses += 1
    province.press("Simpan layanannya")
    province.press("Simpan 1 program")
    expect(province.page.get_by_text("1 program baru, 0 diubah.")).to_be_visible()

    province.menu("Semua program")
    province.press(TITLE)
    province.press("Ubah program")
    province.fill(target_group="Keluarga calon pekerja")
    province.press("Simpan program")
    expect(province.page.get_by_text("Perubahan disimpan.")).to_be_visible()
    province.menu("Semua program")
    with province.page.expect_download() as load:
        province.press("Unduh IATI")
    say(f"program dari berkas IATI masuk, disunting, keluar: {province.count}")
    out = load.value.path().read_bytes()
    (ours,) = (each for each in iati.read(out).activities if each.identifier == "XX-CONTOH-0001")
    assert (ours.title, ours.target_group) == (TITLE, "Keluarga calon pekerja")
    assert b'<transaction ref="T-1">' in out


def test_a_gap_becomes_a_proposal_with_the_right_number(teller_at, say):
    counter = teller_at(NARROW)
    counter.sign_in("loket-belu")
    counter.go("/peta/53.04/documents/")
    whole = int(NEED.search(counter.page.locator("main").inner_text())[1])
    assert whole >= 5

    province = teller_at(WIDE)
    province.sign_in("provinsi")
    province.menu("Peta program")
    gap = province.page.locator("#celah li", has_text="Belu · Dokumen")
    assert int(NEED.search(gap.inner_text())[1]) == whole
    province.picture("peta-program")
    province.touch(gap.get_by_role("link", name="Susun usulan"))
    draft = province.page.locator("[name='text']").input_value()
    assert f"{whole} orang di Kabupaten Belu membutuhkan layanan ini." in draft
    province.page.locator("[name='partner']").select_option(label="Yayasan Contoh")
    province.count.presses += 2
    province.press("Simpan usulan")
    expect(province.page.get_by_text("Usulan disimpan.")).to_be_visible()
    say(f"celah di peta menjadi surat usulan: {province.count}")


def test_a_link_asks_the_owner_and_acts_only_when_it_is_sent(teller_at):
    province = teller_at(WIDE)
    province.sign_in("provinsi")
    province.menu("Semua program")
    province.press("Pos informasi pasar")
    province.press("Buat tautan")
    address = province.page.locator("#tautan").input_value()
    owner = teller_at(NARROW, scripts=False)
    owner.page.goto(address)
    expect(owner.page.get_by_text("Pos informasi pasar (rekaan)")).to_be_visible()
    owner.page.get_by_label("Masih benar semua").check()
    owner.press("Kirim jawaban")
    expect(owner.page.get_by_text("Terima kasih.")).to_be_visible()
    province.menu("Semua program")
    province.press("Pos informasi pasar")
    expect(province.page.get_by_text("Dijawab")).to_be_visible()
    expect(province.page.get_by_text("Keterangan ini perlu ditanyakan lagi")).to_have_count(0)
