"""Django for the page tests, set up once from `settings.py` beside this file unless the project's own are in force."""

import django
from django.conf import settings
from tests.web import settings as plain

if not settings.configured:
    settings.configure(**{name: getattr(plain, name) for name in dir(plain) if name.isupper()})
    django.setup()
