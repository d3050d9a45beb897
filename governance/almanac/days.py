"""The days that every kind has: when it takes place, when it is due, and when the bodies meet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from engagements import querysets
from engagements.models import (
    Consultation,
    Engagement,
    EngagementUserObjectPermission,
    TakingPart,
)
from engagements.models.engagement import OPEN
from engagements.permissions import hosts_of, reach_of
from engagements.vocabulary import Kind, Status
from governance import committee, talk
from governance.almanac import Asked, Entry, Sort, reasons
from governance.models import Meeting, MeetingState, Todo

TAKES_PLACE = {
    str(Kind.VISIT): Sort.VISITS,
    str(Kind.TRIP): Sort.TRIPS,
    str(Kind.RECEPTION): Sort.RECEPTIONS,
}
ENDED = [str(Status.WITHDRAWN), str(Status.REJECTED)]
# What lasts longer than this began so long ago that nobody looks for it by its days.
LONGEST = timedelta(days=92)
ONE_DAY = timedelta(days=1)
# These last days are the days that it takes place on, which stand there already.
SAME_DAY = ("takes_place", "day_chosen")


def taking_place(asked: Asked) -> Iterator[Entry]:
    """Give what takes place: visits, trips and receptions that nobody has called off."""
    kinds = [kind for kind, sort in TAKES_PLACE.items() if asked.wants(sort)]
    begins = near(asked, kind__in=kinds, starts_on__range=(asked.first, asked.last))
    goes_on = near(
        asked,
        kind__in=kinds,
        starts_on__range=(asked.first - LONGEST, asked.first - ONE_DAY),
        ends_on__gte=asked.first,
    )
    # Each by an index of its own: those of the days asked for are few, those before them many.
    keys = [
        rows.exclude(status__in=ENDED).order_by("starts_on", "pk").values("pk")[: asked.most]
        for rows in (begins, goes_on)
    ]
    found = Engagement.objects.filter(pk__in=keys[0].union(keys[1])).defer(*querysets.UNREAD)
    rows = found.select_related("organisation")
    for row in rows.order_by("starts_on", "pk")[: asked.most]:
        yield from of_matter(row)


def near(asked: Asked, **days: Any) -> QuerySet[Engagement]:
    """Return the matters asked for on some days, by a way that an index knows.

    Who reads a few organisations' matters would otherwise look through the whole city's days.
    """
    rows = asked.matters.filter(**days).defer(*querysets.UNREAD)
    reach = reach_of(asked.user, on=asked.on)
    if reach.wide:
        return rows
    own = list(hosts_of(asked.user, on=asked.on))
    beside = {f"engagement__{name}": value for name, value in days.items()}
    touched = TakingPart.objects.filter(organisation__in=reach.owns | reach.boards, **beside)
    consulted = Consultation.objects.filter(organisation__in=reach.owns, **beside)
    named = EngagementUserObjectPermission.objects.filter(user=asked.user)
    own_rows = Engagement.objects.filter(organisation__in=own, **days).order_by()
    keys = own_rows.values("pk").union(
        touched.values("engagement"), consulted.values("engagement"), named.values("content_object")
    )
    return rows.filter(pk__in=keys)


def of_matter(row: Engagement) -> Iterator[Entry]:
    """Give when a matter takes place, if it does and has a first day."""
    if row.starts_on is None or row.kind not in TAKES_PLACE:
        return
    yield Entry(
        TAKES_PLACE[row.kind],
        f"{row.number}-days",
        row.title,
        row.starts_on,
        row.ends_on or row.starts_on,
        row.get_absolute_url(),
        about=f"{row.organisation}, {row.get_status_display().lower()}",
        ics=reverse("engagement_ics", args=[row.number]),
        changed_at=row.changed_at,
    )


def due(asked: Asked) -> Iterator[Entry]:
    """Give the last days of what lies with somebody."""
    rows = near(
        asked,
        status__in=[str(status) for status in OPEN if status is not Status.DRAFT],
        due__range=(asked.first, asked.last),
    )
    rows = rows.exclude(ball="").exclude(deadline__event__in=SAME_DAY)
    joined = ("organisation", "ball_organisation", "ball_person", "deadline")
    for row in rows.select_related(*joined).order_by("due", "pk")[: asked.most]:
        yield from of_due(row)


def of_due(row: Engagement) -> Iterator[Entry]:
    """Give the last day of a matter that lies with somebody."""
    if row.due is None or not row.ball:
        return
    holder: Any = row.ball_person or row.ball_organisation or row.get_ball_display()
    said = {"status": row.get_status_display(), "who": holder}
    yield Entry(
        Sort.DEADLINES,
        f"{row.number}-due",
        row.title,
        row.due,
        row.due,
        row.get_absolute_url(),
        about=_("%(status)s, ligger hos %(who)s") % said,
        ics=reverse("engagement_ics", args=[row.number]),
        changed_at=row.changed_at,
        why=reasons.of_due(row),
    )


def answers(asked: Asked) -> Iterator[Entry]:
    """Give the last days of what the reader is asked about others' matters."""
    rows = querysets.asked_of(asked.user, on=asked.on).filter(
        due__range=(asked.first, asked.last), engagement__in=asked.matters.values("pk")
    )
    for row in rows.select_related("engagement", "organisation", "asked_by")[: asked.most]:
        yield Entry(
            Sort.DEADLINES,
            f"{row.engagement.number}-answer-{row.pk}",
            row.engagement.title,
            row.due,
            row.due,
            row.engagement.get_absolute_url(),
            about=_("%(who)s svarar vad det medför") % {"who": row.organisation},
            changed_at=row.asked_at,
            why=reasons.of_answer(row),
        )


def todos(asked: Asked) -> Iterator[Entry]:
    """Give the last days of the reader's own tasks, and theirs for whom the reader stands in."""
    rows = talk.waits_for(asked.user, on=asked.on, instead=True).filter(
        due_on__range=(asked.first, asked.last), engagement__in=asked.matters.values("pk")
    )
    for row in rows[: asked.most]:
        yield of_todo(row, asked.user)


def of_todo(row: Todo, reader: Any) -> Entry:
    """Return the last day of a task. What is internal is not said where a file may take it."""
    theirs = _("Uppgift hos %(who)s") % {"who": row.owner}
    said = _("Din uppgift") if row.owner_id == reader.pk else theirs
    if not row.internal:
        said = f"{said}: {row.what}"
    return Entry(
        Sort.DEADLINES,
        f"{row.engagement.number}-todo-{row.pk}",
        row.engagement.title,
        row.due_on,
        row.due_on,
        row.get_absolute_url(),
        about=said,
        ics=reverse("engagement_ics", args=[row.engagement.number]),
        changed_at=row.at,
        why=reasons.of_todo(row),
    )


def meetings(asked: Asked) -> Iterator[Entry]:
    """Give the International Committee's meetings, to those who have its room."""
    if not reach_of(asked.user, on=asked.on).wide & committee.INSIDE:
        return
    rows = Meeting.objects.filter(starts_at__date__range=(asked.first, asked.last))
    rows = rows.exclude(state=MeetingState.CANCELLED)
    for row in rows.order_by("starts_at")[: asked.most]:
        yield of_meeting(row)


def of_meeting(row: Meeting) -> Entry:
    """Return when a meeting is."""
    starts = timezone.localtime(row.starts_at)
    return Entry(
        Sort.MEETINGS,
        f"ib-{row.pk}",
        _("Internationella beredningen"),
        starts.date(),
        starts.date(),
        row.get_absolute_url(),
        about=row.place,
        starts_at=starts,
        place=row.place,
        ics=reverse("meeting_ics", args=[row.pk]),
    )


def lasting_day(
    asked: Asked,
    rows: Any,
    column: str,
    key: str,
    about: Any,
    *,
    sort: Sort = Sort.REVIEWS,
    why: tuple[str, ...] = (),
) -> Iterator[Entry]:
    """Give the days in a column of matters that last, such as when they are reviewed next.

    why: why they are those days, the same for all.
    """
    found = rows.filter(
        **{f"{column}__range": (asked.first, asked.last)}, pk__in=asked.matters.values("pk")
    )
    found = found.annotate(falls_on=F(column)).select_related("organisation")
    for row in found.order_by("falls_on", "pk")[: asked.most]:
        yield Entry(
            sort,
            f"{row.number}-{key}",
            row.title,
            row.falls_on,
            row.falls_on,
            row.get_absolute_url(),
            about=f"{about}, {row.organisation}",
            changed_at=row.changed_at,
            why=why,
        )
