"""Pages of those who work at a desk."""
