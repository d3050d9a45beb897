"""Add up what the statistics keep: what has changed, or all anew; and verify it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from governance.actions import adding_up


class Command(BaseCommand):
    """The pages are exact without it; it makes them quick, and says when a sum is wrong."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what is to be done beside adding up what has changed."""
        parser.add_argument("--rebuild", action="store_true", help="make every sum anew first")
        parser.add_argument("--verify", action="store_true", help="compare all with the rows")

    def handle(self, *args: Any, **options: Any) -> None:
        """Say what was counted, or fail with what is wrong."""
        if options["rebuild"]:
            self.stdout.write(f"{adding_up.rebuild()} matters are counted.")
        self.stdout.write(f"{adding_up.add_up_all()} changes are added up.")
        if not options["verify"]:
            return
        wrong = adding_up.differing()
        if wrong.matters or wrong.sums:
            raise CommandError(
                f"{len(wrong.matters)} matters and {wrong.sums} sums differ from the rows, "
                f"first {wrong.matters[:10]}. --rebuild makes them anew."
            )
        self.stdout.write("OK")
