"""Let the worker read the documents that came before their words could be searched."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from engagements import reading
from governance import material
from governance.models import MaterialText


class Command(BaseCommand):
    """Asks once for each document that waits; twice does no harm."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        """Promise, and say how many."""
        now = timezone.now()
        count = reading.ask_again(at=now)
        count += reading.ask_again(at=now, model=MaterialText, topic=material.TOPIC)
        self.stdout.write(f"{count} documents wait to be read.")
