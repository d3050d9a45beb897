"""Floor 4: visits."""

from django.apps import AppConfig


class VisitsConfig(AppConfig):
    """Besök, resor, mottagningar."""

    name = "visits"
    verbose_name = "Besök, resor, mottagningar"
