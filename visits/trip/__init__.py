"""TRIP: a conference or event abroad, on site or digital."""
