"""The year's follow-ups: their days, what organisations answer, and reminding those who haven't."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from engagements import outbox
from engagements.models import Organisation, Role, User
from engagements.permissions import OWNERS
from engagements.vocabulary import RoleName
from governance import ledger, rounds
from governance.actions.setting import NotPossible
from governance.models import Confirmation, Round, RoundReminder


@transaction.atomic
def set_round(
    year: int, sort: str, *, opens_on: date, due_on: date, by: User, at: datetime
) -> Round:
    """Set when one of a year's follow-ups is answered; what was set stays in the history."""
    row = Round.objects.select_for_update().filter(year=year, sort=sort).first()
    row = row or Round(year=year, sort=sort)
    if row.pk and (row.opens_on, row.due_on) == (opens_on, due_on):
        return row
    row.opens_on, row.due_on = opens_on, due_on
    row._history_user, row._history_date = by, at  # type: ignore[attr-defined]
    row.save()
    return row


@transaction.atomic
def confirm(
    of: Round, organisation: Organisation, *, text: str, by: User, at: datetime
) -> Confirmation:
    """Answer for an organisation, with what is missing as it stands now; once more when it changed.

    A second click finds the answer that the first gave. Raises NotPossible.
    """
    today = timezone.localdate(at)
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    role = Role.objects.on(today).filter(
        user=by, organisation=organisation, name__in=[str(name) for name in OWNERS]
    )
    seat = role.order_by("name").first()
    if seat is None:
        raise NotPossible(_("Bara verksamhetens egen kontaktperson kan svara."), "text")
    if of.opens_on > today:
        raise NotPossible(_("Uppföljningen har inte öppnat än."), "text")
    stand = rounds.stands([organisation], year=of.year, on=today)[organisation.pk]
    if not stand.complete.is_complete and not text.strip():
        raise NotPossible(_("Något saknas. Skriv vad ni gör åt det, och när."), "text")
    before = rounds.latest(of, [organisation]).get(organisation.pk)
    if before and before.text == text and not rounds.changed_since(before, stand):
        return before
    answer = Confirmation(
        round=of,
        organisation=organisation,
        text=text,
        missing=stand.complete.counts,
        frame_sek=stand.frame_sek,
        plan_sha256=stand.plan_sha256,
        role=str(RoleName(seat.name)),
        by=by,
        at=at,
    )
    answer.ledger_seq = ledger.confirmed(answer)
    answer.save(force_insert=True)
    return answer


@dataclass(frozen=True)
class Reminded:
    """Who was reminded, who was already today, and which organisations have nobody to remind."""

    people: list[User]
    again: list[User]
    nobody: list[Organisation]


@transaction.atomic
def remind(of: Round, *, by: User, at: datetime) -> Reminded:
    """Promise a mail to all who have not answered, one a person and day. Raises NotPossible."""
    today = timezone.localdate(at)
    Round.objects.select_for_update().get(pk=of.pk)
    if of.opens_on > today:
        raise NotPossible(_("Uppföljningen har inte öppnat än."), "round")
    late = rounds.waiting(of, on=today)
    people = rounds.answerers(late, on=today)
    told = RoundReminder.objects.filter(round=of, on=today)
    before = set(told.values_list("person", flat=True))
    everybody = {person.pk: person for found in people.values() for person in found}
    RoundReminder.objects.bulk_create(
        [
            RoundReminder(round=of, organisation=row, person=person, on=today, by=by, at=at)
            for row in late
            for person in people.get(row.pk, [])
            if person.pk not in before
        ]
    )
    new = [person for pk, person in everybody.items() if pk not in before]
    for person in new:
        outbox.promise(
            "mail.round",
            at=at,
            once=f"round:{of.pk}:{person.pk}:{today.isoformat()}",
            round_id=of.pk,
            person_id=person.pk,
        )
    again = [person for pk, person in everybody.items() if pk in before]
    return Reminded(new, again, [row for row in late if row.pk not in people])
