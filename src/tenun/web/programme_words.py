"""How a programme is said on a page: its lists in plain words, and what is known of it as pairs."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tenun.domain.identifiers.regions import region_name
from tenun.domain.programmes import Fit, PartnerRole, Phase, Problem, ProgrammeStatus, ServiceLine
from tenun.domain.wording import say_day
from tenun.formats.entry_rule_words import entry_rules_in_words
from tenun.formats.entry_rules import read_entry_rules
from tenun.partnership.models import Programme
from tenun.web.language import language
from tenun.web.parts import Pair

Named = dict[str, Promise]

SERVICES: dict[ServiceLine, Promise] = {
    ServiceLine.INFORMATION: gettext_lazy("Informasi"),
    ServiceLine.DOCUMENTS: gettext_lazy("Dokumen"),
    ServiceLine.SKILLS: gettext_lazy("Pelatihan"),
    ServiceLine.PLACEMENT: gettext_lazy("Penempatan"),
    ServiceLine.PROTECTION: gettext_lazy("Pelindungan"),
    ServiceLine.RETURN: gettext_lazy("Reintegrasi"),
    ServiceLine.DATA: gettext_lazy("Data"),
    ServiceLine.OFFICIALS: gettext_lazy("Petugas"),
}
STATUSES: dict[ProgrammeStatus, Promise] = {
    ProgrammeStatus.IDEA: gettext_lazy("Gagasan"),
    ProgrammeStatus.OFFERED: gettext_lazy("Ditawarkan"),
    ProgrammeStatus.AGREED: gettext_lazy("Disepakati"),
    ProgrammeStatus.RUNNING: gettext_lazy("Berjalan"),
    ProgrammeStatus.ENDED: gettext_lazy("Selesai"),
}
PHASES: dict[Phase, Promise] = {
    Phase.BEFORE: gettext_lazy("Sebelum berangkat"),
    Phase.DURING: gettext_lazy("Selama bekerja"),
    Phase.AFTER: gettext_lazy("Sesudah pulang"),
}
ROLES: dict[PartnerRole, Promise] = {
    PartnerRole.FUNDING: gettext_lazy("Penyandang dana"),
    PartnerRole.ACCOUNTABLE: gettext_lazy("Penanggung jawab"),
    PartnerRole.EXTENDING: gettext_lazy("Penyalur"),
    PartnerRole.IMPLEMENTING: gettext_lazy("Pelaksana"),
}
PROBLEMS: dict[Problem, Promise] = {
    Problem.SKILLS: gettext_lazy("Keterampilan kurang"),
    Problem.DOCUMENTS: gettext_lazy("Surat tidak lengkap"),
    Problem.OTHER: gettext_lazy("Lainnya"),
}
FITS: dict[Fit, Promise] = {
    Fit.SUPPORTS: gettext_lazy("Mendukung program provinsi"),
    Fit.OVERLAPS: gettext_lazy("Bertumpang tindih"),
    Fit.FILLS_GAP: gettext_lazy("Mengisi celah"),
}

GCM: dict[int, Promise] = {
    1: gettext_lazy("Data"),
    2: gettext_lazy("Pencegahan di daerah asal"),
    3: gettext_lazy("Informasi"),
    4: gettext_lazy("Identitas dan surat"),
    5: gettext_lazy("Jalur resmi"),
    6: gettext_lazy("Perekrutan yang adil"),
    7: gettext_lazy("Kerentanan"),
    8: gettext_lazy("Nyawa dan orang hilang"),
    9: gettext_lazy("Penyelundupan"),
    10: gettext_lazy("Perdagangan orang"),
    12: gettext_lazy("Penapisan dan rujukan"),
    14: gettext_lazy("Pelindungan konsuler"),
    15: gettext_lazy("Layanan dasar"),
    17: gettext_lazy("Tanpa diskriminasi"),
    18: gettext_lazy("Keterampilan"),
    19: gettext_lazy("Diaspora"),
    20: gettext_lazy("Pengiriman uang"),
    21: gettext_lazy("Pulang dan reintegrasi"),
    22: gettext_lazy("Jaminan sosial"),
    23: gettext_lazy("Kemitraan"),
}
"""The objectives of the Global Compact that apply here, in short words of our own (A/RES/73/195)."""

FIELDS: dict[str, Promise] = {
    "title": gettext_lazy("Nama program"),
    "description": gettext_lazy("Isi program"),
    "owner": gettext_lazy("Pemilik"),
    "partners": gettext_lazy("Mitra"),
    "services": gettext_lazy("Layanan"),
    "phases": gettext_lazy("Masa migrasi"),
    "target_group": gettext_lazy("Untuk siapa"),
    "districts": gettext_lazy("Tempat"),
    "planned_start": gettext_lazy("Rencana mulai"),
    "actual_start": gettext_lazy("Mulai"),
    "planned_end": gettext_lazy("Rencana selesai"),
    "actual_end": gettext_lazy("Sampai"),
    "status": gettext_lazy("Keadaan"),
    "capacities": gettext_lazy("Kapasitas"),
    "entry_words": gettext_lazy("Syarat masuk"),
    "entry_rules": gettext_lazy("Aturan masuk"),
    "money": gettext_lazy("Dana"),
    "contact": gettext_lazy("Narahubung"),
    "problem": gettext_lazy("Masalah yang dijawab"),
    "gcm_objectives": gettext_lazy("Tujuan GCM"),
    "sectors": gettext_lazy("Sektor"),
    "counterpart": gettext_lazy("Program pasangan provinsi"),
    "budget_code": gettext_lazy("Kode anggaran"),
    "fit": gettext_lazy("Hubungan dengan program provinsi"),
    "next_step": gettext_lazy("Langkah berikut"),
}
"""What the fields of a record are called, where a page says which of them changed."""


def places_of(districts: Iterable[str]) -> str:
    """The districts by name; none of them means the whole province."""
    return ", ".join(map(region_name, districts)) or _("Seluruh NTT")


def entry_of(programme: Programme) -> str:
    """Whom it takes: in its owner's words, then what is judged of a person."""
    judged = entry_rules_in_words(read_entry_rules(programme.entry_rules), language())
    return "; ".join(part for part in (programme.entry_words, *judged) if part)


def programme_pairs(programme: Programme) -> tuple[Pair, ...]:
    """What is known of a programme, for whoever has to say whether it is still so."""
    services = ", ".join(str(SERVICES[ServiceLine(each)]) for each in programme.services)
    starts, ends = programme.actual_start or programme.planned_start, programme.actual_end or programme.planned_end
    places = sum(each.places for each in programme.capacities.all())
    pairs = (
        Pair(_("Pemilik"), programme.owner.name),
        Pair(_("Layanan"), services),
        Pair(_("Keadaan"), str(STATUSES[ProgrammeStatus(programme.status)])),
        Pair(_("Tempat"), places_of(programme.districts)),
        Pair(_("Untuk siapa"), programme.target_group),
        Pair(_("Mulai"), say_day(starts, language()) if starts else ""),
        Pair(_("Sampai"), say_day(ends, language()) if ends else ""),
        Pair(_("Kapasitas"), _("{count} orang").format(count=places) if places else ""),
        Pair(_("Syarat masuk"), entry_of(programme)),
    )
    return tuple(Pair(each.name, each.value or _("Belum diketahui"), each.digits) for each in pairs)
