"""What the city has to do with a place, a counterpart or a country, as far as a reader may see.

Everything is found by ties, so a kind that is new comes by itself: its engagements under its own
name, its ``contact_name`` among the contacts, its ``comparison`` among the comparisons.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from engagements.labels import label
from engagements.models import Detail, Engagement, Organisation, Role, Tie, User
from engagements.permissions import visible_to
from engagements.vocabulary import Kind, RoleName

OF_A_KIND = 5
SHOWN = 12
# Who sees "99+" wants the list of engagements instead.
COUNTED = 100


@dataclass(frozen=True)
class Part:
    """The newest engagements of one kind. more: whether there are others."""

    kind: Kind
    rows: list[Engagement]
    more: bool

    @property
    def title(self) -> str:
        """What the kind is called."""
        return label(self.kind)


@dataclass(frozen=True)
class Contact:
    """Somebody outside the city, and the engagement that names them."""

    name: str
    email: str
    engagement: Engagement


@dataclass(frozen=True)
class Gathered:
    """All that a page shows of a place, a counterpart or a country."""

    parts: list[Part]
    contacts: list[Contact]
    ours: list[tuple[Organisation, list[User]]]
    comparisons: list[tuple[str, Engagement]]


def of_country(code: str) -> Q:
    """Return which ties lead to a country: by its own letters, its places or its counterparts."""
    return Q(country=code) | Q(place__country=code) | Q(counterpart__country=code)


def tied(rows: QuerySet[Engagement], ties: Q) -> QuerySet[Engagement]:
    """Return the engagements that have one of the ties."""
    return rows.filter(Exists(Tie.objects.filter(ties, engagement=OuterRef("pk"))))


def gather(ties: Q, *, user: Any, on: date) -> Gathered:
    """Return what a reader may see of the engagements with some ties."""
    seen = tied(visible_to(user, on=on), ties)
    parts = _parts(seen)
    return Gathered(parts, _contacts(seen), _ours(seen, on=on), _comparisons(seen))


def _parts(seen: QuerySet[Engagement]) -> list[Part]:
    place = Window(
        RowNumber(),
        partition_by=F("kind"),
        order_by=[F("starts_on").desc(nulls_last=True), F("id").desc()],
    )
    rows = seen.annotate(place=place).filter(place__lte=OF_A_KIND + 1).order_by("place")
    rows = rows.select_related("organisation").defer(
        "clauses", "search", "search_alike", "search_words"
    )
    found: dict[str, list[Engagement]] = {}
    for row in rows:
        found.setdefault(row.kind, []).append(row)
    return [
        Part(kind, found[kind][:OF_A_KIND], len(found[kind]) > OF_A_KIND)
        for kind in Kind
        if kind in found
    ]


def _details(column: str, seen: QuerySet[Engagement]) -> list[Any]:
    """Return the newest rows of the kinds that answer a question, in one query a kind."""
    rows: list[Any] = []
    for model in Detail.__subclasses__():
        if not _has(model, column):
            continue
        answered = model._default_manager.filter(engagement__in=seen).exclude(**{column: ""})
        newest = answered.select_related("engagement__organisation", "engagement__created_by")
        rows += newest.order_by("-engagement__changed_at", "-pk")[:SHOWN]
    return sorted(rows, key=lambda row: row.engagement.changed_at, reverse=True)[:SHOWN]


def _has(model: Any, column: str) -> bool:
    try:
        model._meta.get_field(column)
    except FieldDoesNotExist:
        return False
    return True


def _contacts(seen: QuerySet[Engagement]) -> list[Contact]:
    found: dict[tuple[str, str], Contact] = {}
    for row in _details("contact_name", seen):
        email = getattr(row, "contact_email", "")
        contact = Contact(row.contact_name, email, row.engagement)
        found.setdefault((row.contact_name.casefold(), email.casefold()), contact)
    return list(found.values())


def _comparisons(seen: QuerySet[Engagement]) -> list[tuple[str, Engagement]]:
    return [(row.comparison, row.engagement) for row in _details("comparison", seen)]


def _ours(seen: QuerySet[Engagement], *, on: date) -> list[tuple[Organisation, list[User]]]:
    """Return the city's own bodies in those engagements, with their contact persons."""
    bodies = Organisation.objects.filter(pk__in=seen.order_by().values("organisation"))
    roles = Role.objects.on(on).filter(name=str(RoleName.CONTACT_PERSON), organisation__in=bodies)
    held: dict[int, list[User]] = {}
    for role in roles.select_related("user").order_by("user__name"):
        held.setdefault(role.organisation_id, []).append(role.user)
    return [(row, held.get(row.pk, [])) for row in bodies.order_by("sort_name")]


def in_use(rows: QuerySet[Any], *, user: Any, on: date) -> QuerySet[Any]:
    """Leave out the rows of a register of which the reader may see no engagement."""
    ties = Tie.objects.filter(**{rows.model.register: OuterRef("pk")})
    found: QuerySet[Any] = rows.filter(Exists(ties.filter(engagement__in=visible_to(user, on=on))))
    return found


def untold(rows: QuerySet[Any], *, user: Any, on: date) -> QuerySet[Any]:
    """Leave out the rows of a register that only engagements hidden from the reader name."""
    ties = Tie.objects.filter(**{rows.model.register: OuterRef("pk")})
    seen = ties.filter(engagement__in=visible_to(user, on=on))
    found: QuerySet[Any] = rows.filter(Exists(seen) | ~Exists(ties))
    return found


def with_counts(rows: QuerySet[Any], *, user: Any, on: date) -> QuerySet[Any]:
    """Let each row of a register know how many engagements the reader may see of it."""
    ties = Q(**{rows.model.register: OuterRef(OuterRef("pk"))})
    seen = tied(visible_to(user, on=on), ties).order_by().values("pk")[:COUNTED]
    counted: QuerySet[Any] = rows.annotate(seen=ArraySubquery(seen))
    return counted
