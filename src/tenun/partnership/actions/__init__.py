"""Writing, one module a thing."""
