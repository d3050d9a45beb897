"""What the clock starts. Each job runs once a period, however many schedulers there are."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from celery import shared_task
from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from engagements import outbox
from engagements.calendar import is_working_day, opens
from engagements.lifecycle import IllegalMove
from engagements.people import clockwork
from engagements.timeline import record
from governance import announcing, calls, ledger, notices, notifications
from governance.actions import adding_up, following_up
from governance.calls import Call, Letter, Look
from governance.models import Anchor, Notice, PeriodicRun, SecretPart, Sort

logger = logging.getLogger(__name__)
# Nobody is mailed by the clock before the working day.
MORNING = 6


def first_time(job: str, period: str, *, at: datetime) -> bool:
    """Claim a job for a period; False when it has been claimed. Call inside a transaction."""
    try:
        with transaction.atomic():
            PeriodicRun.objects.create(job=job, period=period, ran_at=at)
    except IntegrityError:
        return False
    return True


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
    moved = 0
    for engagement in calls.over(Look(timezone.localdate(at))):
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
def carry_out(call: Call, *, at: datetime) -> int | None:
    """Do what a morning calls for, once; returns how many mails are promised, None when done."""
    today = timezone.localdate(at)
    if not call.people or not first_time(call.rule, call.period, at=at):
        return None
    more = call.prepare(at=at) if call.prepare else {}
    told, kept = call.told(), {}
    if call.sort:
        about: dict[str, Any] = {"once": call.once, "at": at, "engagement": call.engagement}
        rows = notices.write(told, call.sort, call.code, **about, **call.about)
        kept = {row.person_id: row.pk for row in rows}
    promised = calls.letters(call, told, on=today)
    for letter in promised:
        key = letter.told.person.pk
        own = {"notice_id": kept[key]} if letter.topic == "mail.notice" else None
        _promise(letter, own or {**letter.payload, **more}, at=at)
    if call.event:
        record(call.engagement, call.event, by=None, at=at, **call.said)
    return len(promised)


def _promise(letter: Letter, payload: Mapping[str, Any], *, at: datetime) -> None:
    whom: dict[str, Any] = {}
    if letter.topic != "mail.notice":
        whom["person_id"] = letter.told.person.pk
        if letter.topic != "mail.reminder":
            whom |= announcing.instead(letter.told.away)
    outbox.promise(letter.topic, at=at, once=letter.once, **whom, **payload)


@transaction.atomic
def remind_of_late(*, at: datetime) -> int:
    """Tell each person of what lies late with them, once a week; returns how many people.

    A mail is promised to those who want one, but for the day of the digest, which tells the same.
    """
    today = timezone.localdate(at)
    people: set[int] = set()
    look = Look(today)
    for call in (*calls.late(look), *calls.unanswered(look)):
        people |= {person.pk for person in call.people}
        carry_out(call, at=at)
    return len(people)


@transaction.atomic
def remind_of_follow_ups(*, at: datetime) -> int:
    """Promise mail of each follow-up that has not come, once a stage; returns how many mails."""
    found = calls.follow_ups(Look(timezone.localdate(at)))
    return sum(carry_out(call, at=at) or 0 for call in found)


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
    keys = list(calls.watches(on=today).values_list("pk", flat=True))
    for key in keys:
        outbox.promise("mail.view", at=at, once=calls.watch_key(key, on=today), watch_id=key)
    return len(keys)


@transaction.atomic
def remind_of_todos(*, at: datetime) -> int:
    """Tell the owner of each open task that its last day has come, once; returns how many.

    What is due on a holiday is told of on the working day before.
    """
    found = calls.todos(Look(timezone.localdate(at)))
    return sum(carry_out(call, at=at) is not None for call in found)


@transaction.atomic
def promise_digests(*, at: datetime) -> int:
    """Promise the week's digest to who has a role and wants it, once a week; returns how many."""
    today = timezone.localdate(at)
    if not first_time("digest", calls.week_of(today), at=at):
        return 0
    promised = calls.digests(on=today)
    for letter in promised:
        _promise(letter, letter.payload, at=at)
    return len(promised)


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


@shared_task
def add_up_statistics(**_later: Any) -> None:
    """Add up what has changed, so that few matters are counted while somebody waits."""
    adding_up.add_up_all()


@shared_task
def verify_statistics(**_later: Any) -> None:
    """Compare the statistics' sums with the rows once a night; a wrong one makes all anew."""
    now = timezone.localtime()
    if now.hour >= MORNING:
        return
    with transaction.atomic():
        if not first_time("sums", now.date().isoformat(), at=now):
            return
    adding_up.add_up_all()
    wrong = adding_up.differing()
    if wrong.matters or wrong.sums:
        logger.error(
            "The statistics' sums were wrong for %d matters (first %s) and in %d sums; made anew",
            len(wrong.matters),
            wrong.matters[:10],
            wrong.sums,
        )
        adding_up.rebuild()
