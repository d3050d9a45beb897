"""Rules that only a reception at the City Hall answers to."""
