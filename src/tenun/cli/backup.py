"""`tenun backup` and `tenun restore`: database and files in one encrypted file. Needs the database."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from tenun.cli.database import database
from tenun.cli.errors import UnreadableInput
from tenun.cli.language import language
from tenun.cli.options import as_json_option
from tenun.domain.words import Words

_REFUSALS = {
    "no_right": Words(
        "Akun di DATABASE_URL tidak boleh melihat semua baris, jadi cadangannya tidak lengkap. Pakai akun pengelola "
        "server (SUPERUSER atau BYPASSRLS).",
        "The account of DATABASE_URL may not see every row, so its backup would lack some. Use the server's "
        "administrator (SUPERUSER or BYPASSRLS).",
    ),
    "nothing": Words(
        "Di sini belum ada yang dapat dicadangkan. Jalankan `make start` dahulu, atau setel TENUN_DATA.",
        "There is nothing here to back up. Run `make start` first, or set TENUN_DATA.",
    ),
    "tool": Words("Alat PostgreSQL gagal: {detail}", "PostgreSQL's tool failed: {detail}"),
    "not_empty": Words(
        "Tempat ini tidak kosong ({detail}). Pulihkan ke tempat kosong: TENUN_DATA=folder-baru tenun restore BERKAS",
        "This place is not empty ({detail}). Restore into an empty one: TENUN_DATA=new-folder tenun restore FILE",
    ),
    "not_a_backup": Words("{detail} bukan cadangan Tenun.", "{detail} is not a backup of Tenun."),
    "wrong_key": Words(
        "Kunci cadangan tidak cocok dengan {detail}. Setel TENUN_BACKUP_KEY, atau kembalikan berkas "
        "keys/tenun_backup_key.",
        "The backup key does not fit {detail}. Set TENUN_BACKUP_KEY, or put the file keys/tenun_backup_key back.",
    ),
    "changed": Words(
        "{detail} telah berubah sejak dibuat; tidak ada yang dipulihkan. Ambil salinan lain.",
        "{detail} was changed since it was made; nothing was restored. Fetch another copy.",
    ),
    "truncated": Words(
        "{detail} terpotong; tidak ada yang dipulihkan. Ambil salinan lain.",
        "{detail} was cut short; nothing was restored. Fetch another copy.",
    ),
    "other_keys": Words(
        "Kunci {detail} di sini bukan kunci dari cadangan ini; nomor orang tidak akan terbaca. Salin folder keys yang "
        "asli ke TENUN_DATA dahulu. Tidak ada yang dipulihkan.",
        "The key {detail} here is not that of this backup; no number could be read. Copy the original keys folder into "
        "TENUN_DATA first. Nothing was restored.",
    ),
    "unequal": Words(
        "Sesudah dipulihkan, {detail} tidak sama dengan cadangan. Jangan pakai tempat ini; kosongkan dan ulangi.",
        "After restoring, {detail} is not equal to the backup. Do not use this place; empty it and try again.",
    ),
}
_UNWRITABLE = Words(
    "Berkas {path} tidak dapat dibuka ({reason}). Pilih nama atau folder lain.",
    "The file {path} cannot be opened ({reason}). Choose another name or folder.",
)
_TABLE = Words("{rows:>9} baris  {digest}  {name}", "{rows:>9} rows  {digest}  {name}")
_BACKED_UP = Words(
    "Cadangan {path}: {tables} tabel, {rows} baris, {files} berkas. Kunci tidak ada di dalamnya: simpan folder keys di "
    "tempat lain.",
    "Backup {path}: {tables} tables, {rows} rows, {files} files. The keys are not in it: keep the keys folder "
    "elsewhere.",
)
_RESTORED = Words(
    "Dipulihkan dari {path}: {tables} tabel, {rows} baris, {files} berkas; setiap jumlah dan sidik sama.",
    "Restored from {path}: {tables} tables, {rows} rows, {files} files; every count and hash is equal.",
)


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path))
@as_json_option
def backup_command(file: Path, as_json: bool) -> None:
    """Write database and files into one encrypted file; the site may go on working."""
    with _place(make=False) as place:
        from tenun.shared.backup import back_up

        _tell(back_up(place, file), _BACKED_UP, file, as_json)


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path))
@as_json_option
def restore_command(file: Path, as_json: bool) -> None:
    """Fill an empty place from such a file and compare every count and hash."""
    with _place(make=True) as place:
        from tenun.shared.backup import restore

        _tell(restore(place, file), _RESTORED, file, as_json)


@contextmanager
def _place(*, make: bool) -> Iterator[Any]:
    """This installation with its server open; `make` also makes roles and database. What is refused is one line.

    A backup makes nothing: with other keys at hand it would give the roles of a running site other passwords.
    """
    tongue = language()
    with database(make=make):
        from django.conf import settings

        from tenun.shared.backup.run import BackupRefused, Place

        try:
            if make:
                settings.SERVER.prepare(settings.DATABASE_NAME, settings.DATABASE_PASSWORDS)
            yield Place(
                server=settings.SERVER,
                name=settings.DATABASE_NAME,
                data=settings.ENVIRONMENT.data,
                backup_key=settings.BACKUP_KEY,
                keys={"tenun_field_key": ",".join(settings.FIELD_KEYS.values()), "tenun_hash_key": settings.HASH_KEY},
            )
        except BackupRefused as refused:
            raise UnreadableInput(_REFUSALS[refused.code].say(tongue, detail=refused.detail)) from refused
        except OSError as error:
            said = _UNWRITABLE.say(tongue, path=error.filename, reason=error.strerror or error)
            raise UnreadableInput(said) from error


def _tell(manifest: Any, sentence: Words, file: Path, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(asdict(manifest)))
        return
    tongue = language()
    for name, table in manifest.tables.items():
        click.echo(_TABLE.say(tongue, rows=table.rows, digest=table.sha256[:12], name=name))
    rows = sum(table.rows for table in manifest.tables.values())
    click.echo(sentence.say(tongue, path=file, tables=len(manifest.tables), rows=rows, files=len(manifest.files)))
