"""Floor 3: how engagements are judged, decided, followed up and reported."""

from django.apps import AppConfig


class GovernanceConfig(AppConfig):
    """Assessment, advice, decisions, ledger, reports, notifications."""

    name = "governance"
    verbose_name = "Styrning"
