"""What is said of a matter in comments, and the tasks that stand until they are done, as read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import (
    Exists,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    prefetch_related_objects,
)

from engagements.models import Conflict, Engagement, User
from engagements.permissions import internal_to, reach_of, visible_to
from engagements.readers import internal_readers_of, readers_of, without_conflict
from engagements.vocabulary import Action
from governance.models import Comment, Ended, Todo

OPEN = Q(ended=None)
Matters = QuerySet[Engagement] | None


@dataclass
class Talk:
    """A matter's comments, oldest first, and its tasks: open ones by their last day, and ended."""

    comments: list[Comment] = field(default_factory=list)
    todos: list[Todo] = field(default_factory=list)
    ended: list[Todo] = field(default_factory=list)


def of(engagement: Engagement) -> Talk:
    """Return what the reader of a fetched engagement may read there: three queries.

    Each comment has its open task, if any, as ``todo``.
    """
    said = Comment.objects.select_related("by").prefetch_related("mentioned").order_by("pk")
    rows = Todo.objects.select_related("owner", "by", "ended_by").order_by("due_on", "pk")
    prefetch_related_objects([engagement], Prefetch("comments", said), Prefetch("todos", rows))
    inside = Action.READ_INTERNAL in engagement.allowed
    comments: Any = [row for row in engagement.comments.all() if inside or not row.internal]
    todos = [row for row in engagement.todos.all() if inside or not row.internal]
    for todo in todos:
        todo.engagement = engagement
    open_ones = {todo.comment_id: todo for todo in todos if todo.ended is None}
    for comment in comments:
        comment.todo = open_ones.get(comment.pk)
    return Talk(
        comments,
        [todo for todo in todos if todo.ended is None],
        [todo for todo in todos if todo.ended not in (None, Ended.HANDED_ON)],
    )


def may_read(rows: Any, engagement: Engagement) -> QuerySet[Any]:
    """Return the rows of a fetched engagement that its reader may read."""
    found: QuerySet[Any] = rows.filter(engagement=engagement)
    if Action.READ_INTERNAL in engagement.allowed:
        return found
    return found.filter(internal=False)


def read_by(person: Any, *, on: date, among: Matters = None) -> QuerySet[Todo]:
    """Return every task, open or ended, that a person may read where it stands.

    among: those in some of the matters that they may read.
    """
    matters = visible_to(person, on=on) if among is None else among
    visible = matters.filter(pk=OuterRef("engagement"))
    inside = internal_to(person, on=on).filter(pk=OuterRef("engagement"))
    rows = Todo.objects.filter(Exists(visible))
    return rows.filter(Q(internal=False) | Exists(inside))


def open_in(engagement: Engagement) -> list[Todo]:
    """Return the tasks of a fetched engagement that are not done, as its reader may see them."""
    rows = may_read(Todo.objects, engagement).filter(OPEN).select_related("owner")
    return list(rows.order_by("due_on", "pk"))


def held_by(person: Any, *, on: date, instead: bool = False) -> Q:
    """Return the condition that an open task is a person's.

    instead: or theirs for whom they stand in.
    """
    owners = {person.pk, *(reach_of(person, on=on).stands_for if instead else ())}
    return OPEN & Q(owner__in=owners)


def given(person: Any) -> QuerySet[Todo]:
    """Return the tasks that a person has and has not done, whether they may read them or not.

    Nobody is shown these: they say at once that there is nothing to look for.
    """
    return Todo.objects.filter(OPEN, owner=person)


def waits_for(
    person: Any, *, on: date, role: str = "", instead: bool = False, among: Matters = None
) -> QuerySet[Todo]:
    """Return the tasks that wait for a person and that they may read, the most urgent first.

    role: those in matters that they read by that role. instead: theirs too for whom they stand in.
    among: those in some of the matters that they may read.
    """
    aside = Conflict.objects.filter(engagement=OuterRef("engagement"), user=person)
    held = held_by(person, on=on, instead=instead)
    rows = read_by(person, on=on, among=among).filter(held, ~Exists(aside))
    if role:
        in_role = visible_to(person, on=on, role=role).filter(pk=OuterRef("engagement"))
        rows = rows.filter(Exists(in_role))
    return rows.select_related("engagement", "by", "owner").order_by("due_on", "pk")


def due_by(last: date, *, made_before: date) -> QuerySet[Todo]:
    """Return the open tasks with a last day until then, that were given before a day."""
    rows = Todo.objects.filter(OPEN, due_on__lte=last, at__date__lt=made_before)
    return rows.select_related("engagement__organisation", "owner").order_by("pk")


def readers(engagement: Engagement, *, internal: bool, on: date) -> QuerySet[User]:
    """Return the people who may read a comment on a matter."""
    of_all = internal_readers_of if internal else readers_of
    return of_all(engagement, on=on)


def doers(engagement: Engagement, *, internal: bool, on: date) -> QuerySet[User]:
    """Return the people who may be given a task in a matter."""
    return without_conflict(readers(engagement, internal=internal, on=on), engagement)


def may_finish(todo: Todo, user: Any, allowed: frozenset[Action]) -> bool:
    """Whether a reader may say that a task is done: its owner, and the matter's own people."""
    return Action.DO_TASK in allowed and (
        todo.owner_id == user.pk or Action.READ_INTERNAL in allowed
    )


def may_take_back(todo: Todo, user: Any, allowed: frozenset[Action]) -> bool:
    """Whether a reader may take a task back: who gave it, and the matter's own people."""
    return Action.DO_TASK in allowed and (todo.by_id == user.pk or Action.READ_INTERNAL in allowed)


def may_hand_on(todo: Todo, user: Any, allowed: frozenset[Action]) -> bool:
    """Whether a reader may hand a task on: who has or gave it, and the matter's own people."""
    return Action.COMMENT in allowed and (
        may_finish(todo, user, allowed) or may_take_back(todo, user, allowed)
    )
