"""What only pages of this app's kinds draw."""
