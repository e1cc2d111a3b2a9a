"""What the settings make of the environment, read by a process of its own as a start does."""

import json
import os
import subprocess
import sys

import pytest

ASK = """
import json
from tenun.config import settings as s
print(json.dumps([s.DEMO, s.SESSION_COOKIE_SECURE, s.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN,
    s.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"], s.CONTENT_SECURITY_POLICY["DIRECTIVES"]["form-action"]]))
"""


@pytest.fixture
def start(tmp_path):
    def read(**environment):
        clean = {name: value for name, value in os.environ.items() if not name.startswith("TENUN_") and name != "DEMO"}
        command = [sys.executable, "-c", ASK]
        surroundings = clean | {"TENUN_DATA": str(tmp_path)} | environment
        return json.loads(subprocess.run(command, env=surroundings, check=True, capture_output=True).stdout)

    return read


def test_a_production_start_has_no_demonstration_even_when_asked_for_one(start):
    demo, secure, insecure_keys, _, _ = start(TENUN_PRODUCTION="1", DEMO="1")
    assert (demo, secure, insecure_keys) == (False, True, False)


def test_a_plain_start_is_the_demonstration_without_a_provider(start):
    demo, _, _, providers, forms = start()
    assert (demo, providers, forms) == (True, [], ["'self'"])


def test_the_offices_provider_is_known_and_the_forms_may_lead_there(start):
    *_, providers, forms = start(
        TENUN_OIDC_URL="https://masuk.dinas.example/realms/ntt/",
        TENUN_OIDC_CLIENT="tenun",
        TENUN_OIDC_SECRET="rahasia",
        TENUN_OIDC_NAME="akun Dinas",
    )
    assert forms == ["'self'", "https://masuk.dinas.example"]
    assert providers == [
        {
            "provider_id": "utama",
            "name": "akun Dinas",
            "client_id": "tenun",
            "secret": "rahasia",
            "settings": {"server_url": "https://masuk.dinas.example/realms/ntt", "claim": "preferred_username"},
        }
    ]
