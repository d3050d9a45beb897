"""Invented applications for receptions, and what became of them. Days are counted as in requests.

At the City Hall the Committee deals with them; what is held elsewhere its own board decides.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from engagements.models import Engagement, Organisation, User
from engagements.registration import register, set_cost
from engagements.vocabulary import (
    AdviceKind,
    Audience,
    Character,
    CostLine,
    CounterpartKind,
    Direction,
    EventKind,
    Initiative,
    Learning,
    Outcome,
    Quality,
    RoleName,
    Serving,
)
from governance import assessing, notifications
from governance.actions import advising, deciding, drafting, following_up, intake, replying
from governance.demo.people import CONTACTS
from visits.reception.models import DateOption, Reception
from visits.reception.replying import reply_to

Step = tuple[datetime, Callable[[datetime], Any]]
ADDRESS = "congress@applicant.example"
PREPARED = ("preparation", "decision")
DECIDED = ("approved", "closed", "rejected", "countered")


@dataclass(frozen=True)
class Application:
    """One application. end: the state it has come to. held: days from today to its evening.

    lasts: how many days the event goes on around that evening. others: further evenings that the
    applicant can. advice: what the protocol unit says. answers: those beside the usual ones.
    """

    applicant: str
    event: str
    learns: str
    end: str
    registered: int
    held: int
    guests: int = 300
    foreign_share: int = 70
    host: str = "SLK"
    lasts: int = 3
    others: tuple[int, ...] = ()
    advice: tuple[AdviceKind, str] = (AdviceKind.SUPPORT, "Kongressen uppfyller villkoren.")
    outcome: Outcome = Outcome.ACCEPTED
    came: int = 0
    spent: int = 0
    each: int = 350
    cost: int = 0
    answers: dict[str, Any] = field(default_factory=dict)
    why: str = ""

    @property
    def estimate(self) -> int:
        """What it is thought to cost, in whole kronor."""
        return self.cost or self.guests * self.each


ELSEWHERE: dict[str, Any] = {"at_city_hall": False, "city_host": "Förvaltningschefen"}
SEATED: dict[str, Any] = {"serving": Serving.SEATED.value}
SWEDISH: dict[str, Any] = {
    "character": Character.NATIONAL.value,
    "high_scientific_level": False,
}
SPORT: dict[str, Any] = {
    "event_kind": EventKind.CHAMPIONSHIP.value,
    "counterpart_kind": CounterpartKind.CIVIL_SOCIETY.value,
}
SHARED: dict[str, Any] = {"shared_with": "Region Stockholm"}

APPLICATIONS = (
    # Wait for the Committee, each with advice
    Application(
        "Karolinska Institutet",
        "European Congress of Gerontology",
        "Ny forskning om äldres hälsa, till nytta för äldreomsorgen.",
        "preparation",
        -24,
        174,
        guests=420,
        others=(173, 180),
        cost=310_000,
        each=350,
        answers=SHARED,
    ),
    Application(
        "Kungliga Tekniska högskolan",
        "International Conference on Urban Noise",
        "Hur andra städer mäter och dämpar buller från gator.",
        "preparation",
        -31,
        174,
        guests=260,
        foreign_share=82,
        advice=(
            AdviceKind.SUPPORT_WITH_REMARKS,
            "Villkoren är uppfyllda. Servera stående i stället för vid bord.",
        ),
        answers=SEATED,
    ),
    # Ready for a meeting that has been
    Application(
        "Stockholms universitet",
        "World Congress of Archives",
        "Hur andra städer bevarar digitala handlingar.",
        "decision",
        -62,
        95,
        guests=340,
    ),
    # Earlier on the way
    Application(
        "Svenska Simförbundet",
        "EM i simning",
        "Hur andra städer får fler barn att lära sig simma.",
        "advice",
        -3,
        210,
        guests=380,
        foreign_share=60,
        answers=SPORT,
    ),
    Application(
        "Handelshögskolan i Stockholm",
        "Nordic Entrepreneurship Research Conference",
        "Vad som får unga företag att stanna i en stad.",
        "returned",
        -16,
        150,
        guests=180,
        foreign_share=55,
        advice=(AdviceKind.RETURN, "Skriv varför huvudstaden ska vara värd, och vem som är det."),
    ),
    Application(
        "Svenska Läkaresällskapet",
        "European Stroke Conference",
        "Hur vården och omsorgen möts efter en stroke.",
        "draft",
        -1,
        260,
        others=(262,),
        answers={"foreign_share": None, "hours": None},
    ),
    # The terms are not met
    Application(
        "Svenska Museiförbundet",
        "Museernas vårmöte",
        "Hur andra museer når unga.",
        "withdrawn",
        -140,
        -70,
        guests=200,
        foreign_share=52,
        advice=(
            AdviceKind.RETURN,
            "Mötet är svenskt, och enligt den nya gästlistan kommer 20 procent från utlandet.",
        ),
        answers=SWEDISH,
        why="Villkoren är inte uppfyllda: de flesta gästerna är svenska",
    ),
    Application(
        "Nordic Events AB",
        "Nordic Retail Gala",
        "Vad handeln vill ha av staden.",
        "rejected",
        -210,
        -150,
        guests=120,
        foreign_share=30,
        host="SBR",
        outcome=Outcome.DECLINED,
        answers=ELSEWHERE
        | {
            "event_kind": EventKind.OTHER.value,
            "commercial_organiser": True,
            "counterpart_kind": CounterpartKind.COMPANY.value,
        },
    ),
    # Held by a board in a house of its own
    Application(
        "International Federation of Libraries",
        "Library Design Days",
        "Hur bibliotek byggs om utan att stänga.",
        "approved",
        -40,
        55,
        guests=90,
        host="KULF",
        each=180,
        answers=ELSEWHERE,
    ),
    Application(
        "European Water Association",
        "Urban Water Congress",
        "Hur andra tar till vara värmen i avloppsvattnet.",
        "closed",
        -330,
        -270,
        guests=150,
        host="SVOA",
        each=220,
        came=131,
        spent=29_800,
        answers=ELSEWHERE,
    ),
    Application(
        "Eurocities",
        "Eurocities Culture Forum",
        "Hur kulturen får plats när en stad växer.",
        "closed",
        -640,
        -590,
        guests=110,
        host="KULF",
        each=160,
        came=118,
        spent=18_400,
        answers=ELSEWHERE | {"counterpart_kind": CounterpartKind.INTERNATIONAL.value},
    ),
)


def usual_answers(application: Application, *, received: date, held: date) -> dict[str, Any]:
    """Return every answer that a reception needs before it can be handed in."""
    return {
        "counterpart": application.applicant,
        "counterpart_kind": CounterpartKind.UNIVERSITY.value,
        "commercial_organiser": False,
        "procurement_with_party": False,
        "contact_name": "Congress Office",
        "contact_email": ADDRESS,
        "reply_language": "sv",
        "received_on": received,
        "event": application.event,
        "event_kind": EventKind.CONGRESS.value,
        "character": Character.EUROPEAN.value,
        "event_starts_on": held - timedelta(days=1),
        "event_ends_on": held + timedelta(days=application.lasts - 1),
        "high_scientific_level": True,
        "purpose": "Stärka Stockholm som kunskapsstad.",
        "why_capital": "Huvudstaden är värd för dem som leder ämnet i Europa.",
        "stockholm_learns": application.learns,
        "they_learn": "Hur Stockholm arbetar med samma fråga.",
        "learning_kinds": [Learning.COMPETENCE.value],
        "image_gain": "Stockholm syns som kunskapsstad.",
        "secrecy_possible": False,
        "guests": application.guests,
        "foreign_share": application.foreign_share,
        "hotels_in_city": True,
        "own_participants": 8,
        "at_city_hall": True,
        "city_host": "Kommunfullmäktiges ordförande",
        "hours": 2,
        "serving": Serving.BUFFET.value,
        "alcohol": False,
        "initiative": Initiative.ASKED.value,
        "directions": [Direction.PROFILING.value],
        "qualities": [Quality.KNOWLEDGE.value],
        "audiences": [Audience.TALENT.value],
        "goals": ["vaxande"],
        "goal_contribution": "Kongressen visar staden för forskare som kan tänka sig att bo här.",
        "sdgs": [11],
        "sdg_how": "Städer som lär av varandra når målen fortare.",
        "touches_foreign_policy": False,
        "budget_line": "Representation",
        "in_operational_plan": True,
        "working_hours": 24,
        "estimated_sek": application.estimate,
        "starts_on": held,
    } | application.answers


@transaction.atomic
def write_answers(
    engagement: Engagement, answers: dict[str, Any], *, each: int = 350, by: User, at: datetime
) -> Engagement:
    """Write answers on a reception and its engagement, and judge it anew."""
    reception: Reception = engagement.reception
    own = {column.name for column in Reception._meta.get_fields()}
    for name, value in answers.items():
        setattr(reception if name in own else engagement, name, value)
    set_cost(engagement, CostLine.RECEPTION.value, by=by, per_person_sek=each)
    return drafting.save_judged(engagement, reception, by=by, at=at)


def offer(engagement: Engagement, days: list[date], *, by: User) -> None:
    """Write down the evenings that the applicant can."""
    for place, day in enumerate(days):
        row = DateOption(engagement=engagement, place=place, day=day, time="18–20")
        row._history_user = by  # type: ignore[attr-defined]
        row.save()


@dataclass
class ReceptionStory:
    """One application's way. today: the day of the demo, from which the days are counted."""

    application: Application
    people: dict[str, User]
    today: datetime
    engagement: Engagement | None = None

    @property
    def contact(self) -> User:
        """Who keeps it together: the protocol unit at the City Hall, else a contact person."""
        if self.application.host == "SLK":
            return self.people["sara.oberg"]
        return self.people[CONTACTS[self.application.host]]

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
        """Return what happens, up to where the application has come."""
        application, start = self.application, self.application.registered
        steps: list[Step] = [(self.on(start, 9), self.write)]
        if application.end == "draft":
            return steps
        steps.append((self.on(start + 1, 10), self.submit))
        if application.end in ("returned", "withdrawn", *PREPARED):
            steps.append((self.on(start + 4, 11), self.advise))
        if application.end == "withdrawn":
            steps.append((self.on(start + 12, 9), self.withdraw))
        return steps + self.decided() if application.end in DECIDED else steps

    def decided(self) -> list[Step]:
        """Return what happens when a board decides."""
        application, start = self.application, self.application.registered
        steps: list[Step] = [
            (self.on(start + 6, 9), self.decide),
            (self.on(start + 7, 13), self.reply),
        ]
        if application.end == "closed":
            steps.append((self.on(application.held + 1, 8), self.begin_follow_up))
            steps.append((self.on(application.held + 9, 14), self.follow_up_and_close))
        return steps

    def write(self, at: datetime) -> None:
        """The application is registered, with the evenings that the applicant can."""
        application, by = self.application, self.contact
        host = Organisation.objects.get(code=application.host)
        title = f"Mottagning för {application.event}"
        self.engagement = register(Reception, organisation=host, title=title, by=by, at=at)
        today = timezone.localdate(self.today)
        held = today + timedelta(days=application.held)
        offer(
            self.engagement,
            [held, *(today + timedelta(days=other) for other in application.others)],
            by=by,
        )
        answers = usual_answers(application, received=timezone.localdate(at), held=held)
        if application.others:
            answers |= {"starts_on": None}
        write_answers(self.engagement, answers, each=application.each, by=by, at=at)

    def submit(self, at: datetime) -> None:
        """It is handed in; what needs grounds is weighed."""
        item = self.now
        judged = assessing.judge(item, stage="submission", on=timezone.localdate(at))
        weighings = {
            assessing.key_of(finding): "Sökanden har motiverat det, och nyttan väger tyngre."
            for finding in judged.needs_weighing
        }
        intake.submit(
            item, version=None, ask=None, question="", weighings=weighings, by=self.contact, at=at
        )

    def advise(self, at: datetime) -> None:
        """The protocol unit advises."""
        kind, text = self.application.advice
        advising.advise(
            self.now,
            kind=kind,
            text=text,
            clauses=["5.3.3", "city:receptions"],
            unit=RoleName.PROTOCOL_UNIT,
            by=self.people["sara.oberg"],
            at=at,
        )

    def withdraw(self, at: datetime) -> None:
        """The applicant is told why, and the application taken back."""
        intake.withdraw(self.now, why=self.application.why, by=self.contact, at=at)

    def decide(self, at: datetime) -> None:
        """The board that holds it answers, through its contact person."""
        item = self.now
        declined = self.application.outcome is Outcome.DECLINED
        deciding.decide(
            item,
            outcome=self.application.outcome,
            grounds="Det gynnar ett enskilt företag, och få gäster kommer från utlandet."
            if declined
            else "Vi lär oss mer än vi lägger ned, och pengarna finns.",
            organisation=item.organisation,
            role=RoleName.CONTACT_PERSON,
            by=self.contact,
            at=at,
        )

    def reply(self, at: datetime) -> None:
        """The applicant is answered."""
        item = self.now
        found = reply_to(item)
        draft = replying.propose(
            item,
            item.decisions.order_by("-id").first(),
            contact=found.name,
            to=found.address,
            wants_letter=False,
            language=found.language,
            by=self.contact,
            at=at,
        )
        to, subject, body = draft.to, draft.subject, draft.body
        sent = replying.send(draft, to=to, subject=subject, body=body, by=self.contact, at=at)
        notifications.note_sent(sent, at=at)

    def begin_follow_up(self, at: datetime) -> None:
        """The evening is over."""
        following_up.begin(self.now, by=self.contact, at=at)

    def follow_up_and_close(self, at: datetime) -> None:
        """The contact person tells how many came, and what came of it."""
        following_up.follow_up(
            self.now,
            learnt=self.application.learns,
            acted_on="Vi har tagit kontakt med två av talarna.",
            told="Ledningsgruppen och kontaktpersonerna i staden.",
            image="Kongressen visade staden i sina egna kanaler.",
            cost_sek=self.application.spent,
            working_hours=26,
            outcome={"guests_came": self.application.came},
            by=self.contact,
            at=at,
        )
        following_up.close(self.now, by=self.contact, at=at)
