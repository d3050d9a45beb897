"""Permission, form, act, answer."""
