"""What the clock starts. Each job runs once a period, however many schedulers there are."""

from __future__ import annotations

import logging
from datetime import date, datetime, timedelta
from typing import Any

from celery import shared_task
from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models.functions import Coalesce
from django.utils import timezone

from engagements import outbox, turns
from engagements.calendar import add_working_days, is_working_day, opens
from engagements.lifecycle import IllegalMove
from engagements.models import Consultation, Detail, Engagement, Role, User
from engagements.people import clockwork
from engagements.permissions import UNDECIDED
from engagements.timeline import record
from engagements.vocabulary import Status
from governance import announcing, ledger, notices, notifications, reminders, talk
from governance.actions import following_up
from governance.models import (
    Anchor,
    HowOften,
    Notice,
    PeriodicRun,
    SecretPart,
    Sort,
    ViewWatch,
    Way,
)

logger = logging.getLogger(__name__)
# Nobody is mailed by the clock before the working day.
MORNING = 6
ONE_DAY = timedelta(days=1)


def first_time(job: str, period: str, *, at: datetime) -> bool:
    """Claim a job for a period; False when it has been claimed. Call inside a transaction."""
    try:
        with transaction.atomic():
            PeriodicRun.objects.create(job=job, period=period, ran_at=at)
    except IntegrityError:
        return False
    return True


def week_of(day: date) -> str:
    """Return a day's ISO week, as a period: "2026-W48"."""
    year, week, _day = day.isocalendar()
    return f"{year}-W{week:02d}"


@shared_task
def every_morning(**_later: Any) -> None:
    """Open follow-ups of visits that have taken place; remind of what is late; Monday's digest."""
    now = timezone.localtime()
    open_follow_ups(at=now)
    forget_old_notices(at=now)
    if now.hour < MORNING or not is_working_day(now.date()):
        return
    remind_of_late(at=now)
    remind_of_follow_ups(at=now)
    remind_of_secrecy(at=now)
    promise_views(at=now)
    remind_of_todos(at=now)
    if now.date() == opens(now.date()):
        promise_digests(at=now)


def open_follow_ups(*, at: datetime) -> int:
    """Move approved engagements whose last day has passed to follow-up; returns how many."""
    approved = Engagement.objects.filter(status=str(Status.APPROVED)).select_related("organisation")
    lasting = [str(model.kind) for model in Detail.__subclasses__() if model.lasts]
    ended = approved.exclude(kind__in=lasting, ends_on=None)
    past = ended.annotate(until=Coalesce("ends_on", "starts_on"))
    moved = 0
    for engagement in past.filter(until__lt=timezone.localdate(at)):
        try:
            following_up.begin(engagement, by=clockwork(), at=at)
        except IllegalMove:  # somebody was quicker
            logger.info("%s is no longer approved", engagement.number)
        else:
            moved += 1
    return moved


@transaction.atomic
def forget_old_notices(*, at: datetime) -> int:
    """Remove what people were told long ago, read or not; returns how much."""
    removed, _by_model = Notice.objects.filter(at__lt=at - notices.KEPT).delete()
    return removed


@transaction.atomic
def remind_of_late(*, at: datetime) -> int:
    """Tell each person of what lies late with them, once a week; returns how many people.

    A mail is promised to those who want one, but for the day of the digest, which tells the same.
    """
    today = timezone.localdate(at)
    week = week_of(today)
    wants_mail: dict[int, User] = {}
    people: set[int] = set()
    late = Engagement.objects.with_ball().exclude(ball="").filter(due__lt=today)
    for engagement in late.exclude(status=str(Status.DRAFT)):
        holders = list(turns.holders(engagement, on=today))
        people |= {person.pk for person in holders}
        if not holders or not first_time("late", f"{week}-{engagement.pk}", at=at):
            continue
        record(engagement, "reminded", by=None, at=at)
        wants_mail |= _tell_late(holders, engagement, "late", week, at=at)
    unanswered = Consultation.objects.filter(answered_at=None, due__lt=today)
    undecided = unanswered.filter(engagement__status__in=[str(status) for status in UNDECIDED])
    for asked in undecided.select_related("engagement"):
        answerers = list(turns.answerers(asked, on=today))
        people |= {person.pk for person in answerers}
        wants_mail |= _tell_late(answerers, asked.engagement, "late_answer", week, at=at)
    for person in wants_mail.values():
        if not (today == opens(today) and _wants_digest([person], today)):
            _promise_mail("reminder", person, today, at=at)
    return len(people)


def _tell_late(
    people: list[User], engagement: Engagement, code: str, week: str, *, at: datetime
) -> dict[int, User]:
    """Tell people that something lies late with them; return those who want a mail, by key."""
    about: dict[str, Any] = {"engagement": engagement, "at": at, "on": timezone.localdate(at)}
    key = f"{code}:{week}:{engagement.pk}"
    loud = notices.tell(people, Sort.REMINDER, code, once=key, **about)
    by_key = {person.pk: person for person in people}
    return {row.person_id: by_key[row.person_id] for row in loud}


@transaction.atomic
def remind_of_follow_ups(*, at: datetime) -> int:
    """Promise mail of each follow-up that has not come, once a stage; returns how many mails."""
    today, promised = timezone.localdate(at), 0
    for engagement in reminders.waiting():
        stage = reminders.stage(engagement.due, on=today)
        found = reminders.people(engagement, stage, on=today) if stage else []
        # Each week after the day is a reminder of its own.
        week = f"-{week_of(today)}" if stage == reminders.AFTER else ""
        key = f"{engagement.pk}-{engagement.due}-{stage}{week}"
        if not found or not first_time("follow_up", key, at=at):
            continue
        record(engagement, "report_reminded", by=None, at=at)
        about: dict[str, Any] = {"engagement": engagement, "at": at, "on": today}
        once = f"follow_up:{key}"
        loud = notices.tell(found, Sort.REMINDER, "follow_up", once=once, **about)
        for row in loud:
            outbox.promise(
                "mail.follow_up",
                at=at,
                once=f"{once}:{row.person_id}",
                engagement_id=engagement.pk,
                person_id=row.person_id,
                stage=stage,
            )
        promised += len(loud)
    return promised


@transaction.atomic
def remind_of_secrecy(*, at: datetime) -> int:
    """Tell the registrars of each secrecy whose day of review has come, once; returns how many."""
    today = timezone.localdate(at)
    due = SecretPart.objects.filter(lifted_at=None, review_by__lte=today).order_by("pk")
    told = 0
    for secret in due.select_related("engagement"):
        if not first_time("secrecy", str(secret.pk), at=at):
            continue
        about: dict[str, Any] = {"engagement": secret.engagement, "at": at, "on": today}
        people = notifications.registrars(on=today)
        notices.tell(people, Sort.REMINDER, "secrecy", once=f"secrecy:{secret.pk}", **about)
        told += 1
    return told


@transaction.atomic
def promise_views(*, at: datetime) -> int:
    """Promise to look for what is new in each view that is watched, once a day; returns how many.

    Those of Mondays are looked through on the week's first working day.
    """
    today = timezone.localdate(at)
    wanted = ViewWatch.objects.filter(person__is_active=True).order_by("pk")
    if today != opens(today):
        wanted = wanted.filter(often=HowOften.DAY)
    keys = list(wanted.values_list("pk", flat=True))
    for key in keys:
        outbox.promise("mail.view", at=at, once=f"view:{key}:{today.isoformat()}", watch_id=key)
    return len(keys)


@transaction.atomic
def remind_of_todos(*, at: datetime) -> int:
    """Tell the owner of each open task that its last day has come, once; returns how many.

    What is due on a holiday is told of on the working day before.
    """
    today, told = timezone.localdate(at), 0
    last = add_working_days(today, 1) - ONE_DAY
    for todo in talk.due_by(last, made_before=today):
        if not announcing.waits(todo, on=today) or not first_time("todo", str(todo.pk), at=at):
            continue
        announcing.todo_due(todo, at=at)
        told += 1
    return told


@transaction.atomic
def promise_digests(*, at: datetime) -> int:
    """Promise the week's digest to who has a role and wants it, once a week; returns how many."""
    today = timezone.localdate(at)
    if not first_time("digest", week_of(today), at=at):
        return 0
    people = User.objects.filter(pk__in=Role.objects.on(today).values("user"), is_active=True)
    wanting = _wants_digest(list(people.order_by("pk")), today)
    for person in wanting:
        _promise_mail("digest", person, today, at=at)
    return len(wanting)


def _wants_digest(people: list[User], today: date) -> list[User]:
    chosen = notices.ways(people, on=today)
    return [person for person in people if chosen[person.pk][Sort.DIGEST] == Way.MAIL]


def _promise_mail(name: str, person: User, today: date, *, at: datetime) -> None:
    outbox.promise(
        f"mail.{name}",
        at=at,
        once=f"{name}:{week_of(today)}:{person.pk}",
        person_id=person.pk,
        on=today.isoformat(),
    )


@shared_task
def anchor_ledger(**_later: Any) -> None:
    """Anchor the ledger once a day, and mail the anchor to those who keep it for us."""
    now = timezone.localtime()
    with transaction.atomic():
        if first_time("anchor", now.date().isoformat(), at=now):
            _promise_anchor(ledger.anchor(day=now.date(), at=now), at=now)


def _promise_anchor(anchor: Anchor, *, at: datetime) -> None:
    keepers: list[int | None] = [row.pk for row in notifications.registrars(on=anchor.day)]
    if settings.ANCHOR_RECIPIENTS:
        keepers.append(None)
    for person_id in keepers:
        outbox.promise(
            "mail.anchor",
            at=at,
            once=f"anchor:{anchor.pk}:{person_id or 'all'}",
            anchor_id=anchor.pk,
            person_id=person_id,
        )
