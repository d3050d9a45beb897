"""Fill an empty Utblick with an invented city at work, or print its log-ins."""

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction
from django.utils import timezone

from engagements.models import OutboxMessage
from visits.demo import committee, people
from visits.demo.requests import REQUESTS
from visits.demo.stories import Story

YEARS = timedelta(days=3 * 365)


class Command(BaseCommand):
    """Make people and their requests by the site's own actions; does nothing a second time."""

    help = "Fyller ett tomt Utblick med påhittade personer och besök."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add the question about log-ins."""
        parser.add_argument("--logins", action="store_true", help="Skriv bara ut inloggningarna.")

    def handle(self, *args: Any, logins: bool, **options: Any) -> None:
        """Fill, or print."""
        if logins:
            self.stdout.write(people.logins())
        elif not people.are_settled():
            self.fill()

    @transaction.atomic
    def fill(self) -> None:
        """Take every step of every story in the order of time."""
        today = timezone.localtime().replace(second=0, microsecond=0)
        settled = people.settle(since=timezone.localdate(today - YEARS))
        committee.settle(settled, at=today)
        stories = [Story(request, settled, today) for request in REQUESTS]
        steps = [step for story in stories for step in story.steps()]
        for at, act in sorted(steps, key=lambda step: step[0]):
            act(at)
        # Nobody wants a mail tonight about whose turn it was two years ago, or a reply to a visit
        # that was never asked for.
        old = OutboxMessage.objects.filter(topic__in=["notify.ball", "mail.reply"])
        old.update(done_at=timezone.now())
        self.stdout.write(f"{len(stories)} besök, {len(settled)} personer")
