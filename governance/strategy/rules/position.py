"""Rules that only a position on an EU matter answers to."""
