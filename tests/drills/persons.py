"""The persons whom the drills record, all invented; each has a number and a name of her own."""

FAMILY = "Maria Ba% Seran"
VILLAGE = "53.04.05.2001"
OFFICER = "loket-belu"
BORN = "12-03-1999"

_SYLLABLES = ("ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu")


def name_of(number):
    """A name that nobody else has, all letters; `FAMILY` finds all of them."""
    return f"Maria {_word(number)} Seran"


def second_name_of(number):
    """Under which she was recorded a second time; `FAMILY` does not find it."""
    return f"Dorotea {_word(number)} Bria"


def _word(number):
    return "".join(_SYLLABLES[int(digit)] for digit in f"{number:05d}").title()


def register(browser, name, born=BORN):
    """A new person; the status. `browser.went_to` is the address of her file."""
    fields = {"nama": name, "tanggal_lahir": born, "desa": VILLAGE, "tujuan": "my-domestic"}
    return browser.post("/orang/daftarkan/", another="1", **fields)


def registered(browser, name, born=BORN):
    """As above, where it must succeed; the address of her file."""
    assert register(browser, name, born) == 302
    return browser.went_to


def send_paper(browser, file, kind, name, *, proof="original_seen", born=BORN, picture=None):
    """A paper of one kind with its name and date of birth, and a picture of it; the status."""
    fields = {f"{kind}_bukti": proof, f"{kind}_nama": name, f"{kind}_tanggal_lahir": born}
    return browser.post(f"{file}surat/{kind}/", files={"gambar": picture} if picture else {}, **fields)
