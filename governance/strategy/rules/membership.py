"""Rules that only a membership answers to."""
