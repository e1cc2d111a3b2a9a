"""Every page of the desks at both widths: it answers, nothing runs off sideways, axe is content."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.browser.teller import NARROW, WIDE

HERS = "/orang/1/"
PAGES = {
    "desa-peraga": ("/desa/", "/desa/penjelasan/", "/desa/berangkat-pulang/", "/perekrut/lapor/"),
    "loket-belu": (
        "/",
        "/orang/daftarkan/",
        *(
            HERS + page
            for page in (
                "",
                "surat/",
                "surat/ktp/",
                "surat/bahasa_jlpt/",
                "surat/rekening/",
                "tujuan/",
                "simulasi/?tujuan=kr-eps",
                "perjalanan/",
                "perjalanan/inform/",
                "berangkat-pulang/",
                "serahkan/",
                "ubah/",
                "keluarga/",
                "kontak/",
                "persetujuan/",
                "mirip/",
                "perubahan/",
                "pembaca/",
            )
        ),
        "/pindah/",
        "/galeri/",
        "/keamanan/",
        "/keamanan/perangkat/",
    ),
    "provinsi": (
        "/peta/",
        "/peta/?layanan=skills",
        "/peta/53.04/documents/",
        "/peta/53.04/documents/usulan/",
        "/program/",
        "/program/1/",
        "/program/1/ubah/",
        "/program/tambah/",
        "/program/impor/",
        "/organisasi/",
        "/organisasi/ejaan/?spelling=International+Organization+on+Migration",
        *("/rapat/1/", "/rapat/1/ubah/", "/rapat/1/tambah/", "/rapat/1/tarik/", "/janji/", "/janji/baru/?rapat=1"),
        *("/janji/1/", "/janji/1/kabar/", "/janji/1/tanggal/", "/janji/1/tautan/", "/hasil/"),
    ),
    "gugus-tugas": ("/perekrut/",),
    "penyunting": ("/simulasi-aturan/", "/rapat/", "/rapat/baru/"),
    "pemeriksa": ("/", "/catatan/"),
    "admin-peraga": ("/akun/",),
}
"""By account of the demonstration; `HERS` is the first person of Belu."""


@pytest.mark.parametrize("account", PAGES)
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_every_page_is_whole_and_accessible(browser, address, account, width):
    # Axe is a script of ours that no page would run otherwise.
    context = browser.new_context(viewport={"width": width, "height": 768}, bypass_csp=True)
    page = context.new_page()
    page.goto(f"{address}/masuk/")
    with page.expect_navigation():
        page.click(f"button[value='{account}']")
    wrong = []
    for path in PAGES[account]:
        answer = page.goto(address + path)
        wide = page.evaluate("document.documentElement.scrollWidth")
        rules = Axe().run(page).response["violations"]
        wrong += [] if answer.status == 200 else [f"{path}: {answer.status}"]
        wrong += [] if wide <= width else [f"{path}: {wide} px wide"]
        wrong += [f"{path}: {rule['id']} {rule['nodes'][0]['html'][:100]}" for rule in rules]
    context.close()
    assert wrong == []
