"""Rules that only an EU project answers to."""
