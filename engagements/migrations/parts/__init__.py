"""What migrations are put together from: tables, their histories, and what guards them."""
