"""Figures and tables from what was registered and decided; each keeps the query behind it."""
