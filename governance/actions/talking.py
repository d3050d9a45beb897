"""What people say in comments, and the tasks that they give each other and finish."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from engagements import outbox
from engagements.models import Engagement, User
from governance.models import Comment, Ended, Mention, Todo


class NotPossible(Exception):
    """Somebody was quicker: the sentence says what has been done already."""


@dataclass(frozen=True)
class Asked:
    """Who is to do something, and by when."""

    owner: User
    due_on: date


@transaction.atomic
def comment(
    engagement: Engagement,
    *,
    text: str,
    internal: bool,
    mentioned: Iterable[User] = (),
    asked: Asked | None = None,
    by: User,
    at: datetime,
) -> Comment:
    """Say something of a matter; those who are named are told, and who is asked gets a task."""
    row = Comment.objects.create(engagement=engagement, internal=internal, text=text, by=by, at=at)
    others = [person for person in mentioned if person != by]
    Mention.objects.bulk_create([Mention(comment=row, person=person) for person in others])
    if others:
        outbox.promise("notify.comment", at=at, once=f"comment:{row.pk}", comment_id=row.pk)
    if asked:
        make_task(row, asked=asked, by=by, at=at)
    return row


@transaction.atomic
def make_task(row: Comment, *, asked: Asked, by: User, at: datetime) -> Todo:
    """Make a comment a task. Raises NotPossible when it is one already."""
    Engagement.objects.select_for_update(of=("self",)).get(pk=row.engagement_id)
    if row.todos.filter(ended=None).exists():
        raise NotPossible(_("Kommentaren är redan en uppgift."))
    todo = Todo(engagement=row.engagement, comment=row, internal=row.internal, what=row.text)
    return _give(todo, asked=asked, by=by, at=at)


@transaction.atomic
def give(
    engagement: Engagement, *, what: str, internal: bool, asked: Asked, by: User, at: datetime
) -> Todo:
    """Ask somebody to do something in a matter."""
    todo = Todo(engagement=engagement, internal=internal, what=what)
    return _give(todo, asked=asked, by=by, at=at)


def _give(todo: Todo, *, asked: Asked, by: User, at: datetime) -> Todo:
    todo.owner, todo.due_on, todo.by, todo.at = asked.owner, asked.due_on, by, at
    todo.save()
    if todo.owner != by:
        outbox.promise("notify.todo", at=at, once=f"todo:{todo.pk}", todo_id=todo.pk)
    return todo


@transaction.atomic
def finish(todo: Todo, *, by: User, at: datetime) -> Todo:
    """Say that a task is done; who gave it is told. Raises NotPossible when it has ended."""
    row = _end(todo, Ended.DONE, by=by, at=at)
    if row.by_id != by.pk:
        outbox.promise("notify.todo_done", at=at, once=f"todo_done:{row.pk}", todo_id=row.pk)
    return row


@transaction.atomic
def take_back(todo: Todo, *, by: User, at: datetime) -> Todo:
    """Say that nobody needs to do it any more. Raises NotPossible when it has ended."""
    return _end(todo, Ended.TAKEN_BACK, by=by, at=at)


@transaction.atomic
def hand_on(todo: Todo, *, asked: Asked, by: User, at: datetime) -> Todo:
    """Give a task to somebody else, or another last day. Raises NotPossible when it has ended."""
    row = _end(todo, Ended.HANDED_ON, by=by, at=at)
    new = Todo(
        engagement=row.engagement,
        comment=row.comment,
        after=row,
        internal=row.internal,
        what=row.what,
    )
    return _give(new, asked=asked, by=by, at=at)


def _end(todo: Todo, how: Ended, *, by: User, at: datetime) -> Todo:
    row = Todo.objects.select_for_update(of=("self",)).get(pk=todo.pk)
    if row.ended is not None:
        raise NotPossible(_("Uppgiften är inte öppen längre."))
    row.ended, row.ended_by, row.ended_at = str(how), by, at
    row.save(update_fields=["ended", "ended_by", "ended_at"])
    return row
