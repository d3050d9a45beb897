"""Secret addresses of calendars: made, renewed, revoked, and read."""

from __future__ import annotations

import hashlib
import secrets
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from engagements import remembering
from engagements.models import User
from governance.models import CalendarFeed


class Dead(Exception):
    """An address that opens nothing: unknown, revoked, or of somebody whose account is closed."""


@transaction.atomic
def renew(person: User, *, everything: bool, at: datetime) -> str:
    """Make a person's address; the one before opens nothing from now on.

    Its secret is returned now and never again.
    """
    secret = secrets.token_urlsafe(32)
    row = CalendarFeed.objects.select_for_update().filter(person=person).first()
    row = row or CalendarFeed(person=person)
    row.sha256, row.everything = _hash(secret), everything
    row.made_at, row.revoked_at, row.last_read_on = at, None, None
    remembering.save(row, by=person, at=at)
    return secret


@transaction.atomic
def revoke(person: User, *, at: datetime) -> None:
    """Let a person's address open nothing from now on; a second time changes nothing."""
    row = CalendarFeed.objects.select_for_update().filter(person=person, revoked_at=None).first()
    if row:
        row.sha256, row.revoked_at = "", at
        remembering.save(row, by=person, at=at)


def opened(secret: str, *, on: date) -> CalendarFeed:
    """Return what a secret opens, noting the day that it was read. Raises Dead."""
    found = CalendarFeed.objects.select_related("person")
    row = found.filter(sha256=_hash(secret), revoked_at=None, person__is_active=True).first()
    if row is None:
        raise Dead
    unread = CalendarFeed.objects.filter(~Q(last_read_on=on) | Q(last_read_on=None), pk=row.pk)
    unread.update(last_read_on=on)
    return row


def _hash(secret: str) -> str:
    # 256 random bits: a plain hash cannot be searched as one of a password could.
    return hashlib.sha256(secret.encode("utf-8", "surrogateescape")).hexdigest()
