"""Pages without an account: for whoever holds a personal link, and for everybody."""
