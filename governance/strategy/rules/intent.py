"""Rules that only a letter of intent answers to."""
