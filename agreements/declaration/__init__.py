"""DECLARATION: a declaration or an initiative that the city joins."""
