"""Invented people in any number, for measuring alone: written by the set and not through the actions.

The demonstration (`config.demo`) makes its people as officers would. A bench needs a million of them, so here rows are
copied in and the rest follows by SQL, with triggers and policies switched off for this one connection.
"""

from tenun.config.many.fill import NotForBenches, fill, make_many

__all__ = ["NotForBenches", "fill", "make_many"]
