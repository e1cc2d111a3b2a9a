"""What every page's frame needs: who is signed in, whether this is the demonstration."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def frame(request: HttpRequest) -> dict[str, Any]:
    """`demo`, and the `standing` that the scope middleware worked out."""
    return {"demo": settings.DEMO, "standing": getattr(request, "standing", None)}
