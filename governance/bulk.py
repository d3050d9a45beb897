"""Many matters at once: what would be done with each, or why it can't be. It never decides."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.db.models import Case, QuerySet, When
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from engagements import turns
from engagements.models import Engagement, Event, User
from engagements.permissions import HANDLERS, Asked, permitted, reach_of, visible_to
from engagements.vocabulary import Action, Party, Status
from governance.models import Verb

MOST = 100
FILES = (Verb.XLSX, Verb.CSV)
NEEDS: Mapping[str, Action] = {
    Verb.TAKE: Action.ADVISE,
    Verb.HAND: Action.ADVISE,
    Verb.ASSIGN: Action.ADVISE,
    Verb.REMIND: Action.REMIND,
    Verb.XLSX: Action.VIEW,
    Verb.CSV: Action.VIEW,
}
REASONS = {
    "gone": gettext_lazy("Ärendet finns inte, eller så får du inte läsa det."),
    "not_allowed": gettext_lazy("Du får inte göra det med ärendet där det är nu."),
    "not_waiting": gettext_lazy("Ärendet väntar inte på råd."),
    "taken": gettext_lazy("Någon annan har redan tagit ärendet."),
    "yours": gettext_lazy("Du har redan tagit ärendet."),
    "has_it": gettext_lazy("Kollegan har redan ärendet."),
    "not_theirs": gettext_lazy("Kollegan hör inte till enheten, eller får inte handlägga ärendet."),
    "nobody_able": gettext_lazy("Ingen annan på enheten kan få ärendet."),
    "there": gettext_lazy("Ärendet ligger redan hos den enheten."),
    "nobody": gettext_lazy("Ärendet väntar inte på någon i Utblick."),
    "self": gettext_lazy("Ärendet ligger hos dig själv."),
    "today": gettext_lazy("Påminnelse har redan skickats i dag."),
    "changed": gettext_lazy("Ärendet har ändrats eller gått vidare sedan du valde det."),
}


@dataclass(frozen=True)
class Line:
    """What would be done with one matter. engagement: None where its reader may not see it.

    what: the sentence; empty where nothing can be done, and ``why`` says it.
    """

    number: str
    engagement: Engagement | None
    what: str = ""
    why: str = ""

    @property
    def picked(self) -> str:
        """The matter as it was when it was chosen."""
        return f"{self.number}:{self.engagement.version}" if self.engagement else ""


class Known:
    """What is asked of many matters together: what a person may do, who has and can have each."""

    def __init__(self, user: User, rows: Collection[Engagement], *, on: date) -> None:
        """Ask nothing before it is wanted."""
        self.rows, self.on = rows, on
        self.asked = Asked(user, [row.pk for row in rows], on=on)

    @cached_property
    def able(self) -> dict[int, list[User]]:
        """Who can have each matter, by its key."""
        return turns.able_in(self.rows, on=self.on)

    @cached_property
    def holders(self) -> dict[int, list[User]]:
        """Whose turn it is in each matter, by its key."""
        return turns.holders_in(self.rows, on=self.on)

    @cached_property
    def reminded(self) -> frozenset[int]:
        """Those of which somebody has been reminded today."""
        told = Event.objects.filter(engagement__in=self.rows, code="reminded", at__date=self.on)
        return frozenset(told.values_list("engagement", flat=True))


def offered(user: Any, *, on: date) -> list[Verb]:
    """Return what a person may ever do with many at once."""
    reach = reach_of(user, on=on)
    found = [Verb.TAKE, Verb.ASSIGN, Verb.HAND] if Party.SLK in reach.wide else []
    if reach.owns or reach.keeps or reach.wide & HANDLERS:
        found.append(Verb.REMIND)
    return [*found, *FILES]


def chosen(user: Any, numbers: Iterable[str], *, on: date) -> dict[str, Engagement]:
    """Return those of the numbers that a person may read, by number."""
    rows: Any = visible_to(user, on=on).filter(number__in=list(numbers))
    found = rows.with_ball().select_related("organisation__board", "ball_person", "deadline")
    read = found.prefetch_related("taking_part__organisation__board", "consultations")
    return {row.number: row for row in read}


def in_order(user: Any, numbers: Sequence[str], *, on: date) -> QuerySet[Engagement]:
    """Return those that a person may read, in the order of the numbers."""
    place = Case(*(When(number=number, then=at) for at, number in enumerate(numbers)))
    return visible_to(user, on=on).filter(number__in=numbers).order_by(place)


def preview(verb: str, numbers: Sequence[str], *, user: User, at: datetime) -> list[Line]:
    """Say of each number what would be done with it, or why nothing can be."""
    on = timezone.localdate(at)
    rows = chosen(user, numbers, on=on)
    lines, known = [], Known(user, list(rows.values()), on=on)
    for number in numbers:
        row = rows.get(number)
        reason = hinder(verb, row, user=user, at=at, known=known) if row else "gone"
        why = str(REASONS[reason]) if reason else ""
        what = "" if reason or row is None else _said(verb, row, user, known)
        lines.append(Line(number, row, what, why))
    return lines


def hinder(
    verb: str,
    row: Engagement,
    *,
    user: User,
    at: datetime,
    unit: str = "",
    person: User | None = None,
    known: Known | None = None,
) -> str:
    """Return why something can't be done with a matter, as a code of REASONS; "" when it can.

    unit, person: whom it is handed over or assigned to; without them, whether it can be to anybody.
    known: what was asked of it together with others.
    """
    on = timezone.localdate(at)
    if NEEDS[verb] not in permitted(user, row, on=on, asked=known.asked if known else None):
        return "not_allowed"
    if verb == Verb.REMIND:
        return no_reminding(row, by=user, at=at, known=known)
    if verb in FILES:
        return ""
    if row.status != Status.ADVICE:
        return "not_waiting"
    if verb == Verb.ASSIGN:
        return no_assigning(row, to=person, on=on, known=known)
    if verb == Verb.TAKE and row.ball_person_id:
        return "yours" if row.ball_person_id == user.pk else "taken"
    return "there" if verb == Verb.HAND and unit == row.ball else ""


def assignable(row: Engagement, *, on: date) -> list[User]:
    """Return those of the unit that has a matter who can get it: all but who has it already."""
    return [one for one in turns.able(row, on=on) if one.pk != row.ball_person_id]


def no_assigning(row: Engagement, *, to: User | None, on: date, known: Known | None = None) -> str:
    """Return why a matter can't be a colleague's (or anybody's), as a code of REASONS."""
    if to is None:
        able = known.able[row.pk] if known else turns.able(row, on=on)
        return "" if any(one.pk != row.ball_person_id for one in able) else "nobody_able"
    if to.pk == row.ball_person_id:
        return "has_it"
    return "" if to in (known.able[row.pk] if known else turns.able(row, on=on)) else "not_theirs"


def no_reminding(row: Engagement, *, by: User, at: datetime, known: Known | None = None) -> str:
    """Return why nobody can be reminded of a matter, as a code of REASONS."""
    if not row.ball or row.status == Status.DRAFT:
        return "nobody"
    known = known or Known(by, [row], on=timezone.localdate(at))
    holders = [person.pk for person in known.holders[row.pk]]
    if not holders:
        return "nobody"
    if holders == [by.pk]:
        return "self"
    return "today" if row.pk in known.reminded else ""


def _said(verb: str, row: Engagement, user: User, known: Known) -> str:
    if verb == Verb.TAKE:
        return _("Ditt namn sätts på ärendet.")
    if verb == Verb.ASSIGN:
        unit = {"unit": row.get_ball_display(), "person": row.ball_person}
        if row.ball_person_id is None:
            return _("Får en handläggare på %(unit)s. Ingen har det i dag.") % unit
        return _("Får en ny handläggare på %(unit)s. %(person)s har det i dag.") % unit
    if verb == Verb.HAND:
        return _("Lämnas över från %(unit)s.") % {"unit": row.get_ball_display()}
    if verb == Verb.REMIND:
        people = [str(one) for one in known.holders[row.pk] if one.pk != user.pk]
        return _("%(people)s får en påminnelse.") % {"people": ", ".join(people)}
    return _("Kommer med i filen.")
