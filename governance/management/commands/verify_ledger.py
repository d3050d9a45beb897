"""``manage.py verify_ledger``: whether the chain, its anchors and the decisions agree."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from governance import ledger


class Command(BaseCommand):
    """Verify the ledger inside the database."""

    help = "Verify the ledger against its anchors and the decisions."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take a file of published anchors."""
        parser.add_argument("--anchors", type=Path, help="a file of anchor lines, as published")

    def handle(self, *_args: Any, anchors: Path | None = None, **_options: Any) -> None:
        """Say that all is well, or fail with everything that is not."""
        lines = None
        if anchors is not None:
            lines = [line for line in anchors.read_text("utf-8").splitlines() if line.strip()]
        if wrong := ledger.verify(lines):
            raise CommandError("\n".join(wrong))
        self.stdout.write("OK")
