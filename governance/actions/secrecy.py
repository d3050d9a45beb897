"""What of a matter is kept secret, in whole or in part, and what it gave that all may read."""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from engagements import lifecycle
from engagements.models import Document, Engagement, User
from engagements.timeline import record
from engagements.vocabulary import SecrecySection
from governance.insight import publishing
from governance.models import FollowUp, Part, SecretPart, ShownGain


class NothingToChange(Exception):
    """The engagement is already as secret or as open as it was asked to be."""


@transaction.atomic
def make_secret(
    engagement: Engagement,
    *,
    section: SecrecySection,
    grounds: str,
    review_by: date | None = None,
    by: User,
    at: datetime,
) -> Engagement:
    """Mark that secrecy is weighed: only its own, SLK, KS and the registrar read it from now on.

    What was public of it is taken away at once. review_by: the day by which it is weighed anew.
    A second call may name another section. Raises NothingToChange for the same one.
    """
    row = lifecycle.lock(engagement.pk)
    if row.secret and row.secrecy_section == section:
        raise NothingToChange(_("Ärendet är redan markerat enligt den bestämmelsen."))
    _lift(row, Part.WHOLE, None, grounds=grounds, by=by, at=at)
    row.secret, row.secrecy_section = True, str(section)
    lifecycle.save(row, by=by, at=at, why=grounds)
    _mark(row, Part.WHOLE, None, section, grounds, review_by, by=by, at=at)
    record(row, "made_secret", by=by, at=at, section=str(section), grounds=grounds)
    publishing.publish(row, at=at)
    return row


@transaction.atomic
def make_open(engagement: Engagement, *, grounds: str, by: User, at: datetime) -> Engagement:
    """Take the mark away: openness is the rule. Raises NothingToChange when there is none."""
    row = lifecycle.lock(engagement.pk)
    if not row.secret:
        raise NothingToChange(_("Ärendet är redan öppet."))
    row.secret, row.secrecy_section = False, ""
    lifecycle.save(row, by=by, at=at, why=grounds)
    _lift(row, Part.WHOLE, None, grounds=grounds, by=by, at=at)
    record(row, "made_open", by=by, at=at, grounds=grounds)
    publishing.publish(row, at=at)
    return row


@transaction.atomic
def mask(
    engagement: Engagement,
    *,
    part: Part,
    section: SecrecySection,
    grounds: str,
    review_by: date,
    document: Document | None = None,
    by: User,
    at: datetime,
) -> SecretPart:
    """Keep one part of a matter secret: what is public is masked at once. Raises NothingToChange.

    document: which one, where the part is a document.
    """
    row = lifecycle.lock(engagement.pk)
    marked = SecretPart.objects.filter(engagement=row, part=part, document=document, lifted_at=None)
    if marked.exists():
        raise NothingToChange(_("Den delen är redan sekretessmarkerad."))
    made = _mark(row, part, document, section, grounds, review_by, by=by, at=at)
    record(row, "part_secret", by=by, at=at, part=_said(made), section=str(section))
    publishing.publish(row, at=at)
    return made


@transaction.atomic
def unmask(secret: SecretPart, *, grounds: str, by: User, at: datetime) -> SecretPart:
    """Lift the secrecy of a part, which is then public as before. Raises NothingToChange."""
    row = lifecycle.lock(secret.engagement_id)
    made = _lift(row, Part(secret.part), secret.document, grounds=grounds, by=by, at=at)
    if made is None:
        raise NothingToChange(_("Den delen är redan öppen."))
    record(row, "part_open", by=by, at=at, part=_said(made), grounds=grounds)
    publishing.publish(row, at=at)
    return made


@transaction.atomic
def show_gain(engagement: Engagement, *, by: User, at: datetime) -> ShownGain:
    """Let all read what a matter gave, as it is written now. Raises NothingToChange."""
    row = lifecycle.lock(engagement.pk)
    told = FollowUp.objects.filter(engagement=row).values_list("learnt", flat=True).first()
    shown = ShownGain.objects.filter(engagement=row, hidden_at=None).first()
    if not told or (shown and shown.text == told):
        raise NothingToChange(_("Det finns inget nytt att visa."))
    if shown:
        _hide(shown, by=by, at=at)
    made = ShownGain.objects.create(engagement=row, text=told, by=by, at=at)
    record(row, "gain_shown", by=by, at=at)
    publishing.publish(row, at=at)
    return made


@transaction.atomic
def hide_gain(engagement: Engagement, *, by: User, at: datetime) -> None:
    """Let only the city read what a matter gave. Raises NothingToChange."""
    row = lifecycle.lock(engagement.pk)
    shown = ShownGain.objects.filter(engagement=row, hidden_at=None).first()
    if shown is None:
        raise NothingToChange(_("Det visas inte öppet."))
    _hide(shown, by=by, at=at)
    record(row, "gain_hidden", by=by, at=at)
    publishing.publish(row, at=at)


def _hide(shown: ShownGain, *, by: User, at: datetime) -> None:
    shown.hidden_by, shown.hidden_at = by, at
    shown.save(update_fields=["hidden_by", "hidden_at"])


def _mark(
    row: Engagement,
    part: Part,
    document: Document | None,
    section: SecrecySection,
    grounds: str,
    review_by: date | None,
    *,
    by: User,
    at: datetime,
) -> SecretPart:
    return SecretPart.objects.create(
        engagement=row,
        part=part,
        document=document,
        section=str(section),
        grounds=grounds,
        review_by=review_by,
        by=by,
        at=at,
    )


def _lift(
    row: Engagement,
    part: Part,
    document: Document | None,
    *,
    grounds: str,
    by: User,
    at: datetime,
) -> SecretPart | None:
    kept = SecretPart.objects.filter(engagement=row, part=part, document=document, lifted_at=None)
    made = kept.first()
    if made:
        made.lifted_by, made.lifted_at, made.lifted_grounds = by, at, grounds
        made.save(update_fields=["lifted_by", "lifted_at", "lifted_grounds"])
    return made


def _said(made: SecretPart) -> dict[str, str]:
    """Return the name of a part by language, as the timeline keeps it."""
    found = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            found[language] = str(made.get_part_display()).lower()
    return found
