"""Who may be signed in at all: asked at the password and again at every request, so no way in goes around it."""

from allauth.account.auth_backends import AuthenticationBackend
from django.conf import settings

from tenun.organisations.models import User


class OfficerBackend(AuthenticationBackend):
    """Active users; those of the demonstration only where there is one."""

    def user_can_authenticate(self, user: User | None) -> bool:
        """A session of a demo user, too, is nobody's once the demonstration is off."""
        return super().user_can_authenticate(user) and (settings.DEMO or not getattr(user, "is_demo", False))
