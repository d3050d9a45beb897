"""Saying that somebody is away and who stands in, and that they are back."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from engagements import outbox, remembering, standing_in
from engagements.models import Away, StandIn, User
from engagements.permissions import reach_of
from engagements.templatetags.utblick import period
from engagements.vocabulary import Party

LONGEST = timedelta(days=366)


class NotPossible(Exception):
    """An absence that can't be written down. field: the answer to look at."""

    def __init__(self, sentence: str, field: str) -> None:
        super().__init__(sentence)
        self.field = field


class NotYours(Exception):
    """Somebody else's absence, written by who is no administrator."""


def may_say(by: User, person: User, *, on: date) -> bool:
    """Whether somebody says that a person is away: the person, or an administrator for them."""
    reach = reach_of(by, on=on)
    return by.pk == person.pk or Party.ADMIN in reach.wide


@transaction.atomic
def be_away(
    person: User, *, first: date, last: date, instead: Collection[User], by: User, at: datetime
) -> Away:
    """Write down that a person is away and who stands in; they are told by mail.

    The same absence again changes nothing. Raises NotPossible or NotYours.
    """
    today = timezone.localdate(at)
    if not may_say(by, person, on=today):
        raise NotYours
    # Who names each other at the same time waits, so that neither stands in while away.
    people = sorted({person.pk, *(one.pk for one in instead)})
    list(User.objects.select_for_update(no_key=True).filter(pk__in=people).order_by("pk"))
    _check_days(first, last, today)
    for row in _open(person.pk, first, last):
        if (row.first, row.last) == (first, last) and _named(row) == set(people) - {person.pk}:
            return row
        said = {"days": period(row.first, row.last)}
        raise NotPossible(
            _("Det finns redan frånvaro %(days)s. Avsluta den först.") % said, "first"
        )
    for one in instead:
        _check(one, person, first, last, today)
    away = remembering.save(Away(person=person, first=first, last=last, by=by, at=at), by=by, at=at)
    for one in sorted(instead, key=lambda other: other.pk):
        StandIn.objects.create(away=away, person=one)
        key = f"stand_in:{away.pk}:{one.pk}"
        outbox.promise("mail.stand_in", at=at, once=key, away_id=away.pk, person_id=one.pk)
    return away


@transaction.atomic
def be_back(away: Away, *, by: User, at: datetime) -> Away:
    """End an absence now; one that has ended stays as it is. Raises NotYours."""
    row = Away.objects.select_for_update(of=("self",)).select_related("person").get(pk=away.pk)
    if not may_say(by, row.person, on=timezone.localdate(at)):
        raise NotYours
    if row.ended_at is None:
        row.ended_by, row.ended_at = by, at
        remembering.save(row, by=by, at=at)
    return row


def _check_days(first: date, last: date, today: date) -> None:
    if last < first:
        raise NotPossible(_("Sista dagen måste vara samma dag eller senare."), "last")
    if last < today:
        raise NotPossible(_("Välj en sista dag som inte har varit."), "last")
    if last - first > LONGEST:
        raise NotPossible(_("Skriv högst ett år i taget."), "last")


def _check(one: User, person: User, first: date, last: date, today: date) -> None:
    """Refuse who can't stand in. Raises NotPossible."""
    said: dict[str, object] = {"who": one, "whom": person}
    if one.pk == person.pk:
        raise NotPossible(_("Den som är borta kan inte ersätta sig själv."), "instead")
    if not standing_in.candidates(person, on=today).filter(pk=one.pk).exists():
        raise NotPossible(
            _("%(who)s har ingen roll i samma verksamhet. Välj någon annan.") % said, "instead"
        )
    for row in _open(one.pk, first, last):
        said["days"] = period(row.first, row.last)
        if person.pk in _named(row):
            raise NotPossible(
                _("%(who)s är själv borta %(days)s och ersätts av %(whom)s. Välj någon annan.")
                % said,
                "instead",
            )
        raise NotPossible(_("%(who)s är själv borta %(days)s. Välj någon annan.") % said, "instead")


def _open(key: int, first: date, last: date) -> list[Away]:
    rows = Away.objects.filter(person=key, first__lte=last, last__gte=first, ended_at=None)
    return list(rows.order_by("first"))


def _named(row: Away) -> set[int]:
    return set(row.stand_ins.values_list("person", flat=True))
