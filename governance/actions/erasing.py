"""Erasing people outside the city from what is done (docs/adr/0006-personal-data.md)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.apps import apps
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from engagements import lifecycle, reading
from engagements.models import Detail, Engagement, Line, OutboxMessage, User
from engagements.timeline import record
from engagements.vocabulary import Status
from governance import ledger
from governance.models import Notice, Reply, ReplyState

REASON = "gallring"
DONE = (Status.CLOSED, Status.REJECTED, Status.WITHDRAWN)


class NotDone(Exception):
    """Somebody still needs the people of this engagement."""


class NoRule(Exception):
    """Nothing says that they may be erased."""


@transaction.atomic
def erase_personal_data(engagement: Engagement, *, why: str, by: User, at: datetime) -> int:
    """Empty every column with people outside the city, and destroy the ledger's secrets.

    why: the decision or the plan of retention that says so; it stands in timeline and ledger.
    Files that are marked as holding personal data are left: they are records of their own, but
    nobody finds them by what they say any more.
    Returns the place of the entry that tells of it. Raises NoRule or NotDone.
    """
    rule = why.strip()
    if not rule:
        raise NoRule(_("Ange beslutet eller planen som gallringen följer."))
    row = lifecycle.lock(engagement.pk)
    if row.status not in DONE or row.is_unanswered:
        raise NotDone(_("Ärendet är inte avslutat. Gallra när det är klart."))
    replies = list(Reply.objects.select_for_update(of=("self",)).filter(engagement=row))
    if any(reply.state == ReplyState.QUEUED for reply in replies):
        raise NotDone(_("Ett svar är på väg. Gallra när det har skickats."))
    for detail in _details(row):
        _empty(detail, by=by)
    for reply in replies:
        _empty(reply, by=by)
        # A mail server that refuses an address tells it.
        sending = OutboxMessage.objects.filter(topic="mail.reply", payload={"reply_id": reply.pk})
        sending.update(last_error="")
    reading.erase(row)
    Notice.objects.filter(engagement=row).delete()
    record(row, "erased", by=by, at=at, why=rule)
    return ledger.destroy(row, rule=rule, by=by)


def _details(row: Engagement) -> Iterator[Detail | Line]:
    for model in apps.get_models():
        if issubclass(model, Detail | Line) and model.PERSONAL:
            rows = model._default_manager.select_for_update(of=("self",))
            yield from rows.filter(engagement=row)


def _empty(row: Detail | Line | Reply, *, by: User) -> None:
    for name in row.PERSONAL:
        setattr(row, name, None if row._meta.get_field(name).null else "")
    if isinstance(row, Detail):  # nor is anybody found by a name that is gone
        Engagement.objects.filter(pk=row.pk).update(search_words=row.found_by)
    row._history_user = by  # type: ignore[union-attr]
    row._change_reason = REASON  # type: ignore[union-attr]
    row.save()
