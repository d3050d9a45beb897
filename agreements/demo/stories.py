"""How an invented declaration goes through the house: by the same actions as the site's pages."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone

from agreements.declaration import burdens
from agreements.declaration.forms import lasts_until
from agreements.declaration.models import Commitment, Declaration
from agreements.demo.declarations import Said, Text
from engagements.calendar import add_working_days
from engagements.models import Engagement, Organisation, User
from engagements.permissions import UNDECIDED
from engagements.registration import register, set_taking_part
from engagements.vocabulary import (
    AdviceKind,
    Direction,
    Initiative,
    Outcome,
    Quality,
    Recommendation,
    RoleName,
    Status,
)
from governance import assessing
from governance.actions import (
    advising,
    consulting,
    deciding,
    drafting,
    following_up,
    intake,
    stops,
    way,
)
from governance.demo import forums
from governance.demo.people import CONTACTS

Step = tuple[datetime, Callable[[datetime], Any]]
ADVISED = {"preparation", "lifted", "mayor", "returned"}
DEALT_WITH = {"lifted", "mayor"}
DECIDED = {"approved", "rejected", "closed"}
GROUNDS = {
    Outcome.ACCEPTED: "Åtagandet ryms i vår plan och vi lär oss av de andra.",
    Outcome.DECLINED: "Det kostar mer än det ger. Vi är redan med i ett liknande nätverk.",
}
LATE = "Den som inte har svarat än har fått mer tid. Svaret kan ändra vem som beslutar."


def usual_answers(
    text: Text, *, starts: date, review: date, expires: date | None
) -> dict[str, Any]:
    """Return every answer that a declaration needs before it can be handed in."""
    sek, hours, reporting = text.own
    return {
        "initiator": text.initiator,
        "counterpart_kind": text.kind.value,
        "language": "en",
        "original_text": text.original,
        "swedish_text": text.swedish,
        "purpose": text.purpose,
        "procurement_with_party": False,
        "secrecy_possible": False,
        "scope": text.scope.value,
        "in_existing_plan": text.plan,
        "adds_burden": bool(sek or hours or reporting),
        "own_sek": sek,
        "own_hours": hours,
        "own_reporting": reporting,
        "expires_on": expires,
        "next_review_on": review,
        "forums_searched": True,
        "initiative": Initiative.ASKED.value,
        "directions": [Direction.PROFILING.value],
        "qualities": [Quality.SUSTAINABILITY.value],
        "audiences": ["business"],
        "goals": ["klimat"],
        "goal_contribution": "Staden når sina mål fortare med andra.",
        "sdgs": [11, 13],
        "sdg_how": "Städerna delar lösningar som fungerar.",
        "touches_foreign_policy": False,
        "estimated_sek": sek,
        "working_hours": hours or 8,
        "budget_line": "Förvaltningens ram",
        "in_operational_plan": True,
        "starts_on": starts,
    } | text.answers


@transaction.atomic
def write_answers(
    engagement: Engagement,
    answers: dict[str, Any],
    commitments: tuple[tuple[str, str], ...],
    *,
    by: User,
    at: datetime,
) -> Engagement:
    """Write answers on a declaration and its engagement, and judge it anew."""
    row: Declaration = engagement.declaration
    own = {column.name for column in Declaration._meta.get_fields()}
    for name, value in answers.items():
        setattr(row if name in own else engagement, name, value)
    engagement.counterpart = row.initiator
    engagement.ends_on = lasts_until(engagement.starts_on, row)
    for place, (words, kept_by) in enumerate(commitments):
        line = Commitment(engagement=engagement, place=place, text=words, kept_by=kept_by)
        line._history_user = by  # type: ignore[attr-defined]
        line.save()
    return drafting.save_judged(engagement, row, by=by, at=at)


@dataclass
class Story:
    """One declaration's way. today: the day of the demo, from which the days are counted."""

    text: Text
    people: dict[str, User]
    today: datetime
    engagement: Engagement | None = None

    @property
    def host(self) -> Organisation:
        """The organisation that answers for it."""
        return Organisation.objects.select_related("board").get(code=self.text.host)

    @property
    def contact(self) -> User:
        """Its contact person."""
        return self.people[CONTACTS[self.text.host]]

    @property
    def asked(self) -> list[str]:
        """The codes of those who are asked."""
        return [*self.text.said, *self.text.late]

    @property
    def now(self) -> Engagement:
        """The engagement as it stands."""
        assert self.engagement is not None  # noqa: S101 - the first step makes it
        return Engagement.objects.select_related("organisation__board").get(pk=self.engagement.pk)

    def on(self, day: int, hour: int) -> datetime:
        """Return an hour of a day, never later than the demo itself."""
        moment = (self.today + timedelta(days=day)).replace(hour=hour, minute=0)
        return min(moment, self.today)

    def day(self, number: int) -> date:
        """Return a day counted from the demo's."""
        return timezone.localdate(self.today) + timedelta(days=number)

    def steps(self) -> list[Step]:
        """Return what happens, up to where the declaration has come."""
        text, start = self.text, self.text.registered
        steps: list[Step] = [(self.on(start, 8), self.write)]
        if self.asked:
            steps.append((self.on(start, 9), self.ask))
        for number, (code, said) in enumerate(text.said.items()):
            if said is not None:
                steps.append((self.on(start + 1, 10 + number), partial(self.answer, code, said)))
        if text.end == "draft":
            return steps
        steps.append((self.on(start + 2, 9), self.submit))
        if text.end in ADVISED:
            steps.append((self.on(start + 4, 11), self.advise))
        if text.end in DEALT_WITH:
            steps.append((self.on(start + 20, 14), self.deal_with))
        for code, (day, said) in text.late.items():
            steps.append((self.on(day, 10), partial(self.answer, code, said)))
        if text.end in DECIDED:
            steps.append((self.on(start + 9, 13), self.decide))
        if text.end == "closed":
            steps.append((self.on(text.review + 1, 8), self.begin_follow_up))
            steps.append((self.on(text.review + 8, 14), self.follow_up_and_close))
        return steps

    def write(self, at: datetime) -> None:
        """The contact person registers it."""
        text, by = self.text, self.contact
        self.engagement = register(
            Declaration, organisation=self.host, title=text.title, by=by, at=at
        )
        touched = Organisation.objects.filter(code__in=self.asked)
        set_taking_part(self.engagement, touched, by=by)
        expires = None if text.expires is None else self.day(text.expires)
        answers = usual_answers(
            text, starts=self.day(text.starts), review=self.day(text.review), expires=expires
        )
        if text.end == "draft":
            answers |= {"goals": [], "estimated_sek": None}
        write_answers(self.engagement, answers, text.commitments, by=by, at=at)

    def ask(self, at: datetime) -> None:
        """The contact person asks those who are touched."""
        consulting.ask(
            self.now,
            organisations=Organisation.objects.filter(code__in=self.asked),
            due=add_working_days(timezone.localdate(at), consulting.ANSWER_DAYS),
            by=self.contact,
            at=at,
        )

    def answer(self, code: str, said: Said, at: datetime) -> None:
        """One who is asked says what it adds for them; too late when it is decided."""
        if self.now.status not in UNDECIDED:
            return
        sek, hours, reporting = said
        adds = any(said)
        burdens.say(
            self.now,
            organisation=Organisation.objects.get(code=code),
            sek=sek,
            hours=hours,
            reporting=reporting,
            comment="Två mätningar om året, och en rapport till initiativet." if adds else "",
            seen=0,
            by=self.people[CONTACTS[code]],
            at=at,
        )

    def submit(self, at: datetime) -> None:
        """The contact person hands it in."""
        item = self.now
        forums.tried(item, by=self.contact, at=at)
        judged = assessing.judge(item, stage="submission", on=timezone.localdate(at))
        grounds = {assessing.key_of(finding): LATE for finding in judged.needs_weighing}
        intake.submit(
            item,
            version=None,
            ask=assessing.advice_needed(judged),
            question="",
            weighings=grounds,
            by=self.contact,
            at=at,
        )

    def advise(self, at: datetime) -> None:
        """The international unit advises."""
        kind, words = AdviceKind.SUPPORT, "Texten binder inte staden till något nytt. Gå med."
        if self.text.end == "returned":
            kind, words = AdviceKind.RETURN, "Skriv hur åtagandet skiljer sig från dataportalen."
        advising.advise(
            self.now,
            kind=kind,
            text=words,
            clauses=["5.3.2b", "4.3b"],
            unit=RoleName.INTERNATIONAL_UNIT,
            by=self.people["johan.ekstrom"],
            at=at,
        )

    def deal_with(self, at: datetime) -> None:
        """The International Committee deals with it, if no meeting of the year has.

        A meeting that is called, and comes later, then has it no more.
        """
        if self.now.status != Status.PREPARATION:
            return
        stops.off_the_agenda(self.now, by=self.people["karim.nordin"], at=at)
        way.committee_dealt(
            self.now,
            Recommendation.SUPPORTS,
            meeting_item_ref=f"demo:{self.text.title}"[:64],
            by=self.people["karim.nordin"],
            at=at,
        )

    def decide(self, at: datetime) -> None:
        """The responsible board or company decides."""
        deciding.decide(
            self.now,
            outcome=self.text.outcome,
            grounds=GROUNDS[self.text.outcome],
            organisation=self.host,
            role=RoleName.CONTACT_PERSON,
            by=self.contact,
            at=at,
        )

    def begin_follow_up(self, at: datetime) -> None:
        """The day of review has come."""
        following_up.begin(self.now, by=self.contact, at=at)

    def follow_up_and_close(self, at: datetime) -> None:
        """The contact person tells what came of it."""
        item = self.now
        following_up.follow_up(
            item,
            learnt="Hur andra städer når ägare till små tak.",
            acted_on="Vi visar kartan tillsammans med råd om bygglov.",
            told="Nämnden och kontaktpersonerna i staden.",
            image="",
            cost_sek=item.estimated_sek or 0,
            working_hours=60,
            by=self.contact,
            at=at,
        )
        following_up.close(self.now, by=self.contact, at=at)
