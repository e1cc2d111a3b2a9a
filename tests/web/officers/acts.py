"""What an officer does on a page, as the tests say it."""

import re

from django.urls import reverse


def seal_in(answer):
    """The mark of the answers whose difference was shown."""
    return re.search(r'name="seen" value="([^"]+)"', answer.text)[1]


def seen_and_saved(client, person, kind, answers):
    """Sends a paper, looks at the difference, and sends it again as it is."""
    address = reverse("paper", args=[person.pk, kind])
    seal = seal_in(client.post(address, answers))
    assert client.post(address, {**answers, "seen": seal}).status_code == 302
