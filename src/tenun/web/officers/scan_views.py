"""Pictures of papers: kept with a form, shown through a link that lives for minutes, for whoever asked for it."""

from typing import Any

from django import forms
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from tenun.documents.access import may_keep_scan, may_see_scan
from tenun.documents.actions import keep_scan
from tenun.documents.models import Scan
from tenun.documents.queries import scans_of
from tenun.formats.scans import TOO_LARGE, ScanRefused
from tenun.organisations.access import Ability, may
from tenun.people.models import Person
from tenun.shared import blobs
from tenun.shared.audit import OPEN_SCAN
from tenun.web.language import say
from tenun.web.officers.opening import open_person
from tenun.web.scope import OfficerRequest, needs

LINK_SECONDS = 300
_SALT = "tenun.scan"


class ScanForm(forms.Form):
    """The one field for a picture, beside the form of the paper."""

    gambar = forms.FileField(
        label=_("Foto atau PDF surat ini"),
        required=False,
        help_text=_("JPEG, PNG, WebP, atau PDF sampai 10 MB. Lokasi dan data kamera dibuang."),
        widget=forms.FileInput(attrs={"accept": "image/*,application/pdf"}),
    )


def take_scan(request: OfficerRequest, person: Person, kind: str) -> ScanForm | None:
    """Keeps the picture that was sent, if one was; the form says what was wrong with it.

    None where this post adds no picture of this kind.
    """
    if not may_keep_scan(request.standing, kind):
        return None
    if request.method != "POST":
        return ScanForm()
    form = ScanForm(request.POST, request.FILES)
    if getattr(request, "is_too_large", False):
        form.add_error("gambar", say(TOO_LARGE))
    elif form.is_valid() and form.cleaned_data["gambar"]:
        try:
            keep_scan(person=person, kind=kind, content=form.cleaned_data["gambar"].read(), by=request.user)
        except ScanRefused as refused:
            form.add_error("gambar", say(refused.words))
    return form


def scan_link(request: OfficerRequest, person: Person, kind: str) -> dict[str, Any]:
    """Where the newest picture of a kind is shown for the next minutes, and whether it is a PDF."""
    sees = may_see_scan(request.standing, person, kind)
    scan = scans_of(person).get(kind) if sees else None
    asks = not sees and may(request.standing, Ability.OPEN_IN_EMERGENCY)
    emergency_url = reverse("emergency", args=[person.pk]) if asks else ""
    if scan is None:
        return {"scan_url": "", "scan_is_pdf": False, "emergency_url": emergency_url}
    return {"scan_url": _link(request, scan), "scan_is_pdf": scan.content_type != "image/jpeg"}


def _link(request: HttpRequest, scan: Scan) -> str:
    token = signing.dumps([scan.pk, request.user.pk], salt=_SALT)
    return reverse("scan-file", args=[scan.person_id, token])


@needs(Ability.READ_SCAN)
@require_GET
def scan(request: OfficerRequest, person_id: int, kind: str) -> HttpResponse:
    """Leads to a link that lives for minutes; the file of the person is entered as opened."""
    person = open_person(request, person_id, Ability.READ_SCAN)
    found = scans_of(person).get(kind)
    if found is None or not may_see_scan(request.standing, person, kind):
        raise Http404
    return redirect(_link(request, found))


@needs(Ability.READ_SCAN)
@require_GET
def scan_file(request: OfficerRequest, person_id: int, token: str) -> HttpResponse:
    """The picture itself: for the same user, while the link lives, and only if she may still see the person."""
    try:
        scan_id, user_id = signing.loads(token, salt=_SALT, max_age=LINK_SECONDS)
    except signing.BadSignature:
        raise Http404 from None
    person = open_person(request, person_id, Ability.READ_SCAN, OPEN_SCAN)
    found = Scan.objects.filter(pk=scan_id, person=person).first()
    if found is None or user_id != request.user.pk or not may_see_scan(request.standing, person, found.kind):
        raise Http404
    return HttpResponse(
        blobs.read(found.file),
        content_type=found.content_type,
        headers={"Content-Disposition": "inline", "Cross-Origin-Resource-Policy": "same-origin"},
    )
