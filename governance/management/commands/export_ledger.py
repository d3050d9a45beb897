"""``manage.py export_ledger``: the whole ledger, one entry a line, to standard output."""

import json
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from governance import ledger


class Command(BaseCommand):
    """Write what deploy/verify_ledger.py reads."""

    help = "Write the ledger as lines of JSON."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Write every entry as it was when the command began."""
        with transaction.atomic():
            for entry in ledger.export():
                self.stdout.write(json.dumps(entry, ensure_ascii=False))
