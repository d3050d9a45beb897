"""Two rows of a register that turn out to be one, or not to be; and how a merge is undone.

Nothing is deleted: the row that goes is kept under ``merged_into``, its ties move with their
history, each engagement's timeline tells of it, and the pairing remembers what moved.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, TypeVar, cast

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _

from engagements import gathering
from engagements.models import (
    Counterpart,
    CounterpartPairing,
    Pairing,
    Place,
    PlacePairing,
    Tie,
    User,
)
from engagements.models.searching import folded_lines
from engagements.places import CITIES, add_names, offered
from engagements.remembering import save
from engagements.timeline import record

Row = TypeVar("Row", Place, Counterpart)

SHOWN = 30
# From here on two names are so alike that somebody should look.
SAME = 0.75
PAIRINGS: dict[str, Any] = {"place": PlacePairing, "counterpart": CounterpartPairing}
# What the row that stays takes over where it says nothing itself.
TAKEN_OVER = {
    "place": ("name_en", "country", "capital"),
    "counterpart": ("kind", "sector", "country", "place_id"),
}


class NotMergeable(Exception):
    """Two rows that can't become one, or one that can't become two again."""


@transaction.atomic
def merge(gone: Row, *, into: Row, by: User, at: datetime) -> int:
    """Let one row be another: its ties and names move, and it is kept as a trace.

    Returns how many ties moved; 0 when they are one already. Raises NotMergeable.
    """
    one, other = _locked(gone, into)
    if one.merged_into_id == other.pk and other.pk != one.pk:
        return 0
    if one.pk == other.pk or one.merged_into_id or other.merged_into_id:
        raise NotMergeable(_("Välj två olika som båda finns kvar."))
    told = {"gone": str(one), "kept": str(other)}
    moved: dict[str, Any] = {
        "ties": _move_ties(one, other, None, f"{one.register}_merged", told, by=by, at=at),
        "counterparts": _move_counterparts(one, other, None, by=by, at=at),
        "names": add_names(other, one.names),
        "taken": _take_over(one, other),
    }
    one.merged_into = other
    save(other, by=by, at=at, why=_("slogs ihop med %(name)s") % {"name": one})
    save(one, by=by, at=at, why=_("slogs ihop med %(name)s") % {"name": other})
    PAIRINGS[one.register].objects.create(
        kept=other, other=one, same=True, moved=moved, by=by, at=at
    )
    return len(moved["ties"])


@transaction.atomic
def part(pairing: Pairing, *, by: User, at: datetime) -> int:
    """Undo a merge: what moved goes back, unless it has moved on since. Raises NotMergeable.

    Returns how many ties went back.
    """
    held: Any = type(pairing)
    row = held.objects.select_for_update(of=("self",)).get(pk=pairing.pk)
    kept, other = _locked(row.kept, row.other)
    if row.undone_at or not row.same or other.merged_into_id != kept.pk:
        raise NotMergeable(_("De är redan delade."))
    if kept.merged_into_id:
        raise NotMergeable(
            _("Dela först det som senare slogs ihop med %(name)s.") % {"name": kept.merged_into}
        )
    told = {"gone": str(other), "kept": str(kept)}
    back = row.moved
    ties = _move_ties(kept, other, back["ties"], f"{kept.register}_parted", told, by=by, at=at)
    _move_counterparts(kept, other, back["counterparts"], by=by, at=at)
    names = [name for name in kept.other_names.split("\n") if name not in back["names"]]
    kept.other_names = "\n".join(names)
    for column, value in back["taken"].items():
        if getattr(kept, column) == value:
            setattr(kept, column, kept._meta.get_field(column).get_default())
    other.merged_into = None
    save(kept, by=by, at=at, why=_("delades från %(name)s") % {"name": other})
    save(other, by=by, at=at, why=_("delades från %(name)s") % {"name": kept})
    row.undone_by, row.undone_at = by, at
    row.save(update_fields=["undone_by", "undone_at"])
    return len(ties)


@transaction.atomic
def tell_apart(one: Row, other: Row, *, by: User, at: datetime) -> None:
    """Write down that two rows are not the same, so that nobody is asked again."""
    first, second = _locked(one, other)
    PAIRINGS[first.register].objects.create(kept=first, other=second, same=False, by=by, at=at)


def pairs(register: type[Row], *, user: Any, on: date) -> list[tuple[Row, Row]]:
    """Return rows that ``user`` should look at, since they have much the same name.

    The newer one comes first: it is the one that was added once more. What only engagements
    hidden from the reader name is left out.
    """
    said = PAIRINGS[register.register].objects.filter(same=False)
    between = Q(kept=OuterRef("pk"), other=OuterRef(OuterRef("pk"))) | Q(
        other=OuterRef("pk"), kept=OuterRef(OuterRef("pk"))
    )
    name: Any = folded_lines(OuterRef(register.NAMES[0]))
    told = gathering.untold(offered(register), user=user, on=on)
    older = told.filter(
        Q(country=OuterRef("country")) | Q(country=""),
        ~Exists(said.filter(between)),
        pk__lt=OuterRef("pk"),
    )
    like: Any = older.annotate(likeness=TrigramWordSimilarity(name, "found_by"))
    same: Any = Q(found_by__trigram_word_similar=name, likeness__gte=SAME)
    if register is Counterpart:
        # A place has one city government, whatever it calls itself.
        cities = [str(kind) for kind in CITIES]
        same |= Q(place=OuterRef("place"), kind__in=cities) & Exists(
            Counterpart.objects.filter(pk=OuterRef(OuterRef("pk")), kind__in=cities)
        )
    twin = Subquery(like.filter(same).order_by("-likeness", "pk").values("pk")[:1])
    rows = told.annotate(twin=twin).filter(twin__isnull=False)
    newer: list[Any] = list(rows.order_by("-pk")[:SHOWN])
    first = register.objects.in_bulk([row.twin for row in newer])
    return [(row, first[row.twin]) for row in newer]


def pairings_of(row: Place | Counterpart) -> QuerySet[Any]:
    """Return the merges that a row stands for now, newest first."""
    standing = PAIRINGS[row.register].objects.filter(kept=row, same=True, undone_at=None)
    found: QuerySet[Any] = standing.select_related("other", "by").order_by("-pk")
    return found


def survivor(row: Row) -> Row:
    """Return the row that stands for another in the end; itself when it is not merged."""
    found: Any = row
    while found.merged_into:
        found = found.merged_into
    return cast("Row", found)


def _locked(one: Row, other: Row) -> tuple[Row, Row]:
    rows = type(one).objects.select_for_update(of=("self",)).filter(pk__in=[one.pk, other.pk])
    held = {row.pk: row for row in rows.order_by("pk")}
    return held[one.pk], held[other.pk]


def _move_ties(
    one: Row,
    other: Row,
    only: list[int] | None,
    event: str,
    told: dict[str, str],
    *,
    by: User,
    at: datetime,
) -> list[int]:
    """Move ties from one row to another, all or ``only`` some, and tell each engagement."""
    ties = Tie.objects.select_for_update(of=("self",)).filter(**{one.register: one})
    if only is not None:
        ties = ties.filter(pk__in=only)
    moved, heard = [], set()
    for tie in ties.select_related("engagement").order_by("pk"):
        setattr(tie, one.register, other)
        save(tie, by=by, at=at, why=str(one))
        moved.append(tie.pk)
        if tie.engagement_id not in heard:
            record(tie.engagement, event, by=by, at=at, **told)
            heard.add(tie.engagement_id)
    return moved


def _move_counterparts(
    one: Place | Counterpart,
    other: Place | Counterpart,
    only: list[int] | None,
    *,
    by: User,
    at: datetime,
) -> list[int]:
    """Move the counterparts that are at home in one place to another."""
    if not (isinstance(one, Place) and isinstance(other, Place)):
        return []
    rows = Counterpart.objects.select_for_update(of=("self",)).filter(place=one).order_by("pk")
    if only is not None:
        rows = rows.filter(pk__in=only)
    moved = []
    for row in rows:
        row.place = other
        save(row, by=by, at=at, why=str(one))
        moved.append(row.pk)
    return moved


def _take_over(one: Place | Counterpart, other: Place | Counterpart) -> dict[str, Any]:
    """Fill in what the row that stays lacks. Returns it by column."""
    taken = {}
    for column in TAKEN_OVER[one.register]:
        value = getattr(one, column)
        if value and not getattr(other, column):
            setattr(other, column, value)
            taken[column] = value
    return taken
