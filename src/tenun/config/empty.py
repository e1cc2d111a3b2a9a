"""The site's addresses and one more that answers nothing: what a request costs before a view does anything."""

from django.http import HttpResponse
from django.urls import path

from tenun.config.urls import urlpatterns as site
from tenun.organisations.access import Ability
from tenun.web.scope import OfficerRequest, needs


@needs(Ability.OPEN_DESK)
def nothing(request: OfficerRequest) -> HttpResponse:
    """An empty answer, inside the scope."""
    return HttpResponse("")


urlpatterns = [*site, path("kosong/", nothing)]
