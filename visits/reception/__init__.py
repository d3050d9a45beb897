"""RECEPTION: an organiser that asks the city to receive its guests in the City Hall."""
