"""Template tags: the components of every page, loaded as builtins."""
