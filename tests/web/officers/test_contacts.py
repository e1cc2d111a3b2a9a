"""The pages of contacts and consents: the rule is read by all who must call, the number only by an entered act."""

import re

import pytest
from tests.people.conftest import belu, malaka, maria, officer  # noqa: F401  Fixtures.
from tests.web.officers.test_views import counter, page, send, stranger  # noqa: F401  Fixtures.

from tenun.organisations.enums import Role
from tenun.people.enums import Purpose
from tenun.people.models import Contact, Person
from tenun.people.queries import has_consent
from tenun.shared.scope import Scope, scoped

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
CALL = {
    "milik": "neighbour",
    "nama_pemilik": "Ibu Rosa",
    "cara": "call",
    "nomor": "0812 3456 7890",
    "kapan": "setelah jam 17",
    "jangan_sebut": "nama kantor",
}
YES = {
    "jenis": "beri",
    "beri-untuk": "contact",
    "beri-cara": "spoken",
    "beri-bahasa": "tet",
    "beri-penjelas": "Rosa Seran",
    "beri-saksi": "Kepala dusun",
    "beri-tanggal": "24-11-2026",
}
NO = {"jenis": "tarik", "tarik-untuk": "contact", "tarik-cara": "thumb", "tarik-tanggal": "24-11-2026"}


def contact():
    with scoped(Scope(districts=("53.04",))):
        return Contact.objects.get()


class TestContacts:
    def test_the_rule_is_shown_and_the_number_hidden(self, counter, maria):  # noqa: F811
        assert send(counter, "contacts", maria.pk, **CALL).status_code == 302
        text = page(counter, "contacts", maria.pk).text
        assert "Telepon milik tetangga (Ibu Rosa). Aman: setelah jam 17. Jangan sebut: nama kantor." in text
        assert "•••• 7890" in text
        assert "81234567890" not in text

    def test_the_file_says_the_rule_and_never_the_number(self, counter, maria):  # noqa: F811
        send(counter, "contacts", maria.pk, **CALL)
        text = page(counter, "berkas", maria.pk).text
        assert "Telepon milik tetangga (Ibu Rosa). Aman: setelah jam 17." in text
        assert "7890" not in text

    def test_where_she_must_not_be_called_the_file_says_so_first(self, counter, maria):  # noqa: F811
        send(counter, "contacts", maria.pk, **CALL)
        send(counter, "contacts", maria.pk, milik="family", cara="call", jangan_hubungi="on")
        text = page(counter, "berkas", maria.pk).text
        assert text.index("Jangan hubungi nomor milik keluarga") < text.index("Telepon milik tetangga")

    def test_opening_the_number_is_an_entered_act(self, counter, acts_on, maria):  # noqa: F811
        send(counter, "contacts", maria.pk, **CALL)
        assert "+6281234567890" in send(counter, "open-contact", maria.pk, contact().pk).text
        assert acts_on(maria)[-1] == ("open_contact", "")
        assert page(counter, "open-contact", maria.pk, contact().pk).status_code == 405

    def test_the_village_reads_the_rule_and_opens_no_number(self, counter, client, maria):  # noqa: F811
        send(counter, "contacts", maria.pk, **CALL)
        client.force_login(officer("desa", Role.VILLAGE, villages=("53.04.05.2001",)))
        assert "Telepon milik tetangga" in page(client, "contacts", maria.pk).text
        assert send(client, "open-contact", maria.pk, contact().pk).status_code == 404

    def test_bp3mi_reads_contacts_and_keeps_none(self, client, maria):  # noqa: F811
        client.force_login(officer("bp3mi", Role.BP3MI, districts=("53.04",)))
        assert "Simpan cara ini" not in page(client, "contacts", maria.pk).text
        send(client, "contacts", maria.pk, **CALL)
        with scoped(Scope(districts=("53.04",))):
            assert not Contact.objects.exists()

    def test_it_is_taken_away(self, counter, maria):  # noqa: F811
        send(counter, "contacts", maria.pk, **CALL)
        assert send(counter, "remove-contact", maria.pk, contact().pk).status_code == 302
        with scoped(Scope(districts=("53.04",))):
            assert not Contact.objects.exists()

    @pytest.mark.parametrize("change", [{"nomor": ""}, {"nomor": "12"}, {"nomor": "nomor ibu"}])
    def test_a_number_that_is_none_is_said_beside_its_field(self, counter, maria, change):  # noqa: F811
        answer = send(counter, "contacts", maria.pk, **(CALL | change))
        assert (answer.status_code, 'id="id_nomor_error"' in answer.text) == (422, True)

    def test_another_district_and_another_persons_contact_are_not_found(self, counter, client, malaka, maria):  # noqa: F811
        send(counter, "contacts", maria.pk, **CALL)
        assert send(counter, "open-contact", maria.pk + 1, contact().pk).status_code == 404
        number = contact().pk
        client.force_login(malaka)
        assert page(client, "contacts", maria.pk).status_code == 404
        assert send(client, "open-contact", maria.pk, number).status_code == 404
        assert send(client, "remove-contact", maria.pk, number).status_code == 404


class TestConsents:
    def agrees(self, person):
        with scoped(Scope(districts=("53.04",))):
            return has_consent(Person.objects.get(pk=person.pk), Purpose.CONTACT)

    def test_a_yes_and_a_no_are_recorded_and_shown(self, counter, maria):  # noqa: F811
        assert send(counter, "consents", maria.pk, **YES).status_code == 302
        assert self.agrees(maria)
        assert send(counter, "consents", maria.pk, **NO).status_code == 302
        assert not self.agrees(maria)
        text = page(counter, "consents", maria.pk).text
        assert re.search(r"menghubunginya lewat telepon</th>.*?Ditarik", text)
        assert "dijelaskan Rosa Seran dalam bahasa Tetun; saksi Kepala dusun" in text

    def test_after_a_no_the_file_says_it_before_all(self, counter, maria):  # noqa: F811
        send(counter, "consents", maria.pk, **NO)
        assert "Ia tidak setuju dihubungi." in page(counter, "berkas", maria.pk).text

    @pytest.mark.parametrize(
        ("change", "field"),
        [
            ({"beri-saksi": ""}, "saksi"),
            ({"beri-penjelas": ""}, "penjelas"),
            ({"beri-tanggal": "31-02-2026"}, "tanggal"),
            ({"beri-tanggal": "01-01-2090"}, "tanggal"),
        ],
    )
    def test_a_bad_answer_is_said_beside_its_field(self, counter, maria, change, field):  # noqa: F811
        answer = send(counter, "consents", maria.pk, **(YES | change))
        assert (answer.status_code, f'id="id_beri-{field}_error"' in answer.text) == (422, True)
        assert not self.agrees(maria)

    def test_another_district_gets_not_found(self, stranger, maria):  # noqa: F811
        assert page(stranger, "consents", maria.pk).status_code == 404
        assert send(stranger, "consents", maria.pk, **YES).status_code == 404
