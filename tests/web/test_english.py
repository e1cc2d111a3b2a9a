"""A page in English holds no Indonesian of ours: only names, terms of the law and what officers wrote."""

import itertools
import re

import pytest
from django.urls import reverse
from django.utils import translation
from django.utils.html import escape
from tests.people.conftest import belu, malaka, maria  # noqa: F401  Fixtures.
from tests.press_texts import AUDIENCE
from tests.web.test_queries import CASES, OPEN, OWN, ina, sign_in_with_everything, world  # noqa: F401  Fixtures.

from tenun.documents.kinds import is_retired
from tenun.domain.catalogue import packaged
from tenun.shared.clock import today
from tenun.web.officers.forms import KINDS
from tenun.web.officers.steps import OFFERED, StepForm

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
_OURS = """
yang dan ini itu atau belum sudah tidak bila untuk dari dengan pada oleh karena masih kepada semua akan juga lagi
anda petugas berkas surat tanggal hari langkah orang perempuan lahir nomor alasan berlaku dicatat dibuka diubah
catat simpan batalkan bawa kembali keluar masuk cari pilih hapus tutup lihat buka kirim tulis isi kosong
senin selasa rabu kamis jumat sabtu januari februari maret mei juni juli agustus oktober desember
"""
OURS = frozenset(_OURS.split())
"""Words that stand in every other sentence of the pages in Indonesian, and in no name or term."""
NOT_SHOWN = re.compile(r"<(script|style|svg).*?</\1>|<[^>]*>", re.DOTALL)
IN_INDONESIAN = re.compile(r'<div class="body" lang="id">.*?</main>', re.DOTALL)
"""The tables of a monthly report: a letter from one Indonesian office to another, marked as such in the page."""
SAID_IN_INDONESIAN = re.compile(r'<(a|h1)[^>]* lang="id">.*?</\1>', re.DOTALL)
"""A question of the self-assessment, which is one of an Indonesian list."""
SAID = re.compile(r'(?:aria-label|title|placeholder|alt)="([^"]*)"')


def texts_of_law():
    """The titles of the texts that requirements stand on, longest first: they are cited in their own language."""
    sources = {each.source for target in packaged().targets(today()) for each in target.requirements}
    return sorted({escape(part) for each in sources for part in (each.title, each.article) if part}, key=len)[::-1]


def left_over(html):
    html = SAID_IN_INDONESIAN.sub("", IN_INDONESIAN.sub("", html))
    shown = " ".join([NOT_SHOWN.sub(" ", html), *SAID.findall(html)])
    for title in texts_of_law():
        shown = shown.replace(title, "")
    return sorted(OURS.intersection(re.findall(r"[a-z]+", shown.lower())))


def in_english(client, name, *args):
    with translation.override("en"):
        answer = client.get(reverse(name, args=args))
    assert answer.status_code == 200
    assert '<html lang="en">' in answer.text
    return answer.text


SHEETS = {
    "board-sheet",
    "board-paper",
    "download-programmes",
    "programme-template",
    "report-sheet",
    "report-paper",
    "import-messages",
    "proposal-letter",
    "promise-letter",
}
PAGES = sorted(
    CASES.keys()
    - {"scan", "scan-file", "plan", "gallery", "export-queue", "together-sheet"}
    - SHEETS
    - {"settle-spelling"}
)
"""The plan is printed for the person, reports and letters for an office, in Indonesian; the gallery is for builders."""
WRITTEN = OURS.intersection(re.findall(r"[a-z]+", AUDIENCE.lower()))
"""What stands in the press text of a meeting, and so in its record."""
STORED = {
    **dict.fromkeys(("meeting", "meeting-text", "outcome", "drop-line", "edit-line"), WRITTEN),
    "account": {"petugas"},
    "programme": {"untuk"},
    "propose": OURS,
    "read-log": {"dan", "belum", "cari", "orang"},
    "import-columns": OURS,
}
"""The detail of an entry stands as it was written when it was made; the columns of the officers' sheet are called in
Indonesian by contract."""


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_site_is_english(world, name):  # noqa: F811
    who, args = CASES[name]
    assert set(left_over(in_english(world.client(who), name, *args(world)))) <= STORED.get(name, set())


def test_the_form_of_every_paper_is_english(client, belu, maria):  # noqa: F811
    client.force_login(belu)
    kinds = [kind for kind in itertools.chain(*KINDS.values()) if not is_retired(kind, today())]
    found = {kind: left_over(in_english(client, "paper", maria.pk, kind)) for kind in kinds}
    assert {kind: words for kind, words in found.items() if words} == {}


@pytest.mark.parametrize("event", OFFERED)
def test_the_form_of_every_step_is_english(event):
    with translation.override("en"):
        form = StepForm({}, event=event)
        problems = itertools.chain(*form.errors.values())
        labels = (f"{bound.label} {bound.help_text} {bound}" for bound in form)
        assert left_over(" ".join([*labels, *problems])) == []


@pytest.mark.parametrize("name", [*OPEN[:-1], *OWN])
def test_a_page_of_the_account_is_english(client, ina, name):  # noqa: F811
    if name in OWN:
        sign_in_with_everything(client)
    args = [ina.authenticator_set.filter(type="webauthn").first().pk] if name == "mfa_remove_webauthn" else []
    assert left_over(in_english(client, name, *args)) == []


def test_indonesian_would_be_found(client, db):
    assert left_over(client.get(reverse("sign-in")).text)
