"""What a database can have against us, in words: what happened, and what to do. In Indonesian, for whoever starts."""

import psycopg
from psycopg import errors


class UnusableDatabase(Exception):  # noqa: N818  The name says what is shown to the person.
    """The database cannot be used; the text says why and what to do, in Indonesian."""


_CHECK_ADDRESS = "Periksa DATABASE_URL, contoh: postgresql://pengelola:sandi@server:5432/"


def in_words(error: psycopg.Error, host: str, user: str) -> str:
    """One sentence or two for what the server answered, or did not answer."""
    said = " ".join(str(error).split())
    if isinstance(error, errors.InsufficientPrivilege):
        return (
            f"Akun {user} di server {host} tidak boleh membuat peran atau basis data ({said}). "
            f'Jalankan sebagai pengelola server: ALTER ROLE "{user}" CREATEROLE CREATEDB; bila peran Tenun dibuat akun '
            f'lain, juga: GRANT tenun_owner, tenun_site, tenun_audit, tenun_worker TO "{user}" WITH ADMIN OPTION'
        )
    if "password authentication failed" in said or "no password supplied" in said:
        return f"Server {host} menolak kata sandi akun {user}. {_CHECK_ADDRESS}"
    if "does not exist" in said and "database" in said.partition("FATAL:")[2]:
        return f"Di server {host} belum ada basis data Tenun. Jalankan `make start` dahulu. {_CHECK_ADDRESS}"
    if "does not exist" in said and "role" in said:
        return f"Server {host} tidak mengenal akun {user}. {_CHECK_ADDRESS}"
    if isinstance(error, psycopg.OperationalError):
        return f"Server basis data di {host} tidak menjawab ({said}). Jalankan server itu. {_CHECK_ADDRESS}"
    return f"Basis data di {host} menolak: {said}. Tunjukkan kalimat ini kepada pengelola server."
