"""The site's own settings over a data folder of the tests, so that a test never meets the demonstration's database."""

import os
from pathlib import Path
from tempfile import gettempdir

os.environ.setdefault("TENUN_DATA", str(Path(gettempdir()) / f"tenun-test-{os.getuid()}"))

from tenun.config.settings import *  # noqa: F403  The folder must be named first.

STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # noqa: F405
