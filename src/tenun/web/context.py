"""What every page's frame needs: who is signed in and for which post, the menu, whether this is the demonstration."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from tenun.organisations.access import Ability, may
from tenun.organisations.queries import Standing
from tenun.people.queries import transfers_waiting
from tenun.web.parts import MenuGroup, MenuItem, Who


def frame(request: HttpRequest) -> dict[str, Any]:
    """The frame of a page; for whoever is not signed in only whether this is the demonstration."""
    standing: Standing | None = getattr(request, "standing", None)
    if standing is None:
        return {"demo": settings.DEMO}
    return {
        "demo": settings.DEMO,
        "who": Who(str(request.user), standing.title),
        "menu": (MenuGroup(_("Meja"), tuple(_lines(request, standing))),),
        "home_url": reverse("desk"),
        "search_url": reverse("desk") if may(standing, Ability.SEARCH_PERSONS) else "",
        "sign_out_url": reverse("sign-out"),
    }


def _lines(request: HttpRequest, standing: Standing) -> list[MenuItem]:
    known = [("desk", _("Meja kerja"), Ability.OPEN_DESK), ("register", _("Daftarkan orang"), Ability.REGISTER_PERSON)]
    return [
        MenuItem(name, reverse(url), current=request.path == reverse(url))
        for url, name, ability in known
        if may(standing, ability)
    ] + _transfers(request, standing)


def _transfers(request: HttpRequest, standing: Standing) -> list[MenuItem]:
    """The requests for files, counted where this office has to answer."""
    if not may(standing, Ability.ASK_TRANSFER):
        return []
    answers = may(standing, Ability.ANSWER_TRANSFER)
    count = transfers_waiting(standing.scope.districts) if answers else 0
    url = reverse("transfers")
    return [MenuItem(_("Pindah wilayah"), url, count or None, current=request.path == url)]
