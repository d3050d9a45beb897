"""Lists kept under a name: saved, shared, watched, and let go."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from engagements import remembering
from engagements.models import User
from governance import saved
from governance.models import HowOften, SavedView, ViewSeen, ViewWatch

NEVER = "nej"


class NotPossible(Exception):
    """A view that can't be kept like that. field: the answer to look at."""

    def __init__(self, sentence: str, field: str) -> None:
        super().__init__(sentence)
        self.field = field


@transaction.atomic
def save(room: str, query: str, *, name: str, group: str, by: User, at: datetime) -> SavedView:
    """Keep a list; the same one sent twice is kept once. Raises NotPossible.

    query: as ``saved.canonical`` says it. group: a code of ``saved.groups``.
    """
    before = SavedView.objects.filter(by=by, room=room, name=name).first()
    if before and before.query == query and saved.group_of(before) == group:
        return before
    view = SavedView(room=room, query=query, name=name, by=by, at=at)
    return _write(view, group, by=by, at=at)


@transaction.atomic
def change(view: SavedView, *, name: str, group: str, by: User, at: datetime) -> SavedView:
    """Give a view another name, or share it with others. Raises NotPossible."""
    row = SavedView.objects.select_for_update().get(pk=view.pk, by=by)
    if (row.name, saved.group_of(row)) == (name, group):
        return row
    row.name = name
    return _write(row, group, by=by, at=at)


def _write(view: SavedView, group: str, *, by: User, at: datetime) -> SavedView:
    offered = dict(saved.groups(by, on=timezone.localdate(at)))
    if group not in offered and group != saved.group_of(view):
        raise NotPossible(_("Dela med en verksamhet eller enhet som du hör till."), "group")
    view.organisation, view.unit = saved.named(group)
    try:
        with transaction.atomic():
            return remembering.save(view, by=by, at=at)
    except IntegrityError as error:
        raise NotPossible(
            _("Du har redan en vy med det namnet. Välj ett annat."), "name"
        ) from error


@transaction.atomic
def remove(view: SavedView, *, by: User, at: datetime) -> None:
    """Let a view go, with all who watch it; a second time changes nothing."""
    row = SavedView.objects.select_for_update().filter(pk=view.pk, by=by).first()
    if row:
        remembering.delete(row, by=by, at=at)


@transaction.atomic
def watch(view: SavedView, *, often: str, by: User, at: datetime) -> ViewWatch | None:
    """Mail a person of what comes into a view from now on, or stop. Raises NotPossible.

    often: a code of HowOften, or NEVER.
    """
    SavedView.objects.select_for_update().get(pk=view.pk)
    row = ViewWatch.objects.filter(view=view, person=by).first()
    if often == NEVER:
        if row:
            row.delete()
        return None
    if row:
        row.often = HowOften(often)
        row.save(update_fields=["often"])
        return row
    row = ViewWatch.objects.create(view=view, person=by, often=HowOften(often), at=at)
    _begin(row, at=at)
    return row


def _begin(watch: ViewWatch, *, at: datetime) -> None:
    """Count what is in a view now as known."""
    most = saved.MOST_WATCHED
    now = saved.unseen(watch, on=timezone.localdate(at)).values_list("pk", flat=True)
    keys = list(now.order_by()[: most + 1])
    if len(keys) > most:
        said = _("Vyn har fler än %(most)s ärenden. Gör urvalet mindre, så går den att bevaka.")
        raise NotPossible(said % {"most": "2\N{NO-BREAK SPACE}000"}, "often")
    ViewSeen.objects.bulk_create([ViewSeen(watch=watch, engagement_id=key) for key in keys])
