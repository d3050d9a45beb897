"""MEMBERSHIP: an organisation or a network that the city, or a part of it, belongs to."""
