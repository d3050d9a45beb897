"""Floor 4: memberships."""

from django.apps import AppConfig


class MembershipsConfig(AppConfig):
    """Medlemskap och projekt."""

    name = "memberships"
    verbose_name = "Medlemskap och projekt"
