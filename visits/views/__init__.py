"""Pages that only one kind has."""
