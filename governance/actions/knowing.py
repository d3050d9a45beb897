"""Writing down what the city knows, accepting and offering it, and citing it in a matter."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from engagements import places, remembering
from engagements.models import Engagement, Place, User
from engagements.timeline import record
from governance.actions.setting import NotPossible
from governance.knowledge import column_of
from governance.models import (
    Compared,
    Comparison,
    ExampleState,
    GoodExample,
    KnowledgeCitation,
    Known,
    Observation,
    Offer,
)


@transaction.atomic
def write(row: Known, *, by: User, at: datetime, **answers: Any) -> Known:
    """Write something known, or what is changed in it; what it was stays in the history."""
    then = _find_place if isinstance(row, Observation) else None
    return remembering.write(row, answers, by=by, at=at, then=then)


def _find_place(row: Any) -> None:
    row.place = place_of(row.city, row.country)


def place_of(city: str, country: str) -> Place | None:
    """Return the place that a city's name and country lead to, where it is one alone."""
    if not (city and country):
        return None
    found = list(places.named(Place, city, country=country)[:2])
    return found[0] if len(found) == 1 else None


@transaction.atomic
def propose(row: GoodExample, *, accepted: bool, by: User, at: datetime, **answers: Any) -> Known:
    """Propose an example. accepted: it is in the register at once, written by who answers."""
    if accepted:
        row.state, row.answered_by, row.answered_at = ExampleState.ACCEPTED, by, at
    return write(row, by=by, at=at, **answers)


@transaction.atomic
def answer(
    example: GoodExample, *, accepted: bool, text: str, by: User, at: datetime
) -> GoodExample:
    """Take an example into the register, or leave it out with grounds. Raises NotPossible."""
    row = GoodExample.objects.select_for_update().get(pk=example.pk)
    state = ExampleState.ACCEPTED if accepted else ExampleState.DECLINED
    if row.state == state:
        return row
    if not accepted and not text.strip():
        raise NotPossible(_("Skriv varför det inte tas med."), "text")
    row.state, row.answer = state, text
    row.answered_by, row.answered_at = by, at
    return remembering.save(row, by=by, at=at)


@transaction.atomic
def offer(example: GoodExample, *, by: User, at: datetime, **answers: Any) -> Offer:
    """Write down that an example is offered to a state actor. Raises NotPossible."""
    row = GoodExample.objects.select_for_update().get(pk=example.pk)
    if row.state != ExampleState.ACCEPTED:
        raise NotPossible(_("Ta först med exemplet i registret."), "authority")
    same = {name: answers[name] for name in ("authority", "name", "offered_on", "purpose")}
    if kept := row.offers.filter(**same).first():
        return kept
    return remembering.save(Offer(example=row, by=by, at=at, **answers), by=by, at=at)


@transaction.atomic
def answered(offered: Offer, *, by: User, at: datetime, **answers: Any) -> Offer:
    """Write down what a state actor said to an offer."""
    row = Offer.objects.select_for_update().get(pk=offered.pk)
    row.answer, row.said = answers["answer"], answers["said"]
    return remembering.save(row, by=by, at=at)


@transaction.atomic
def measure(comparison: Comparison, *, by: User, at: datetime, **answers: Any) -> Compared:
    """Write what the measure is in a city in a year; what stood there is replaced."""
    Comparison.objects.select_for_update().get(pk=comparison.pk)
    which = {name: answers.pop(name) for name in ("city", "country", "year")}
    kept = Compared.objects.filter(comparison=comparison, **which).first()
    row = kept or Compared(comparison=comparison, **which)
    for name, value in answers.items():
        setattr(row, name, value)
    row.place = place_of(row.city, row.country)
    row.by, row.at = by, at
    return remembering.save(row, by=by, at=at)


@transaction.atomic
def leave_out(row: Compared, *, by: User, at: datetime) -> None:
    """Take a city out of a comparison; that it was there stays in the history."""
    remembering.delete(row, by=by, at=at)


@transaction.atomic
def cite(engagement: Engagement, known: Known, *, by: User, at: datetime) -> KnowledgeCitation:
    """Let a matter rest on something known. A second click finds what the first wrote."""
    Engagement.objects.select_for_update().get(pk=engagement.pk)
    which = {column_of(type(known)): known}
    if kept := KnowledgeCitation.objects.filter(engagement=engagement, **which).first():
        return kept
    row = KnowledgeCitation(engagement=engagement, by=by, at=at, **which)
    record(engagement, "knowledge_cited", by=by, at=at, what=known.title)
    return remembering.save(row, by=by, at=at)


@transaction.atomic
def uncite(citation: KnowledgeCitation, *, by: User, at: datetime) -> None:
    """Let a matter rest on something no more."""
    record(citation.engagement, "knowledge_uncited", by=by, at=at, what=citation.known.title)
    remembering.delete(citation, by=by, at=at)
