"""A district in the middle of its work: two of everything that a page can list, so that a question a row is seen."""

from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from uuid import UUID

from django.db import connections
from django.test import Client
from django.urls import reverse
from PIL import Image
from tests.intake.handling import Desk
from tests.people.conftest import TODAY, officer
from tests.web.account.conftest import PASSWORD
from tests.web.meetings import about_meetings
from tests.web.offices import about_offices
from tests.web.partners import about_programmes

from tenun.documents.actions import keep_scan, record_paper
from tenun.domain.assessment import Verdict
from tenun.domain.catalogue import packaged
from tenun.domain.journey import Event
from tenun.domain.journey import Role as JourneyRole
from tenun.domain.papers import PaperRecord, Proof
from tenun.insight.actions import send_report
from tenun.insight.month import Month
from tenun.intake.models import Batch, ProgrammeList
from tenun.organisations.actions import create_user, give_post, open_account, set_active
from tenun.organisations.enums import OrganisationKind, Role
from tenun.organisations.models import Post, User
from tenun.organisations.queries import standing_of
from tenun.partnership.links import Made
from tenun.partnership.models import Commitment, Meeting, Programme, Proposal
from tenun.people.actions import (
    ContactRule,
    NewPerson,
    add_alias,
    add_contact,
    add_external_id,
    add_member,
    ask_transfer,
    give_consent,
    merge_files,
    open_in_emergency,
    register_person,
)
from tenun.people.actions.duplicates import find_elsewhere
from tenun.people.enums import ContactOwner, Manner, Means, Purpose, Relation, System, Tongue
from tenun.people.models import Emergency, Journey, JourneyEntry, Merge, Person, Transfer
from tenun.people.queries import likeness_of
from tenun.people.seals import Danger, EmergencyKind
from tenun.protection.actions import SeenRecruiter, report_recruiter
from tenun.readiness.actions import begin, refer
from tenun.readiness.models import Movement, MovementKind, ReferralReason
from tenun.readiness.simulation import Change, Simulation
from tenun.readiness.together import ActKind, Asked, act_together, keep_view
from tenun.readiness.trial_results import result_of
from tenun.readiness.trials import RuleTrial, TrialState
from tenun.shared.clock import now
from tenun.shared.scope import scoped

VILLAGE, ELSEWHERE = "53.04.05.2001", "53.21.02.2004"
KINDS = (("ktp", "akta"), ("kk", "ijazah"), ("paspor", "skck"))
SYSTEMS, PURPOSES = tuple(System), tuple(Purpose)
"""What is recorded in the first round, the second and the third."""


@dataclass
class World:
    """Who works there, and about whom."""

    users: dict[str, User]
    maria: Person
    second: Person = None
    referred: Person = None
    merge: Merge = None
    transfer: Transfer = None
    opening: Emergency = None
    together: UUID = None
    account: User = None
    post: Post = None
    batch: Batch = None
    unknown: Batch = None
    trial: RuleTrial = None
    programme: Programme = None
    proposal: Proposal = None
    link: Made = None
    file: ProgrammeList = None
    draft: Meeting = None
    meeting: Meeting = None
    ready: Meeting = None
    promise: Commitment = None
    line: int = 0
    rounds: int = 0
    month: Month = field(default_factory=lambda: Month(2026, 8))

    def client(self, who):
        """A browser in which one of them is signed in."""
        browser = Client()
        browser.force_login(self.users[who])
        return browser


def world_of(maria, belu, malaka):
    """Everything twice."""
    users = {
        "counter": belu,
        "elsewhere": malaka,
        "village": officer("desa", Role.VILLAGE, villages=(VILLAGE,)),
        "protection": officer("pelindungan", Role.PROTECTION, districts=("53.04",)),
        "province": officer("provinsi", Role.PROVINCE, districts=("53.04",)),
        "editor": officer("penyunting", Role.EDITOR),
        "auditor": officer("pemeriksa", Role.AUDITOR),
        "admin": officer("agung", Role.ADMIN),
    }
    users["admin"].set_password(PASSWORD)
    users["admin"].save()
    world = World(users, maria)
    with scoped(standing_of(belu, TODAY).scope):
        world.referred = _person(belu, "Elisabet Rekaan")
        refer(person=world.referred, reason=ReferralReason.OTHER, note="takut", by=belu)
    for _ in range(2):
        one_more_of_everything(world)
    return world


def _person(by, name, village=VILLAGE):
    new = NewPerson(full_name=name, village_code=village, target="my-domestic", birth_date=date(1998, 5, 1))
    return register_person(new=new, by=by)


def one_more_of_everything(world):
    """A further row in every list of every page."""
    letter, by = chr(65 + world.rounds), world.users["counter"]
    with scoped(standing_of(by, TODAY).scope):
        _about_persons(world, by, letter)
        _about_maria(world, by, letter)
        report_recruiter(seen=SeenRecruiter(village_code=VILLAGE, story=f"Menawarkan kerja {letter}"), by=by)
    _about_many(world, by, letter)
    _about_emergencies(world, by, letter)
    _about_transfers(world, letter)
    _about_lists(world, letter)
    _about_accounts(world, letter)
    _about_reports(world)
    _about_rules(world, letter)
    about_offices(world, letter)
    about_programmes(world, letter)
    about_meetings(world, letter)
    world.client("counter").get(reverse("readers", args=[world.maria.pk]))
    connections["audit"].connection.commit()
    world.rounds += 1


def _about_persons(world, by, letter):
    world.second, twin, away = (_person(by, f"{name} {letter}") for name in ("Mery Bano", "Elsi Nahak", "Wati Seran"))
    for person in (world.second, twin):
        Person.objects.filter(pk=person.pk).update(nik=world.maria.nik, nik_hash=world.maria.nik_hash)
        Journey.objects.create(person=person, state="CONTACTED", started_at=now())
    world.merge = merge_files(survivor=world.maria, other=away, by=by, reason="NIK sama")
    world.maria.refresh_from_db()


def _about_maria(world, by, letter):
    maria, number = world.maria, world.rounds
    for kind in KINDS[number]:
        seen = PaperRecord(proof=Proof.ORIGINAL_SEEN, name=maria.full_name)
        record_paper(person=maria, kind=kind, record=seen, by=by)
        picture = BytesIO()
        Image.new("RGB", (60, 40), "white").save(picture, "PNG")
        keep_scan(person=maria, kind=kind, content=picture.getvalue(), by=by)
    add_alias(person=maria, name=f"Mia {letter}", note="di desa", by=by)
    add_member(person=maria, name=f"Yuliana {letter}", relation=Relation.SIBLING, is_head=False, by=by)
    add_external_id(person=maria, system=SYSTEMS[number], code=f"S-{number}", by=by)
    rule = {
        "owner": ContactOwner.NEIGHBOUR,
        "means": Means.CALL,
        "confirmed_on": TODAY,
        "number": f"+628123456789{number}",
    }
    add_contact(person=maria, rule=ContactRule(**rule), by=by)
    told = {"manner": Manner.THUMB, "tongue": Tongue.TETUN, "explained_by": "Rosa", "witness": "Kepala dusun"}
    give_consent(person=maria, purpose=PURPOSES[number], on=TODAY, by=by, **told)
    Movement.objects.create(person=maria, kind=MovementKind.RETURNED, on=TODAY, by=by, at=now())
    journey = Journey.objects.filter(person=maria).first()
    journey = journey or Journey.objects.create(person=maria, state="CONTACTED", started_at=now())
    entry = {"role": "counter", "event": Event.CONTACT.value, "after": "CONTACTED"}
    JourneyEntry.objects.create(journey=journey, person=maria, at=now(), by=by, **entry)


def _about_many(world, by, letter):
    """Two of the queue are invited, and a narrowing is kept."""
    with scoped(standing_of(by, TODAY).scope):
        two = [begin_one(by, f"{name} {letter}") for name in ("Lena Rekaan", "Mina Rekaan")]
        invited = Asked(on=TODAY, place="Aula")
        world.together = act_together(persons=two, kind=ActKind.INVITE, asked=invited, by=by)
        keep_view(name=f"Saringan {letter}", query="giliran=siap", by=by)


def begin_one(by, name):
    new = NewPerson(full_name=name, village_code=VILLAGE, target="my-domestic")
    return begin(new=new, role=JourneyRole.COUNTER, on=TODAY, by=by, another=True)


def _about_emergencies(world, by, letter):
    """A sealed file that the province opens."""
    leader = world.users["province"]
    with scoped(standing_of(by, TODAY).scope):
        held = _person(by, f"Susana {letter}")
        refer(person=held, reason=ReferralReason.OTHER, note="takut", by=by)
    with scoped(standing_of(leader, TODAY).scope):
        why = {"danger": Danger.BORDER, "why": "Dicegat di bandara", "roles": ["province"]}
        world.opening = open_in_emergency(person=held, what=EmergencyKind.FILE, by=leader, **why)


def _about_transfers(world, letter):
    """Each district asks the other for a file."""
    for asking, keeping, home, new in (
        ("elsewhere", "counter", VILLAGE, ELSEWHERE),
        ("counter", "elsewhere", ELSEWHERE, VILLAGE),
    ):
        asker, keeper = world.users[asking], world.users[keeping]
        with scoped(standing_of(keeper, TODAY).scope):
            wanted = _person(keeper, f"Diminta {keeping.title()} {letter}", home)
        with scoped(standing_of(asker, TODAY).scope):
            found = find_elsewhere(likeness_of(wanted.full_name, None, wanted.birth_date, wanted.mother_name))
            place = {"district_code": new[:5], "village_code": new}
            asked = ask_transfer(handle=found[0].handle, by=asker, reason="pindah", **place)
        world.transfer = asked if asking == "elsewhere" else world.transfer


def _about_reports(world):
    """The reports of ever earlier months are sent; the last finished one is not."""
    world.month = world.month.before
    for who, district in (("counter", "53.04"), ("elsewhere", "53.21")):
        by = world.users[who]
        with scoped(standing_of(by, TODAY).scope):
            send_report(district=district, month=world.month, office="Dinas", on=TODAY, by=by)


def _about_rules(world, letter):
    """A trial of rules that would change ever more people of Belu, as a job leaves it."""
    by, groups = world.users["editor"], ("my-domestic", "sg-domestic", "hk-domestic")[: world.rounds + 1]
    numbers = (world.maria.pk, *(world.second.pk for _ in range(world.rounds)))
    changes = tuple(Change(each, "53.04", Verdict.READY, Verdict.REPAIR, numbers, {}) for each in groups)
    counts, persons = result_of(Simulation(TODAY, 9, changes, {}), packaged(), packaged())
    done = {"state": TrialState.DONE, "result": counts, "persons": persons, "finished_at": now()}
    with scoped(standing_of(by, TODAY).scope):
        world.trial = RuleTrial.objects.create(
            asked_by=by, asked_at=now(), name=f"coba-{letter}", on=TODAY, files=b"x", digest="d", **done
        )


def _about_accounts(world, letter):
    admin = world.users["admin"]
    open_account(username=f"rekaan.{letter.lower()}", full_name=f"Rekaan {letter}", by=admin)
    world.account = world.account or create_user(username="ina", full_name="Ina Rekaan", password=None)
    world.post = give_post(
        user=world.account,
        organisation=f"Kantor {letter}",
        kind=OrganisationKind.DISTRICT_OFFICE,
        role=Role.COUNTER,
        desk=None,
        starts_on=date(2026, 1, 1),
        ends_on=None,
        districts=("53.04",),
        villages=(),
        by=admin,
    )
    set_active(user=world.account, active=True, by=admin)


def _about_lists(world, letter):
    """One more list of the office, and one more row of each kind in every list."""
    counter = Desk(world.users["counter"])
    twins = [{"nama": f"Lusia {letter} {each}", "tanggal_lahir": "01-02-2000"} for each in range(world.rounds + 1)]
    faulty = [{"nama": f"Fransiska {each}", "nik": "53"} for each in range(world.rounds + 1)]
    world.batch = counter.examine([*twins, *twins, *faulty], name=f"daftar-{letter}.csv")
    world.unknown = counter.examine([{"Nama Lengkap": "Anna", "Umur": "20"}], name=f"lain-{letter}.csv")
