"""Rules that only a project of aid character answers to."""
