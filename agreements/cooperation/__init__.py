"""COOPERATION: a cooperation agreement, on one subject and for a set time (4.2)."""
