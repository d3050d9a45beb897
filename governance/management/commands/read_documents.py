"""Let the worker read the documents that came before their words could be searched."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from engagements import reading


class Command(BaseCommand):
    """Asks once for each document that waits; twice does no harm."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        """Promise, and say how many."""
        self.stdout.write(f"{reading.ask_again(at=timezone.now())} documents wait to be read.")
