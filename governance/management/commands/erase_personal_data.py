"""``manage.py erase_personal_data NUMBER``: people outside the city leave a closed engagement."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from engagements.models import Engagement, User
from governance.actions import erasing


class Command(BaseCommand):
    """Erase, and tell of it in timeline and ledger."""

    help = "Empty the person columns of a closed engagement and destroy its secrets in the ledger."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the number, the rule and the officer."""
        parser.add_argument("number", help="the engagement's number, such as INT-2026-0001")
        parser.add_argument("--why", required=True, help="the decision or plan that says so")
        parser.add_argument("--by", required=True, metavar="EMAIL", help="the officer's address")

    def handle(self, *_args: Any, number: str, why: str, by: str, **_options: Any) -> None:
        """Erase, and say which files are left. Raises CommandError when it can't be done."""
        try:
            engagement = Engagement.objects.get(number=number)
            officer = User.objects.get(email=by.strip().lower(), is_active=True)
            seq = erasing.erase_personal_data(engagement, why=why, by=officer, at=timezone.now())
        except Engagement.DoesNotExist:
            raise CommandError(f"There is no engagement {number}.") from None
        except User.DoesNotExist:
            raise CommandError(f"Nobody with the address {by} uses Utblick.") from None
        except (erasing.NoRule, erasing.NotDone) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{number}: erased; entry {seq} in the ledger tells of it.")
        for document in engagement.documents.filter(personal_data=True).order_by("pk"):
            self.stdout.write(f"Left, and marked as personal: {document.name}")
