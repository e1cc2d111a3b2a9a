"""Properties are judged by what they find: how long one example takes depends on the machine and on who came first."""

from hypothesis import settings

settings.register_profile("tenun", deadline=None)
settings.load_profile("tenun")
