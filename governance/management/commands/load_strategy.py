"""``manage.py load_strategy FILE``: the adopted text of an edition, from a file of JSON or CSV."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from engagements.models import User
from governance.actions import adopting
from governance.sheets import Unreadable, read


class Command(BaseCommand):
    """Load a file whole, or nothing of it."""

    help = "Load the adopted text of an edition, clause by clause. The README shows the file."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file, who loads it, and what it may leave out."""
        parser.add_argument("file", metavar="FILE", help="JSON, or CSV with clause;text")
        parser.add_argument("--check", action="store_true", help="say what it would do, no more")
        parser.add_argument("--by", metavar="EMAIL", help="who loads it; not needed to check")
        parser.add_argument("--edition", default="", help="for CSV, which names none")
        parser.add_argument("--source", default="", help="for a file that names none")
        parser.add_argument(
            "--remove-missing", action="store_true", help="remove texts that the file lacks"
        )

    def handle(
        self,
        *_args: Any,
        file: str,
        check: bool,
        by: str | None,
        edition: str,
        source: str,
        remove_missing: bool,
        **_options: Any,
    ) -> None:
        """Load or check, and count the clauses. Raises CommandError with all that is wrong."""
        try:
            sheet = read(Path(file).read_bytes(), edition=edition, source=source.strip())
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}") from None
        except Unreadable as error:
            raise CommandError(str(error)) from error
        if check:
            done, verb = adopting.compare(sheet), "would be loaded"
        else:
            who: dict[str, Any] = {"by": _person(by), "at": timezone.now()}
            done, verb = adopting.load(sheet, remove_missing=remove_missing, **who), "loaded"
        left = "removed" if remove_missing else "kept"
        self.stdout.write(
            f"{sheet.edition} {verb}: {len(done.new)} new, {len(done.changed)} changed, "
            f"{len(done.same)} the same; {len(done.missing)} not in the file, {left}"
        )


def _person(email: str | None) -> User:
    if not email:
        raise CommandError("Say who loads it: --by EMAIL.")
    found = User.objects.filter(email=email.strip().lower(), is_active=True).first()
    if found is None:
        raise CommandError(f"Nobody with the address {email} uses Utblick.")
    return found
