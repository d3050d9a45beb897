"""Floor 3: how engagements are judged, decided, followed up and reported."""

from django.apps import AppConfig


class GovernanceConfig(AppConfig):
    """Assessment, advice, decisions, ledger, reports, notifications."""

    name = "governance"
    verbose_name = "Styrning"

    def ready(self) -> None:
        """Make the worker's tasks known to web, worker and scheduler alike."""
        from governance import schedule
        from governance.reports import making, replay

        self.tasks = (schedule, making, replay)
