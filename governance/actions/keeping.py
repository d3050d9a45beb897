"""What keeps an engagement in order: who may read it, and its number in the registry."""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from engagements import lifecycle, outbox, permissions
from engagements.models import Conflict, Document, Engagement, User
from engagements.timeline import record
from engagements.vocabulary import Body, SecrecySection, Status
from governance import committee, ledger
from governance.actions.intake import tell_ball
from governance.insight import publishing
from governance.models import FollowUp, Part, SecretPart, ShownGain


class NoSuchColleague(Exception):
    """Nobody with that address uses Utblick."""


@transaction.atomic
def share_with(engagement: Engagement, *, email: str, by: User, at: datetime) -> User:
    """Open an engagement to a named colleague, for reading. Raises NoSuchColleague."""
    colleague = User.objects.filter(email=email.strip().lower(), is_active=True).first()
    if colleague is None:
        raise NoSuchColleague(_("Ingen med den adressen använder Utblick."))
    permissions.share(engagement, with_user=colleague)
    record(engagement, "shared", by=by, at=at, name=colleague.name)
    outbox.promise(
        "notify.shared",
        at=at,
        once=f"shared:{engagement.pk}:{colleague.pk}",
        engagement_id=engagement.pk,
        person_id=colleague.pk,
        by_id=by.pk,
    )
    return colleague


@transaction.atomic
def set_registry_number(
    engagement: Engagement, *, number: str, by: User, at: datetime
) -> Engagement:
    """Write down the number that the engagement has in the city's own registry."""
    row = lifecycle.lock(engagement.pk)
    row.registry_number = number
    lifecycle.save(row, by=by, at=at, why=str(_("diarienummer")))
    record(row, "registry_number", by=by, at=at, number=number or "–")
    return row


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


@transaction.atomic
def date_steps(
    engagement: Engagement, *, days: dict[str, date], by: User, at: datetime
) -> Engagement:
    """Date those of the five steps that have no day yet; a day once set is kept (5.4.5)."""
    row = lifecycle.lock(engagement.pk)
    for field, day in days.items():
        if getattr(row, field) is None:
            setattr(row, field, day)
    lifecycle.save(row, by=by, at=at, why=str(_("de fem stegen")))
    record(row, "changed", by=by, at=at, fields=str(_("de fem stegen")))
    return row


@transaction.atomic
def declare_conflict(engagement: Engagement, *, grounds: str, by: User, at: datetime) -> Conflict:
    """Declare one's own conflict of interest; from now on one reads and does nothing else.

    What lay with oneself alone lies with one's colleagues again. A second time changes nothing.
    """
    row = lifecycle.lock(engagement.pk)
    conflict, made = Conflict.objects.get_or_create(
        engagement=row, user=by, defaults={"grounds": grounds, "declared_at": at}
    )
    if not made:
        return conflict
    if row.ball_person_id == by.pk:
        row.ball_person = None
        lifecycle.save(row, by=by, at=at, why=str(_("jäv")))
    record(row, "conflict", by=by, at=at)
    ledger.conflict_declared(conflict)
    if row.status == Status.DECISION and row.ball == Body.FINANCE_MAYOR:
        _pass_on(row, by=by, at=at)
    return conflict


def _pass_on(row: Engagement, *, by: User, at: datetime) -> None:
    """Bring a matter past who stands aside: to the substitute, or to the Executive Board."""
    today = timezone.localdate(at)
    past = committee.mayor_stands_aside(row, on=today)
    to = Body.EXECUTIVE_BOARD if past else Body.FINANCE_MAYOR
    row = lifecycle.hand(row, ball=to, due=row.due, by=by, at=at, why=str(_("jäv")))
    seat = committee.mayor_in(row, on=today)
    if past or seat:
        whom = {"sv": to.sv, "en": to.en} if past else str(seat.user) if seat else ""
        record(row, "passed_on", by=by, at=at, whom=whom)
    tell_ball(row, "lifted", at=at)
