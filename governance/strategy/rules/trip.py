"""Rules that only a conference or event abroad answers to."""
