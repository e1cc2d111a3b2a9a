"""The tables as the migrations of this version make them; a half-made database is finished or refused in words."""

from collections.abc import Callable
from contextlib import nullcontext
from typing import Any

from django.apps import apps
from django.core.management.sql import emit_post_migrate_signal, emit_pre_migrate_signal
from django.db import transaction
from django.db.migrations import Migration
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import ProjectState

from tenun.shared.faults import UnusableDatabase

OWNER = "owner"


class WholeSteps(MigrationExecutor):
    """Makes the tables of a migration and its note in one transaction.

    Django itself notes a migration that leaves statements to its end only after it was committed. A start that is
    killed between the two would leave tables without their note, and the next one would make them again.
    """

    def apply_migration(
        self, state: ProjectState, migration: Migration, fake: bool = False, fake_initial: bool = False
    ) -> ProjectState:
        """One migration; one that may not run inside a transaction runs as it asks to."""
        with transaction.atomic(using=self.connection.alias) if migration.atomic else nullcontext():
            return super().apply_migration(state, migration, fake, fake_initial)

    def make(self, missing: list[tuple[Migration, bool]]) -> None:
        """These steps, with what applications do before and after them, as `manage.py migrate` does it."""
        told: dict[str, Any] = {"verbosity": 0, "interactive": False, "db": OWNER, "plan": missing}
        state = self._create_project_state(with_applied_migrations=True)  # type: ignore[attr-defined]  # Not in its stubs.
        emit_pre_migrate_signal(**told, apps=state.apps)
        self.migrate(self.loader.graph.leaf_nodes(), missing, state=state)
        emit_post_migrate_signal(**told, apps=apps)


def migrate(say: Callable[[str], None]) -> None:
    """Runs the migrations that are missing, as the owner. Raises `UnusableDatabase`."""
    from django.db import DatabaseError, connections

    try:
        executor = WholeSteps(connections[OWNER])
        _refuse_newer(executor)
        missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
        if missing:
            say(f"menyiapkan tabel ({len(missing)} langkah) ...")
            executor.make(missing)
    except DatabaseError as error:
        said = " ".join(str(error).split())
        raise UnusableDatabase(
            f"Tabel tidak dapat disiapkan: {said}. Setiap langkah utuh atau tidak sama sekali, "
            "jadi data yang ada tetap seperti semula. "
            "Bila basis data ini baru, kosongkan TENUN_DATA dan mulai lagi; bila berisi, pulihkan "
            "cadangan ke tempat kosong: tenun restore BERKAS"
        ) from error
    finally:
        connections[OWNER].close()


def _refuse_newer(executor: MigrationExecutor) -> None:
    known = executor.loader.graph.nodes
    ours = {app for app, _ in known}
    unknown = [step for step in executor.loader.applied_migrations if step[0] in ours and step not in known]
    if unknown:
        raise UnusableDatabase(
            f"Basis data ini dibuat oleh Tenun yang lebih baru (langkah {'.'.join(unknown[0])} tidak dikenal). "
            "Pakai versi yang baru itu, atau TENUN_DATA lain."
        )
