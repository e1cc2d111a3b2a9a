"""A province officer and a partner, and one invented programme of the partner's."""

from datetime import date

import pytest
from tests.people.conftest import TODAY, officer
from tests.press_texts import AUDIENCE

from tenun.domain.programmes import (
    Capacity,
    Contact,
    OrganisationNamed,
    PartnerRole,
    ProgrammeRecord,
    ProgrammeStatus,
    ServiceLine,
)
from tenun.domain.rules import AgeWindow, PaperPresent
from tenun.formats.press_text import Part
from tenun.organisations.enums import OrganisationKind, Role
from tenun.organisations.models import Organisation, User
from tenun.organisations.queries import standing_of
from tenun.organisations.register import enter_organisation, keep_spelling
from tenun.partnership.actions.meetings import Decision, approve_statement, decide, move_meeting, paste_text
from tenun.partnership.actions.programmes import enter_programme
from tenun.partnership.actions.promises import NewPromise, enter_promise
from tenun.partnership.enums import MeetingState, PointKind
from tenun.partnership.meetings import whole_meetings
from tenun.shared.scope import scoped

RECORD = ProgrammeRecord(
    identifier="REKAAN-1",
    title="Kelas bahasa rekaan",
    owner=OrganisationNamed(name="Kantor mitra"),
    services=(ServiceLine.SKILLS,),
    districts=("53.21",),
    status=ProgrammeStatus.RUNNING,
    planned_start=date(2026, 1, 5),
    planned_end=date(2026, 12, 20),
    capacities=(Capacity(starts_on=date(2026, 1, 1), ends_on=date(2026, 12, 31), places=30, district="53.21"),),
    entry_words="Umur 21 sampai 45, punya KTP",
    entry_rules=(AgeWindow(minimum=21, below=46), PaperPresent("ktp")),
    contact=Contact(name="Ani Rekaan", email="ani@contoh.example", telephone="0380000000"),
    source="Rekaan untuk uji",
    checked_on=date(2026, 11, 1),
)


def in_scope(user):
    """The scope of somebody's posts."""
    return scoped(standing_of(user, TODAY).scope)


@pytest.fixture
def province(db):
    return officer("provinsi", Role.PROVINCE, districts=("53.04", "53.21"))


@pytest.fixture
def partner(db):
    return officer("mitra", Role.PARTNER)


@pytest.fixture
def owner(partner):
    return Organisation.objects.get(name="Kantor mitra")


@pytest.fixture
def funder(db):
    return enter_organisation(name="Dana Rekaan", kind=OrganisationKind.PARTNER, ref="XX-1", type_code="40")


@pytest.fixture
def programme(province, owner, funder):
    with in_scope(province):
        return enter_programme(
            record=RECORD, owner=owner, partners=[(PartnerRole.FUNDING, funder)], by=province, is_demo=True
        )


@pytest.fixture
def iom(db):
    """An organisation of the register with a spelling that somebody called wrong."""
    made = enter_organisation(
        name="International Organization for Migration (IOM)",
        kind=OrganisationKind.PARTNER,
        ref="XM-DAC-47066",
        type_code="40",
    )
    by = User.objects.first() or officer("register", Role.PROVINCE)
    keep_spelling(organisation=made, spelling="International Organization on Migration", is_wrong=True, by=by)
    return made


@pytest.fixture
def draft(province):
    """The audience of the tests, pasted and not looked at."""
    with in_scope(province):
        return paste_text(text=AUDIENCE, by=province)


def decided(meeting, by, **organisations):
    """Every field taken over as the text has it; guests by what the register calls them, dropped where it has none."""
    for proposal in meeting.proposals.order_by("pk"):
        meant = organisations.get(proposal.value)
        keep = proposal.part != Part.GUEST or meant is not None
        value = proposal.value.replace("on Migration", "for Migration")
        decision = Decision(keep=keep, value=value, more=proposal.more, organisation=meant)
        decide(proposal=proposal, decision=decision, by=by)
    return whole_meetings().get(pk=meeting.pk)


@pytest.fixture
def published(draft, province, iom):
    """The same, decided, approved and read by everybody, with IOM as its guest."""
    with in_scope(province):
        whole = decided(draft, province, **{"International Organization on Migration (IOM)": iom})
        for point in whole.points.filter(kind=PointKind.STATEMENT):
            approve_statement(point=point, by=province)
        for after in (MeetingState.CHECKED, MeetingState.APPROVED, MeetingState.PUBLISHED):
            whole = move_meeting(meeting=whole, after=after, by=province)
        return whole_meetings().get(pk=whole.pk)


@pytest.fixture
def promise(published, province, owner):
    """Promised by the partner at that meeting, by the end of October."""
    with in_scope(province):
        new = NewPromise(
            action="Melatih tiga puluh pendamping (rekaan)",
            owner=owner,
            official="Ani Rekaan, ketua",
            due_on=date(2026, 10, 31),
            meeting=published,
            expected_result=published.results.get(number=2),
            promised_on=date(2026, 3, 4),
        )
        return enter_promise(new=new, by=province)
