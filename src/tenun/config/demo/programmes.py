"""Invented programmes of the demonstration, in every status and service, made through the real actions.

Organisations that exist stand in the register by their right names; no programme here is one of theirs.
"""

from datetime import date, timedelta

from tenun.domain.papers import Education
from tenun.domain.programmes import (
    Capacity,
    OrganisationNamed,
    PartnerRole,
    Phase,
    Problem,
    ProgrammeRecord,
    ProgrammeStatus,
    ServiceLine,
)
from tenun.domain.rules import AgeWindow, EducationAtLeast, PaperPresent, Rule
from tenun.organisations.enums import OrganisationKind
from tenun.organisations.models import Organisation, User
from tenun.organisations.queries import standing_of
from tenun.organisations.register import enter_organisation, keep_spelling
from tenun.partnership.actions.programmes import enter_programme
from tenun.partnership.models import Programme
from tenun.shared.scope import scoped

S, P = ServiceLine, ProgrammeStatus
_SOURCE = "Rekaan untuk peragaan"

Row = tuple[str, tuple[ServiceLine, ...], tuple[str, ...], ProgrammeStatus, int | None, tuple[Rule, ...], int]
"""Title, services, districts, status, places this year, whom it takes, days since it was checked."""

_ADULT = AgeWindow(minimum=21, below=46)
_PROGRAMMES: tuple[Row, ...] = (
    ("Kelas rumah tangga dan bahasa (rekaan)", (S.SKILLS,), ("53.04", "53.01"), P.RUNNING, 60, (_ADULT,), 12),
    ("Kelas merawat lansia (rekaan)", (S.SKILLS,), ("53.71",), P.RUNNING, 80, (_ADULT,), 30),
    ("Kelas bahasa Inggris kerja (rekaan)", (S.SKILLS,), ("53.71",), P.RUNNING, 40, (), 8),
    (
        "Kelas kerja pabrik (rekaan)",
        (S.SKILLS,),
        ("53.06", "53.07"),
        P.AGREED,
        None,
        (EducationAtLeast(Education.LOWER_SECONDARY),),
        40,
    ),
    ("Sidang akta keliling (rekaan)", (S.DOCUMENTS,), ("53.02", "53.03"), P.RUNNING, 160, (), 20),
    ("Perekaman KTP di desa (rekaan)", (S.DOCUMENTS,), ("53.18", "53.17"), P.RUNNING, 150, (PaperPresent("kk"),), 15),
    ("Bantuan biaya paspor (rekaan)", (S.DOCUMENTS,), ("53.11",), P.OFFERED, 50, (PaperPresent("ktp"),), 25),
    ("Cerita aman bermigrasi (rekaan)", (S.INFORMATION,), (), P.RUNNING, 3000, (), 10),
    ("Pos informasi pasar (rekaan)", (S.INFORMATION,), ("53.21",), P.RUNNING, 120, (), 200),
    ("Temu lowongan resmi (rekaan)", (S.PLACEMENT,), ("53.71", "53.01"), P.RUNNING, 200, (), 18),
    ("Rumah singgah pulang (rekaan)", (S.PROTECTION, S.RETURN), ("53.71",), P.RUNNING, 30, (), 22),
    ("Modal usaha keluarga (rekaan)", (S.RETURN,), ("53.06",), P.IDEA, None, (), 60),
    ("Pelatihan petugas desa (rekaan)", (S.OFFICIALS,), ("53.21", "53.04"), P.AGREED, 90, (), 35),
    ("Data migrasi bersama (rekaan)", (S.DATA,), (), P.IDEA, None, (), 90),
)


def make_programmes(on: date) -> int:
    """Makes what is missing; how many programmes were made."""
    by = User.objects.get(username="provinsi")
    with scoped(standing_of(by, on).scope):
        owner, funder = _organisations(by)
        made = 0
        for number, row in enumerate(_PROGRAMMES, start=1):
            record = _record(number, row, on)
            if Programme.objects.filter(identifier=record.identifier).exists():
                continue
            enter_programme(record=record, owner=owner, partners=[(PartnerRole.FUNDING, funder)], by=by, is_demo=True)
            made += 1
    return made


def _organisations(by: User) -> tuple[Organisation, Organisation]:
    iom = enter_organisation(
        name="International Organization for Migration",
        kind=OrganisationKind.PARTNER,
        ref="XM-DAC-47066",
        type_code="40",
    )
    keep_spelling(organisation=iom, spelling="IOM", is_wrong=False, by=by)
    enter_organisation(name="Kementerian Luar Negeri Republik Indonesia", kind=OrganisationKind.CENTRAL, type_code="10")
    owner = enter_organisation(name="Yayasan Contoh", kind=OrganisationKind.PARTNER, type_code="22")
    funder = enter_organisation(name="Dana Contoh (rekaan)", kind=OrganisationKind.PARTNER, type_code="60")
    return owner, funder


def _record(number: int, row: Row, on: date) -> ProgrammeRecord:
    title, services, districts, status, places, rules, days = row
    year = {"starts_on": date(on.year, 1, 1), "ends_on": date(on.year, 12, 31)}
    shares = districts or ("",)
    capacities = [Capacity(**year, places=places // len(shares), district=share) for share in shares] if places else []
    problem = {S.SKILLS: Problem.SKILLS, S.DOCUMENTS: Problem.DOCUMENTS}.get(services[0], Problem.OTHER)
    return ProgrammeRecord(
        identifier=f"REKAAN-{number:02d}",
        title=title,
        owner=OrganisationNamed(name="Yayasan Contoh"),
        description="Program rekaan untuk peragaan.",
        services=services,
        phases=(Phase.AFTER,) if S.RETURN in services else (Phase.BEFORE,),
        districts=districts,
        planned_start=date(on.year, 1, 5),
        planned_end=on + timedelta(days=120) if status is P.RUNNING else None,
        status=status,
        capacities=tuple(capacities),
        entry_rules=rules,
        source=_SOURCE,
        checked_on=on - timedelta(days=days),
        problem=problem,
        gcm_objectives=(23,),
    )
