"""The days of memberships and projects in the calendar: reviews, and reports to a programme."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from governance.almanac import Asked, Entry, Sort, reasons
from governance.almanac.days import NAMED, TOLD, Lasting, lasting_day
from memberships.eu_project.models import ReportDate
from memberships.membership.register import in_force
from memberships.project_reminders import GOES_ON

OF_MATTER = [f"engagement__{name}" for name in (*TOLD, *NAMED)]


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
    why = reasons.of_report()
    found = rows.select_related("engagement__organisation").only("what", "due_on", *OF_MATTER)
    for row in found.order_by("due_on", "pk")[: asked.most]:
        if row.due_on is None:
            continue
        matter = row.engagement
        yield Lasting(
            Sort.DEADLINES,
            f"{matter.number}-report-{row.pk}",
            f"{matter.title}: {row.what}" if row.what else matter.title,
            row.due_on,
            row.due_on,
            row=matter,
            said=_("Rapport till programmet"),
            reasons=why,
        )
