"""Make all that anybody may read anew, from what is stored."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from governance.insight import publishing


class Command(BaseCommand):
    """Gives the same rows as were written when each matter became public."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        items, notes = publishing.rebuild(at=timezone.now())
        self.stdout.write(f"{items} matters and {notes} meetings are public.")
