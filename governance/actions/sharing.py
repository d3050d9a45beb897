"""Sharing material with the network: the first edition, a new one, and archiving and back again."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from engagements import documents, once, outbox, reading, remembering
from engagements.models import Organisation, User
from governance import material
from governance.actions.setting import NotPossible
from governance.models import Material, MaterialEdition, MaterialText


@transaction.atomic
def share(
    *,
    title: str,
    about: str,
    kind: str,
    organisation: Organisation,
    upload: UploadedFile[Any],
    by: User,
    at: datetime,
) -> Material:
    """Share a file and tell the network; who sends the same again gets what is there.

    Raises Refused.
    """
    checked = documents.check(upload)
    once.wait_for(f"material:{checked.sha256}")
    same = MaterialEdition.objects.filter(
        sha256=checked.sha256,
        replaced_by=None,
        material__title=title,
        material__organisation=organisation,
        material__archived_on=None,
    )
    if kept := same.select_related("material").first():
        return kept.material
    row = remembering.save(
        Material(title=title, about=about, kind=kind, organisation=organisation, by=by, at=at),
        by=by,
        at=at,
    )
    _keep(MaterialEdition(material=row, number=1), checked, upload, by=by, at=at)
    outbox.promise("notify.material", at=at, once=f"material:{row.pk}", material_id=row.pk)
    return row


@transaction.atomic
def renew(
    row: Material, *, upload: UploadedFile[Any], changed: str, by: User, at: datetime
) -> MaterialEdition:
    """Put a new edition in the place of the newest. Raises Refused and NotPossible."""
    checked = documents.check(upload)
    if Material.objects.select_for_update().get(pk=row.pk).archived_on:
        raise NotPossible(_("Materialet är arkiverat."), "file")
    last = MaterialEdition.objects.get(material=row, replaced_by=None)
    if last.sha256 == checked.sha256:
        if last.changed == changed and last.added_by_id == by.pk:
            return last
        raise NotPossible(_("Det är samma fil som den som redan ligger här."), "file")
    new = MaterialEdition(material=row, number=last.number + 1, changed=changed, replaces=last)
    return _keep(new, checked, upload, by=by, at=at)


@transaction.atomic
def describe(row: Material, *, by: User, at: datetime, **answers: Any) -> Material:
    """Change what is said of a material."""
    return remembering.write(row, answers, by=by, at=at)


@transaction.atomic
def archive(row: Material, *, why: str, by: User, at: datetime) -> Material:
    """Take a material out of use, and say why; its editions stay."""
    kept = Material.objects.select_for_update().get(pk=row.pk)
    if kept.archived_on:
        return kept
    kept.archived_on, kept.archived_why = timezone.localdate(at), why
    kept.restored_on, kept.restored_why = None, ""
    return remembering.save(kept, by=by, at=at, why=why)


@transaction.atomic
def restore(row: Material, *, why: str, by: User, at: datetime) -> Material:
    """Take a material that was archived into use again, and say why."""
    kept = Material.objects.select_for_update().get(pk=row.pk)
    if kept.archived_on is None:
        return kept
    kept.archived_on, kept.archived_why = None, ""
    kept.restored_on, kept.restored_why = timezone.localdate(at), why
    return remembering.save(kept, by=by, at=at, why=why)


def _keep(
    row: MaterialEdition,
    checked: documents.Checked,
    upload: UploadedFile[Any],
    *,
    by: User,
    at: datetime,
) -> MaterialEdition:
    documents.keep(row, checked, upload=upload, by=by, at=at)
    reading.expect(row, at=at, model=MaterialText, topic=material.TOPIC)
    return row
