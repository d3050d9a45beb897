"""From a file to rows in the registers: asked for once, made piece by piece by the worker."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from engagements import outbox
from engagements.models import Organisation, User
from engagements.once import wait_for
from engagements.timeline import record
from governance.importing.columns import REGISTRY, Importable, folded, guessed
from governance.importing.rows import Good, rows_of
from governance.importing.sheets import Sheet, read
from governance.models import ImportedRow, ImportFile, ImportMapping, ImportState

# As many rows as a task makes well within its time.
PIECE = 200


class NotAllGood(Exception):
    """Some rows can't be read, and nobody has said to leave them out."""


@transaction.atomic
def choose(
    importable: Importable,
    *,
    organisation: Organisation,
    name: str,
    content: bytes,
    by: User,
    at: datetime,
) -> ImportFile:
    """Keep a file, with its columns as they were chosen last time. Raises sheets.Unreadable."""
    sheet = read(content, name)
    kept = ImportMapping.objects.filter(organisation=organisation, slug=importable.slug).first()
    return ImportFile.objects.create(
        organisation=organisation,
        slug=importable.slug,
        name=name[-120:],
        content=content,
        mapping=guessed(importable, sheet.headings, kept.headings if kept else {}),
        by=by,
        at=at,
    )


@transaction.atomic
def map_columns(file: ImportFile, mapping: dict[str, int], sheet: Sheet) -> None:
    """Say which column is which, and remember it for the organisation."""
    file.mapping = mapping
    file.save(update_fields=["mapping"])
    chosen = {folded(sheet.headings[place]): name for name, place in mapping.items()}
    kept, _made = ImportMapping.objects.get_or_create(
        organisation=file.organisation, slug=file.slug
    )
    kept.headings = kept.headings | chosen
    kept.save(update_fields=["headings"])


@transaction.atomic
def begin(file: ImportFile, *, only_good: bool, at: datetime) -> ImportFile:
    """Let the worker read a file in; a second click changes nothing. Raises NotAllGood."""
    row = ImportFile.objects.select_for_update(of=("self",)).get(pk=file.pk)
    if row.state != ImportState.CHOSEN:
        return row
    found = rows_of(row, on=timezone.localdate(at))
    if found.problems and not only_good:
        raise NotAllGood(_("Några rader går inte att läsa. Rätta dem, eller läs in de andra."))
    row.only_good, row.total = only_good, len(found.fresh)
    row.known, row.bad, row.state = found.known, found.bad, ImportState.QUEUED
    row.save()
    outbox.promise("import", at=at, once=f"import:{row.pk}:0", file_id=str(row.pk))
    return row


@transaction.atomic
def make(file_id: str, *, at: datetime) -> None:
    """Make the next piece of a file, and promise the one after it. Safe to run twice.

    What a row became and that it has been read are written in one transaction.
    """
    file = ImportFile.objects.select_for_update(of=("self",)).get(pk=file_id)
    if not file.waiting:
        return
    importable = REGISTRY[file.slug]
    wait_for(f"import {file.organisation_id} {importable.kind}")
    left = rows_of(file, on=timezone.localdate(file.at)).fresh
    for good in left[:PIECE]:
        _make_one(file, importable, good, at=at)
    file.made += len(left[:PIECE])
    # What another file has read in since it was asked for is done too.
    file.done = file.total - len(left[PIECE:])
    file.state = ImportState.RUNNING
    if len(left) > PIECE:
        again = f"import:{file.pk}:{file.done}"
        outbox.promise("import", at=at, once=again, file_id=str(file.pk))
    else:
        _finish(file, at=at)
    file.save()


def _make_one(file: ImportFile, importable: Importable, good: Good, *, at: datetime) -> None:
    made = importable.save(good.answers, organisation=file.organisation, by=file.by, at=at)
    ImportedRow.objects.create(
        file=file,
        row=good.row,
        organisation=file.organisation,
        kind=importable.kind,
        fingerprint=good.fingerprint,
        engagement=made,
    )
    record(made, "imported", by=file.by, at=at, file=file.name, row=str(good.row))


def _finish(file: ImportFile, *, at: datetime) -> None:
    """Let go of the file itself, which may hold names, and tell the one who asked."""
    file.state, file.ended_at, file.content = ImportState.DONE, at, b""
    outbox.promise("mail.import", at=at, once=f"mail.import:{file.pk}", file_id=str(file.pk))
