"""Pages of what the city lastingly takes part in."""
