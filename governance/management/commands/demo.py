"""Fill an empty Utblick with an invented city at work, or print its log-ins."""

from datetime import timedelta
from importlib import import_module
from types import ModuleType
from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand, CommandParser
from django.db import connection, transaction
from django.utils import timezone
from django.utils.module_loading import module_has_submodule

from engagements.models import Engagement, OutboxMessage, User
from engagements.standing import seen_once
from governance.demo import (
    bulk,
    committee,
    known,
    masked,
    others,
    people,
    planned,
    saved_views,
    talked,
    told,
    waited,
)

APPS = ("visits", "agreements", "memberships")
YEARS = timedelta(days=3 * 365)
A_YEAR = 300
OLD = (
    "notify.ball",
    "notify.asked",
    "notify.message",
    "notify.shared",
    "notify.extended",
    "notify.meeting",
    "notify.minutes",
    "notify.material",
    "mail.reply",
    "mail.stand_in",
)


def _demos() -> list[ModuleType]:
    """Return the stories of every app that has some."""
    modules = [apps.get_app_config(name).module for name in APPS]
    return [
        import_module(f"{module.__name__}.demo")
        for module in modules
        if module and module_has_submodule(module, "demo")
    ]


class Command(BaseCommand):
    """Make people and their requests by the site's own actions; does nothing a second time."""

    help = "Fyller ett tomt Utblick med påhittade personer och ärenden."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add the question about log-ins."""
        parser.add_argument("--logins", action="store_true", help="Skriv bara ut inloggningarna.")
        parser.add_argument(
            "--a-year", type=int, default=A_YEAR, help="Ärenden om året som är över."
        )

    def handle(self, *args: Any, logins: bool, a_year: int, **options: Any) -> None:
        """Fill, or print."""
        if logins:
            self.stdout.write(f"{people.logins()}\n{others.logins()}")
        elif not people.are_settled():
            with seen_once():
                self.fill(a_year=a_year)

    @transaction.atomic
    def fill(self, *, a_year: int) -> None:
        """Write the years before, and take every step of every story in the order of time."""
        today = timezone.localtime().replace(second=0, microsecond=0)
        since = timezone.localdate(today - YEARS)
        settled = people.settle(since=since)
        beside = others.settle(since=since)
        committee.settle(settled, at=today - YEARS)
        planned.frames(this=today.year, by=settled["nils.ahlin"], at=today - YEARS)
        gone_by = [
            past
            for demo in _demos()
            for past in demo.years_gone_by(settled, beside, a_year=a_year, today=today)
        ]
        bulk.write(gone_by, settled)  # together: those of a meeting may be of several apps
        stories = [demo.steps(settled, today) for demo in _demos()]
        stories.append(committee.steps(settled, today))
        for at, act in sorted((step for steps in stories for step in steps), key=lambda s: s[0]):
            act(at)
        told.two_roles(settled, since=since)
        told.tell(at=today)
        told.away(settled, at=today)
        told.assigned(settled, at=today)
        planned.fill(settled, beside, at=today)
        waited.fill(settled, at=today)
        talked.fill(settled, at=today)
        saved_views.fill(settled, at=today)
        known.fill(settled, at=today)
        masked.fill(settled, at=today)
        # Nobody wants a mail tonight about whose turn it was two years ago, or a reply to a visit
        # that was never asked for.
        old = OutboxMessage.objects.filter(topic__in=OLD)
        old.update(done_at=timezone.now())
        # Without it whoever reads first is answered as from empty tables.
        with connection.cursor() as cursor:
            cursor.execute("analyze")
        self.stdout.write(f"{Engagement.objects.count()} ärenden, {User.objects.count()} personer")
