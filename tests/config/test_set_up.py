"""What a start looks at in its database, against the database of the tests: loaded data, keys, whom to welcome."""

from datetime import date

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connections

from tenun.config import set_up
from tenun.config.accounts import welcome
from tenun.config.keys import refuse_lost_keys
from tenun.config.tables import WholeSteps, migrate
from tenun.organisations.actions import create_first_admin, create_user
from tenun.organisations.models import User
from tenun.people.actions import NewPerson, register_person
from tenun.shared.faults import UnusableDatabase
from tenun.shared.models import LoadedData
from tenun.shared.scope import Scope, scoped

pytestmark = pytest.mark.django_db(databases=["default", "owner", "worker"])


@pytest.fixture
def said():
    return []


def test_a_changed_catalogue_is_said_and_the_same_is_not(said):
    set_up._load(said.append)
    set_up._load(said.append)
    assert said == []
    LoadedData.objects.using("owner").filter(pk="catalogue").update(version="old")
    set_up._load(said.append)
    assert len(said) == 1
    assert said[0].startswith("katalog aturan berubah sejak ")


@pytest.fixture
def numbered():
    by = create_user(username="ina", full_name="Ina Rekaan", password=None)
    new = NewPerson(full_name="Maria", village_code="53.04.05.2001", target="my-domestic", nik="5304055203999001")
    with scoped(Scope(districts=("53.04",))):
        register_person(new=new, by=by)


def test_the_keys_of_the_numbers_pass(numbered):
    assert refuse_lost_keys() is None


@pytest.mark.parametrize(
    ("name", "lost"), [("FIELD_KEYS", {"1": "lain"}), ("FIELD_KEYS", {"2": "lain"}), ("HASH_KEY", "x")]
)
def test_other_keys_are_refused(numbered, settings, name, lost):
    setattr(settings, name, lost)
    with pytest.raises(UnusableDatabase, match="bukan kunci yang dipakai menulis nomor"):
        refuse_lost_keys()


def test_without_a_number_any_key_will_do(settings):
    settings.HASH_KEY = "baru"
    assert refuse_lost_keys() is None


def test_an_admin_that_is_there_is_not_asked_for(settings, said):
    settings.DEMO = False
    create_first_admin(username="ina", full_name="Ina Rekaan", password="padi-menguning", on=date(2026, 11, 24))
    welcome(said.append, ask=True)
    assert said == []


def test_the_demonstration_is_made_once(settings, said):
    settings.DEMO = True
    welcome(said.append, ask=False)
    welcome(said.append, ask=False)
    assert said == [
        "39 orang peragaan dicatat (semua rekaan).",
        "14 program rekaan dicatat.",
        "rapat peragaan dicatat: audiensi 8 Desember 2025 (janjinya rekaan).",
        "kesiapan daerah dan uji mandiri peragaan dicatat (rekaan, kecuali yang bersumber).",
    ]
    assert not User.objects.filter(is_demo=False).exists()


def test_a_migration_that_fails_is_said_in_words(said):
    with connections["owner"].cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'usersessions'")
    with pytest.raises(UnusableDatabase, match="Tabel tidak dapat disiapkan"):
        migrate(said.append)
    assert said[0].startswith("menyiapkan tabel (")


NO_NOTE = """
CREATE FUNCTION refuse_note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no room'; END $$;
CREATE TRIGGER refuse_note BEFORE INSERT ON django_migrations FOR EACH ROW EXECUTE FUNCTION refuse_note();
"""


@pytest.mark.parametrize("app", ["insight", "intake", "protection", "partnership"])
def test_a_migration_that_cannot_be_noted_leaves_no_table(app):
    if app != "partnership":
        call_command("migrate", "partnership", "zero", database="owner", verbosity=0)
    call_command("migrate", app, "zero", database="owner", verbosity=0)
    executor = WholeSteps(connections["owner"])
    with connections["owner"].cursor() as cursor:
        cursor.execute(NO_NOTE)
        with pytest.raises(DatabaseError, match="no room"):
            executor.migrate(executor.loader.graph.leaf_nodes(app))
        cursor.execute("SELECT count(*) FROM pg_class WHERE relkind = 'r' AND relname LIKE %s", [f"{app}_%"])
        assert cursor.fetchone() == (0,)
