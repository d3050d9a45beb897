"""Bring the English catalogue up to date, or say what it lacks."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from engagements import translations


def catalogue() -> Path:
    """Return where the English catalogue lies; compiled, it lies beside."""
    return Path(settings.LOCALE_PATHS[0]) / "en" / "LC_MESSAGES" / "django.po"


class Command(BaseCommand):
    """``manage.py translations`` updates; ``--check`` only tells."""

    help = "Gather what is said in Swedish and compile the English; --check only tells."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add --check."""
        parser.add_argument("--check", action="store_true", help="change nothing, list what lacks")

    def handle(self, *args: Any, **options: Any) -> None:
        """Update, then list what has no English. Raises CommandError when --check finds some."""
        path = catalogue()
        if not options["check"]:
            translations.update(settings.BASE_DIR, path)
        lacking = translations.missing(settings.BASE_DIR, path)
        for text in lacking:
            self.stdout.write(text)
        if options["check"] and lacking:
            raise CommandError(f"{len(lacking)} texts have no English")
        self.stdout.write(f"{len(lacking)} texts have no English")
