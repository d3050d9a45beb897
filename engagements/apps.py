"""Floor 1: what we have, and what we know."""

from django.apps import AppConfig


class EngagementsConfig(AppConfig):
    """Engagements, people, organisations, documents, outbox."""

    name = "engagements"
    verbose_name = "Engagemang"
