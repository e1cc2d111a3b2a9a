"""The site's own settings over a data folder of the tests, so that a test never meets the demonstration's database."""

import os
from pathlib import Path
from tempfile import gettempdir
from zlib import crc32

from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

# Two checkouts that test at once have a server each.
os.environ.setdefault(
    "TENUN_DATA",
    str(Path(gettempdir()) / f"tenun-test-{os.getuid()}-{crc32(str(Path(__file__).parent).encode()):08x}"),
)

os.environ.setdefault("DEMO_PEOPLE", "0")

from tenun.config.settings import *  # noqa: F403  The folder must be named first.

STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # noqa: F405

# The office's provider that the sign-in is tested against: allauth's own, in the same database.
INSTALLED_APPS = [*INSTALLED_APPS, "allauth.idp.oidc"]  # noqa: F405  The site's own, and one more.
IDP_OIDC_ADAPTER = "tests.web.account.provider.StaffAdapter"
IDP_OIDC_PRIVATE_KEY = (
    generate_private_key(public_exponent=65537, key_size=2048)
    .private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    .decode()
)
PASSWORD_HASHERS = ["tests.hashing.QuickArgon2"]
