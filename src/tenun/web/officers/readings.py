"""Who read what, as the pages show it: on the file for its desk, and by ticket number for the auditor."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from tenun.organisations.enums import Role
from tenun.organisations.models import User
from tenun.shared.audit import (
    EXPORT_MONTHLY,
    EXPORT_OUTCOMES,
    EXPORT_QUEUE,
    OPEN_CONTACT,
    OPEN_FILE,
    OPEN_IN_EMERGENCY,
    OPEN_NUMBER,
    OPEN_SCAN,
    PRINT_PLAN,
    READ_EMERGENCIES,
    READ_HISTORY,
    READ_LIST,
    READ_LOG,
    READ_MONTHLY,
    READ_READERS,
    READ_REPORTS,
    READ_RULE_TRIAL,
    SEARCH,
    SEARCH_ELSEWHERE,
    SIMULATE_RULES,
)
from tenun.shared.models import ReadEntry
from tenun.web.language import language
from tenun.web.officers.days import say_moment
from tenun.web.parts import Look

MOST_ENTRIES = 200

ACTS = {
    OPEN_CONTACT: _("membuka kontak"),
    READ_HISTORY: _("membaca riwayat perubahan"),
    SEARCH_ELSEWHERE: _("mencari di wilayah lain"),
    OPEN_FILE: _("membuka berkas"),
    OPEN_NUMBER: _("membuka nomor"),
    OPEN_SCAN: _("membuka gambar surat"),
    PRINT_PLAN: _("mencetak rencana"),
    READ_LIST: _("membaca daftar impor"),
    SIMULATE_RULES: _("meminta simulasi aturan"),
    READ_RULE_TRIAL: _("membaca simulasi aturan"),
    READ_LOG: _("memeriksa catatan"),
    READ_READERS: _("melihat daftar pembaca"),
    READ_REPORTS: _("membaca laporan perekrut"),
    OPEN_IN_EMERGENCY: _("membuka karena darurat"),
    READ_EMERGENCIES: _("membaca akses darurat"),
    EXPORT_QUEUE: _("mengambil antrean sebagai lembar"),
    READ_MONTHLY: _("membaca laporan bulanan"),
    EXPORT_MONTHLY: _("mengunduh laporan bulanan"),
    EXPORT_OUTCOMES: _("mengunduh papan capaian"),
    SEARCH: _("mencari"),
}


@dataclass(frozen=True, slots=True)
class LogLine:
    """One reading for the auditor: whose file only as the number of a ticket."""

    when: str
    who: str
    roles: str
    what: str
    ticket: str
    detail: str


def looks_of(entries: Sequence[ReadEntry]) -> list[Look]:
    """The readings of one file. One query for the names."""
    names = _names(entries)
    return [
        Look(names.get(entry.user_id, "—"), _roles(entry.roles), say_moment(entry.at, language()), str(ACTS[entry.act]))
        for entry in entries
    ]


def log_lines(entries: Sequence[ReadEntry]) -> list[LogLine]:
    """The readings of everybody. One query for the names."""
    names = _names(entries)
    return [
        LogLine(
            when=say_moment(entry.at, language()),
            who=names.get(entry.user_id, "—"),
            roles=_roles(entry.roles),
            what=str(ACTS[entry.act]),
            ticket=f"{entry.person_id:06d}" if entry.person_id else "",
            detail=entry.detail,
        )
        for entry in entries
    ]


def _names(entries: Sequence[ReadEntry]) -> dict[int, str]:
    users = User.objects.filter(pk__in={entry.user_id for entry in entries})
    return dict(users.values_list("pk", "full_name"))


def _roles(codes: str) -> str:
    return ", ".join(str(Role(code).label) for code in codes.split(",") if code)
