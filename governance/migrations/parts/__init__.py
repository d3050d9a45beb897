"""What migrations are put together from."""
