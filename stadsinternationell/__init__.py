"""Floor 5: wiring. Nobody imports it."""

from stadsinternationell.celery import app as celery_app

__all__ = ["celery_app"]
