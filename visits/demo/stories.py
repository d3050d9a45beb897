"""How an invented request goes through the house: by the same actions as the site's pages.

Every story is a list of steps with their times; all stories' steps are taken in order of time, so
that numbers and the ledger tell the same as the calendar.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from engagements.models import Engagement, Organisation, User
from engagements.registration import register, set_cost, set_taking_part
from engagements.vocabulary import (
    AdviceKind,
    Channel,
    CooperationPurpose,
    CostLine,
    Direction,
    Initiative,
    Learning,
    Outcome,
    PoliticalLevel,
    RoleName,
)
from governance import notifications
from governance.actions import advising, deciding, drafting, following_up, intake, replying
from governance.demo.people import CONTACTS
from visits.demo.requests import Request
from visits.demo.themes import SUBJECTS, THEMES
from visits.visit.models import Visit

Step = tuple[datetime, Callable[[datetime], Any]]
DECIDED = {"coordination", "countered", "approved", "follow_up", "closed", "rejected"}
GROUNDS = {
    Outcome.ACCEPTED: "Vi lär oss mer än vi lägger ned, och tiden finns i planen.",
    Outcome.ACCEPTED_WITHOUT_LETTER: "Besöket är bra för oss. Skäl för ett brev saknas.",
    Outcome.COUNTERED: "Ett digitalt möte på en timme, med samma frågor.",
    Outcome.DECLINED: "Gruppen är stor och vi ser inget som vår verksamhet lär sig.",
}


def usual_answers(request: Request, *, received: date, starts: date) -> dict[str, Any]:
    """Return every answer that a visit needs before it can be handed in."""
    wishes, we_learn, they_learn, contribution = THEMES[request.theme]
    return {
        "requesting_organisation": request.body,
        "counterpart_kind": request.kind.value,
        "country": request.country,
        "city": request.city,
        "contact_name": request.contact,
        "contact_email": "visits@delegation.example",
        "channel": Channel.EMAIL.value,
        "received_on": received,
        "delegation_size": request.persons,
        "political_level": PoliticalLevel.NONE.value,
        "wishes": wishes,
        "stockholm_learns": we_learn,
        "they_learn": they_learn,
        "learning_kinds": [Learning.DEVELOPMENT.value],
        "wants_letter": False,
        "asks_twinning": False,
        "aid_character": False,
        "procurement_with_party": False,
        "secrecy_possible": False,
        "digital": False,
        "language": "en",
        "own_participants": min(3, request.persons),
        "alcohol": False,
        "initiative": Initiative.ASKED.value,
        "directions": [Direction.COOPERATION.value, Direction.SCANNING.value],
        "goals": ["klimat"],
        "goal_contribution": contribution,
        "sdgs": [11, 17],
        "sdg_how": "Städer som lär av varandra når målen fortare.",
        "cooperation_purposes": [CooperationPurpose.METHODS.value],
        "touches_foreign_policy": False,
        "budget_line": "Förvaltningens ram",
        "in_operational_plan": True,
        "working_hours": 16,
        "estimated_sek": request.cost,
        "starts_on": starts,
        "ends_on": starts,
    } | request.answers


@transaction.atomic
def write_answers(
    engagement: Engagement, answers: dict[str, Any], *, meal: int = 145, by: User, at: datetime
) -> Engagement:
    """Write answers on a visit and its engagement, and judge it anew."""
    visit: Visit = engagement.visit
    own = {column.name for column in Visit._meta.get_fields()}
    for name, value in answers.items():
        setattr(visit if name in own else engagement, name, value)
    engagement.counterpart = visit.requesting_organisation
    persons = visit.delegation_size
    set_cost(engagement, CostLine.MEAL.value, by=by, per_person_sek=meal, persons=persons)
    return drafting.save_judged(engagement, visit, by=by, at=at)


@dataclass
class Story:
    """One request's way. today: the day of the demo, from which the days are counted."""

    request: Request
    people: dict[str, User]
    today: datetime
    engagement: Engagement | None = None

    @property
    def host(self) -> Organisation:
        """The organisation that was asked."""
        return Organisation.objects.select_related("board").get(code=self.request.host)

    @property
    def contact(self) -> User:
        """Its contact person."""
        return self.people[CONTACTS[self.request.host]]

    @property
    def unit(self) -> tuple[RoleName, User]:
        """The unit that advises, and who does it."""
        if "political_level" in self.request.answers:
            return RoleName.PROTOCOL_UNIT, self.people["sara.oberg"]
        return RoleName.INTERNATIONAL_UNIT, self.people["johan.ekstrom"]

    @property
    def now(self) -> Engagement:
        """The engagement as it stands."""
        assert self.engagement is not None  # noqa: S101 - the first step makes it
        return Engagement.objects.select_related("organisation__board").get(pk=self.engagement.pk)

    def on(self, day: int, hour: int) -> datetime:
        """Return an hour of a day, never later than the demo itself."""
        moment = (self.today + timedelta(days=day)).replace(hour=hour, minute=0)
        return min(moment, self.today)

    def steps(self) -> list[Step]:
        """Return what happens, up to where the request has come."""
        request, start = self.request, self.request.registered
        steps: list[Step] = [(self.on(start, 8), self.write)]
        if request.end == "draft":
            return steps
        steps.append((self.on(start + 1, 9), self.submit))
        if request.end == "withdrawn":
            return [*steps, (self.on(start + 4, 10), self.withdraw)]
        if self.is_advised and request.end != "advice":
            steps.append((self.on(start + 2, 10), self.take))
        if self.is_advised and request.end not in ("advice", "taken"):
            steps.append((self.on(start + 3, 11), self.advise))
        if request.end in DECIDED:
            steps.append((self.on(start + 6, 9), self.decide))
            steps.append((self.on(start + 6, 14), self.decide_for_the_others))
            steps += self.after_decision()
        return steps

    def after_decision(self) -> list[Step]:
        """Return what happens when the host has answered."""
        request, start = self.request, self.request.registered
        steps: list[Step] = []
        if self.is_coordinated and request.end != "coordination":
            steps.append((self.on(start + 10, 9), self.coordinate))
        if request.end != "coordination":
            steps.append((self.on(start + 11, 13), self.reply))
        if request.end in ("follow_up", "closed"):
            steps.append((self.on(request.starts + 1, 8), self.begin_follow_up))
        if request.end == "closed":
            steps.append((self.on(request.starts + 9, 14), self.follow_up_and_close))
        return steps

    @property
    def is_coordinated(self) -> bool:
        """Whether the Executive Board coordinates."""
        prioritised = bool(self.request.areas) and "city_priority" in self.request.answers
        return "political_level" in self.request.answers or prioritised

    @property
    def is_advised(self) -> bool:
        """Whether SLK is asked: it must be, or the contact person wants it."""
        wanted = self.request.end in ("advice", "taken", "returned")
        return wanted or self.is_coordinated or bool(self.request.areas)

    def write(self, at: datetime) -> None:
        """The contact person registers the request."""
        request, by = self.request, self.contact
        self.engagement = register(
            Visit,
            organisation=self.host,
            title=f"{request.body} om {SUBJECTS[request.theme]}",
            by=by,
            at=at,
        )
        set_taking_part(self.engagement, Organisation.objects.filter(code__in=request.areas), by=by)
        starts = timezone.localdate(self.today) + timedelta(days=request.starts)
        received = timezone.localdate(at) - timedelta(days=1)
        answers = usual_answers(request, received=received, starts=starts)
        if request.end == "draft":
            answers |= {"goals": [], "wants_letter": None}
        write_answers(self.engagement, answers, meal=request.meal, by=by, at=at)

    def submit(self, at: datetime) -> None:
        """The contact person hands it in."""
        ask = self.unit[0] if self.is_advised else None
        question = "Vad bör vi tänka på?" if ask else ""
        intake.submit(
            self.now,
            version=None,
            ask=ask,
            question=question,
            weighings=self.request.weighings,
            by=self.contact,
            at=at,
        )

    def withdraw(self, at: datetime) -> None:
        """The delegation changes its mind."""
        why = "Delegationen har ställt in sin resa."
        intake.withdraw(self.now, why=why, by=self.contact, at=at)

    def take(self, at: datetime) -> None:
        """Somebody at SLK puts their name on it."""
        advising.take(self.now, by=self.unit[1], at=at)

    def advise(self, at: datetime) -> None:
        """SLK advises."""
        kind, text = AdviceKind.SUPPORT_WITH_REMARKS, "Håll det kort och skriv ned det ni lär er."
        if self.request.end == "returned":
            kind, text = AdviceKind.RETURN, "Skriv vilka som kommer, och vad de ska få se."
        unit, by = self.unit
        clauses = ["3.0.2", "5.5.1"]
        advising.advise(self.now, kind=kind, text=text, clauses=clauses, unit=unit, by=by, at=at)

    def decide(self, at: datetime) -> None:
        """The receiving body answers."""
        deciding.decide(
            self.now,
            outcome=self.request.outcome,
            grounds=GROUNDS[self.request.outcome],
            organisation=self.host,
            role=RoleName.CONTACT_PERSON,
            by=self.contact,
            at=at,
        )

    def decide_for_the_others(self, at: datetime) -> None:
        """The other receiving bodies answer, each for its part."""
        for organisation in Organisation.objects.select_related("board").filter(
            code__in=self.request.areas
        ):
            deciding.decide(
                self.now,
                outcome=Outcome.ACCEPTED,
                grounds="Vi tar gärna vår del av besöket.",
                organisation=organisation,
                role=RoleName.CONTACT_PERSON,
                by=self.people[CONTACTS[organisation.code]],
                at=at,
            )

    def coordinate(self, at: datetime) -> None:
        """The Executive Board takes on the coordination."""
        deciding.coordinate(
            self.now,
            grounds="Kommunstyrelsens kansli håller ihop program och värdskap.",
            role=RoleName.KS_SECRETARY,
            by=self.people["anders.wik"],
            at=at,
        )

    def reply(self, at: datetime) -> None:
        """The contact person answers the delegation."""
        item = self.now
        draft = replying.propose(
            item,
            item.decisions.filter(organisation=item.organisation).order_by("-id").first(),
            contact=item.visit.contact_name,
            to="visits@delegation.example",
            wants_letter=bool(self.request.answers.get("wants_letter")),
            language="en",
            by=self.contact,
            at=at,
        )
        to, subject, body = draft.to, draft.subject, draft.body
        sent = replying.send(draft, to=to, subject=subject, body=body, by=self.contact, at=at)
        notifications.note_sent(sent, at=at)

    def begin_follow_up(self, at: datetime) -> None:
        """The visit is over."""
        following_up.begin(self.now, by=self.contact, at=at)

    def follow_up_and_close(self, at: datetime) -> None:
        """The contact person tells what came of it."""
        _wishes, we_learn, they_learn, _contribution = THEMES[self.request.theme]
        item = self.now
        following_up.follow_up(
            item,
            learnt=we_learn,
            acted_on="Vi prövar det i ett område under nästa år.",
            told="Ledningsgruppen och kontaktpersonerna i staden.",
            image=they_learn,
            cost_sek=self.request.cost - 200,
            working_hours=18,
            by=self.contact,
            at=at,
        )
        following_up.close(self.now, by=self.contact, at=at)
