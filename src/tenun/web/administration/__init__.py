"""The admin's pages: accounts and posts. No person's data is reached from here."""
