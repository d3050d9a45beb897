"""The registers of places and counterparts: how a row is found, tied to engagements, and made.

What somebody writes is kept as it was written. A tie beside it leads to the registers: by a name
that is known there, by what a person answered to "Menar du …?", or, once the engagement is handed
in, by a new row. Drafts make no rows, since half a word is no place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count
from typing import Any, TypeVar, cast

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db import transaction
from django.db.models import Exists, FloatField, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce, Greatest, Left

from engagements.models import (
    Counterpart,
    Detail,
    Engagement,
    Named,
    Place,
    Registered,
    Tie,
    User,
)
from engagements.models.searching import folded_lines
from engagements.once import wait_for
from engagements.permissions import visible_to
from engagements.remembering import save
from engagements.vocabulary import CounterpartKind, Sector

Row = TypeVar("Row", bound=Registered)

SHOWN = 6
# How many are weighed at once by whether their reader may be told of them.
AT_A_TIME = 30
# How many letters a name begins with that is spelled wrong further on, and how like it must be.
BEGINNING, NEAR = 4, 0.45
# Why a row was written that comes from the list of places; what people do after that stays.
LISTED = "platslistan"
CITIES = (CounterpartKind.CAPITAL_CITY, CounterpartKind.CITY)
SECTORS = {
    CounterpartKind.CAPITAL_CITY: Sector.PUBLIC,
    CounterpartKind.CITY: Sector.PUBLIC,
    CounterpartKind.REGION: Sector.PUBLIC,
    CounterpartKind.NATIONAL: Sector.PUBLIC,
    CounterpartKind.EMBASSY: Sector.PUBLIC,
    CounterpartKind.UNIVERSITY: Sector.ACADEMIA,
    CounterpartKind.COMPANY: Sector.BUSINESS,
    CounterpartKind.CIVIL_SOCIETY: Sector.CIVIL_SOCIETY,
}
# What a city calls itself beside its name: "City of Helsinki" and "Helsingfors stad" are one.
MUNICIPAL = re.compile(
    r"\b(the|city|municipality|town|capital|of|stad|stads|kommun|kommune|kaupunki|stadt|"
    r"landeshauptstadt|gemeente|comune|ville|ayuntamiento|municipio|prefeitura|câmara|municipal|"
    r"miasto|magistrát|hlavní|město|government|metropolitan|de|di|do|d)\b",
    re.IGNORECASE,
)


def offered(register: type[Row]) -> QuerySet[Row]:
    """Return the rows that stand for themselves: those that are not merged into another."""
    rows: QuerySet[Row] = register.objects.filter(merged_into=None)  # type: ignore[attr-defined]
    return rows


def named(register: type[Row], text: str, *, country: str = "") -> QuerySet[Row]:
    """Return the rows with a name, in any spelling of accents, capitals and signs."""
    rows = _within(offered(register), country)
    return rows.filter(found_by__contains=folded_lines(Value(text))).order_by("pk")


def alike(register: type[Row], text: str, *, country: str = "") -> QuerySet[Row]:
    """Return the rows with a name like a text, or that begins with it; the most like first.

    Who slips a letter keeps the beginning: "Helsnki" is as near Helsinki as makes no difference.
    A city is found by the name of its place too, whatever it calls itself.
    """
    of_city = register is Counterpart
    bare = MUNICIPAL.sub(" ", text).strip() if of_city else ""
    asked: Any = folded_lines(Value(bare or text))
    begins = Q(found_by__contains=Left(asked, BEGINNING + 1), likeness__gte=NEAR)
    like = Q(found_by__trigram_word_similar=asked) | begins
    likeness: Any = TrigramWordSimilarity(asked, "found_by")
    if of_city:
        at_home: Any = Coalesce(TrigramWordSimilarity(asked, "place__found_by"), 0.0)
        likeness = Greatest(likeness, at_home, output_field=FloatField())
        is_city = Q(kind__in=[str(kind) for kind in CITIES])
        like |= is_city & Q(place__found_by__trigram_word_similar=asked)
    rows: Any = _within(offered(register), country).annotate(likeness=likeness)
    found: Any = rows.filter(like).order_by("-likeness", "sort_name", "pk")
    return cast("QuerySet[Row]", found)


def _within(rows: QuerySet[Row], country: str) -> QuerySet[Row]:
    """Leave out what is known to be in another country."""
    return rows.filter(country__in=["", country]) if country else rows


def known_to(rows: QuerySet[Row], user: Any, *, on: date) -> QuerySet[Row]:
    """Leave out the rows that would tell a reader of a draft or a secret that is not theirs.

    The registers are the city's own: a name that an open engagement holds, or that was there from
    the beginning, is everybody's. Which engagements hold it is another matter.
    """
    ties = Tie.objects.filter(**{rows.model.register: OuterRef("pk")})
    everybodys = ties.filter(engagement__secret=False, engagement__submitted_at__isnull=False)
    theirs = ties.filter(engagement__in=visible_to(user, on=on))
    return rows.filter(
        Q(added_by=None) | ~Exists(ties) | Exists(everybodys) | Exists(theirs),
    )


def suggested(
    register: type[Row], text: str, *, country: str = "", user: Any, on: date
) -> list[Row]:
    """Return what somebody may mean while they write; nothing for less than two letters.

    Most words are like no name. Whether a row may be told of is asked of those that are alone.
    """
    if len(text) < 2:
        return []
    rows, found = alike(register, text, country=country), []
    for first in count(0, AT_A_TIME):
        near = list(rows[first : first + AT_A_TIME])
        found += _known_of(near, register, user, on=on)
        if len(near) < AT_A_TIME or len(found) >= SHOWN:
            break
    return found[:SHOWN]


def _known_of(rows: list[Row], register: type[Row], user: Any, *, on: date) -> list[Row]:
    """Return those of some rows that a reader may be told of, in their order."""
    if not rows:
        return []
    asked: Any = register.objects.filter(pk__in=[row.pk for row in rows])  # type: ignore[attr-defined]
    keys = set(known_to(asked, user, on=on).values_list("pk", flat=True))
    return [row for row in rows if row.pk in keys]


@transaction.atomic(savepoint=False)
def follow(engagement: Engagement, detail: Detail, *, by: User, at: datetime) -> None:
    """Let an engagement's ties say what its answers say now.

    A tie whose words are the same keeps what was chosen for it.
    """
    wanted = [name for name in detail.named if any(name[:3])]
    left = list(engagement.ties.order_by("pk"))
    fresh = []
    for name in wanted:
        same = next((tie for tie in left if _written(tie) == name), None)
        if same:
            left.remove(same)
        else:
            fresh.append(name)
    for name in fresh:
        tie = left.pop(0) if left else Tie(engagement=engagement)
        _rewrite(tie, name)
        save(tie, by=by, at=at)
    for tie in left:
        tie._history_user, tie._history_date = by, at  # type: ignore[attr-defined]
        tie.delete()


def _written(tie: Tie) -> Named:
    return Named(tie.organisation, tie.city, tie.country, tie.kind)


def _rewrite(tie: Tie, name: Named) -> None:
    """Write other words in a tie, and look anew for what they changed."""
    before = _written(tie)
    tie.organisation, tie.city, tie.country, tie.kind = name
    moved = (before.city, before.country) != (name.city, name.country)
    if moved or (before.organisation != name.organisation and not name.city):
        tie.place, tie.place_is_new = None, False
    if (before.organisation, before.country) != (name.organisation, name.country):
        tie.counterpart, tie.counterpart_is_new = None, False
    look_up(tie)


def look_up(tie: Tie) -> None:
    """Point a tie at the one row that has its name; of several a person says which."""
    if tie.city and not tie.place and not tie.place_is_new:
        tie.place = _only(named(Place, tie.city, country=_country_of(tie)))
    if tie.organisation and not tie.counterpart and not tie.counterpart_is_new:
        tie.counterpart = _only(named(Counterpart, tie.organisation, country=tie.country))
    if tie.counterpart and not tie.city and not tie.place:
        tie.place = tie.counterpart.place


def _country_of(tie: Tie) -> str:
    """Return the country that a tie's city is in; an embassy's is another than its own."""
    return "" if tie.kind == CounterpartKind.EMBASSY else tie.country


def _only(rows: QuerySet[Row]) -> Row | None:
    found = list(rows[:2])
    return found[0] if len(found) == 1 else None


@dataclass(frozen=True)
class Question:
    """Which of the rows alike is meant by what was written. about: "place" or "counterpart"."""

    tie: Tie
    about: str
    written: str
    candidates: list[Any]


def questions(engagement: Engagement, *, user: Any, on: date) -> list[Question]:
    """Return what to ask about an engagement's names: those that are only like a known one."""
    asked = []
    for tie in engagement.ties.order_by("pk"):
        if tie.city and not tie.place_id and not tie.place_is_new:
            asked.append(_question(tie, Place, tie.city, user=user, on=on))
        if tie.organisation and not tie.counterpart_id and not tie.counterpart_is_new:
            asked.append(_question(tie, Counterpart, tie.organisation, user=user, on=on))
    return [question for question in asked if question.candidates]


def _question(tie: Tie, register: type[Registered], text: str, *, user: Any, on: date) -> Question:
    is_place = register is Place
    country = _country_of(tie) if is_place else tie.country
    found = suggested(register, text, country=country, user=user, on=on)
    if is_place and not found:
        # The right city in the wrong country is a slip, more often than a namesake.
        found = list(known_to(named(register, text), user, on=on)[:SHOWN])
    return Question(tie, register.register, text, found)


@transaction.atomic
def choose(
    tie: Tie, about: str, row: Place | Counterpart | None, *, by: User, at: datetime
) -> None:
    """Write down which row a person means; None when it is none of those that are known."""
    setattr(tie, about, row)
    setattr(tie, f"{about}_is_new", row is None)
    if about == Counterpart.register:
        look_up(tie)
    save(tie, by=by, at=at)


@transaction.atomic(savepoint=False)
def settle(engagement: Engagement, *, by: User, at: datetime) -> None:
    """Give every name of an engagement a row in its register: the known one, or a new one."""
    for tie in engagement.ties.filter(_unsettled()).order_by("pk"):
        look_up(tie)
        if tie.city and tie.place is None:
            tie.place = _place(tie, by=by, at=at)
        if tie.organisation and tie.counterpart is None:
            tie.counterpart = _counterpart(tie, by=by, at=at)
        save(tie, by=by, at=at)


def _unsettled() -> Q:
    return (~Q(city="") & Q(place=None)) | (~Q(organisation="") & Q(counterpart=None))


def _place(tie: Tie, *, by: User, at: datetime) -> Place:
    country = _country_of(tie)
    wait_for(f"place {country}")
    found = None if tie.place_is_new else named(Place, tie.city, country=country).first()
    if found:
        return found
    made = Place(name_sv=tie.city, country=country, added_by=by, added_at=at)
    return save(made, by=by, at=at)


def _counterpart(tie: Tie, *, by: User, at: datetime) -> Counterpart:
    wait_for(f"counterpart {tie.country}")
    same = named(Counterpart, tie.organisation, country=tie.country)
    found = None if tie.counterpart_is_new else same.first()
    if found:
        return found
    sector = SECTORS.get(CounterpartKind(tie.kind)) if tie.kind else None
    made = Counterpart(
        name=tie.organisation,
        kind=tie.kind,
        sector=str(sector or ""),
        country=tie.country or (tie.place.country if tie.place else ""),
        place=tie.place,
        added_by=by,
        added_at=at,
    )
    return save(made, by=by, at=at)


@transaction.atomic
def load(facts: Iterable[dict[str, str]], *, at: datetime) -> int:
    """Add the places that every Utblick starts from; one that is there gains names. Repeatable.

    Returns how many were added.
    """
    added = 0
    for fact in facts:
        others = [name for name in fact["other_names"].split("|") if name]
        row = named(Place, fact["name_sv"], country=fact["country"]).first()
        if row is None:
            row = Place(name_sv=fact["name_sv"], country=fact["country"], added_at=at)
            added += 1
        elif row.history.filter(history_change_reason=LISTED).exists():
            continue
        row.name_en = row.name_en or fact["name_en"]
        row.capital = fact["capital"] == "1"
        add_names(row, [fact["name_sv"], *others])
        save(row, by=None, at=at, why=LISTED)
    return added


def add_names(row: Place | Counterpart, names: Iterable[str]) -> list[str]:
    """Let a row be found by more names. Returns those it did not have."""
    new = [name for name in dict.fromkeys(names) if name and name not in row.names]
    row.other_names = "\n".join(filter(None, [*row.other_names.split("\n"), *new]))
    return new


@transaction.atomic
def correct(row: Row, answers: Mapping[str, Any], *, by: User, at: datetime) -> Row:
    """Write what an administrator says of a row. A name that it had is kept among its others."""
    held: Any = type(row).objects.select_for_update(of=("self",)).get(pk=row.pk)  # type: ignore[attr-defined]
    before = [getattr(held, column) for column in held.NAMES]
    for name, value in answers.items():
        setattr(held, name, value)
    lines = [line.strip() for line in held.other_names.split("\n")]
    held.other_names = ""
    add_names(held, [*lines, *before])
    saved: Row = save(held, by=by, at=at)
    return saved
