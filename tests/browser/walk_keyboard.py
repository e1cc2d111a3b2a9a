"""The main path of a village, once with the keyboard alone and once without scripts."""

import itertools

import pytest
from playwright.sync_api import expect
from tests.browser.acts import VILLAGE, Woman, card, open_file, paper, record
from tests.browser.keys import Keys
from tests.browser.teller import NARROW, WIDE

WITH_KEYS = {
    WIDE: Woman("Yuliana Luan Mali", "", "5304055203999095"),
    NARROW: Woman("Yovita Klau Seran", "", "5304055203999096"),
}


def read_downwards(stops):
    """In a form or a list of duties no stop stands above the one before it, unless it stands beside it."""
    inside = [stop for stop in stops if stop["inMain"]]
    assert inside
    for before, after in itertools.pairwise(inside):
        beside = after["left"] > before["left"] and after["bottom"] > before["top"]
        assert after["top"] >= before["top"] - 1 or beside, (before["words"], after["words"])


@pytest.mark.parametrize("width", WITH_KEYS)
def test_a_village_records_a_person_with_the_keyboard_alone(teller_at, say, width):
    teller, woman = teller_at(width), WITH_KEYS[width]
    page, main = teller.page, teller.page.locator("main")
    keys = Keys(page)
    teller.go("/masuk/")
    keys.arrive()
    keys.enter(page.locator("button[value='desa-peraga']"))
    assert teller.path == "/desa/"
    read_downwards(keys.all_round())

    keys.arrive()
    first = keys.tab()
    assert first["words"] == "Langsung ke isi"
    page.keyboard.press("Enter")
    assert keys.tab()["words"].startswith("Beri penjelasan"), "the way past the menu leads elsewhere"
    keys.enter(main.get_by_role("link", name="Catat orang"))
    read_downwards(keys.all_round())

    keys.arrive()
    for name, text in {"nama": woman.name, "nik": woman.nik, "tanggal_lahir": woman.born, "desa": "Fatuketi"}.items():
        keys.answer(name, text)
    keys.answer("tujuan", "Pekerja rumah tangga di Malaysia")
    assert keys.tab(back=True)["words"] == "desa"
    assert page.locator("[name='desa']").input_value() == VILLAGE
    keys.enter(main.get_by_role("button", name="Simpan orang ini"), "Space")
    expect(page.locator("h1")).to_have_text(woman.name)
    file = teller.path
    keys.all_round()

    keys.arrive()
    keys.enter(main.get_by_role("link", name="Tambah surat"))
    keys.enter(main.locator(f"a[href='{file}surat/ktp/']"))
    read_downwards(keys.all_round())
    keys.arrive()
    for name, text in {"ktp_nama": woman.name, "ktp_tanggal_lahir": woman.born}.items():
        keys.answer(name, text)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "asli dilihat" in card(teller, file, "ktp")
    say(f"{width} px, papan tik saja: {keys.stops} perhentian, semuanya terlihat")


def test_a_village_records_a_person_without_scripts(teller_at):
    woman = Woman("Yosefina Bere Taek", "", "5304055203999097")
    village = teller_at(NARROW, scripts=False)
    village.sign_in("desa-peraga")
    village.press("Catat orang", within="main")
    file = record(village, woman)
    paper(village, "ktp", nomor=woman.nik, **woman.printed)
    paper(village, "kk", differs="beda-tanpa-skrip", **woman.printed | {"nama": "Yosefina Berek Taek"})
    expect(village.page.locator("#ketidakcocokan")).to_contain_text("huruf k kurang")
    counter = teller_at(WIDE, scripts=False)
    counter.sign_in("loket-belu")
    open_file(counter, woman)
    paper(counter, "kk", **woman.printed)
    expect(counter.page.locator("#ketidakcocokan")).to_have_count(0)
    assert "asli dilihat" in card(counter, file, "kk")
