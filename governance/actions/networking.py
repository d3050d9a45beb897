"""The network's life: asking all, answering, reminding, news and meetings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from engagements import outbox, remembering
from engagements.models import Organisation, User
from engagements.permissions import reach_of
from governance import network, rounds
from governance.actions.setting import NotPossible
from governance.models import (
    Bulletin,
    NetworkAnswer,
    NetworkMeeting,
    NetworkQuestion,
    NetworkReminder,
)


@transaction.atomic
def ask(*, title: str, text: str, due_on: date, by: User, at: datetime) -> NetworkQuestion:
    """Ask every organisation; all who answer for one get a mail."""
    row = NetworkQuestion(title=title, text=text, due_on=due_on, by=by, at=at)
    remembering.save(row, by=by, at=at)
    remind(row, by=by, at=at)
    return row


@transaction.atomic
def answer(
    question: NetworkQuestion, organisation: Organisation, *, text: str, by: User, at: datetime
) -> NetworkAnswer:
    """Answer for an organisation; a later answer replaces it. Raises NotPossible."""
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    if organisation.pk not in reach_of(by, on=timezone.localdate(at)).owns:
        raise NotPossible(_("Bara verksamhetens egen kontaktperson kan svara."), "text")
    kept = NetworkAnswer.objects.filter(question=question, organisation=organisation).first()
    if kept and kept.text == text:
        return kept
    row = kept or NetworkAnswer(question=question, organisation=organisation)
    row.text, row.by, row.at = text, by, at
    return remembering.save(row, by=by, at=at)


@dataclass(frozen=True)
class Told:
    """Who was told now, and which organisations have nobody to tell."""

    people: list[User]
    nobody: list[Organisation]


@transaction.atomic
def remind(question: NetworkQuestion, *, by: User, at: datetime) -> Told:
    """Promise a mail to all who have not answered, one a person and day."""
    today = timezone.localdate(at)
    NetworkQuestion.objects.select_for_update().get(pk=question.pk)
    late = network.waiting(question, on=today)
    whom = rounds.answerers(late, on=today)
    before = NetworkReminder.objects.filter(question=question, on=today)
    told = set(before.values_list("person", flat=True))
    everybody = {person.pk: person for found in whom.values() for person in found}
    new = [person for pk, person in everybody.items() if pk not in told]
    NetworkReminder.objects.bulk_create(
        [NetworkReminder(question=question, person=one, on=today, by=by, at=at) for one in new]
    )
    for person in new:
        outbox.promise(
            "mail.question",
            at=at,
            once=f"question:{question.pk}:{person.pk}:{today.isoformat()}",
            question_id=question.pk,
            person_id=person.pk,
        )
    return Told(new, [row for row in late if row.pk not in whom])


@transaction.atomic
def publish(*, title: str, text: str, by: User, at: datetime) -> Bulletin:
    """Write news to the network; all are told as they have chosen."""
    row = remembering.save(Bulletin(title=title, text=text, by=by, at=at), by=by, at=at)
    outbox.promise("notify.bulletin", at=at, once=f"bulletin:{row.pk}", bulletin_id=row.pk)
    return row


@transaction.atomic
def write_meeting(row: NetworkMeeting, *, by: User, at: datetime, **answers: Any) -> NetworkMeeting:
    """Write a meeting, or what is changed in it."""
    return remembering.write(row, answers, by=by, at=at)
