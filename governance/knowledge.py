"""What the city knows, as it is read: good examples, observations, comparisons, and who cites them.

A matter that a reader may not see is in no count and under no heading.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db.models import (
    Count,
    IntegerField,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    prefetch_related_objects,
)
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from engagements.countries import country_name
from engagements.goals import every_goal
from engagements.models import Engagement, Organisation, Place
from engagements.permissions import reach_of, visible_to
from engagements.vocabulary import Party
from governance import forums
from governance.models import (
    Compared,
    Comparison,
    ExampleState,
    GoodExample,
    KnowledgeCitation,
    Known,
    Observation,
)

PAGE = 30
OFFERED = 3
THEME, PLACE, GOAL = 4, 3, 1
# What each sort is called in addresses and in the column that cites it.
SORTS: dict[str, type[Known]] = {
    "example": GoodExample,
    "observation": Observation,
    "comparison": Comparison,
}


def coordinates(user: Any, *, on: date) -> bool:
    """Whether a person keeps the register and the network for the whole city."""
    return Party.SLK in reach_of(user, on=on).wide


def writers(user: Any, *, on: date) -> QuerySet[Organisation]:
    """Return the organisations that a person writes for: their own, or all for who coordinates."""
    rows = Organisation.objects.filter(active=True).order_by("sort_name")
    if coordinates(user, on=on):
        return rows
    return rows.filter(pk__in=reach_of(user, on=on).owns)


def writes(user: Any, row: Known, *, on: date) -> bool:
    """Whether a person may change what is written: its organisation's own, and SLK."""
    return coordinates(user, on=on) or row.organisation_id in reach_of(user, on=on).owns


def examples(user: Any, *, on: date) -> QuerySet[GoodExample]:
    """Return the examples that a person may read: a proposal is for its own and for SLK."""
    rows = GoodExample.objects.select_related("organisation", "theme", "by", "answered_by")
    if coordinates(user, on=on):
        return rows
    own = Q(organisation__in=reach_of(user, on=on).owns)
    return rows.filter(own | Q(state=ExampleState.ACCEPTED))


def observations() -> QuerySet[Observation]:
    """Return all observations; they are for all in the city."""
    return Observation.objects.select_related("organisation", "theme", "by", "place")


def comparisons() -> QuerySet[Comparison]:
    """Return all comparisons, with their cities."""
    rows = Comparison.objects.select_related("organisation", "theme", "by")
    return rows.prefetch_related("cities__place")


def holding(rows: QuerySet[Any], words: str) -> QuerySet[Any]:
    """Return the rows that hold some words, in any Swedish form of them."""
    vector = SearchVector(*rows.model.SEARCHED, config="swedish")
    asked = SearchQuery(words, config="swedish", search_type="websearch")
    return rows.alias(said=vector).filter(said=asked)


def valid(on: date) -> Q:
    """Return the condition that an example is shown as one on a day."""
    lasts = Q(valid_until=None) | Q(valid_until__gte=on)
    return lasts & Q(state=ExampleState.ACCEPTED)


def counted(rows: QuerySet[Any], *, user: Any, on: date) -> QuerySet[Any]:
    """Add ``cited``: in how many matters that a reader may see each row is cited."""
    column = column_of(rows.model)
    cited = KnowledgeCitation.objects.filter(
        **{column: OuterRef("pk")}, engagement__in=visible_to(user, on=on)
    )
    number: Any = cited.order_by().values(column).annotate(n=Count("pk")).values("n")
    return rows.annotate(cited=Coalesce(Subquery(number, output_field=IntegerField()), 0))


def column_of(model: type[Known]) -> str:
    """Return the column that cites a sort."""
    return next(name for name, sort in SORTS.items() if sort is model)


def page(rows: QuerySet[Any], *, after: int | None) -> tuple[list[Any], int | None]:
    """Return a page of rows, the newest first, and what leads to the next."""
    if after:
        rows = rows.filter(pk__lt=after)
    found = list(rows.order_by("-pk")[: PAGE + 1])
    return found[:PAGE], found[PAGE - 1].pk if len(found) > PAGE else None


def citing(row: Known, *, user: Any, on: date) -> list[Engagement]:
    """Return the matters that cite something, as far as a reader may see, the newest first."""
    keys = KnowledgeCitation.objects.filter(**{column_of(type(row)): row}).values("engagement")
    seen = visible_to(user, on=on).filter(pk__in=keys).select_related("organisation")
    return list(seen.order_by("-pk"))


def cited_in(engagement: Engagement) -> list[KnowledgeCitation]:
    """Return what a matter rests on, in the order it was cited."""
    rows = KnowledgeCitation.objects.select_related(
        "example__organisation", "observation__organisation", "comparison__organisation"
    )
    prefetch_related_objects([engagement], Prefetch("rests_on", rows.order_by("pk")))
    return list(engagement.rests_on.all())


@dataclass
class Suggestion:
    """Something known that meets a matter. why: by what, in words."""

    known: Known
    why: list[str] = field(default_factory=list)
    weight: int = 0

    @property
    def column(self) -> str:
        """What its sort is called."""
        return column_of(type(self.known))

    def meets(self, what: str, weight: int) -> None:
        """Count something that both have."""
        if what not in self.why:
            self.why.append(what)
            self.weight += weight


def suggested(engagement: Engagement, *, user: Any, on: date) -> list[Suggestion]:
    """Return what a matter may rest on and does not cite yet: what meets it most of each sort.

    The same number of queries, however much the city knows.
    """
    themes = {theme.pk: str(theme) for theme in forums.themes_in(engagement.detail.said)}
    prefetch_related_objects([engagement], "ties__place")
    ties = list(engagement.ties.all())
    places = {tie.place_id for tie in ties if tie.place_id}
    countries = {tie.country or (tie.place.country if tie.place else "") for tie in ties} - {""}
    cited = KnowledgeCitation.objects.filter(engagement=engagement)
    goals = Q(goals__overlap=list(engagement.goals or []))
    candidates: tuple[tuple[QuerySet[Any], Q], ...] = (
        (examples(user, on=on).filter(valid(on)), goals),
        (observations(), Q(place__in=places) | Q(country__in=countries)),
        (comparisons(), Q(cities__place__in=places)),
    )
    found: list[Suggestion] = []
    for rows, near in candidates:
        column = column_of(rows.model)
        left = rows.exclude(pk__in=cited.filter(**{f"{column}__isnull": False}).values(column))
        near |= Q(theme__in=list(themes))
        some = [
            _weighed(row, engagement, themes=themes, places=places, countries=countries)
            for row in left.filter(near).distinct().order_by("-pk")[:PAGE]
        ]
        found += sorted(some, key=lambda one: -one.weight)[:OFFERED]
    return found


def _weighed(
    row: Any,
    engagement: Engagement,
    *,
    themes: dict[int, str],
    places: set[int],
    countries: set[str],
) -> Suggestion:
    one = Suggestion(row)
    if row.theme_id in themes:
        one.meets(themes[row.theme_id], THEME)
    if isinstance(row, GoodExample) and set(row.goals) & set(engagement.goals or []):
        one.meets(_("samma mål"), GOAL)
    for where in _where(row):
        if where.place_id in places:
            one.meets(str(where.city), PLACE)
        elif where.country in countries and isinstance(row, Observation):
            one.meets(country_name(where.country), GOAL)
    return one


def _where(row: Known) -> Sequence[Any]:
    if isinstance(row, Observation):
        return [row]
    return list(row.cities.all()) if isinstance(row, Comparison) else []


def at_place(place: Place) -> tuple[list[Observation], list[Comparison]]:
    """Return the newest of what is known of a place, and of what was merged into it."""
    here = Q(place=place) | Q(place__merged_into=place)
    seen = observations().filter(here).order_by("-seen_on", "-pk")[:PAGE]
    measured = comparisons().filter(Q(cities__place=place) | Q(cities__place__merged_into=place))
    return list(seen), list(measured.distinct().order_by("-pk")[:PAGE])


def in_order(row: Comparison) -> list[Compared]:
    """Return the cities of a comparison by name, each with its newest year first."""
    return sorted(row.cities.all(), key=lambda one: (one.city.casefold(), -one.year))


def cities_of(row: Comparison) -> str:
    """Return the cities of a comparison with year and value, from rows already read."""
    return ", ".join(f"{one.city} {one.year}: {number(one.value)}" for one in in_order(row))


def number(value: Decimal) -> str:
    """Write a value as it is written in Swedish, without decimals that say nothing."""
    return f"{value.normalize():f}".replace(".", ",")


def readable(matter: Engagement | None, *, user: Any, on: date) -> Engagement | None:
    """Return a matter that a reader may see; None for what they may not."""
    return visible_to(user, on=on).filter(pk=matter.pk).first() if matter else None


def names_of_goals(example: GoodExample) -> list[str]:
    """Return the goals of an example as their newest year calls them."""
    rows = [row for row in every_goal() if row.code in example.goals]
    return list({row.code: str(row) for row in rows}.values())
