"""How an invented position goes through the house: by the same actions as the site's pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils import timezone

from agreements.demo.positions import Plea
from agreements.position import tending
from agreements.position.forms import lasts_until_heard
from agreements.position.models import Position
from engagements.models import Engagement, Organisation, User
from engagements.registration import register, set_taking_part
from engagements.vocabulary import (
    AdviceKind,
    Body,
    CounterpartKind,
    Direction,
    Initiative,
    Outcome,
    PositionChannel,
    RoleName,
)
from governance import assessing
from governance.actions import advising, central, deciding, drafting, following_up, intake
from governance.actions.entering import Held
from governance.demo.papers import one_page
from governance.demo.people import CONTACTS

Step = tuple[datetime, Callable[[datetime], Any]]
ADVISED = {"decision", "group_board", "approved", "coordination", "closed", "rejected", "late"}
DECIDED = {"approved", "closed", "rejected"}
WEIGHED = "Vi har vägt det med EU-enheten och tar det med i underlaget."
GROUNDS = {
    Outcome.ACCEPTED: "Texten följer EU-policyn och är avstämd med EU-enheten.",
    Outcome.DECLINED: "Frågan avgörs i Sverige. Vi lämnar den till regeringens remiss.",
}


def _minutes() -> SimpleUploadedFile:
    """Return the minutes of an invented meeting."""
    paper = one_page("Protokoll", "Nämnden beslutar enligt förslaget.")
    return SimpleUploadedFile("protokoll.pdf", paper, "application/pdf")


def usual_answers(plea: Plea, *, deadline: date) -> dict[str, Any]:
    """Return every answer that a position needs before it can be handed in."""
    return {
        "topic": plea.title,
        "process": plea.process,
        "reference": plea.reference,
        "proposal_stage": plea.stage.value,
        "deadline_on": deadline,
        "counterpart": plea.recipient,
        "counterpart_kind": CounterpartKind.INTERNATIONAL.value,
        "effect": plea.effect.value,
        "scope": plea.scope.value,
        "city_interest": plea.interest,
        "eu_matter": True,
        "eu_principles": [plea.principle],
        "position_text": plea.text,
        "in_boards_name": plea.scope.value == "operational",
        "position_channel": plea.channel.value,
        "in_sef": plea.channel is PositionChannel.ASSOCIATION,
        "procurement_with_party": False,
        "secrecy_possible": False,
        "initiative": Initiative.OWN.value,
        "directions": [Direction.ADVOCACY.value],
        "goals": ["klimat"],
        "goal_contribution": "Reglerna avgör vad staden kan göra för att nå målet.",
        "sdgs": [11],
        "sdg_how": "Städer får regler som går att följa.",
        "touches_foreign_policy": False,
        "estimated_sek": 0,
        "working_hours": 30,
        "budget_line": "Förvaltningens ram",
        "in_operational_plan": True,
    } | plea.answers


@transaction.atomic
def write_answers(
    engagement: Engagement, answers: dict[str, Any], *, by: User, at: datetime
) -> Engagement:
    """Write answers on a position and its engagement, and judge it anew."""
    row: Position = engagement.position
    own = {column.name for column in Position._meta.get_fields()}
    for name, value in answers.items():
        setattr(row if name in own else engagement, name, value)
    lasts_until_heard(engagement, row)
    return drafting.save_judged(engagement, row, by=by, at=at)


@dataclass
class Pleading:
    """One position's way. today: the day of the demo, from which the days are counted."""

    plea: Plea
    people: dict[str, User]
    today: datetime
    engagement: Engagement | None = None

    @property
    def host(self) -> Organisation:
        """The organisation that answers for it."""
        return Organisation.objects.select_related("board").get(code=self.plea.host)

    @property
    def contact(self) -> User:
        """Its contact person."""
        return self.people[CONTACTS[self.plea.host]]

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
        """Return what happens, up to where the position has come."""
        plea, start = self.plea, self.plea.registered
        steps: list[Step] = [(self.on(start, 8), self.write)]
        if plea.end == "draft":
            return steps
        steps.append((self.on(start, 15), self.consult))
        steps.append((self.on(start + 1, 9), self.submit))
        if plea.end in ADVISED:
            steps.append((self.on(start + 4, 11), self.advise))
        if plea.end == "coordination":
            steps.append((self.on(start + 20, 13), self.board_decides))
        if plea.end in DECIDED:
            steps.append((self.on(start + 12, 13), self.decide))
        for day, what, came_of in plea.log:
            steps.append((self.on(day, 15), partial(self.note, what, came_of)))
        if plea.end == "closed":
            steps.append((self.on(plea.deadline + 1, 8), self.begin_follow_up))
            steps.append((self.on(plea.deadline + 8, 14), self.follow_up_and_close))
        return steps

    def write(self, at: datetime) -> None:
        """The contact person registers it."""
        plea, by = self.plea, self.contact
        self.engagement = register(Position, organisation=self.host, title=plea.title, by=by, at=at)
        touched = Organisation.objects.filter(code__in=plea.areas)
        set_taking_part(self.engagement, touched, by=by)
        deadline = timezone.localdate(self.today) + timedelta(days=plea.deadline)
        answers = usual_answers(plea, deadline=deadline)
        if plea.end == "draft":
            answers |= {"goals": [], "position_channel": ""}
        write_answers(self.engagement, answers, by=by, at=at)

    def submit(self, at: datetime) -> None:
        """The contact person hands it in."""
        item = self.now
        judged = assessing.judge(item, stage="submission", on=timezone.localdate(at))
        grounds = {assessing.key_of(finding): WEIGHED for finding in judged.needs_weighing}
        intake.submit(
            item,
            version=None,
            ask=assessing.advice_needed(judged),
            question="",
            weighings=grounds,
            by=self.contact,
            at=at,
        )

    def consult(self, at: datetime) -> None:
        """SLK says its word before anybody decides."""
        who, said = self.plea.office
        day = timezone.localdate(at)
        tending.consult(self.now, on=day, who=who, said=said, by=self.contact, at=at)

    def advise(self, at: datetime) -> None:
        """The EU unit advises."""
        advising.advise(
            self.now,
            kind=AdviceKind.SUPPORT,
            text="Linjen följer EU-policyn. Skicka den genom samrådet, med kopia till oss.",
            clauses=["5.4.3b"],
            unit=RoleName.EU_UNIT,
            by=self.people["maria.kallio"],
            at=at,
        )

    def decide(self, at: datetime) -> None:
        """The responsible board or company decides."""
        deciding.decide(
            self.now,
            outcome=self.plea.outcome,
            grounds=GROUNDS[self.plea.outcome],
            organisation=self.host,
            role=RoleName.CONTACT_PERSON,
            by=self.contact,
            at=at,
        )

    def board_decides(self, at: datetime) -> None:
        """The Executive Board's secretary writes down what it decided."""
        item, by = self.now, self.people["anders.wik"]
        central.decide(
            item,
            body=Body.EXECUTIVE_BOARD,
            outcome=Outcome.ACCEPTED,
            grounds=GROUNDS[Outcome.ACCEPTED],
            held=Held(on=timezone.localdate(at), paragraph="12", minutes=_minutes()),
            version=item.version,
            by=by,
            at=at,
        )

    def note(self, what: str, came_of: str, at: datetime) -> None:
        """The contact person writes in the log."""
        day = timezone.localdate(at)
        tending.note(self.now, done_on=day, what=what, came_of=came_of, by=self.contact, at=at)

    def begin_follow_up(self, at: datetime) -> None:
        """The last day to be heard has been."""
        following_up.begin(self.now, by=self.contact, at=at)

    def follow_up_and_close(self, at: datetime) -> None:
        """The contact person tells what came of it."""
        following_up.follow_up(
            self.now,
            learnt="Att gå tillsammans med andra städer gav oss ett möte med föredraganden.",
            acted_on="Vi frågar de andra städerna redan när förslaget kommer.",
            told="Nämnden och EU-enheten.",
            image="",
            cost_sek=0,
            working_hours=34,
            by=self.contact,
            at=at,
        )
        following_up.close(self.now, by=self.contact, at=at)
