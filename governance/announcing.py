"""Who is told of what happens: a notice for each, and a promise of mail to who wants it at once.

Nobody outside the city is: a delegation gets the reply that somebody wrote, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from engagements import outbox, permissions, querysets, turns
from engagements.models import Away, Consultation, Engagement, Event, User
from governance import committee, network, notices, talk
from governance.models import (
    AdviceMessage,
    Bulletin,
    Comment,
    Job,
    JobState,
    Material,
    Meeting,
    MeetingState,
    Notice,
    Sort,
    Todo,
)
from governance.notices import Told


def ball(*, engagement_id: int, event: str, at: datetime) -> None:
    """Tell whoever holds the ball, once a version."""
    engagement = Engagement.objects.with_ball().get(pk=engagement_id)
    key = f"ball:{engagement.pk}:{engagement.version}"
    told = turn(engagement, Sort.BALL, on=timezone.localdate(at))
    for notice in notices.write(told, Sort.BALL, "ball", once=key, at=at, engagement=engagement):
        _promise(
            "mail.ball",
            f"{key}:{notice.person_id}",
            at=at,
            engagement_id=engagement.pk,
            person_id=notice.person_id,
            event=event,
        )


def turn(engagement: Engagement, sort: Sort, *, on: date) -> list[Told]:
    """Return who is told that it is their turn: who holds the ball, and who stands in for them.

    Who stands in is told where it is theirs to do as well. When nobody can, the unit or the
    organisation is told that somebody who is away has it.
    """
    return notices.audience(
        turns.holders_in([engagement], on=on)[engagement.pk],
        sort,
        on=on,
        may=lambda person: _lies_with(person, engagement, on=on),
        otherwise=turns.colleagues(engagement, on=on) if engagement.ball_person_id else (),
    )


def _lies_with(person: User, engagement: Engagement, *, on: date) -> bool:
    """Whether a person sees an engagement, and it lies with their unit or organisation."""
    theirs = turns.lies_with(person, permissions.reach_of(person, on=on))
    found: Any = permissions.visible_to(person, on=on).filter(theirs, pk=engagement.pk)
    return bool(found.exists())


def answering(asked: Consultation, sort: Sort, *, on: date) -> list[Told]:
    """Return who is told that an organisation is asked, and who stands in and may answer."""
    return notices.audience(
        turns.answerers_in([asked], on=on)[asked.pk],
        sort,
        on=on,
        may=lambda person: querysets.asked_of(person, on=on).filter(pk=asked.pk).exists(),
    )


def asked(*, consultation_id: int, at: datetime) -> None:
    """Tell those who answer for an organisation that it is asked what a matter means for it."""
    row = Consultation.objects.select_related("engagement").get(pk=consultation_id)
    key = f"asked:{row.pk}:{row.asked_at.isoformat()}"
    told = answering(row, Sort.BALL, on=timezone.localdate(at))
    about: dict[str, Any] = {"once": key, "at": at, "engagement": row.engagement}
    for notice in notices.write(told, Sort.BALL, "consulted", **about):
        _promise(
            "mail.asked",
            f"{key}:{notice.person_id}",
            at=at,
            consultation_id=row.pk,
            person_id=notice.person_id,
            **instead(notice.away),
        )


def meeting(*, meeting_id: int, at: datetime) -> None:
    """Tell all who sit or stand in that they are called, or that the meeting is cancelled."""
    row = Meeting.objects.get(pk=meeting_id)
    key = f"meeting:{row.pk}:{row.called_at}:{row.state}"
    code = "cancelled" if row.state == MeetingState.CANCELLED else "called"
    for notice in _tell(committee.called_to(row), Sort.MEETING, code, once=key, at=at, meeting=row):
        _promise(
            "mail.meeting",
            f"{key}:{notice.person_id}",
            at=at,
            meeting_id=row.pk,
            person_id=notice.person_id,
        )


def minutes(*, meeting_id: int, at: datetime) -> None:
    """Tell all who sit or stand in that the notes are published."""
    row = Meeting.objects.get(pk=meeting_id)
    key = f"minutes:{row.pk}"
    _mail(_tell(committee.called_to(row), Sort.MEETING, "minutes", once=key, at=at, meeting=row))


def message(*, message_id: int, at: datetime) -> None:
    """Tell those who answer for an engagement, have written, or hold it, of what another wrote."""
    row = AdviceMessage.objects.select_related("engagement", "by").get(pk=message_id)
    engagement, today = row.engagement, timezone.localdate(at)
    wrote = AdviceMessage.objects.filter(engagement=engagement).values("by")
    people = User.objects.filter(pk__in=wrote, is_active=True)
    found = {*people, *turns.owners(engagement, on=today), *turns.holders(engagement, on=today)}
    readers = [one for one in found if one.pk != row.by_id and may_read(one, engagement, on=today)]
    code = "asked" if row.unit else "message"
    key = f"message:{row.pk}"
    _mail(_tell(readers, Sort.ANSWER, code, once=key, at=at, engagement=engagement, by=row.by))


def comment(*, comment_id: int, at: datetime) -> None:
    """Tell those whom a comment names and who may still read it; a task is told of by itself."""
    row = Comment.objects.select_related("engagement__organisation", "by").get(pk=comment_id)
    reading = talk.readers(row.engagement, internal=row.internal, on=timezone.localdate(at))
    named = reading.filter(pk__in=row.mentions.values("person"))
    named = named.exclude(pk__in=row.todos.filter(ended=None).values("owner"))
    about: dict[str, Any] = {"comment": row, "engagement": row.engagement, "by": row.by}
    about |= {"internal": row.internal, "once": f"comment:{row.pk}", "at": at}
    _mail(_tell(named, Sort.MENTION, "mentioned", **about))


def todo(*, todo_id: int, at: datetime) -> None:
    """Tell the one who was given a task, while it is theirs and they may read it."""
    row = Todo.objects.select_related("owner", "by").get(pk=todo_id)
    if waits(row, on=timezone.localdate(at)):
        _mail(_tell([row.owner], Sort.MENTION, "todo", once=f"todo:{row.pk}", **_of(row), at=at))


def todo_told(row: Todo, *, on: date) -> list[Told]:
    """Return who is told that a task's last day has come: its owner, and who stands in for them."""
    may = notices.reads(row.engagement, on=on, internal=row.internal)
    return notices.audience([row.owner], Sort.MENTION, on=on, may=may)


def todo_done(*, todo_id: int, at: datetime) -> None:
    """Tell the one who gave a task that it is done."""
    row = Todo.objects.select_related("engagement__organisation", "by", "ended_by").get(pk=todo_id)
    today = timezone.localdate(at)
    reading = talk.readers(row.engagement, internal=row.internal, on=today).filter(pk=row.by_id)
    about = _of(row) | {"by": row.ended_by, "once": f"todo_done:{row.pk}", "at": at}
    _mail(_tell(reading, Sort.MENTION, "todo_done", **about))


def waits(row: Todo, *, on: date) -> bool:
    """Whether a task waits for its owner, who may read it."""
    return talk.waits_for(row.owner, on=on).filter(pk=row.pk).exists()


def _of(row: Todo) -> dict[str, Any]:
    """Return what a notice of a task is about."""
    about = {"todo": row, "engagement": row.engagement, "by": row.by}
    return about | {"internal": row.internal}


def shared(*, engagement_id: int, person_id: int, by_id: int, at: datetime) -> None:
    """Tell a person that an engagement was shared with them."""
    engagement = Engagement.objects.get(pk=engagement_id)
    person, by = User.objects.get(pk=person_id), User.objects.get(pk=by_id)
    if may_read(person, engagement, on=timezone.localdate(at)):
        key = f"shared:{engagement.pk}"
        _mail(_tell([person], Sort.ANSWER, "shared", once=key, at=at, engagement=engagement, by=by))


def extended(*, engagement_id: int, version: int, by_id: int, at: datetime) -> None:
    """Tell those who hold an engagement that somebody else gave them more days."""
    engagement = Engagement.objects.with_ball().get(pk=engagement_id)
    by = User.objects.get(pk=by_id)
    holders = turns.holders(engagement, on=timezone.localdate(at)).exclude(pk=by.pk)
    key = f"extended:{engagement.pk}:{version}"
    _mail(_tell(holders, Sort.ANSWER, "extended", once=key, at=at, engagement=engagement, by=by))


def nudged(*, event_id: int, at: datetime) -> None:
    """Tell whose turn it is that somebody reminds them of it."""
    event = Event.objects.select_related("by").get(pk=event_id)
    engagement = Engagement.objects.with_ball().get(pk=event.engagement_id)
    turns_of = turn(engagement, Sort.REMINDER, on=timezone.localdate(at))
    told = [one for one in turns_of if one.person.pk != event.by_id]
    about: dict[str, Any] = {"engagement": engagement, "by": event.by, "at": at}
    rows = notices.write(told, Sort.REMINDER, "nudged", once=f"nudged:{event.pk}", **about)
    for notice in rows:
        _promise("mail.nudged", f"notice:{notice.pk}", at=at, notice_id=notice.pk)


def assigned(*, event_id: int, person_id: int, at: datetime) -> None:
    """Tell one to whom a matter was assigned, and who stands in for them, while it is theirs."""
    event = Event.objects.select_related("by").get(pk=event_id)
    engagement = Engagement.objects.with_ball().get(pk=event.engagement_id)
    if engagement.ball_person_id != person_id:
        return
    told = [
        one
        for one in turn(engagement, Sort.BALL, on=timezone.localdate(at))
        if one.person.pk != event.by_id
    ]
    about: dict[str, Any] = {"engagement": engagement, "by": event.by, "at": at}
    rows = notices.write(told, Sort.BALL, "assigned", once=f"assigned:{event.pk}", **about)
    for notice in rows:
        _promise("mail.assigned", f"notice:{notice.pk}", at=at, notice_id=notice.pk)


# event code: what whoever had a matter is told when it has gone from them by it.
LET_GO = {"assigned": "given_on", "handed_over": "given_on", "advice_taken": "taken_over"}


def let_go(*, event_id: int, person_id: int, at: datetime) -> None:
    """Tell one who had a matter that somebody else gave it on or took it; and their stand-ins."""
    event = Event.objects.select_related("by").get(pk=event_id)
    engagement, today = Engagement.objects.get(pk=event.engagement_id), timezone.localdate(at)
    person = User.objects.get(pk=person_id)
    knows = (event.by_id, engagement.ball_person_id)
    if person.pk in knows or not may_read(person, engagement, on=today):
        return
    if not _knew(person, event):
        return

    def may(one: User) -> bool:
        return one.pk not in knows and may_read(one, engagement, on=today)

    about: dict[str, Any] = {"engagement": engagement, "by": event.by, "may": may, "at": at}
    _mail(_tell([person], Sort.BALL, LET_GO[event.code], once=f"let_go:{event.pk}", **about))


def _knew(person: User, gone: Event) -> bool:
    """Whether a person knew that they had what has gone from them: they took it, or were told."""
    hands = Event.objects.filter(engagement=gone.engagement_id, pk__lt=gone.pk)
    got = hands.filter(code__in=["assigned", "advice_taken"]).order_by("-pk").first()
    if got is None or got.by_id == person.pk:
        return True
    return Notice.objects.filter(person=person, once=f"assigned:{got.pk}").exists()


def bulletin(*, bulletin_id: int, at: datetime) -> None:
    """Tell all contact persons and deputies of news to the network."""
    row = Bulletin.objects.select_related("by").get(pk=bulletin_id)
    found = [one for one in network.members(on=timezone.localdate(at)) if one.pk != row.by_id]
    key = f"bulletin:{row.pk}"
    _mail(_tell(found, Sort.NETWORK, "bulletin", once=key, at=at, bulletin=row, by=row.by))


def material(*, material_id: int, at: datetime) -> None:
    """Tell the network that something is shared with it, while it is to be used."""
    row = Material.objects.get(pk=material_id)
    if row.archived_on is None:
        found = [one for one in network.members(on=timezone.localdate(at)) if one.pk != row.by_id]
        key = f"material:{row.pk}"
        _mail(_tell(found, Sort.NETWORK, "material", once=key, at=at, material=row, by=row.by))


def job_done(*, job_id: str, at: datetime) -> None:
    """Tell the one who asked that a file is ready."""
    job = Job.objects.select_related("asked_by").get(pk=job_id)
    if job.state == JobState.DONE:
        for _notice in _tell(
            [job.asked_by], Sort.FILE, "file", once=f"file:{job.pk}", at=at, job=job
        ):
            _promise("mail.job", f"job:{job.pk}", at=at, job_id=job_id)


def may_read(person: User, engagement: Engagement, *, on: date) -> bool:
    """Whether a person sees an engagement on a day."""
    return permissions.visible_to(person, on=on).filter(pk=engagement.pk).exists()


def _tell(
    people: Iterable[User], sort: Sort, code: str, *, once: str, at: datetime, **about: Any
) -> list[Notice]:
    """Tell people; return the notices that are to go by mail as well."""
    return notices.tell(people, sort, code, once=once, at=at, on=timezone.localdate(at), **about)


def _mail(rows: Iterable[Notice]) -> None:
    for notice in rows:
        _promise("mail.notice", f"notice:{notice.pk}", at=notice.at, notice_id=notice.pk)


def instead(away: Away | None) -> dict[str, Any]:
    """Return what a promise of mail says of the one in whose place its reader is told."""
    return {"away_id": away.pk} if away else {}


def _promise(topic: str, key: str, *, at: datetime, **payload: Any) -> None:
    outbox.promise(topic, at=at, once=f"mail.{key}", **payload)
