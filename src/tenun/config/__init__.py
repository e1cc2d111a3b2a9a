"""Settings, addresses and the embedded database: what turns the capabilities into one running site."""
