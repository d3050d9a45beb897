"""``manage.py verify_receipts``: whether every receipt still judges as it did, and why not."""

from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from governance.reports.reverifying import differing

EVERY = 1000


class Command(BaseCommand):
    """Judge every kept receipt again under its own editions and values."""

    help = "Judge every kept receipt again and say which differ, and why."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the day of the oldest receipt."""
        parser.add_argument("--since", type=date.fromisoformat, help="the first day, YYYY-MM-DD")

    def handle(self, *_args: Any, since: date | None = None, **_options: Any) -> None:
        """Write a line a receipt that differs; exit with 1 when one does."""
        wrong = seen = 0
        for seen, different in enumerate(differing(since=since), 1):
            if different:
                wrong += 1
                self.stdout.write(str(different))
            if seen % EVERY == 0:
                self.stderr.write(f"{seen} receipts")
        if wrong:
            raise CommandError(f"{wrong} of {seen} receipts differ")
        self.stdout.write(f"OK: {seen} receipts")
