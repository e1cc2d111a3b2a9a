"""What every page asks the databases stands in `queries.txt`; a page that asks more, less or otherwise is noticed.

Every address that answers a GET has its list there. To write the file again, and then read what changed in it:
`WRITE_QUERIES=1 .venv/bin/pytest -q tests/web/test_queries.py`.
"""

import os
import re

import pytest
from allauth.mfa.models import Authenticator
from django.urls import URLPattern, get_resolver, reverse
from tests.entries import forget_entries
from tests.people.conftest import belu, malaka, maria, officer  # noqa: F401  Fixtures.
from tests.second_factor import code
from tests.web import asked
from tests.web.account.conftest import PASSWORD
from tests.web.account.key import Key
from tests.web.whole import one_more_of_everything, world_of

from tenun.insight.month import last_finished
from tenun.organisations.enums import Role
from tenun.shared.clock import today

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
WRITES = bool(os.environ.get("WRITE_QUERIES"))


def names(patterns):
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            yield pattern.name
        else:
            yield from names(pattern.url_patterns)


ADDRESSES = sorted(names(get_resolver("tenun.config.urls").url_patterns))
HERS = (
    *("berkas", "papers", "readers", "plan", "target", "simulation", "journey", "movement", "hand-over"),
    *("change-person", "history", "known", "contacts", "consents", "similar"),
)
"""Pages about one person that need nothing but her."""
CASES = {
    "desk": ("counter", lambda world: ()),
    "export-queue": ("counter", lambda world: ()),
    "together-done": ("counter", lambda world: (world.together,)),
    "together-sheet": ("counter", lambda world: (world.together,)),
    "queue-views": ("counter", lambda world: ()),
    "village": ("village", lambda world: ()),
    "village-inform": ("village", lambda world: ()),
    "village-movement": ("village", lambda world: ()),
    "recruiter": ("village", lambda world: ()),
    "recruiter-reports": ("protection", lambda world: ()),
    "read-log": ("auditor", lambda world: ()),
    "gallery": ("counter", lambda world: ()),
    "register": ("counter", lambda world: ()),
    "monthly-report": ("province", lambda world: ()),
    "district-report": ("counter", lambda world: ("53.04", str(last_finished(today())))),
    "report-sheet": ("counter", lambda world: ("53.04", str(last_finished(today())))),
    "report-paper": ("counter", lambda world: ("53.04", str(last_finished(today())))),
    **{
        name: ("province", lambda world: ())
        for name in ("board", "board-sheet", "board-paper", "readiness", "self-assessment")
    },
    **{name: ("counter", lambda world: ("53.04",)) for name in ("district-readiness", "ask-readiness")},
    "change-readiness": ("counter", lambda world: ("53.04", "training")),
    "import-self-questions": ("province", lambda world: ()),
    **{name: ("province", lambda world: ("UM-A",)) for name in ("self-question", "answer-self-question")},
    **{name: ("counter", lambda world: (world.maria.pk,)) for name in HERS},
    "paper": ("counter", lambda world: (world.maria.pk, "akta")),
    "scan": ("counter", lambda world: (world.maria.pk, "akta")),
    "scan-file": ("counter", lambda world: _token(world)),
    "step": ("counter", lambda world: (world.maria.pk, "inform")),
    "close-referral": ("protection", lambda world: (world.referred.pk,)),
    "compare": ("counter", lambda world: (world.maria.pk, world.second.pk)),
    "merge": ("counter", lambda world: (world.maria.pk, world.second.pk)),
    "undo-merge": ("counter", lambda world: (world.maria.pk, world.merge.pk)),
    "meetings": ("province", lambda world: ()),
    "new-meeting": ("editor", lambda world: ()),
    "meeting": ("province", lambda world: (world.meeting.pk,)),
    "meeting-text": ("province", lambda world: (world.draft.pk,)),
    **{
        name: ("province", lambda world: (world.meeting.pk,))
        for name in ("change-meeting", "add-line", "withdraw-meeting")
    },
    "publish-meeting": ("province", lambda world: (world.ready.pk,)),
    "drop-line": ("province", lambda world: (world.meeting.pk, "isi", world.line)),
    "edit-line": ("province", lambda world: (world.meeting.pk, "isi", world.line)),
    "promises": ("province", lambda world: ()),
    "new-promise": ("province", lambda world: ()),
    **{
        name: ("province", lambda world: (world.promise.pk,))
        for name in ("promise", "tell-promise", "promise-due", "promise-link")
    },
    "promise-letter": ("province", lambda world: (world.promise.owner_id,)),
    "outcomes": ("counter", lambda world: ()),
    "outcome": ("counter", lambda world: (world.meeting.slug,)),
    "emergency": ("counter", lambda world: (world.referred.pk,)),
    "emergencies": ("protection", lambda world: ()),
    "imports": ("counter", lambda world: ()),
    "rule-trials": ("editor", lambda world: ()),
    "rule-trial": ("editor", lambda world: (world.trial.pk,)),
    "rule-trial-people": ("province", lambda world: (world.trial.pk, 0)),
    **{name: ("counter", lambda world: (world.batch.pk,)) for name in ("import", "import-messages")},
    "import-columns": ("counter", lambda world: (world.unknown.pk,)),
    "import-row": ("counter", lambda world: (world.batch.pk, 4)),
    "review-emergency": ("protection", lambda world: (world.opening.pk,)),
    "programmes": ("province", lambda world: ()),
    "programme": ("province", lambda world: (world.programme.pk,)),
    "add-programme": ("province", lambda world: ()),
    "change-programme": ("province", lambda world: (world.programme.pk,)),
    "programme-map": ("counter", lambda world: ()),
    "map-cell": ("counter", lambda world: ("53.04", "skills")),
    "propose": ("counter", lambda world: ("53.04", "skills")),
    "proposal-letter": ("counter", lambda world: (world.proposal.pk,)),
    "organisations": ("province", lambda world: ()),
    "import-programmes": ("province", lambda world: ()),
    "programme-list": ("province", lambda world: (world.file.pk,)),
    "download-programmes": ("province", lambda world: ("iati",)),
    "programme-template": ("province", lambda world: ()),
    "settle-spelling": ("province", lambda world: ()),
    "personal-link": ("counter", lambda world: (world.link.token,)),
    "transfers": ("counter", lambda world: ()),
    "transfer-ask": ("elsewhere", lambda world: ("00000000-0000-4000-8000-000000000000",)),
    "transfer-answer": ("counter", lambda world: (world.transfer.pk,)),
    "accounts": ("admin", lambda world: ()),
    "create-account": ("admin", lambda world: ()),
    "account": ("admin", lambda world: (world.account.pk,)),
    "give-post": ("admin", lambda world: (world.account.pk,)),
    "end-post": ("admin", lambda world: (world.post.pk,)),
}
"""Which page is opened by whom and about what."""


def _token(world):
    leads = world.client("counter").get(reverse("scan", args=[world.maria.pk, "akta"])).url
    return re.search(r"/orang/(\d+)/gambar/([^/]+)/", leads).groups()


@pytest.fixture
def world(settings, tmp_path, belu, malaka, maria):  # noqa: F811
    settings.MEDIA_ROOT = tmp_path
    yield world_of(maria, belu, malaka)
    forget_entries()


def listed(client, name, args):
    """What the page answers and what it asks, as the file says it."""
    with asked.asked() as lines:
        answer = client.get(reverse(name, args=args))
    return "\n".join([str(answer.status_code), *lines])


def same_as_written(name, found):
    written = asked.sections()
    if WRITES:
        asked.write({**{each: body for each, body in written.items() if each in ADDRESSES}, name: found})
    else:
        assert found == written.get(name), f"{name}: see WRITE_QUERIES in tests/web/test_queries.py"


@pytest.mark.parametrize("name", sorted(CASES))
def test_a_page_asks_what_is_written_and_no_more_for_a_longer_list(world, name):
    who, args = CASES[name]
    client, values = world.client(who), args(world)
    found = listed(client, name, values)
    same_as_written(name, found)
    one_more_of_everything(world)
    assert listed(client, name, values) == found


OPEN = ("sign-in", "account_login", "account_inactive", "socialaccount_login_cancelled", "mfa_authenticate")
"""Before anybody is signed in; the last one between the password and the second step."""
OWN = (
    *("mfa_index", "account_change_password", "account_reauthenticate", "mfa_reauthenticate", "mfa_list_webauthn"),
    *("mfa_reauthenticate_webauthn", "mfa_deactivate_totp", "mfa_add_webauthn", "mfa_remove_webauthn"),
    *("mfa_view_recovery_codes", "mfa_generate_recovery_codes", "usersessions_list"),
)
"""One's own account, with every second factor."""


@pytest.fixture
def ina(db):
    """A village officer with a password and nothing else yet."""
    user = officer("ina", Role.VILLAGE, villages=("53.04.05.2001",))
    user.set_password(PASSWORD)
    user.save()
    return user


def send_password(client):
    client.post(reverse("sign-in"), {"username": "ina", "password": PASSWORD})


def sign_in_with_everything(client):
    send_password(client)
    client.post(reverse("mfa_authenticate"), {"code": code()})
    for name in ("Kunci", "Kunci kedua"):
        new = client.get(reverse("mfa_add_webauthn"))
        client.post(reverse("mfa_add_webauthn"), {"name": name, "credential": Key().create(new)})
    client.post(reverse("mfa_generate_recovery_codes"))


@pytest.mark.parametrize("name", OPEN)
def test_a_page_before_signing_in_asks_what_is_written(client, ina, name):
    if name == "mfa_authenticate":
        send_password(client)
    same_as_written(name, listed(client, name, ()))


@pytest.mark.parametrize("name", OWN)
def test_a_page_of_ones_own_account_asks_what_is_written(client, ina, name):
    sign_in_with_everything(client)
    args = [Authenticator.objects.filter(type="webauthn").first().pk] if name == "mfa_remove_webauthn" else []
    same_as_written(name, listed(client, name, args))


def test_the_page_that_adds_a_phone_asks_what_is_written(client, ina):
    Authenticator.objects.all().delete()
    send_password(client)
    same_as_written("mfa_activate_totp", listed(client, "mfa_activate_totp", ()))


def test_the_answer_of_a_provider_that_is_not_set_asks_what_is_written(client, db):
    same_as_written("openid_connect_callback", listed(client, "openid_connect_callback", ["utama"]))


PRESSED_BY_PROVINCE = ("ask-programme", "programme-list-services", "programme-list-save", "programme-list-drop")
PRESSED = {
    **dict.fromkeys(("sign-in-demo", "sign-out", "account_logout"), ()),
    "openid_connect_login": ("utama",),
    "end-session": (1,),
    "together": (),
    "together-undo": ("00000000-0000-4000-8000-000000000000",),
    "send-report": ("53.04", "2026-10"),
    "confirm-readiness": ("53.04",),
    "begin-self-assessment": (),
    **dict.fromkeys(PRESSED_BY_PROVINCE, (1,)),
    **dict.fromkeys(("reset-account", "activate-account", "open-number", "end-emergency"), (1,)),
    "forget-known": (1, "nama", 1),
    **dict.fromkeys(("check-meeting", "see-evidence"), (1,)),
    **dict.fromkeys(("meeting-proposal", "approve-quote"), (1, 1)),
    **dict.fromkeys(("import-confirm", "import-give-up", "import-rule", "import-undo"), (1,)),
    **dict.fromkeys(("open-contact", "remove-contact"), (1, 1)),
}
"""What is pressed and never opened."""


@pytest.mark.parametrize("name", sorted(PRESSED))
def test_what_is_pressed_answers_no_get(client, belu, name):  # noqa: F811
    roles = {"account": Role.ADMIN, "meeting": Role.PROVINCE, "quote": Role.PROVINCE, "evidence": Role.PROVINCE}
    roles |= dict.fromkeys((*PRESSED_BY_PROVINCE, "assessment"), Role.PROVINCE)
    role = next((role for word, role in roles.items() if word in name), None)
    client.force_login(officer("agung", role) if role else belu)
    assert client.get(reverse(name, args=PRESSED[name])).status_code == 405


def test_every_address_is_here_and_no_section_of_the_file_is_left_over():
    opened = {*CASES, *OPEN, *OWN, "mfa_activate_totp", "openid_connect_callback"}
    assert sorted(opened | PRESSED.keys()) == sorted(ADDRESSES)
    assert sorted(asked.sections()) == sorted(opened)


TABLES = ("readiness_factsheet", "people_siskolisting", "partnership_programme")


class TestBerkas:
    def test_it_asks_ten_times_and_once_for_facts_sisko_and_programmes(self):
        status, *lines = asked.sections()["berkas"].splitlines()
        mine = [line for line in lines if not line.startswith("audit: ") and "people_transfer" not in line]
        assert (status, len(mine) <= 10) == ("200", True), lines
        assert [sum(table in line for line in lines) for table in TABLES] == [1, 1, 1]

    def test_it_is_light(self, world):
        assert len(world.client("counter").get(reverse("berkas", args=[world.maria.pk])).content) < 100_000


class TestShortened:
    @pytest.mark.parametrize(
        ("sql", "line"),
        [
            ('SELECT "a"."id", "a"."x" FROM "a" WHERE "a"."id" = %s LIMIT 21', "SELECT a WHERE id LIMIT"),
            ('SELECT COUNT(*) AS "__count" FROM "a" WHERE "a"."k" IN (%s, %s)', "COUNT a WHERE k IN (?)"),
            (
                'SELECT "a"."id", "b"."id" FROM "a" INNER JOIN "b" ON ("a"."b_id" = "b"."id") ORDER BY "b"."at" DESC',
                "SELECT a + b ORDER BY b.at DESC",
            ),
            ("INSERT INTO a (x, y) VALUES (%s, %s)", "INSERT a"),
            ('UPDATE "a" SET "x" = %s WHERE "a"."id" = %s', "UPDATE a WHERE id"),
            ("SELECT x, y FROM f(%s, %s)", "CALL f(?)"),
        ],
    )
    def test_a_statement_becomes_a_line(self, sql, line):
        assert asked.shortened(sql) == line
