"""The days of memberships and projects in the calendar: reviews, and reports to a programme."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from governance.almanac import Asked, Entry, Sort, reasons
from governance.almanac.days import lasting_day
from memberships.eu_project.models import ReportDate
from memberships.membership.register import in_force
from memberships.project_reminders import GOES_ON


def reviews(asked: Asked) -> Iterator[Entry]:
    """Give the days by which memberships are reviewed."""
    column, about = "membership__next_review_on", _("Omprövas senast")
    why = reasons.of_review("4.3b")
    return lasting_day(asked, in_force(), column, "review", about, why=why)


def reports(asked: Asked) -> Iterator[Entry]:
    """Give the days by which reports are handed in to a programme."""
    rows = ReportDate.objects.filter(
        engagement__in=asked.matters.filter(status__in=GOES_ON).values("pk"),
        done_on=None,
        due_on__range=(asked.first, asked.last),
    )
    for row in rows.select_related("engagement__organisation").order_by("due_on", "pk")[
        : asked.most
    ]:
        if row.due_on is None:
            continue
        yield Entry(
            Sort.DEADLINES,
            f"{row.engagement.number}-report-{row.pk}",
            f"{row.engagement.title}: {row.what}" if row.what else row.engagement.title,
            row.due_on,
            row.due_on,
            row.engagement.get_absolute_url(),
            about=f"{_('Rapport till programmet')}, {row.engagement.organisation}",
            changed_at=row.engagement.changed_at,
            why=reasons.of_report(),
        )
