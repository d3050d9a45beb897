"""``manage.py facts_schema KIND``: the JSON Schema of a kind's facts; without a kind, the kinds."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from governance.strategy import FACTS_OF
from governance.strategy.described import facts_schema


class Command(BaseCommand):
    """Print what ``facts`` in an item of ``manage.py assess`` may hold."""

    help = "Print the JSON Schema of a kind's facts, or list the kinds."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take a kind."""
        parser.add_argument("kind", nargs="?", choices=list(FACTS_OF), metavar="KIND")

    def handle(self, *_args: Any, kind: str | None = None, **_options: Any) -> None:
        """Print one schema, or one kind a line."""
        if kind is None:
            self.stdout.write("\n".join(FACTS_OF))
        else:
            self.stdout.write(
                json.dumps(facts_schema(FACTS_OF[kind]), indent=2, ensure_ascii=False)
            )
