"""What was answered before in matters like this one: the five most alike, and why they are.

Only what its reader may see is looked among, so nobody learns from a likeness that there is
something else. The same matter gives the same five, until another is answered.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import reduce
from itertools import compress
from operator import or_
from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.core.exceptions import FieldDoesNotExist
from django.db.models import BooleanField, ExpressionWrapper, F, Func, Prefetch, QuerySet
from django.utils.translation import gettext as _

from engagements.countries import country_name
from engagements.models import Detail, Engagement, Tie
from engagements.permissions import visible_to
from engagements.vocabulary import Status, Task
from governance import forums
from governance.models import Decision, FollowUp, Theme

Themes = Mapping[Theme, SearchQuery]
# Where a matter says what it is about: its title and names, and what was answered in text.
SPEAKING = ("search", "text__search")
SHOWN = 5
# As many of the newest as are looked at for each thing that may be alike.
LOOKED_AT = 60
ANSWERED = (Status.APPROVED, Status.FOLLOW_UP, Status.CLOSED, Status.REJECTED)
# How much each likeness weighs. Without one of the first five, no matter is like another.
COUNTERPART, EVENT, PLACE, THEME = 8, 8, 4, 4
COUNTRY, RANK, KIND, GOAL, HOST, DIRECTION = 2, 2, 2, 2, 1, 1


@dataclass(frozen=True)
class Precedent:
    """A matter that was answered before. why: what is alike, the weightiest first."""

    engagement: Engagement
    why: tuple[str, ...]
    weight: int

    @property
    def decision(self) -> Decision | None:
        """What was decided, and stands."""
        return next(iter(self.engagement.decisions.all()), None)

    @property
    def told(self) -> FollowUp | None:
        """What came of it, once somebody has told."""
        return getattr(self.engagement, "follow_up", None)

    @property
    def cost_sek(self) -> int | None:
        """What it cost: as told afterwards, else as decided."""
        if self.told:
            return self.told.cost_sek
        return self.decision.cost_sek if self.decision else None


@dataclass(frozen=True)
class _Traits:
    """What of a matter may be another's too."""

    counterparts: dict[int, str]
    places: dict[int, str]
    countries: frozenset[str]
    event: int | None
    rank: str
    themes: tuple[Theme, ...]


def of(engagement: Engagement, *, user: Any, on: date) -> list[Precedent]:
    """Return the matters most like one, the most alike first; the newest of equals first."""
    themes = forums.themes_of(engagement)
    own = _traits([engagement], themes)[engagement.pk]
    answered = [str(one) for one in ANSWERED]
    seen = visible_to(user, on=on).filter(pk__lt=engagement.pk, status__in=answered)
    rows = list(_rows(_candidates(seen, engagement, own, themes)))
    traits = _traits(rows, themes)
    found = [_weighed(engagement, own, row, traits[row.pk]) for row in rows]
    alike = [one for one in found if one.weight >= PLACE]
    return sorted(alike, key=lambda one: (-one.weight, -one.engagement.pk))[:SHOWN]


def _candidates(
    seen: QuerySet[Engagement], engagement: Engagement, own: _Traits, themes: Themes
) -> set[int]:
    """Return the newest of those seen that share anything weighty with a matter."""
    ties = Tie.objects.values("engagement")
    shared: list[QuerySet[Any]] = [
        ties.filter(counterpart__in=own.counterparts),
        ties.filter(place__in=own.places),
        ties.filter(country__in=own.countries),
    ]
    if own.event is not None:
        kind: Any = type(engagement.detail)._default_manager
        shared.append(kind.filter(conference=own.event).values("pk"))
    alike = [seen.filter(pk__in=rows) for rows in shared]
    if themes:
        asked = reduce(or_, themes.values())
        alike += [seen.filter(**{column: asked}) for column in SPEAKING]
    keys: set[int] = set()
    for found in alike:
        keys.update(found.order_by("-pk").values_list("pk", flat=True)[:LOOKED_AT])
    return keys


def _rows(keys: Collection[int]) -> QuerySet[Engagement]:
    standing = Decision.objects.filter(superseded_by=None, task=str(Task.DECIDES))
    told = standing.select_related("organisation", "supersedes__overrun")
    decisions = Prefetch("decisions", told.order_by("-pk"))
    return (
        Engagement.objects.filter(pk__in=keys)
        .select_related("organisation", "follow_up")
        .prefetch_related(decisions)
        .defer("clauses", "search", "search_alike", "search_words")
    )


def _traits(rows: Collection[Engagement], themes: Themes) -> dict[int, _Traits]:
    """Return what may be alike of each; one query for ties and one for each kind's own columns.

    themes: those that are looked for; one query more where there are any.
    """
    ties: dict[int, list[Tie]] = {row.pk: [] for row in rows}
    for tie in Tie.objects.filter(engagement__in=ties).select_related("place", "counterpart"):
        ties[tie.engagement_id].append(tie)
    ranks, events = _column(rows, "political_level"), _column(rows, "conference_id")
    spoken = _spoken(list(ties), themes) if themes else {}
    return {
        pk: _Traits(
            {tie.counterpart_id: str(tie.counterpart) for tie in own if tie.counterpart_id},
            {tie.place_id: str(tie.place) for tie in own if tie.place_id},
            frozenset(tie.country for tie in own if tie.country),
            events.get(pk),
            ranks.get(pk) or "",
            spoken.get(pk, ()),
        )
        for pk, own in ties.items()
    }


def _spoken(keys: Collection[int], themes: Themes) -> dict[int, tuple[Theme, ...]]:
    """Return which of the themes each matter's words speak of, by matter."""
    met = (
        ExpressionWrapper(
            Func(F(column), query, template="(%(expressions)s)", arg_joiner=" @@ "),
            output_field=BooleanField(),
        )
        for column in SPEAKING
        for query in themes.values()
    )
    rows = Engagement.objects.filter(pk__in=keys).values_list("pk", *met)
    many = len(themes)
    return {
        pk: tuple(compress(themes, map(any, zip(told[:many], told[many:], strict=True))))
        for pk, *told in rows
    }


def _column(rows: Iterable[Engagement], column: str) -> dict[int, Any]:
    """Return a column of those kinds that have it, by matter."""
    by_kind: dict[str, list[int]] = {}
    for row in rows:
        by_kind.setdefault(row.kind, []).append(row.pk)
    found: dict[int, Any] = {}
    for kind, keys in by_kind.items():
        model = Detail.of(kind)
        try:
            model._meta.get_field(column.removesuffix("_id"))
        except FieldDoesNotExist:
            continue
        found |= dict(model._default_manager.filter(pk__in=keys).values_list("pk", F(column)))
    return found


def _weighed(engagement: Engagement, own: _Traits, row: Engagement, traits: _Traits) -> Precedent:
    """Return how alike another matter is, and what is alike."""
    alike: list[tuple[int, str]] = []
    if both := sorted(own.counterparts.keys() & traits.counterparts.keys()):
        alike.append((COUNTERPART, _("samma motpart: %s") % own.counterparts[both[0]]))
    if own.event is not None and own.event == traits.event:
        alike.append((EVENT, _("samma evenemang")))
    if both := sorted(own.places.keys() & traits.places.keys()):
        alike.append((PLACE, _("samma plats: %s") % own.places[both[0]]))
    if subjects := [theme for theme in own.themes if theme in traits.themes]:
        alike.append((THEME, _("samma ämne: %s") % ", ".join(map(str, subjects))))
    if lands := sorted(own.countries & traits.countries):
        alike.append((COUNTRY, _("samma land: %s") % country_name(lands[0])))
    weighty = bool(alike)
    if own.rank and own.rank == traits.rank:
        alike.append((RANK, _("samma politiska nivå")))
    if engagement.kind == row.kind:
        alike.append((KIND, _("samma typ av ärende")))
    if shared := set(engagement.goals) & set(row.goals):
        alike.append((GOAL * len(shared), _("samma inriktningsmål")))
    if engagement.organisation_id == row.organisation_id:
        alike.append((HOST, _("samma verksamhet")))
    if set(engagement.directions) & set(row.directions):
        alike.append((DIRECTION, _("samma inriktning")))
    weight = sum(each for each, _why in alike) if weighty else 0
    ordered = sorted(alike, key=lambda one: -one[0])
    return Precedent(row, tuple(why for _each, why in ordered), weight)
