"""Passwords of the tests: the site's own algorithm at its lowest cost, so that signing in takes no time."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class QuickArgon2(Argon2PasswordHasher):
    """One pass over the least memory."""

    time_cost, memory_cost, parallelism = 1, 8, 1
