"""The first administrator of a new Utblick; the others are appointed in the browser."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email
from django.utils import timezone

from engagements import people
from engagements.models import Organisation
from engagements.vocabulary import RoleName

HOME = "SLK"


class Command(BaseCommand):
    """Appoint an administrator of the City Executive Office and mail the invitation."""

    help = "Gör en person till administratör och skickar en inbjudan att välja lösenord."

    def add_arguments(self, parser: CommandParser) -> None:
        """Ask who."""
        parser.add_argument("email", help="e-postadress")
        parser.add_argument("name", help="namn")

    def handle(self, *args: Any, email: str, name: str, **options: Any) -> None:
        """Appoint. Raises CommandError in one line."""
        at = timezone.now()
        try:
            validate_email(email)
            home = Organisation.objects.get(code=HOME)
            people.appoint(
                email,
                name=name,
                role=RoleName.ADMIN,
                organisation=home,
                valid_from=timezone.localdate(at),
                valid_to=None,
                by=people.clockwork(),
                at=at,
            )
        except Organisation.DoesNotExist as error:
            raise CommandError("Kör först: manage.py reference") from error
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        except people.NotPossible as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{name} är administratör. En inbjudan går till {email}.")
