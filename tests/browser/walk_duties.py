"""The five duties of a village (UU 18/2017 Art. 42) on a phone, each from the page of the duties to its end.

Each is counted and must be done in two minutes by a slow user (`teller.Count.seconds`); how long two people talk is not
in it.
"""

import pytest
from playwright.sync_api import expect
from tests.browser.acts import Woman, photo, record
from tests.browser.teller import NARROW

MOST_SECONDS = 120


@pytest.fixture
def village(teller_at):
    """A village officer with a phone, at the page of her duties."""
    teller = teller_at(NARROW)
    teller.sign_in("desa-peraga")
    assert teller.path == "/desa/"
    return teller


@pytest.fixture
def at_duty(village, say):
    """Begins a duty from its page; what was counted since is said and judged by the second function."""

    def begin(name):
        before = village.mark()
        village.press(name, within="main")

        def done():
            count = village.count.since(before)
            say(f"{village.width} px, desa, {name}: {count}")
            assert count.seconds <= MOST_SECONDS

        return done

    return begin


def known(village, woman):
    """Somebody recorded before; the page of the duties is open again."""
    village.press("Catat orang", within="main")
    file = record(village, woman)
    village.menu("Tugas desa")
    return file


def test_informing_ticks_the_checklist_item_by_item(village, at_duty):
    woman = Woman("Agustina Hoar Luan", "", "5304055203999081")
    known(village, woman)
    done = at_duty("Beri penjelasan")
    village.press(woman.name, within="main")
    items = village.page.locator("[name='butir']")
    assert items.count() == 11
    for item in items.all():
        village.touch(item)
    village.picture("desa-penjelasan")
    village.press("Simpan langkah ini")
    expect(village.page.locator("#riwayat")).to_contain_text("Semua butir dijelaskan")
    done()


def test_a_checklist_with_a_hole_is_not_taken(village):
    woman = Woman("Bernadina Seuk Luan", "", "5304055203999082")
    known(village, woman)
    village.press("Beri penjelasan", within="main")
    village.press(woman.name, within="main")
    for item in village.page.locator("[name='butir']").all()[1:]:
        village.touch(item)
    village.press("Simpan langkah ini")
    expect(village.page.locator("main")).to_contain_text("Belum dijelaskan:")


def test_recording_a_person(village, at_duty):
    done = at_duty("Catat orang")
    record(village, Woman("Cornelia Abuk Tae", "", "5304055203999083"))
    done()


def test_helping_with_a_paper_and_its_picture(village, at_duty):
    woman = Woman("Delfina Rika Mau", "", "5304055203999084")
    file = known(village, woman)
    done = at_duty("Bantu surat")
    village.press(woman.name, within="main")
    village.press("Tambah surat")
    village.press("KTP", within="main")
    village.fill(ktp_nama=woman.name, ktp_tanggal_lahir=woman.born)
    village.photograph("gambar", photo())
    village.picture("desa-surat")
    village.press("Simpan surat ini")
    expect(village.page.locator("#surat").get_by_role("link", name="Lihat KTP")).to_be_attached()
    done()
    shown = village.page.request.get(f"{village.address}{file}surat/ktp/gambar/")
    assert (shown.status, shown.headers["content-type"]) == (200, "image/jpeg")


@pytest.mark.parametrize(
    ("kind", "name", "said"),
    [
        ("departed", "Elisabet Bano Klau", "Berangkat 20-11-2026"),
        ("returned", "Filomena Dahu Nahak", "Pulang 20-11-2026"),
    ],
)
def test_noting_a_departure_or_a_return(village, at_duty, kind, name, said):
    woman = Woman(name, "", "")
    known(village, woman)
    done = at_duty("Catat berangkat atau pulang")
    village.press(woman.name, within="main")
    village.touch(village.page.locator(f"[name='kind'][value='{kind}']"))
    village.fill(on="20-11-2026", route="Atapupu", told_by="ibunya")
    village.picture("desa-berangkat-pulang")
    village.press("Simpan langkah ini")
    expect(village.page.locator("main")).to_contain_text(said)
    done()


def test_reporting_a_recruiter(village, at_duty, teller_at):
    done = at_duty("Laporkan perekrut")
    story = "Menawarkan kerja tanpa surat, mengambil KTP."
    village.fill(village_code="53.04.05.2001", story=story, name="Om Nadus")
    village.picture("desa-perekrut")
    village.press("Kirim laporan")
    expect(village.page.locator("main")).to_contain_text("Laporan tersimpan.")
    done()
    reader = teller_at(NARROW)
    reader.sign_in("gugus-tugas")
    reader.menu("Laporan perekrut")
    expect(reader.page.locator("main")).to_contain_text(story)
