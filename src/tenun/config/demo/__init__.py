"""The demonstration: accounts of every role and invented people, all made through the real actions."""

from tenun.config.demo.accounts import ALL_DISTRICTS, make_accounts
from tenun.config.demo.board import make_board
from tenun.config.demo.meetings import make_meeting
from tenun.config.demo.population import make_population
from tenun.config.demo.programmes import make_programmes
from tenun.config.demo.sample import make_people

__all__ = [
    "ALL_DISTRICTS",
    "make_accounts",
    "make_board",
    "make_meeting",
    "make_people",
    "make_population",
    "make_programmes",
]
