"""Template tags of memberships."""
