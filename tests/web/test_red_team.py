"""Tries to reach a woman's file from where it must not be reached. Each must be refused; none may tell that she exists.

The attacker is an officer of another district, an agency, a trainer, an auditor, an admin, or nobody at all.
"""

import re

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from tests.people.conftest import TODAY, belu, malaka, maria, officer  # noqa: F401  Fixtures.

from tenun.documents.actions import record_paper
from tenun.documents.models import Paper
from tenun.domain.papers import PaperKind, PaperRecord, Proof
from tenun.organisations.enums import Role
from tenun.organisations.models import Post
from tenun.organisations.queries import standing_of
from tenun.people.models import Person
from tenun.readiness.actions import refer
from tenun.readiness.models import ReferralReason
from tenun.shared.scope import NOBODY, Scope, scoped

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
NAME, NIK = "Maria Goreti Bano", "5304055203999001"
IN_BELU = Scope(districts=("53.04",))

READ = (
    ("berkas",),
    ("papers",),
    ("paper", "ktp"),
    ("readers",),
    ("plan",),
    ("target",),
    ("simulation",),
    ("journey",),
    ("step", "contact"),
    ("movement",),
    ("hand-over",),
    ("close-referral",),
    ("scan", "ktp"),
    ("scan-file", "x"),
    ("change-person",),
    ("history",),
    ("known",),
    ("contacts",),
    ("consents",),
    ("similar",),
    ("emergency",),
)
"""Every page about one person."""
OUTSIDERS = {
    "another district": (Role.COUNTER, {"districts": ("53.21",)}),
    "another village": (Role.VILLAGE, {"villages": ("53.04.01.2001",)}),
    "an agency": (Role.AGENCY, {"districts": ("53.04",)}),
    "a trainer": (Role.TRAINING, {"districts": ("53.04",)}),
    "a partner": (Role.PARTNER, {"districts": ("53.04",)}),
    "a mission": (Role.MISSION, {"districts": ("53.04",)}),
    "the auditor": (Role.AUDITOR, {"districts": ("53.04",)}),
    "an admin": (Role.ADMIN, {"districts": ("53.04",)}),
}


@pytest.fixture
def paper(belu, maria):  # noqa: F811
    seen = PaperRecord(proof=Proof.ORIGINAL_SEEN, number=NIK, name=NAME)
    with scoped(standing_of(belu, TODAY).scope):
        return record_paper(person=maria, kind=PaperKind.ID_CARD, record=seen, by=belu)


@pytest.fixture
def outsider(client, malaka):  # noqa: F811
    client.force_login(malaka)
    return client


def tells_nothing(answer):
    return NAME not in answer.text and NIK not in answer.text and "Goreti" not in answer.text


class TestGuessedNumbers:
    @pytest.mark.parametrize("who", OUTSIDERS)
    @pytest.mark.parametrize("page", READ, ids=lambda page: page[0])
    def test_no_page_about_her_opens(self, client, maria, who, page):  # noqa: F811
        role, territory = OUTSIDERS[who]
        client.force_login(officer("luar", role, **territory))
        name, *rest = page
        hers = client.get(reverse(name, args=[maria.pk, *rest]))
        nobodys = client.get(reverse(name, args=[maria.pk + 999, *rest]))
        assert (hers.status_code, hers.content) == (404, nobodys.content)

    @pytest.mark.parametrize("page", READ, ids=lambda page: page[0])
    def test_whoever_is_not_signed_in_is_sent_to_sign_in(self, client, maria, page):  # noqa: F811
        name, *rest = page
        answer = client.get(reverse(name, args=[maria.pk, *rest]))
        assert (answer.status_code, answer.url.split("?")[0]) == (302, reverse("sign-in"))

    @pytest.mark.parametrize(
        ("name", "rest", "answers"),
        [
            ("paper", ["ktp"], {"ktp_bukti": "copy"}),
            ("open-number", [], {}),
            ("target", [], {"tujuan": "hk-domestic"}),
            ("step", ["contact"], {"bukti_first_talk": "on"}),
            ("movement", [], {"kind": "departed", "on": "01-11-2026"}),
            ("hand-over", [], {"reason": "other"}),
            ("change-person", [], {"full_name": "Lain"}),
            ("consents", [], {"purpose": "file"}),
            ("contacts", [], {"number": "0812"}),
            ("emergency", [], {"danger": "life", "why": "Saya ingin membaca berkas orang ini"}),
            ("end-emergency", [], {}),
        ],
    )
    def test_no_act_on_her_file_is_taken(self, outsider, maria, name, rest, answers):  # noqa: F811
        assert outsider.post(reverse(name, args=[maria.pk, *rest]), answers).status_code == 404
        with scoped(IN_BELU):
            assert (Person.objects.get(pk=maria.pk).version, Paper.objects.count()) == (1, 0)


class TestScopeFromOutside:
    @pytest.mark.parametrize(
        "headers",
        [
            {"X-Districts": "53.04"},
            {"X-Forwarded-User": "belu"},
            {"Remote-User": "belu"},
            {"X-Original-URL": "/orang/1/"},
            {"HX-Request": "true", "HX-Target": "isi"},
            {"X-HTTP-Method-Override": "PUT"},
        ],
        ids=lambda headers: next(iter(headers)),
    )
    def test_no_header_widens_it(self, outsider, maria, headers):  # noqa: F811
        assert outsider.get(reverse("berkas", args=[maria.pk]), headers=headers).status_code == 404

    @pytest.mark.parametrize("name", ["districts", "district_code", "scope", "tenun.districts"])
    def test_no_parameter_widens_it(self, outsider, maria, name):  # noqa: F811
        answers = {name: "53.04"}
        assert tells_nothing(outsider.get(reverse("desk"), answers))
        assert outsider.get(reverse("berkas", args=[maria.pk]), answers).status_code == 404

    def test_a_person_is_not_recorded_into_another_territory(self, outsider):
        new = {"nama": "Ana", "desa": "53.04.05.2001", "district_code": "53.04", "created_by": "1", "id": "1"}
        assert outsider.post(reverse("register"), new).status_code == 422
        with scoped(IN_BELU):
            assert not Person.objects.exists()

    def test_more_fields_than_the_form_has_are_not_taken(self, client, belu, maria):  # noqa: F811
        client.force_login(belu)
        wish = {"tujuan": "hk-domestic", "district_code": "53.21", "full_name": "Lain", "nik": "x"}
        client.post(reverse("target", args=[maria.pk]), wish)
        with scoped(IN_BELU):
            found = Person.objects.get(pk=maria.pk)
        assert (found.target, found.district_code, found.full_name) == ("hk-domestic", "53.04", NAME)

    def test_a_post_that_has_ended_opens_nothing(self, client, belu, maria):  # noqa: F811
        client.force_login(belu)
        Post.objects.filter(user=belu).update(ends_on="2026-01-02")
        assert client.get(reverse("berkas", args=[maria.pk])).status_code == 404


class TestSearch:
    @pytest.mark.parametrize("text", ["Maria", "maria goreti", NIK, NIK[:10], "%", "_", "' OR 1=1 --", "*"])
    def test_it_finds_nobody_of_elsewhere(self, outsider, maria, text):  # noqa: F811
        assert reverse("berkas", args=[maria.pk]) not in outsider.get(reverse("desk"), {"q": text}).text

    def test_nor_by_the_number_of_her_ticket(self, outsider, maria):  # noqa: F811
        answer = outsider.get(reverse("desk"), {"q": f"{maria.pk:06d}"})
        assert "Tidak ada yang cocok" in answer.text

    def test_a_double_elsewhere_tells_office_and_initials_only(self, outsider, maria):  # noqa: F811
        new = {"nama": NAME, "tanggal_lahir": "12-03-1999", "desa": "53.21.01.2001"}
        answer = outsider.post(reverse("register"), new)
        assert answer.status_code == 422
        shown = re.sub(r'value="[^"]*"', "", answer.text)
        assert ("M. G. B." in shown, reverse("berkas", args=[maria.pk]) in shown, NIK in shown) == (True, False, False)


class TestErrors:
    @pytest.mark.parametrize(
        "path", ["/orang/0/", "/orang/99999999999999999999/", "/orang/-1/", "/orang/1%00/", "/.env"]
    )
    def test_a_bad_address_is_not_found_and_tells_nothing(self, outsider, path):
        answer = outsider.get(path)
        assert answer.status_code == 404
        assert not re.search(r"Traceback|psycopg|SELECT|/src/", answer.text)


ASKED = "SELECT count(*) FROM {table}"
TABLES = (
    "people_person",
    "people_nameword",
    "people_journey",
    "people_journeyentry",
    "people_alias",
    "people_contact",
    "people_consent",
    "people_externalid",
    "people_siskolisting",
    "people_householdmember",
    "documents_paper",
    "documents_scan",
    "readiness_factsheet",
    "readiness_referral",
    "readiness_movement",
    "people_seal",
    "people_emergency",
    "protection_recruiterreport",
    "insight_reportsending",
)


class TestSqlOfTheSite:
    """What somebody could do who runs statements as the role of the site."""

    @pytest.mark.parametrize("table", TABLES)
    @pytest.mark.parametrize("scope", [NOBODY, Scope(user_id=999, districts=("53.21",))], ids=["no scope", "elsewhere"])
    def test_no_row_without_the_scope(self, paper, table, scope):
        with scoped(scope), connection.cursor() as cursor:
            cursor.execute(ASKED.format(table=table))
            assert cursor.fetchone() == (0,)

    @pytest.mark.parametrize(
        "statement",
        [
            "SET ROLE tenun_owner",
            "SET SESSION AUTHORIZATION postgres",
            "ALTER TABLE people_person DISABLE ROW LEVEL SECURITY",
            "ALTER TABLE people_person NO FORCE ROW LEVEL SECURITY",
            "DROP POLICY people_person_in_scope ON people_person",
            "CREATE POLICY alle ON people_person USING (true)",
            "ALTER ROLE tenun_site BYPASSRLS",
            "TRUNCATE people_person CASCADE",
            "SELECT * FROM people_personevent",
            "SELECT * FROM people_journeyevent",
            "SELECT * FROM documents_paperevent",
            "SELECT * FROM readiness_referralevent",
            "INSERT INTO people_emergencyevent DEFAULT VALUES",
            "DELETE FROM people_emergency",
            "UPDATE people_emergency SET ends_at = now() + interval '1 year'",
            "INSERT INTO people_seal (person_id, kind, since) VALUES (1, 'child', now())",
            "DELETE FROM people_seal",
            "SELECT tenun_settle_seal(1)",
            "SELECT * FROM people_siskolistingevent",
            "DELETE FROM people_personevent",
            "INSERT INTO people_personevent DEFAULT VALUES",
            "UPDATE shared_readentry SET user_id = 1",
            "DELETE FROM shared_readentry",
            "DELETE FROM shared_readseal",
            "UPDATE people_journeyentry SET reason = 'x'",
            "DELETE FROM protection_recruiterreport",
            "DELETE FROM insight_reportsending",
            "UPDATE insight_reportsending SET figures = copy",
            "COPY people_person TO PROGRAM 'cat'",
            "SELECT pg_read_file('/etc/passwd')",
        ],
    )
    def test_what_would_open_it_is_refused(self, paper, statement):
        with scoped(IN_BELU), pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)

    def test_a_row_is_not_pushed_into_the_own_territory(self, paper, maria):  # noqa: F811
        with scoped(Scope(districts=("53.21",))), connection.cursor() as cursor:
            cursor.execute("UPDATE people_person SET district_code = '53.21' WHERE id = %s", [maria.pk])
            assert cursor.rowcount == 0

    def test_nor_out_of_it(self, paper, maria):  # noqa: F811
        with scoped(IN_BELU), pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("UPDATE people_person SET district_code = '53.21' WHERE id = %s", [maria.pk])

    def test_the_function_of_the_history_checks_the_scope(self, paper, maria):  # noqa: F811
        with scoped(Scope(districts=("53.21",))), connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM tenun_history_of(%s)", [maria.pk])
            assert cursor.fetchone() == (0,)


SEALED_TABLES = (
    "people_journey",
    "people_journeyentry",
    "people_contact",
    "people_consent",
    "people_alias",
    "documents_paper",
    "documents_scan",
    "readiness_factsheet",
    "readiness_referral",
    "readiness_movement",
)


class TestSealedFile:
    """Her own office tries to read what protection has closed."""

    @pytest.fixture
    def sealed(self, paper, belu, maria):  # noqa: F811
        with scoped(standing_of(belu, TODAY).scope):
            refer(person=maria, reason=ReferralReason.OTHER, note="Takut pulang", by=belu)
        return maria

    @pytest.mark.parametrize("role", [Role.COUNTER, Role.VILLAGE, Role.PROVINCE, Role.BP3MI])
    @pytest.mark.parametrize("page", [page for page in READ if page != ("emergency",)], ids=lambda page: page[0])
    def test_no_page_of_it_opens(self, client, sealed, role, page):
        territory = {"villages": ("53.04.05.2001",)} if role is Role.VILLAGE else {"districts": ("53.04",)}
        client.force_login(officer("sendiri", role, **territory))
        name, *rest = page
        answer = client.get(reverse(name, args=[sealed.pk, *rest]))
        assert answer.status_code in (404, 423)
        assert NIK not in answer.text
        assert "Takut pulang" not in answer.text

    @pytest.mark.parametrize("table", SEALED_TABLES)
    @pytest.mark.parametrize("more", [{}, {"health": True}, {"sealed": ("53.04",)}, {"cases": ("53.21",)}], ids=str)
    def test_no_row_of_it_by_sql(self, sealed, table, more):
        with scoped(Scope(user_id=999, districts=("53.04",), **more)), connection.cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM {table} WHERE person_id = %s", [sealed.pk])
            assert cursor.fetchone() == (0,)

    @pytest.mark.parametrize("role", [Role.VILLAGE, Role.AGENCY, Role.PARTNER, Role.MISSION, Role.AUDITOR, Role.ADMIN])
    def test_an_emergency_is_not_for_everybody(self, client, sealed, role):
        territory = {"villages": ("53.04.05.2001",)} if role is Role.VILLAGE else {"districts": ("53.04",)}
        client.force_login(officer("lain", role, **territory))
        why = {"danger": "life", "why": "Saya ingin membaca berkas orang ini"}
        assert client.post(reverse("emergency", args=[sealed.pk]), why).status_code == 404
        assert client.get(reverse("berkas", args=[sealed.pk])).status_code in (404, 423)

    def test_not_in_the_name_of_whoever_opened_it(self, client, belu, sealed):  # noqa: F811
        client.force_login(belu)
        why = {"danger": "life", "why": "Dicegat di bandara, polisi bertanya", "user": "1", "what": "file"}
        assert client.post(reverse("emergency", args=[sealed.pk]), why).status_code == 302
        client.force_login(officer("rekan", districts=("53.04",)))
        assert client.get(reverse("berkas", args=[sealed.pk])).status_code == 423
