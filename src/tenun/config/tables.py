"""The tables as the migrations of this version make them; a half-made database is finished or refused in words."""

from collections.abc import Callable

from django.db.migrations.executor import MigrationExecutor

from tenun.shared.faults import UnusableDatabase


def migrate(say: Callable[[str], None]) -> None:
    """Runs the migrations that are missing, as the owner. Raises `UnusableDatabase`."""
    from django.core.management import call_command
    from django.db import DatabaseError, connections

    try:
        executor = MigrationExecutor(connections["owner"])
        _refuse_newer(executor)
        missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
        if missing:
            say(f"menyiapkan tabel ({len(missing)} langkah) ...")
            call_command("migrate", database="owner", verbosity=0)
    except DatabaseError as error:
        said = " ".join(str(error).split())
        raise UnusableDatabase(
            f"Tabel tidak dapat disiapkan: {said}. Setiap langkah utuh atau tidak sama sekali, "
            "jadi data yang ada tetap seperti semula. "
            "Bila basis data ini baru, kosongkan TENUN_DATA dan mulai lagi; bila berisi, pulihkan "
            "cadangan ke tempat kosong: tenun restore BERKAS"
        ) from error
    finally:
        connections["owner"].close()


def _refuse_newer(executor: MigrationExecutor) -> None:
    known = executor.loader.graph.nodes
    ours = {app for app, _ in known}
    unknown = [step for step in executor.loader.applied_migrations if step[0] in ours and step not in known]
    if unknown:
        raise UnusableDatabase(
            f"Basis data ini dibuat oleh Tenun yang lebih baru (langkah {'.'.join(unknown[0])} tidak dikenal). "
            "Pakai versi yang baru itu, atau TENUN_DATA lain."
        )
