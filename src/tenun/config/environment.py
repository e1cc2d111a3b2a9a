"""What the surroundings say: folders, keys and the database, each from one environment variable with a safe default."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Environment:
    """The answers, read once. `demo` is on unless `DEMO=0`; a production start has `TENUN_PRODUCTION=1`."""

    data: Path
    database_url: str | None
    demo: bool
    production: bool
    hosts: tuple[str, ...]


def read_environment() -> Environment:
    """Reads the variables named in docs/reference/settings.md."""
    return Environment(
        data=Path(os.environ.get("TENUN_DATA", "var")).resolve(),
        database_url=os.environ.get("DATABASE_URL") or None,
        demo=os.environ.get("DEMO", "1") != "0",
        production=os.environ.get("TENUN_PRODUCTION", "0") == "1",
        hosts=tuple(filter(None, os.environ.get("TENUN_HOSTS", "localhost,127.0.0.1").split(","))),
    )


def secret(name: str, data: Path) -> str:
    """A key from the environment, else from a file of its own in the data folder, made on the first start.

    The file lies outside the database and outside its backup and is readable by its owner only.
    """
    if value := os.environ.get(name):
        return value
    file = data / "keys" / name.lower()
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(48), encoding="utf-8")
    return file.read_text(encoding="utf-8").strip()
