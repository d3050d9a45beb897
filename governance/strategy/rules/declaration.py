"""Rules that only a declaration or an initiative answers to."""
