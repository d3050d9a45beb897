"""Makers of what tests start from, by the site's own actions."""
