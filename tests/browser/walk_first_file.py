"""The story of the first file, as the issue of the site tells it, on a desk's screen and on a phone.

A village officer records a woman with her KTP and KK; the district officer finds her, adds akta and ijazah with one
letter wrong, sees which paper is wrong and the plan; corrects, verifies the originals, and the gates turn; another
district's officer and an agency see nothing of her by any route; the auditor sees who looked; she gets her printed
plan.
"""

import pypdfium2
import pytest
from playwright.sync_api import expect
from tests.browser.acts import Woman, card, open_file, open_paper, paper, printed_sheet, record
from tests.browser.routes import addresses_of
from tests.browser.teller import NARROW, WIDE, keep

TOLD = {
    WIDE: Woman("Yasinta Bete Nahak", "Yasintha Bete Nahak", "5304055203999077"),
    NARROW: Woman("Yustina Luruk Bria", "Yusthina Luruk Bria", "5304055203999078"),
}
"""Who is recorded at which width of the screen."""

STILL_TO_SHOW = {
    "status_kawin_surat": {"tanggal": "02-11-2026"},
    "izin": {"pemberi": "Blasius Nahak", "hubungan": "orang_tua", "diketahui_kades": "ya", "tanggal": "02-11-2026"},
    "ak1": {"terbit": "03-11-2026"},
}
"""What else is asked of her papers, seen in the original at once."""


@pytest.mark.parametrize("width", TOLD)
def test_the_story_of_the_first_file(teller_at, say, width):
    teller, woman = teller_at(width), TOLD[width]
    file = recorded_in_the_village(teller, woman)
    say(f"{width} px, desa mencatat orang dengan KTP dan KK: {teller.count}")
    with_a_wrong_letter(teller, woman, file)
    printed(teller, woman, file, picture="rencana-cetak")
    corrected_and_verified(teller, woman)
    say(f"{width} px, loket menambah, membetulkan, memverifikasi: {teller.count}")
    printed(teller, woman, file)
    asked_who_looked(teller)
    tried = unseen_by_others(teller, woman, file)
    say(f"{width} px, wilayah lain dan perusahaan: {tried} percobaan, tidak satu pun terbuka")
    told_to_the_auditor(teller, woman, file)


def recorded_in_the_village(teller, woman):
    """A village officer records her with her KTP and KK; the address of her file."""
    teller.sign_in("desa-peraga")
    assert teller.path == "/desa/"
    teller.picture("desa")
    teller.press("Catat orang")
    file = record(teller, woman, picture="daftarkan")
    paper(teller, "ktp", nomor=woman.nik, **woman.printed)
    paper(teller, "kk", **woman.printed)
    assert "oleh Petugas Desa" in card(teller, file, "ktp")
    return file


def with_a_wrong_letter(teller, woman, file):
    """The district officer finds her, adds two copies, and sees which of all papers is wrong, and the plan."""
    teller.sign_in("loket-belu")
    open_file(teller, woman)
    assert teller.path == file
    paper(teller, "akta", bukti="copy", **woman.printed)
    paper(teller, "ijazah", differs="bandingkan", bukti="copy", **woman.printed | {"nama": woman.wrong})
    wrong = teller.page.locator("#ketidakcocokan")
    expect(wrong).to_contain_text("huruf h lebih")
    expect(wrong.get_by_role("columnheader", name="Ijazah")).to_contain_text("perlu surat keterangan")
    for agreeing in ("KTP", "KK"):
        expect(wrong.get_by_role("columnheader", name=agreeing, exact=False)).to_contain_text("cocok")
    plan = teller.page.locator("#rencana")
    expect(plan).to_contain_text("Minta surat keterangan kesalahan penulisan ijazah (nama)")
    expect(plan).to_contain_text("Tunjukkan yang asli: akta kelahiran dan ijazah")
    assert "3 menghambat" in gate(teller, "Dokumen")
    teller.picture("berkas")


def corrected_and_verified(teller, woman):
    """Corrects the letter, then verifies one original after the other; the gate of the papers turns."""
    file = teller.path
    paper(teller, "ijazah", **woman.printed)
    expect(teller.page.locator("#ketidakcocokan")).to_have_count(0)
    assert "2 menghambat" in gate(teller, "Dokumen")
    assert all("Belum diverifikasi" in card(teller, file, kind) for kind in ("akta", "ijazah"))
    for kind in ("akta", "ijazah"):
        original_seen(teller, kind)
        assert "asli dilihat" in card(teller, file, kind)
        assert "oleh Petugas Loket Belu" in card(teller, file, kind)
    assert "menghambat" not in gate(teller, "Dokumen")
    for kind, answers in STILL_TO_SHOW.items():
        paper(teller, kind, **answers)
    ask_marital_status(teller)
    assert "Terpenuhi" in gate(teller, "Dokumen"), gate(teller, "Dokumen")
    teller.picture("terverifikasi")


def original_seen(teller, kind):
    """The original lies on the desk: everything stands on the page already, only its proof changes."""
    open_paper(teller, kind)
    teller.fill(**{f"{kind}_bukti": "original_seen"})
    teller.press("Simpan surat ini")
    expect(teller.page.locator(".gates").first).to_be_visible()


def ask_marital_status(teller):
    """The one thing of the papers that is asked and not shown."""
    teller.press("Data, kontak, persetujuan")
    teller.fill(status_kawin="belum_kawin", alasan="Ditanyakan di loket")
    teller.press("Simpan perubahan")
    expect(teller.page.locator(".gates").first).to_be_visible()


def gate(teller, name):
    """What one gate says."""
    return teller.page.locator(".gates").first.get_by_role("link", name=name).inner_text()


def printed(teller, woman, file, picture=""):
    """She gets her plan: one page with her name, her ticket and every step of the screen."""
    steps = teller.page.locator("#rencana ol li .what b").all_inner_texts()
    assert steps
    document = pypdfium2.PdfDocument(printed_sheet(teller, woman.name))
    try:
        assert len(document) == 1
        words = " ".join(document[0].get_textpage().get_text_bounded().split())
        if picture and teller.folder is not None and teller.width == WIDE:
            keep(document[0].render(scale=1.5).to_pil(), teller.folder / f"{picture}.png")
    finally:
        document.close()
    for said in (woman.name, file.strip("/").split("/")[-1].zfill(6), *steps):
        assert said.split(". ", 1)[-1] in words, said
    assert woman.nik not in words
    assert "Dukcapil" not in words, "she is sent away with what is shown at this desk"


def asked_who_looked(teller):
    """The woman asks who opened her file; the counter sees it with one press."""
    teller.press("Siapa yang membuka berkas ini")
    expect(teller.page.locator("main")).to_contain_text("Petugas Desa (peragaan)")


def unseen_by_others(teller, woman, file):
    """Another district and an agency get what a missing person gets, by every address, reading and writing.

    How often it was tried.
    """
    person, tried = int(file.strip("/").split("/")[-1]), 0
    for account in ("loket-malaka", "perusahaan"):
        teller.sign_in(account)
        send = teller.page.request
        token = next(each["value"] for each in teller.page.context.cookies() if each["name"] == "csrftoken")
        for address in addresses_of(person):
            for answer in (
                send.get(f"{teller.address}{address}", max_redirects=0),
                send.post(
                    f"{teller.address}{address}",
                    form={"csrfmiddlewaretoken": token, "alasan": "mencoba"},
                    headers={"Referer": teller.address},
                    max_redirects=0,
                ),
            ):
                assert answer.status in (404, 405), (account, address, answer.status)
                assert woman.name not in answer.text()
                tried += 1
        for text in (woman.name, woman.nik, f"{person:06d}", woman.name.split()[1]):
            assert teller.go(f"/?q={text}") == 200
            expect(teller.page.locator("main")).not_to_contain_text(woman.name)
            tried += 1
        if account == "loket-malaka":
            teller.search(woman.name)
            expect(teller.page.locator("main")).to_contain_text("Tidak ada yang cocok di wilayah Anda")
        teller.press("Tenun", within="header")
        expect(teller.page.locator("main")).not_to_contain_text(woman.name)
    return tried


def told_to_the_auditor(teller, woman, file):
    """The auditor sees who looked, and not at whom."""
    teller.sign_in("pemeriksa")
    teller.menu("Catatan pembacaan")
    teller.fill(tiket=file.strip("/").split("/")[-1])
    teller.press("Cari", within="main")
    log = teller.page.locator("main")
    for said in ("membuka berkas", "mencetak rencana", "Petugas Desa (peragaan)", "Petugas Loket Belu (peragaan)"):
        expect(log).to_contain_text(said)
    for said in (woman.name, "Petugas Loket Malaka", "Perusahaan Penempatan"):
        expect(log).not_to_contain_text(said)
    teller.picture("catatan-pembacaan")
