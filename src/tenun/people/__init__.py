"""Persons and what hangs on them."""
