"""A browser's own description in words that a person recognises her computer by."""

from collections.abc import Sequence

from django.utils.text import capfirst
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

_BROWSERS = (
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMS = (
    ("Android", _("ponsel atau tablet Android")),
    ("iPhone", _("iPhone")),
    ("iPad", _("iPad")),
    ("Windows", _("komputer Windows")),
    ("Macintosh", _("komputer Mac")),
    ("Linux", _("komputer Linux")),
)


def say_device(user_agent: str) -> str:
    """`Chrome di komputer Windows`; what is not known is called so.

    >>> say_device("curl/8.5.0")
    'Peramban yang tidak dikenal'
    """
    browser, system = _first(_BROWSERS, user_agent), _first(_SYSTEMS, user_agent)
    if browser and system:
        return say("%(browser)s di %(system)s") % {"browser": browser, "system": system}
    return browser or capfirst(system) or say("Peramban yang tidak dikenal")


def _first(known: Sequence[tuple[str, object]], user_agent: str) -> str:
    return next((str(name) for sign, name in known if sign in user_agent), "")
