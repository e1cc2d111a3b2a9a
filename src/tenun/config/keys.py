"""Whether the keys at hand are those under which the people's numbers were written."""

from tenun.config.environment import made_now
from tenun.shared.faults import UnusableDatabase


def refuse_lost_keys() -> None:
    """Tries the keys on one number that is stored. Raises `UnusableDatabase`, and takes back keys just made."""
    from tenun.config.demo import ALL_DISTRICTS
    from tenun.people.models import Person
    from tenun.shared.encryption import UnreadableField, keyed_hash
    from tenun.shared.scope import Scope, scoped

    with scoped(Scope(districts=ALL_DISTRICTS)):
        try:
            person = Person.objects.filter(nik__isnull=False).only("nik", "nik_hash").first()
            fits = person is None or keyed_hash(person.nik) == person.nik_hash
        except UnreadableField:
            fits = False
    if not fits:
        for file in made_now():
            file.unlink(missing_ok=True)
        raise UnusableDatabase(
            "Kunci di TENUN_DATA/keys bukan kunci yang dipakai menulis nomor di basis data ini, jadi setiap NIK tidak "
            "akan terbaca lagi. Kembalikan folder keys yang asli (tenun_field_key dan tenun_hash_key), atau setel "
            "TENUN_FIELD_KEY dan TENUN_HASH_KEY. Tidak ada yang diubah."
        )
