"""`tenun audit verify` says what holds and names what does not."""

import json

import pytest
from click.testing import CliRunner
from tests.entries import forget_entries

from tenun.cli.main import cli

pytestmark = pytest.mark.django_db(databases=["worker"])


@pytest.fixture(autouse=True)
def no_entries(db):
    forget_entries()


def test_an_empty_chain_holds():
    done = CliRunner().invoke(cli, ["audit", "verify"])
    assert (done.exit_code, done.stdout) == (0, "0 catatan tersegel, 0 belum tersegel, 0 cacat.\n")


def test_as_one_json_document():
    done = CliRunner().invoke(cli, ["audit", "verify", "--json"])
    assert json.loads(done.stdout) == {"sealed": 0, "unsealed": 0, "faults": []}


def test_a_seal_without_its_entry_is_named():
    from tenun.shared.models import ReadSeal

    ReadSeal.objects.using("worker").create(position=1, entry_id=77, digest="0" * 64)
    done = CliRunner().invoke(cli, ["audit", "verify"])
    assert done.exit_code == 1
    assert done.stdout.startswith("Catatan 77 (urutan 1) hilang.")
