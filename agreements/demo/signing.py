"""How an invented agreement goes through the house: by the same actions as the site's pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from agreements.cooperation.models import Cooperation
from agreements.demo.signed import Pact
from agreements.intent.models import Intent
from agreements.signing import amending
from agreements.signing.models import PartyGain, Signatory
from engagements.models import Engagement, Line, Organisation, User
from engagements.registration import register
from engagements.vocabulary import (
    CooperationPurpose,
    Direction,
    Initiative,
    Kind,
    Outcome,
    RoleName,
)
from governance import assessing
from governance.actions import deciding, drafting, following_up, intake
from governance.demo import forums
from governance.demo.people import CONTACTS
from governance.strategy import Verdict

Step = tuple[datetime, Callable[[datetime], Any]]
MODELS: dict[Kind, type[Cooperation] | type[Intent]] = {
    Kind.COOPERATION: Cooperation,
    Kind.INTENT: Intent,
}
WEIGHED = "Vi har vägt det, och det är värt det."
DECIDED = {"approved", "amended", "ended", "closed", "rejected"}
GROUNDS = {
    Outcome.ACCEPTED: "Båda parter vinner på det, och det som ska göras är bestämt.",
    Outcome.DECLINED: "Utbytet är för litet för ett avtal. Vi ses i Eurocities i stället.",
}


def usual_answers() -> dict[str, Any]:
    """Return what every agreement answers before it is handed in."""
    return {
        "directions": [Direction.COOPERATION.value],
        "cooperation_purposes": [CooperationPurpose.METHODS.value],
        "goals": ["klimat"],
        "goal_contribution": "Vi prövar det som andra städer redan har visat fungerar.",
        "sdgs": [11],
        "sdg_how": "Städer som lär av varandra når målen fortare.",
        "initiative": Initiative.OWN.value,
        "touches_foreign_policy": False,
        "budget_line": "Verksamhetens ram",
        "estimated_sek": 40_000,
        "in_operational_plan": True,
        "working_hours": 80,
        "purpose": "Lära av en stad som har prövat det vi planerar.",
        "within_initiative": False,
        "no_exchange": False,
        "open_ended": False,
        "renews_itself": False,
        "forums_searched": True,
        "close_to_state": False,
        "asks_twinning": False,
        "legally_reviewed": True,
        "procurement_with_party": False,
        "secrecy_possible": False,
    }


@transaction.atomic
def write_answers(
    engagement: Engagement, answers: dict[str, Any], *, by: User, at: datetime
) -> Engagement:
    """Write answers on an agreement and its engagement, and judge it anew."""
    row = engagement.detail
    own = {column.name for column in row._meta.get_fields()}
    for name, value in answers.items():
        setattr(row if name in own else engagement, name, value)
    return drafting.save_judged(engagement, row, by=by, at=at)


@transaction.atomic
def write_line(model: type[Line], engagement: Engagement, place: int, *, by: User, **what: Any):  # type: ignore[no-untyped-def]
    """Write one row of an agreement."""
    line = model(engagement=engagement, place=place, **what)
    line._history_user = by  # type: ignore[attr-defined]
    line.save()
    return line


def hand_in(engagement: Engagement, *, by: User, at: datetime) -> Engagement:
    """Hand an agreement in, with every judgement weighed and each known forum answered for."""
    forums.tried(engagement, by=by, at=at)
    judged = assessing.judge(engagement, stage="submission", on=timezone.localdate(at))
    weighings = {assessing.key_of(one): WEIGHED for one in judged.of(Verdict.JUDGE)}
    ask = assessing.advice_needed(judged)
    question = "Vad bör vi tänka på?" if ask else ""
    return intake.submit(
        engagement, version=None, ask=ask, question=question, weighings=weighings, by=by, at=at
    )


def decide(
    engagement: Engagement, *, by: User, at: datetime, outcome: Outcome = Outcome.ACCEPTED
) -> Engagement:
    """Let the agreement's own body answer."""
    deciding.decide(
        engagement,
        outcome=outcome,
        grounds=GROUNDS[outcome],
        organisation=engagement.organisation,
        role=RoleName.CONTACT_PERSON,
        by=by,
        at=at,
    )
    return Engagement.objects.select_related("organisation__board").get(pk=engagement.pk)


@dataclass
class Story:
    """One agreement's way. today: the day of the demo, from which the days are counted."""

    pact: Pact
    people: dict[str, User]
    today: datetime
    engagement: Engagement | None = None

    @property
    def contact(self) -> User:
        """The contact person of the organisation that answers for it."""
        return self.people[CONTACTS[self.pact.host]]

    @property
    def now(self) -> Engagement:
        """The engagement as it stands."""
        assert self.engagement is not None  # noqa: S101 - the first step makes it
        return Engagement.objects.select_related("organisation__board").get(pk=self.engagement.pk)

    def on(self, day: int, hour: int) -> datetime:
        """Return an hour of a day, never later than the demo itself."""
        moment = (self.today + timedelta(days=day)).replace(hour=hour, minute=0)
        return min(moment, self.today)

    def day(self, number: int | None) -> date | None:
        """Return a day counted from the demo's."""
        if number is None:
            return None
        return timezone.localdate(self.today) + timedelta(days=number)

    def steps(self) -> list[Step]:
        """Return what happens, up to where the agreement has come."""
        pact, start = self.pact, self.pact.registered
        steps: list[Step] = [(self.on(start, 8), self.write)]
        if pact.end == "draft":
            return steps
        steps.append((self.on(start + 2, 9), self.submit))
        if pact.end in DECIDED:
            steps.append((self.on(start + 9, 13), self.decide))
        if pact.end == "amended":
            steps.append((self.on(-30, 10), self.amend))
        if pact.end == "closed" and pact.ends is not None:
            steps.append((self.on(pact.ends + 5, 14), self.account))
        return steps

    def write(self, at: datetime) -> None:
        """The contact person registers it."""
        pact, by = self.pact, self.contact
        host = Organisation.objects.get(code=pact.host)
        title = f"Avtal med {pact.party} om {pact.theme}"
        item = register(MODELS[pact.kind], organisation=host, title=title, by=by, at=at)
        other = dict(pact.answers)
        answers = usual_answers() | {
            "counterpart": pact.party,
            "counterpart_kind": pact.party_kind.value,
            "country": pact.country,
            "city": pact.city,
            "label": "Samarbetsavtal" if pact.kind is Kind.COOPERATION else "Intentionsavtal",
            "themes": [pact.theme],
            "exchanges": list(pact.exchanges),
            "benefit_stockholm": pact.ours,
            "scope": pact.scope.value,
            "estimated_sek": 0,
            "starts_on": self.day(pact.starts),
            "ends_on": self.day(pact.ends),
            "next_review_on": self.day(other.pop("next_review", None)),
        }
        write_line(PartyGain, item, 0, by=by, party=pact.party, gain=pact.theirs)
        for place, (party, office) in enumerate(
            (("Stockholms stad", "Förvaltningschef"), (pact.party, "Direktör"))
        ):
            write_line(Signatory, item, place, by=by, party=party, office=office)
        self.engagement = write_answers(item, answers | other, by=by, at=at)

    def submit(self, at: datetime) -> None:
        """The contact person hands it in."""
        hand_in(self.now, by=self.contact, at=at)

    def decide(self, at: datetime) -> None:
        """The responsible board or company decides."""
        refused = self.pact.end == "rejected"
        outcome = Outcome.DECLINED if refused else Outcome.ACCEPTED
        decide(self.now, by=self.contact, at=at, outcome=outcome)

    def amend(self, at: datetime) -> None:
        """What is to be done grows by one thing, and is decided anew."""
        by = self.contact
        copy = amending.amend(self.now, by=by, at=at)
        exchanges = [*self.pact.exchanges, "Ett gemensamt prov med lägre hastighet"]
        copy = write_answers(copy, {"exchanges": exchanges}, by=by, at=at)
        decide(hand_in(copy, by=by, at=at), by=by, at=at)

    def account(self, at: datetime) -> None:
        """The contact person tells what it gave."""
        by, item = self.contact, self.now
        following_up.follow_up(
            item,
            learnt="Rivningslovet är rätt tid att fråga efter återbruk.",
            acted_on="Lathunden delas ut med varje rivningslov.",
            told="Nämnden och stadsbyggnadskontoret.",
            image="",
            cost_sek=0,
            working_hours=74,
            outcome={
                "delivered": "Studieresan och lathunden blev gjorda.",
                "gave_us": "Lathunden används i varje ärende om rivningslov.",
                "gave_them": "Reykjavik har skrivit egna avtal med återbrukare.",
            },
            by=by,
            at=at,
        )
        following_up.close(self.now, by=by, at=at)
