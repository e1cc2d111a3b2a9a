"""Organisations, users and posts: who works where, as what, for which territory and until when."""
