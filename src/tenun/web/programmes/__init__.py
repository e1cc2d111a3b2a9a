"""Programmes, the map of need beside supply, and the register of organisations."""
