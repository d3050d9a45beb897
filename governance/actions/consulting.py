"""Asking organisations what a matter means for them, and knowing who has answered (5.3.2)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from engagements import lifecycle, outbox
from engagements.models import Consultation, Engagement, Organisation, User
from engagements.permissions import UNDECIDED
from engagements.templatetags.utblick import NBSP, weekday
from engagements.timeline import record
from governance import ledger
from governance.actions.deciding import NotOpen

ANSWER_DAYS = 10


def hold_open(engagement: Engagement) -> Engagement:
    """Return the engagement locked, while organisations can still be asked. Raises NotOpen."""
    row = lifecycle.lock(engagement.pk)
    if row.status not in UNDECIDED:
        raise NotOpen(_("Ärendet är avgjort. Nu kan ingen längre tillfrågas eller svara."))
    return row


@transaction.atomic
def ask(
    engagement: Engagement,
    *,
    organisations: Iterable[Organisation],
    due: date,
    by: User,
    at: datetime,
) -> list[Consultation]:
    """Ask organisations; each gets the question on its start page and by mail. Raises NotOpen.

    Who was asked before is asked anew, with a new last day.
    """
    row = hold_open(engagement)
    before = {asked.organisation_id: asked for asked in row.consultations.all()}
    made = []
    for organisation in sorted(organisations, key=lambda one: one.code):
        asked = before.get(organisation.pk) or Consultation(
            engagement=row, organisation=organisation
        )
        asked.asked_by, asked.asked_at, asked.due, asked.answered_at = by, at, due, None
        _save(asked, by=by)
        record(row, "consulted", by=by, at=at, body=names(organisation), due=_written(due))
        outbox.promise(
            "notify.asked",
            at=at,
            once=f"notify.asked:{asked.pk}:{at.isoformat()}",
            consultation_id=asked.pk,
        )
        made.append(asked)
    codes = [asked.organisation.code for asked in made]
    ledger.consulted(row, codes, due=due, by=by, at=at)
    return made


def settle(engagement: Engagement, organisation: Organisation, *, by: User, at: datetime) -> None:
    """Note that an organisation has answered, where it was asked."""
    for asked in engagement.consultations.filter(organisation=organisation, answered_at=None):
        asked.answered_at = at
        _save(asked, by=by)


def names(organisation: Organisation) -> dict[str, str]:
    """Return what an organisation is called, as the timeline keeps it."""
    return {"sv": organisation.name_sv, "en": organisation.name_en}


def _written(day: date) -> dict[str, str]:
    told = {}
    for language in ("sv", "en"):
        with translation.override(language):
            told[language] = weekday(day).replace(NBSP, " ")
    return told


def _save(asked: Consultation, *, by: User) -> None:
    asked._history_user = by  # type: ignore[attr-defined]
    asked.save()
