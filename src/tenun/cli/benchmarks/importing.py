"""`tenun bench import`: a list through both jobs of an import, beside the bare sets and beside `bulk_create`.

The limit is what no import can go below: the same final rows, worked out already, through COPY into a table of the
session and INSERT … SELECT into the same tables, triggers and policies on, as the worker's role. It all runs in a
process and a database of its own.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tenun.cli.benchmarks.measure import Result


def import_people(size: int | None) -> list[Result]:
    """The ratio, the memory of the import; `bulk_create` and django-import-export on the same file."""
    people = size or 100_000
    with TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        data.mkdir(mode=0o755)
        # The embedded server runs as another user where this was started as root, and must be able to pass.
        Path(folder).chmod(0o755)
        found = _child(data, people)
    return [
        Result(
            name="import",
            size=people,
            seconds=found["seconds"],
            limit="bare COPY and INSERT … SELECT of the same final rows as the worker (triggers and policies on)",
            limit_seconds=found["bare"],
            allowed=3.0,
            peers={
                "bulk_create of the same file, unchecked": found["bulk_create"] / found["seconds"],
                "django-import-export, dry run and persons alone": found["library"] / found["seconds"],
            },
            peak_mb=found["peak_mb"],
            allowed_mb=400.0,
        )
    ]


def _child(data: Path, people: int) -> dict[str, Any]:
    report = data.parent / "report.json"
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("TENUN_", "DATABASE_URL"))}
    subprocess.run(
        [sys.executable, "-m", "tenun.cli.benchmarks.importing_child", str(report), str(people)],
        check=True,
        env={**kept, "TENUN_DATA": str(data), "DJANGO_SETTINGS_MODULE": "tenun.config.settings"},
    )
    found: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return found
