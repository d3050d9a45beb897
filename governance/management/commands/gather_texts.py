"""Gather what matters say of themselves, for those that came before it was searched."""

from itertools import islice
from typing import Any

from django.core.management.base import BaseCommand

from engagements import wording
from engagements.models import Detail

BATCH = 500


class Command(BaseCommand):
    """Writes the words of every matter anew; twice does no harm."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        """Gather kind by kind, and say how many."""
        count = 0
        for model in Detail.__subclasses__():
            details = model._default_manager.select_related("engagement").order_by("pk")
            rows = details.iterator(chunk_size=BATCH)
            while some := list(islice(rows, BATCH)):
                wording.keep(some)
                count += len(some)
        self.stdout.write(f"The words of {count} matters are gathered.")
