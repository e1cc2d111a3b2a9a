"""Pure Python: what is judged, by which rules, and how it is mended. No framework, no database, no clock."""
