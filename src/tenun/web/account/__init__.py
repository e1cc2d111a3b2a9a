"""One's own account: signing in with a second factor, and the pages of one's own security."""
