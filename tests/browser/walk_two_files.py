"""What happens to a file beyond its story: it is handed to protection and given back; two of one person become one, and
are parted again.
"""

from playwright.sync_api import expect
from tests.browser.acts import Woman, card, open_file, paper, record
from tests.browser.teller import NARROW, WIDE

NOTE = "Umurnya di ijazah lain."


def register_at_the_counter(counter, woman):
    """Records her from the menu; the address of her file."""
    counter.menu("Daftarkan orang")
    return record(counter, woman)


def test_a_file_is_handed_to_protection_and_given_back(teller_at):
    woman = Woman("Hendrika Muti Asa", "", "5304055203999091")
    counter = teller_at(WIDE)
    counter.sign_in("loket-belu")
    register_at_the_counter(counter, woman)
    counter.press("Catat langkah")
    counter.press("Serahkan ke pelindungan")
    counter.touch(counter.page.locator("[name='reason'][value='age_in_doubt']"))
    counter.fill(note=NOTE)
    counter.picture("serahkan")
    counter.press("Serahkan berkas ini")
    held_for(counter, woman)
    protection = teller_at(NARROW)
    protection.sign_in("pelindungan")
    open_file(protection, woman)
    protection.press("Catat langkah")
    expect(protection.page.locator("main")).to_contain_text(NOTE)
    protection.press("Tutup penyerahan")
    protection.fill(outcome="Umur benar, ijazah milik saudaranya.")
    protection.press("Tutup penyerahan ini")
    open_file(counter, woman)
    expect(counter.page.locator(".gates").first).to_be_visible()
    expect(counter.page.locator("main")).not_to_contain_text(NOTE)


def held_for(counter, woman):
    """What everybody else sees of the file: that it is held, and nothing more."""
    counter.search(woman.name)
    counter.press(woman.name, within="main")
    expect(counter.page.locator("main")).to_contain_text("Ditahan sementara, hubungi provinsi.")
    for hidden in (NOTE, "umur diragukan", "Temuan", "Surat izin"):
        expect(counter.page.locator("main")).not_to_contain_text(hidden)
    counter.picture("ditahan")
    counter.press("Ke meja kerja")


def test_two_files_of_one_person_become_one_and_are_parted_again(teller_at):
    counter = teller_at(WIDE)
    counter.sign_in("loket-belu")
    first, second = Woman("Imelda Fahik Luan", "", ""), Woman("Melda Fahik", "", "", born="03-12-1999")
    second_file = register_at_the_counter(counter, second)
    paper(counter, "kk", **second.printed)
    first_file = register_at_the_counter(counter, first)
    paper(counter, "ktp", **first.printed)

    counter.press("Data, kontak, persetujuan")
    counter.press("Berkas mirip")
    counter.fill(tiket=second_file.strip("/").split("/")[-1])
    counter.press("Bandingkan", within="form.filters")
    expect(counter.page.locator("h1")).to_have_text("Apakah ini orang yang sama?")
    counter.picture("bandingkan-berkas")
    counter.press("Gabungkan kedua berkas")
    counter.fill(alasan="Orang yang sama menurut KK")
    counter.press("Gabungkan menjadi satu berkas")
    assert counter.path == first_file
    assert papers_seen(counter, first_file) == {"ktp", "kk"}
    found_by(counter, second.name, {first.name})

    open_file(counter, first)
    counter.press("Data, kontak, persetujuan")
    counter.press("Berkas mirip")
    counter.press("Batalkan penggabungan")
    counter.fill(alasan="Ternyata adiknya")
    counter.press("Pisahkan kedua berkas")
    expect(counter.page.locator("main")).to_contain_text("dibatalkan")
    found_by(counter, second.name, {second.name})
    for woman, file, kinds in ((first, first_file, {"ktp"}), (second, second_file, {"kk"})):
        open_file(counter, woman)
        assert (counter.path, papers_seen(counter, file)) == (file, kinds)


def papers_seen(counter, file):
    """Of which papers the open file says that the original was seen."""
    return {kind for kind in ("ktp", "kk") if "asli dilihat" in card(counter, file, kind)}


def found_by(counter, text, names):
    """Exactly these persons are found by this name."""
    counter.search(text)
    assert set(counter.page.locator("main tbody a[href*='/orang/']").all_inner_texts()) == names
