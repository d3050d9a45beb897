"""``manage.py anchor_ledger``: the anchor of the day, a line to publish out of our own reach."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from governance import ledger


class Command(BaseCommand):
    """Make the day's anchor once, and print it."""

    help = "Make the ledger's anchor of the day and print the line to publish."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Print the anchor of today."""
        self.stdout.write(str(ledger.anchor(day=timezone.localdate(), at=timezone.now())))
