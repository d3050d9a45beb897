"""Rules that only a cooperation agreement answers to."""
