"""Tenun: papers, skills and offices of a safe departure, woven together."""
