"""INTENT: a letter of intent, with an organisation or within an initiative (4.3)."""
