"""Papers of every kind, with their proof."""
