"""A second factor for an officer of the tests: without one nothing opens but the pages that set one up."""

from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value

from tenun.shared.clock import now

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def give_phone(user):
    """Her phone makes codes from now on."""
    TOTP.activate(user, SECRET)


def code(secret=SECRET, *, periods=0):
    """What a phone shows now, or so many periods of 30 seconds later."""
    return format_hotp_value(hotp_value(secret, int(now().timestamp()) // 30 + periods))
