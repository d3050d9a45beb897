"""Keys to the API: made, revoked, and counted at each call."""

from __future__ import annotations

import hashlib
import secrets
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from engagements.models import User
from governance.actions.setting import NotPossible
from governance.models import ApiToken

LONGEST = timedelta(days=365)
PER_MINUTE = 60
MARK = "utb_"
SHOWN = len(MARK) + 6


class BadKey(Exception):
    """A key that opens nothing: unknown, past its last day, or revoked."""


class TooOften(Exception):
    """A key that has been used up for this minute. seconds: till the next one."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"{PER_MINUTE} calls a minute")
        self.seconds = seconds


@transaction.atomic
def create(*, purpose: str, expires_on: date, by: User, at: datetime) -> tuple[ApiToken, str]:
    """Make a key; its secret is returned now and never again. Raises NotPossible."""
    today = timezone.localdate(at)
    if not today <= expires_on <= today + LONGEST:
        raise NotPossible(_("Välj en dag från i dag till högst ett år fram."), "expires_on")
    secret = MARK + secrets.token_urlsafe(32)
    token = ApiToken(
        purpose=purpose,
        prefix=secret[:SHOWN],
        sha256=_hash(secret),
        expires_on=expires_on,
        created_by=by,
        created_at=at,
    )
    _save(token, by=by, at=at)
    return token, secret


@transaction.atomic
def revoke(token: ApiToken, *, by: User, at: datetime) -> ApiToken:
    """Let a key open nothing from now on; a second time changes nothing."""
    row = ApiToken.objects.select_for_update().get(pk=token.pk)
    if row.revoked_at is None:
        row.revoked_at = at
        _save(row, by=by, at=at)
    return row


@transaction.atomic
def count(secret: str, *, at: datetime) -> ApiToken:
    """Return the key that a secret opens, with this call counted. Raises BadKey, TooOften.

    The row is held only while it is counted, so that calls with one key are judged side by side.
    """
    row = ApiToken.objects.select_for_update().filter(sha256=_hash(secret)).first()
    today = timezone.localdate(at)
    if row is None or row.revoked_at is not None or row.expires_on < today:
        raise BadKey
    minute = at.replace(second=0, microsecond=0)
    calls = row.calls + 1 if row.minute == minute else 1
    if calls > PER_MINUTE:
        raise TooOften(60 - at.second)
    ApiToken.objects.filter(pk=row.pk).update(minute=minute, calls=calls, last_used_on=today)
    return row


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogateescape")).hexdigest()


def _save(row: Any, *, by: User, at: datetime) -> None:
    row._history_user, row._history_date = by, at
    row.save()
