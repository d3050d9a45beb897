"""What the city adopts: the text of an edition, clause by clause, and from when a draft holds."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from engagements.models import User
from governance.actions.setting import NotPossible
from governance.adopted import Passage, clauses_of
from governance.models import AdoptedText, EditionStart
from governance.sheets import Sheet
from governance.strategy import EDITIONS


class ChangedMeanwhile(Exception):
    """The texts are no longer those that the preview was made from."""


@dataclass(frozen=True)
class Comparison:
    """What loading a sheet would do, as clauses in their order. seen: which texts it is against.

    missing: clauses that have a text and stand in the sheet no more.
    """

    new: tuple[str, ...]
    changed: tuple[str, ...]
    same: tuple[str, ...]
    missing: tuple[str, ...]
    seen: str


def compare(sheet: Sheet) -> Comparison:
    """Return what loading a sheet would do now."""
    rows = _rows(sheet.edition)
    stored = {id: _passage(row) for id, row in rows.items()}
    order = tuple(dict.fromkeys([*clauses_of(sheet.edition), *rows]))
    named = tuple(id for id in order if id in sheet.passages)
    return Comparison(
        new=tuple(id for id in named if id not in stored),
        changed=tuple(id for id in named if id in stored and stored[id] != sheet.passages[id]),
        same=tuple(id for id in named if stored.get(id) == sheet.passages[id]),
        missing=tuple(id for id in order if id in stored and id not in named),
        seen=hashlib.sha256(json.dumps(sorted(stored.items())).encode()).hexdigest(),
    )


@transaction.atomic
def load(
    sheet: Sheet, *, remove_missing: bool = False, seen: str = "", by: User, at: datetime
) -> Comparison:
    """Load all texts of a sheet; what they were stays in the history. Returns what was done.

    What stands in the sheet no more is kept, unless ``remove_missing``. seen: as of the preview.
    Raises ChangedMeanwhile when the texts have changed since then.
    """
    _lock(sheet.edition)
    done = compare(sheet)
    if seen and seen != done.seen:
        raise ChangedMeanwhile(_("Någon annan ändrade texterna nyss. Se vad som skiljer nu."))
    rows = _rows(sheet.edition)
    for id in (*done.new, *done.changed):
        row = rows.get(id) or AdoptedText(edition=sheet.edition, clause=id)
        _write(row, sheet.passages[id], by=by, at=at)
    for id in done.missing if remove_missing else ():
        _remove(rows[id], by=by, at=at)
    return done


@transaction.atomic
def set_text(edition: str, clause: str, *, passage: Passage, by: User, at: datetime) -> AdoptedText:
    """Set the text of one clause; the same text again changes nothing."""
    _lock(edition)
    row = AdoptedText.objects.filter(edition=edition, clause=clause).first()
    row = row or AdoptedText(edition=edition, clause=clause)
    if row.pk is None or _passage(row) != passage:
        _write(row, passage, by=by, at=at)
    return row


@transaction.atomic
def remove_text(edition: str, clause: str, *, by: User, at: datetime) -> None:
    """Quote a clause no more. What its text was stays in the history."""
    _lock(edition)
    for row in AdoptedText.objects.filter(edition=edition, clause=clause):
        _remove(row, by=by, at=at)


class NotADraft(LookupError):
    """The edition holds already by the code, so that no day can be set for it."""


@transaction.atomic
def start(edition: str, *, valid_from: date, source: str, by: User, at: datetime) -> EditionStart:
    """Let a draft hold from a day on, today or later; a day that has not come may be changed.

    What was judged before keeps its receipt. Raises NotADraft, UnknownEdition or NotPossible.
    """
    if EDITIONS.named(edition).valid_from is not None:
        raise NotADraft(edition)
    _lock(edition)
    today = timezone.localdate(at)
    row = EditionStart.objects.filter(edition=edition).first() or EditionStart(edition=edition)
    if row.pk and row.valid_from <= today:
        raise NotPossible(_("Utgåvan gäller redan, och dagen kan inte ändras."), "valid_from")
    if valid_from < today:
        raise NotPossible(_("Välj i dag eller en senare dag."), "valid_from")
    row.valid_from, row.source, row.set_by, row.set_at = valid_from, source, by, at
    _told(row, by=by, at=at).save()
    return row


@transaction.atomic
def call_off(edition: str, *, by: User, at: datetime) -> None:
    """Let an edition be a draft again; does nothing when its day has come."""
    _lock(edition)
    today = timezone.localdate(at)
    for row in EditionStart.objects.filter(edition=edition, valid_from__gt=today):
        _told(row, by=by, at=at).delete()


def _lock(edition: str) -> None:
    """Let one at a time change an edition; a clause without a text has no row to lock."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"edition {edition}"]
        )


def _rows(edition: str) -> dict[str, AdoptedText]:
    rows = AdoptedText.objects.filter(edition=edition).order_by("clause")
    return {row.clause: row for row in rows}


def _passage(row: AdoptedText) -> Passage:
    return Passage(row.text, row.text_en, row.source)


def _write(row: AdoptedText, passage: Passage, *, by: User, at: datetime) -> None:
    row.text, row.text_en, row.source = passage
    row.loaded_by, row.loaded_at = by, at
    _told(row, by=by, at=at).save()


def _remove(row: AdoptedText, *, by: User, at: datetime) -> None:
    _told(row, by=by, at=at).delete()


def _told(row: Any, *, by: User, at: datetime) -> Any:
    """Return a row whose history will tell who changed it, and when."""
    row._history_user, row._history_date = by, at
    return row
