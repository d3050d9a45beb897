"""The worker's and the scheduler's way in: ``celery -A stadsinternationell worker``."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stadsinternationell.settings")
app = Celery("stadsinternationell")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
