"""What the surroundings say: folders, keys and the database, each from one environment variable with a safe default."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Variable:
    """One environment variable: what it means, and what holds while it is not set."""

    name: str
    default: str
    meaning: str


VARIABLES = (
    Variable("TENUN_DATA", "var", "The folder of the embedded database, the keys and the files."),
    Variable("DATABASE_URL", "", "A PostgreSQL of your own: postgresql://admin:password@host:port/; empty = embedded."),
    Variable("DEMO", "1", "0 starts without invented accounts and people."),
    Variable("DEMO_PEOPLE", "2000", "About how many invented people the demonstration has beside the sample sheet."),
    Variable("TENUN_PRODUCTION", "0", "1 refuses demo accounts and asks for HTTPS."),
    Variable("TENUN_HOSTS", "localhost,127.0.0.1", "The host names under which the site answers."),
    Variable("PORT", "8000", "The port of the site."),
    Variable("TENUN_SECRET_KEY", "", "Signs sessions; empty = a key of its own in TENUN_DATA/keys."),
    Variable("TENUN_FIELD_KEY", "", "Encrypts numbers and contacts; empty = a key of its own in TENUN_DATA/keys."),
    Variable("TENUN_HASH_KEY", "", "Makes numbers searchable; empty = a key of its own in TENUN_DATA/keys."),
    Variable("TENUN_PROXIES", "0", "How many proxies of your own stand before the site and add X-Forwarded-For."),
    Variable("TENUN_OIDC_URL", "", "The office's OpenID provider, with https://; empty = sign-in by password only."),
    Variable("TENUN_OIDC_CLIENT", "", "The name under which that provider knows this site."),
    Variable("TENUN_OIDC_SECRET", "", "The secret that goes with that name."),
    Variable("TENUN_OIDC_NAME", "akun kantor", "What the button calls the provider: Masuk dengan ..."),
    Variable("TENUN_OIDC_CLAIM", "preferred_username", "What the provider says that must equal the username here."),
    Variable("TENUN_OWNER_PASSWORD", "", "Of the role that migrates; empty = a key of its own in TENUN_DATA/keys."),
    Variable("TENUN_SITE_PASSWORD", "", "Of the role of the site; empty = a key of its own in TENUN_DATA/keys."),
    Variable("TENUN_AUDIT_PASSWORD", "", "Of the role that enters reads; empty = a key of its own in TENUN_DATA/keys."),
    Variable("TENUN_WORKER_PASSWORD", "", "Of the role of the jobs; empty = a key of its own in TENUN_DATA/keys."),
    Variable(
        "TENUN_BACKUP_KEY", "", "Encrypts backups, needed to restore; empty = a key of its own in TENUN_DATA/keys."
    ),
)
"""Every variable Tenun reads; docs/reference/settings.md is written from this."""

_DEFAULTS = {variable.name: variable.default for variable in VARIABLES}


def setting(name: str) -> str:
    """The value of one variable, or its default. An unknown name is a fault of the program: `KeyError`."""
    return os.environ.get(name) or _DEFAULTS[name]


@dataclass(frozen=True, slots=True)
class Provider:
    """An office's OpenID provider."""

    url: str
    client: str
    secret: str
    name: str
    claim: str

    @property
    def origin(self) -> str:
        """Where its pages lie; the sign-in form may lead there and nowhere else."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc}"


@dataclass(frozen=True, slots=True)
class Environment:
    """The answers that settings need, read once."""

    data: Path
    database_url: str | None
    demo: bool
    demo_people: int
    production: bool
    hosts: tuple[str, ...]
    proxies: int
    provider: Provider | None


def read_environment() -> Environment:
    """Reads the variables."""
    return Environment(
        data=Path(setting("TENUN_DATA")).resolve(),
        database_url=setting("DATABASE_URL") or None,
        demo=setting("DEMO") != "0",
        demo_people=int(setting("DEMO_PEOPLE")),
        production=setting("TENUN_PRODUCTION") == "1",
        hosts=tuple(filter(None, setting("TENUN_HOSTS").split(","))),
        proxies=int(setting("TENUN_PROXIES")),
        provider=_read_provider(),
    )


def _read_provider() -> Provider | None:
    if not setting("TENUN_OIDC_URL"):
        return None
    return Provider(
        url=setting("TENUN_OIDC_URL").rstrip("/"),
        client=setting("TENUN_OIDC_CLIENT"),
        secret=setting("TENUN_OIDC_SECRET"),
        name=setting("TENUN_OIDC_NAME"),
        claim=setting("TENUN_OIDC_CLAIM"),
    )


_made: list[Path] = []


def made_now() -> tuple[Path, ...]:
    """The key files that this process made, because there were none."""
    return tuple(_made)


def secret(name: str, data: Path) -> str:
    """A key from the environment, else from a file of its own in the data folder, made on the first start.

    The file lies outside the database and outside its backup and is readable by its owner only.
    """
    if value := setting(name):
        return value
    file = data / "keys" / name.lower()
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(48), encoding="utf-8")
        _made.append(file)
    return file.read_text(encoding="utf-8").strip()
