"""A browser's own description in words."""

import pytest

from tenun.web.account.devices import say_device

AGENTS = {
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36": (
        "Chrome di komputer Windows"
    ),
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0": (
        "Edge di komputer Windows"
    ),
    "Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 SamsungBrowser/26.0 Chrome/122.0 Safari/537.36": (
        "Samsung Internet di ponsel atau tablet Android"
    ),
    "Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101 Firefox/131.0": "Firefox di komputer Linux",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Safari/604.1": (
        "Safari di iPhone"
    ),
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_6) Version/18.0 Safari/605.1": "Safari di komputer Mac",
    "Alat (Windows)": "Komputer Windows",
    "curl/8.5.0": "Peramban yang tidak dikenal",
    "": "Peramban yang tidak dikenal",
}


@pytest.mark.parametrize(("agent", "words"), AGENTS.items())
def test_a_person_recognises_her_device(agent, words):
    assert say_device(agent) == words
