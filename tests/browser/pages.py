"""Every page of the desks in a real browser at both widths: it answers, nothing runs off sideways, axe is content."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

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
    "gugus-tugas": ("/perekrut/",),
    "pemeriksa": ("/", "/catatan/"),
    "admin-peraga": ("/akun/",),
}
"""By account of the demonstration; `HERS` is the first person of Belu."""


def faults(browser: Browser, address: str, width: int) -> list[str]:
    """What is wrong with any page at this width, a line each."""
    found = []
    for account, paths in PAGES.items():
        context = browser.new_context(viewport={"width": width, "height": 768}, bypass_csp=True)
        page = context.new_page()
        page.goto(f"{address}/masuk/")
        with page.expect_navigation():
            page.click(f"button[value='{account}']")
        for path in paths:
            answer = page.goto(address + path)
            where = f"{width} px {account} {path}"
            if answer is None or answer.status != 200:
                found.append(f"{where}: {answer and answer.status}")
                continue
            wide = page.evaluate("document.documentElement.scrollWidth")
            found += [f"{where}: {wide} px wide"] if wide > width else []
            rules = Axe().run(page).response["violations"]
            found += [f"{where}: {rule['id']} {rule['nodes'][0]['html'][:100]}" for rule in rules]
        context.close()
    return found
