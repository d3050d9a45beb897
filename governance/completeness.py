"""What an organisation still owes of a year: for its own page, SLK's table and the annual report.

``of`` answers for any number of organisations with the same number of queries. What only an app
above knows, as which reviews are late, the app adds with ``register``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from engagements.models import Detail, Engagement, Organisation, Role
from engagements.vocabulary import Kind, RoleName, Status
from governance.models import FollowUp, Frame, Plan, PlannedLine


class Gap(models.TextChoices):
    """What can be missing. The first four are the organisation's own; the others are matters."""

    CONTACT_PERSON = "contact_person", _("Kontaktperson")
    DEPUTY = "deputy", _("Ersättare")
    PLAN = "plan", _("Plan för året")
    FRAME = "frame", _("Ram")
    COSTS = "costs", _("Kostnad för det som är genomfört")
    LESSONS = "lessons", _("Lärdomar")
    REVIEWS = "reviews", _("Omprövningar som är sena")
    REPORTS = "reports", _("Rapporter som är sena")
    NOT_FOLLOWED_UP = "not_followed_up", _("Ärenden som inte är uppföljda")


# What stands over a column of the table of all.
SHORT = {
    Gap.CONTACT_PERSON: _("Kontaktperson"),
    Gap.DEPUTY: _("Ersättare"),
    Gap.PLAN: _("Plan"),
    Gap.FRAME: _("Ram"),
    Gap.COSTS: _("Kostnad"),
    Gap.LESSONS: _("Lärdomar"),
    Gap.REVIEWS: _("Omprövning"),
    Gap.REPORTS: _("Rapport"),
    Gap.NOT_FOLLOWED_UP: _("Uppföljning"),
}
OWN = (Gap.CONTACT_PERSON, Gap.DEPUTY, Gap.PLAN, Gap.FRAME)


@dataclass(frozen=True)
class Matter:
    """A matter in which something is missing.

    due: by when it was to be there, where there is a day. at: where it is mended. secret: whether
    its title is for those alone who may read it.
    """

    organisation_id: int
    number: str
    title: str
    at: str
    due: date | None = None
    secret: bool = False


class Find(Protocol):
    """How an app finds what is missing in its own matters, of organisations by their keys."""

    def __call__(self, keys: Collection[int], *, year: int, on: date) -> Iterable[Matter]: ...


FINDS: list[tuple[Gap, Find]] = []


def register(gap: Gap, find: Find) -> None:
    """Say where an app's matters lack something; called from its ``ready``."""
    FINDS.append((gap, find))


@dataclass(frozen=True)
class Missing:
    """One sort of thing that an organisation lacks. matters: in which, where it is about any."""

    gap: Gap
    matters: tuple[Matter, ...] = ()

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.matters) or 1


@dataclass(frozen=True)
class Completeness:
    """What an organisation lacks of a year, in the order of Gap."""

    organisation: Organisation
    year: int
    missing: tuple[Missing, ...]

    @property
    def is_complete(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing

    @property
    def counts(self) -> dict[str, int]:
        """How many are missing by sort; what is there is left out."""
        return {str(one.gap): one.count for one in self.missing}


Found = dict[Gap, list[Matter]]


def of(organisations: Collection[Organisation], *, year: int, on: date) -> dict[int, Completeness]:
    """Return what each organisation lacks of a year on a day, by its key.

    A matter belongs to the year in which it ends. What is to come is not missing yet.
    """
    keys = [row.pk for row in organisations]
    found: dict[int, Found] = {key: {} for key in keys}
    for gap, matter in (*_not_followed_up(keys, year=year, on=on), *_told(keys, year=year, on=on)):
        found[matter.organisation_id].setdefault(gap, []).append(matter)
    here = _here(keys, year=year, on=on)
    return {
        row.pk: Completeness(row, year, tuple(_missing(row, here, found[row.pk])))
        for row in organisations
    }


def _missing(row: Organisation, here: dict[Gap, set[int]], found: Found) -> Iterable[Missing]:
    for gap in Gap:
        if gap in OWN:
            asked = row.needs_contact_person or gap not in (Gap.CONTACT_PERSON, Gap.DEPUTY)
            if asked and row.pk not in here[gap]:
                yield Missing(gap)
        elif gap in found:
            late_first = sorted(found[gap], key=lambda one: (one.due or date.max, one.number))
            yield Missing(gap, tuple(late_first))


def _here(keys: list[int], *, year: int, on: date) -> dict[Gap, set[int]]:
    """Return which organisations have what is their own: three queries."""
    last = min(on, date(year, 12, 31))
    roles = Role.objects.on(last).filter(organisation__in=keys, user__is_active=True)
    named = set(roles.values_list("name", "organisation"))
    planned = PlannedLine.objects.filter(struck_on=None).values("plan")
    plans = Plan.objects.filter(organisation__in=keys, year=year)
    written = plans.exclude(aims="") | plans.filter(pk__in=planned)
    frames = Frame.objects.filter(organisation__in=keys, year=year)
    return {
        Gap.CONTACT_PERSON: {pk for name, pk in named if name == RoleName.CONTACT_PERSON},
        Gap.DEPUTY: {pk for name, pk in named if name == RoleName.DEPUTY},
        Gap.PLAN: set(written.values_list("organisation", flat=True)),
        Gap.FRAME: set(frames.values_list("organisation", flat=True)),
    }


def _not_followed_up(keys: list[int], *, year: int, on: date) -> Iterable[tuple[Gap, Matter]]:
    """Give what has taken place and nobody has told of: no cost, no lesson, or late: one query."""
    lasting = [str(model.kind) for model in Detail.__subclasses__() if model.lasts]
    rows = (
        Engagement.objects.filter(organisation__in=keys, followed_up_on=None)
        .filter(Q(status=str(Status.FOLLOW_UP)) | Q(status=str(Status.APPROVED)))
        .exclude(kind__in=lasting, ends_on=None)
        .annotate(until=Coalesce("ends_on", "starts_on", "decided_on"))
        .filter(until__range=(date(year, 1, 1), min(date(year, 12, 31), on)))
        .filter(Q(status=str(Status.FOLLOW_UP)) | Q(until__lt=on))
    )
    columns = ("organisation", "number", "title", "due", "secret", "kind", "status")
    for pk, number, title, due, secret, kind, status in rows.values_list(*columns):
        late = due if status == Status.FOLLOW_UP else None
        at = reverse("engagement_follow_up", args=[number])
        matter = Matter(pk, number, title, at, late, secret)
        yield Gap.COSTS, matter
        yield Gap.LESSONS, matter
        if late and late < on:
            yield (Gap.REPORTS if kind == Kind.TRIP else Gap.NOT_FOLLOWED_UP), matter
    told = FollowUp.objects.filter(engagement__organisation__in=keys, learnt="")
    ended = told.annotate(until=Coalesce("engagement__ends_on", "engagement__starts_on"))
    of_year = ended.filter(until__year=year)
    names = ("organisation", "number", "title", "secret")
    for pk, number, title, secret in of_year.values_list(*(f"engagement__{n}" for n in names)):
        at = reverse("engagement", args=[number])
        yield Gap.LESSONS, Matter(pk, number, title, at, None, secret)


def _told(keys: list[int], *, year: int, on: date) -> Iterable[tuple[Gap, Matter]]:
    for gap, find in FINDS:
        for matter in find(keys, year=year, on=on):
            yield gap, matter
