"""An officer with a password and no second factor yet, and the ways she signs in."""

from datetime import date

import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from django.urls import reverse

from tenun.organisations.actions import appoint, create_user
from tenun.organisations.enums import OrganisationKind, Role

PASSWORD = "padi-menguning-di-lereng"


@pytest.fixture
def make(db):
    """Makes an officer of a role."""

    def officer(role=Role.COUNTER, username="ina", **territory):
        user = create_user(username=username, full_name=f"{username.title()} Rekaan", password=PASSWORD)
        appoint(
            user=user,
            organisation=f"Kantor {username}",
            kind=OrganisationKind.DISTRICT_OFFICE,
            role=role,
            starts_on=date(2026, 1, 1),
            **territory,
        )
        return user

    return officer


@pytest.fixture
def type_password(client):
    """Types a username and a password into the form."""

    def send(username="ina", password=PASSWORD, **more):
        return client.post(reverse("sign-in"), {"username": username, "password": password}, **more)

    return send


@pytest.fixture
def type_code(client):
    """Types a code into the page of the second step."""

    def send(code):
        return client.post(reverse("mfa_authenticate"), {"code": code})

    return send


@pytest.fixture
def long_after(client):
    """Sixteen minutes after she last showed who she is."""

    def move():
        session = client.session
        for record in session[AUTHENTICATION_METHODS_SESSION_KEY]:
            record["at"] -= 16 * 60
        session.save()

    return move
