"""What becomes public, and when: each action that changes it says so, in its own transaction.

A matter is public once it is decided, or stands in a register of what lasts, and is not secret.
The rows are made from what is stored alone, so that ``rebuild`` gives the same as was written.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import Model, Q
from django.utils import timezone, translation

from engagements.labels import label
from engagements.models import Engagement
from engagements.vocabulary import Body, Outcome, Recommendation, Status, Task
from governance import kinds
from governance.insight.masking import masks_of
from governance.models import (
    AgendaItem,
    Decision,
    FollowUp,
    Minutes,
    MinutesState,
    Part,
    PublicDecision,
    PublicFee,
    PublicItem,
    PublicNote,
    ShownGain,
)

DECIDED = (
    Status.COORDINATION,
    Status.APPROVED,
    Status.FOLLOW_UP,
    Status.CLOSED,
    Status.REJECTED,
)
LANGUAGES = ("sv", "en")
Columns = dict[str, Any]


@transaction.atomic(savepoint=False)
def publish(engagement: Engagement, *, at: datetime, stored: bool = False) -> None:
    """Write what all may read of a matter as it now stands, or take it away.

    Also what the committee's published notes say of it. stored: the row is as it has just been
    saved, under its lock; else it is read anew.
    """
    row = engagement
    if not stored:
        row = Engagement.objects.select_related("organisation").get(pk=engagement.pk)
    _write_item(row, at=at)
    noted = Minutes.objects.filter(
        state=MinutesState.PUBLISHED, meeting__items__engagement=row
    ).distinct()
    for minutes in noted.select_related("meeting"):
        publish_notes(minutes, at=at)


@transaction.atomic
def publish_notes(minutes: Minutes, *, at: datetime) -> None:
    """Write what all may read of published notes: answers, and neither names nor grounds."""
    held_on = timezone.localdate(minutes.meeting.starts_at)
    parts = list(_noted(minutes))
    note = PublicNote.objects.filter(held_on=held_on).first()
    if note is None or note.parts != parts:
        PublicNote(held_on=held_on, parts=parts, changed_at=at).save()


@transaction.atomic
def rebuild(*, at: datetime) -> tuple[int, int]:
    """Make all that is public anew from what is stored; returns how many matters and notes."""
    keys = list(_candidates().values_list("pk", flat=True))
    numbers = set()
    for key in keys:
        row = Engagement.objects.select_related("organisation").get(pk=key)
        if _write_item(row, at=at):
            numbers.add(row.number)
    PublicItem.objects.exclude(number__in=numbers).delete()
    days = []
    for minutes in Minutes.objects.filter(state=MinutesState.PUBLISHED).select_related("meeting"):
        publish_notes(minutes, at=at)
        days.append(timezone.localdate(minutes.meeting.starts_at))
    PublicNote.objects.exclude(held_on__in=days).delete()
    return len(numbers), len(days)


def _candidates() -> Any:
    states = [str(status) for status in (*DECIDED, Status.WITHDRAWN)]
    decided = Q(status__in=states) | Q(followed_up_on__isnull=False)
    return Engagement.objects.filter(decided, secret=False).order_by("pk")


def publish_first(rows: Iterable[tuple[Engagement, datetime]]) -> None:
    """Write many matters of which nothing is public yet, each with when it became so."""
    made = [(row, at, _public_of(row)) for row, at in rows]
    told = [(row.number, at, public) for row, at, public in made if public]
    PublicItem.objects.bulk_create(
        PublicItem(number=number, changed_at=at, **public.columns) for number, at, public in told
    )
    PublicDecision.objects.bulk_create(
        PublicDecision(item_id=number, **columns)
        for number, _at, public in told
        for columns in public.answers
    )
    PublicFee.objects.bulk_create(
        PublicFee(item_id=number, **columns)
        for number, _at, public in told
        for columns in public.paid
    )


class _Public(NamedTuple):
    """What all may read of a matter: its columns, those of its decisions, and of its fees."""

    columns: Columns
    answers: list[Columns]
    paid: list[Columns]


def _public_of(row: Engagement) -> _Public | None:
    """Return what is public of a matter; None where nothing is."""
    masks, more = masks_of(row), dict(kinds.public_of(row))
    decisions = _decisions(row)
    if Part.WHOLE in masks or not _is_public(row, decisions, more):
        return None
    fees = more.pop("fees", {})
    answers = [_answer(row, made, masks) for made in decisions]
    paid = [] if Part.COST in masks else _fees(row.number, fees)
    return _Public(_columns(row, decisions, answers, masks) | more, answers, paid)


def _write_item(row: Engagement, *, at: datetime) -> bool:
    """Write a matter's rows where they differ; False where nothing of it is public."""
    public = _public_of(row)
    if public is None:
        PublicItem.objects.filter(number=row.number).delete()
        return False
    before = PublicItem.objects.filter(number=row.number).first()
    item = PublicItem(number=row.number, changed_at=at, **public.columns)
    if before is None:
        item.save(force_insert=True)
        _add(PublicDecision, item, public.answers)
        _add(PublicFee, item, public.paid)
        return True
    changed = any(getattr(before, k) != v for k, v in public.columns.items())
    if changed:
        item.save(force_update=True)
    rows_changed = _replace(PublicDecision, item, public.answers)
    if (_replace(PublicFee, item, public.paid) or rows_changed) and not changed:
        PublicItem.objects.filter(number=row.number).update(changed_at=at)
    return True


def _is_public(row: Engagement, decisions: list[Decision], more: Columns) -> bool:
    if row.status == Status.WITHDRAWN:
        return bool(decisions)
    if row.status not in DECIDED and row.followed_up_on is None:
        return False
    return bool(decisions or more.get("register"))


def _decisions(row: Engagement) -> list[Decision]:
    made = Decision.objects.filter(engagement=row).select_related("organisation", "superseded_by")
    return list(made.order_by("pk"))


def _replace(model: type[Model], item: PublicItem, wanted: Iterable[Columns]) -> bool:
    """Make the rows of a matter those that are wanted; whether any was another."""
    rows: Any = model._default_manager.filter(item=item.number)
    names = [field.attname for field in model._meta.concrete_fields if field.name != "item"]
    there = {row.pk: {name: getattr(row, name) for name in names} for row in rows}
    new = {columns[str(model._meta.pk.attname)]: columns for columns in wanted}
    if there == new:
        return False
    rows.delete()
    _add(model, item, new.values())
    return True


def _add(model: type[Model], item: PublicItem, rows: Iterable[Columns]) -> None:
    model._default_manager.bulk_create([model(item_id=item.number, **columns) for columns in rows])


def _columns(
    row: Engagement, decisions: list[Decision], answers: list[Columns], masks: dict[str, str]
) -> Columns:
    shown = {
        "kind": row.kind,
        "title": row.title,
        "organisation_code": row.organisation.code,
        "organisation_sv": row.organisation.name_sv,
        "organisation_en": row.organisation.name_en,
        "counterpart": row.counterpart,
        "country": kinds.country_of(row),
        "directions": sorted(row.directions),
        "goals": sorted(row.goals),
        "sdgs": sorted(row.sdgs),
        "starts_on": row.starts_on,
        "ends_on": row.ends_on,
        "replaced": False,
        "withdrawn": row.status == Status.WITHDRAWN,
        "register": "",
        "next_review_on": None,
        "masks": masks,
    }
    return shown | _outcome(row, decisions, answers) | _money(row, decisions) | _hidden(masks)


def _outcome(row: Engagement, decisions: list[Decision], answers: list[Columns]) -> Columns:
    """Return what was answered, and by whom: the responsible body's newest word that stands."""
    told = dict(zip((made.pk for made in decisions), answers, strict=True))
    standing = [made for made in decisions if _stands(made)]
    own = [made for made in standing if made.body or made.organisation_id == row.organisation_id]
    newest = next(reversed(own or standing or decisions), None)
    found: Columns = {
        name: told[newest.pk][name] if newest else ""
        for name in ("body_sv", "body_en", "outcome", "outcome_sv", "outcome_en")
    }
    found["decided_on"] = newest.decided_on if newest else None
    since = newest.decided_on if newest else timezone.localdate(row.submitted_at or row.created_at)
    return found | {"year": since.year}


def _stands(made: Decision) -> bool:
    replaced = hasattr(made, "superseded_by")
    return made.task == Task.DECIDES and not replaced and made.outcome != Outcome.COUNTERED


def _money(row: Engagement, decisions: list[Decision]) -> Columns:
    costs = [made.cost_sek for made in decisions if _stands(made) and made.cost_sek is not None]
    return {"decided_sek": sum(costs) if costs else None} | _came_of(row)


def _came_of(row: Engagement) -> Columns:
    """Return what it came to and what it gave; neither is known before it is followed up."""
    if row.followed_up_on is None:
        return {"outcome_sek": None, "gain": ""}
    cost = FollowUp.objects.filter(engagement=row).values_list("cost_sek", flat=True).first()
    shown = ShownGain.objects.filter(engagement=row, hidden_at=None)
    gain = shown.values_list("text", flat=True).first() or ""
    return {"outcome_sek": cost, "gain": gain}


def _hidden(masks: dict[str, str]) -> Columns:
    """Return the empty columns that stand in the place of what is masked."""
    hidden: Columns = {}
    if Part.TITLE in masks:
        hidden["title"] = ""
    if Part.COUNTERPART in masks:
        hidden |= {"counterpart": "", "country": ""}
    if Part.COST in masks:
        hidden |= {"decided_sek": None, "outcome_sek": None}
    if Part.GAIN in masks:
        hidden["gain"] = ""
    return hidden


def _answer(row: Engagement, made: Decision, masks: dict[str, str]) -> Columns:
    words = {language: _words(row, made, language) for language in LANGUAGES}
    return {
        "number": made.number,
        "place": made.pk,
        "task": made.task,
        "decided_on": made.decided_on,
        "outcome": made.outcome,
        "cost_sek": None if Part.COST in masks else made.cost_sek,
        "superseded_by": made.superseded_by.number if hasattr(made, "superseded_by") else "",
    } | {f"{name}_{language}": told[name] for language, told in words.items() for name in told}


def _words(row: Engagement, made: Decision, language: str) -> dict[str, str]:
    with translation.override(language):
        mayor = Body.FINANCE_MAYOR.label(language)
        body = mayor if made.body == Body.FINANCE_MAYOR else str(made.organisation)
        return {"body": body, "outcome": kinds.outcome_label(row, made.outcome)[:80]}


def _fees(number: str, fees: dict[int, int | None]) -> list[Columns]:
    return [
        {"id": f"{number}-{year}", "year": year, "fee_sek": fee}
        for year, fee in sorted(fees.items())
    ]


def _noted(minutes: Minutes) -> Iterable[dict[str, Any]]:
    """Give what was answered, with each title as the notes have it."""
    named = [part["title"].split(" ", 2) for part in _dealt(minutes)]
    titles = {paragraph: title for _sign, paragraph, title in named}
    items = AgendaItem.objects.filter(meeting=minutes.meeting, result__isnull=False)
    for item in items.select_related("result", "engagement").order_by("result__number"):
        masks, number = masks_of(item.engagement), item.engagement.number
        section = next((masks[part] for part in (Part.WHOLE, Part.TITLE) if part in masks), None)
        outcome = Recommendation(item.result.outcome)
        yield {
            "paragraph": item.result.number,
            "number": number,
            "title": "" if section is not None else titles.get(str(item.result.number), number),
            "section": section,
            **{f"outcome_{language}": label_in(outcome, language) for language in LANGUAGES},
        }


def _dealt(minutes: Minutes) -> list[dict[str, str]]:
    """Return the parts of notes that stand under a paragraph: "§ 3 Climate meeting in Oslo"."""
    return [part for part in minutes.parts if part["title"].startswith("§ ")]


def label_in(outcome: Recommendation, language: str) -> str:
    """Return what the committee answered, in a language."""
    with translation.override(language):
        return label(outcome)
