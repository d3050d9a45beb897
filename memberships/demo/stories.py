"""How a membership goes through the house, by the same actions as the site's pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from engagements.models import Engagement, Organisation, User
from engagements.registration import register
from engagements.vocabulary import (
    CooperationPurpose,
    Currency,
    Direction,
    Initiative,
    Outcome,
    ReviewProposal,
    RoleName,
)
from governance import assessing
from governance.actions import deciding, drafting, intake
from governance.demo import forums
from governance.demo.people import CONTACTS
from governance.strategy import Verdict
from memberships.demo.joining import Plan
from memberships.demo.networks import Network
from memberships.membership import reviewing, tending
from memberships.membership.models import FeeYear, Membership, OtherForum

Step = tuple[datetime, Callable[[datetime], Any]]
TAKEN_UP = -240
WEIGHED = "Vi har vägt det, och det är värt det."


def usual_answers(*, goals: tuple[str, ...] = ("klimat",)) -> dict[str, Any]:
    """Return what every membership answers before it is handed in."""
    return {
        "directions": [Direction.COOPERATION.value, Direction.SCANNING.value],
        "goals": list(goals),
        "goal_contribution": "Vi prövar det som andra städer redan har visat fungerar.",
        "sdgs": [11, 17],
        "sdg_how": "Städer som lär av varandra når målen fortare.",
        "cooperation_purposes": [CooperationPurpose.METHODS.value],
        "initiative": Initiative.ASKED.value,
        "touches_foreign_policy": False,
        "budget_line": "Verksamhetens ram, medlemsavgifter",
        "in_operational_plan": True,
        "working_hours": 40,
        "has_statutes": True,
        "has_vote": True,
        "is_initiative": False,
        "close_to_state": False,
        "asks_twinning": False,
        "procurement_with_party": False,
        "secrecy_possible": False,
    }


@transaction.atomic
def write_answers(
    engagement: Engagement, answers: dict[str, Any], *, by: User, at: datetime
) -> Engagement:
    """Write answers on a membership and its engagement, and judge it anew."""
    row: Membership = engagement.membership
    own = {column.name for column in Membership._meta.get_fields()}
    for name, value in answers.items():
        setattr(row if name in own else engagement, name, value)
    return drafting.save_judged(engagement, row, by=by, at=at)


@transaction.atomic
def write_fee(
    engagement: Engagement, year: int, fee: tuple[int | None, str, int | None], *, by: User
) -> FeeYear:
    """Write one year's fee on a draft. fee: amount, currency and kronor."""
    amount, currency, sek = fee
    place = engagement.feeyear_rows.count()
    made = FeeYear(
        engagement=engagement,
        place=place,
        year=year,
        amount=amount,
        currency=currency,
        amount_sek=sek,
    )
    made._history_user = by  # type: ignore[attr-defined]
    made.save()
    return made


def hand_in(
    engagement: Engagement, *, ask: RoleName | None = None, by: User, at: datetime
) -> Engagement:
    """Hand a membership in, with every judgement weighed."""
    forums.tried(engagement, by=by, at=at)
    judged = assessing.judge(engagement, stage="submission", on=timezone.localdate(at))
    weighings = {assessing.key_of(one): WEIGHED for one in judged.of(Verdict.JUDGE)}
    question = "Vad bör vi tänka på?" if ask else ""
    return intake.submit(
        engagement, version=None, ask=ask, question=question, weighings=weighings, by=by, at=at
    )


@dataclass
class _Story:
    people: dict[str, User]
    today: datetime
    engagement: Engagement | None = None

    host_code = ""

    def steps(self) -> list[Step]:
        """Return what happens, each with its time."""
        raise NotImplementedError

    @property
    def host(self) -> Organisation:
        """Whose membership it is."""
        return Organisation.objects.select_related("board").get(code=self.host_code)

    @property
    def contact(self) -> User:
        """Its contact person."""
        return self.people[CONTACTS[self.host_code]]

    @property
    def now(self) -> Engagement:
        """The engagement as it stands."""
        assert self.engagement is not None  # noqa: S101 - the first step makes it
        return Engagement.objects.select_related("organisation__board").get(pk=self.engagement.pk)

    def on(self, day: int, hour: int) -> datetime:
        """Return an hour of a day, never later than the demo itself."""
        moment = (self.today + timedelta(days=day)).replace(hour=hour, minute=0)
        return min(moment, self.today)

    def begin(self, name: str, answers: dict[str, Any], at: datetime) -> Engagement:
        """Register a draft with its answers."""
        title = f"Medlemskap i {name}"
        self.engagement = register(
            Membership, organisation=self.host, title=title[:200], by=self.contact, at=at
        )
        return write_answers(
            self.engagement, {"counterpart": name} | answers, by=self.contact, at=at
        )

    def decide(self, engagement: Engagement, grounds: str, at: datetime) -> None:
        """The board or company answers for itself."""
        deciding.decide(
            engagement,
            outcome=Outcome.ACCEPTED,
            grounds=grounds,
            organisation=self.host,
            role=RoleName.CONTACT_PERSON,
            by=self.contact,
            at=at,
        )


class Known(_Story):
    """A membership that was there before Utblick."""

    def __init__(self, network: Network, people: dict[str, User], today: datetime) -> None:
        """Keep the network."""
        super().__init__(people, today)
        self.network, self.host_code = network, network.host

    def steps(self) -> list[Step]:
        """Return what happens: it is taken up, used, and perhaps reviewed."""
        steps: list[Step] = [(self.on(TAKEN_UP, 9), self.take_up)]
        if self.network.done:
            steps.append((self.on(-3, 10), self.log))
        if self.network.review:
            steps.append((self.on(-20, 9), self.begin_review))
        if self.network.review == "leave":
            steps.append((self.on(-16, 10), self.propose_to_leave))
            steps.append((self.on(-9, 13), self.leave))
        return steps

    def take_up(self, at: datetime) -> None:
        """The contact person puts it in the register."""
        network, by, today = self.network, self.contact, timezone.localdate(self.today)
        reviewed = None if network.reviewed is None else today - timedelta(days=network.reviewed)
        answers = usual_answers(goals=network.goals) | {
            "is_new": False,
            "member_since": date.fromisoformat(network.since),
            "last_review_on": reviewed,
            "scope": network.scope.value,
            "aim": network.aim,
            "responsible": network.responsible,
            "representative": network.representative,
            "counterpart_kind": network.kind.value,
            "country": network.country,
            "city": network.city,
            "has_statutes": network.statutes,
            "has_vote": network.vote,
            "is_initiative": network.initiative,
        }
        item = self.begin(network.name, answers, at)
        for year in range(today.year - 2, today.year + 1):
            unknown = (None, "", None)
            write_fee(
                item, year, network.fee or ((0, "SEK", None) if network.free else unknown), by=by
            )
        reviewing.take_up(item, by=by, at=at)

    def log(self, at: datetime) -> None:
        """What was done is written down."""
        for days, kind, what in self.network.done:
            tending.contribute(
                self.now,
                done_on=timezone.localdate(self.today) - timedelta(days=days),
                kind=kind,
                what=what,
                by=self.contact,
                at=at,
            )

    def begin_review(self, at: datetime) -> None:
        """Its review begins."""
        reviewing.begin_review(self.now, by=self.contact, at=at)

    @property
    def review(self) -> Engagement:
        """The review that goes on."""
        found = reviewing.open_review(self.now)
        assert found is not None  # noqa: S101 - the step before made it
        return found

    def propose_to_leave(self, at: datetime) -> None:
        """The contact person proposes to leave."""
        answers = {
            "none_done": True,
            "benefit": "Vi har läst nyhetsbrevet.",
            "proposal": ReviewProposal.LEAVE.value,
            "proposal_grounds": "Frågorna drivs numera i Eurocities, där vi är aktiva.",
            "leaves_on": timezone.localdate(self.today) + timedelta(days=45),
            "estimated_sek": 0,
        }
        item = write_answers(self.review, answers, by=self.contact, at=at)
        tending.note_fee(
            self.now,
            year=timezone.localdate(at).year,
            amount=18_000,
            currency=Currency.SEK,
            amount_sek=None,
            by=self.contact,
            at=at,
        )
        hand_in(item, by=self.contact, at=at)

    def leave(self, at: datetime) -> None:
        """The board decides to leave."""
        self.decide(self.review, "Vi gör inget där, och avgiften går att använda bättre.", at)


class Joining(_Story):
    """A membership that somebody wants."""

    def __init__(self, plan: Plan, people: dict[str, User], today: datetime) -> None:
        """Keep the plan."""
        super().__init__(people, today)
        self.plan, self.host_code = plan, plan.host

    def steps(self) -> list[Step]:
        """Return what happens, up to where it has come."""
        plan, start = self.plan, -self.plan.registered
        steps: list[Step] = [(self.on(start, 9), self.write)]
        if plan.end != "draft":
            steps.append((self.on(start + 1, 10), self.submit))
        if plan.end == "approved":
            steps.append((self.on(start + 8, 13), self.join))
        return steps

    def write(self, at: datetime) -> None:
        """The contact person registers it."""
        plan, by, today = self.plan, self.contact, timezone.localdate(self.today)
        starts = date(today.year + 1, 1, 1)
        answers = usual_answers() | {
            "is_new": True,
            "starts_on": starts,
            "next_review_on": starts.replace(year=starts.year + 4),
            "scope": plan.scope.value,
            "counterpart_kind": plan.kind.value,
            "aim": plan.aim,
            "planned": list(plan.planned),
            "responsible": "Internationella enheten" if plan.host == "SLK" else "Enhetschef",
            "forums_searched": True,
            "estimated_sek": plan.fee[0] if plan.fee else None,
        }
        item = self.begin(plan.name, answers | plan.answers, at)
        if plan.forum:
            name, why_not = plan.forum
            forum = OtherForum(engagement=item, place=0, name=name, why_not=why_not)
            forum._history_user = by  # type: ignore[attr-defined]
            forum.save()
        if plan.fee:
            write_fee(item, starts.year, plan.fee, by=by)

    def submit(self, at: datetime) -> None:
        """The contact person hands it in."""
        ask = RoleName.INTERNATIONAL_UNIT if self.plan.end == "advice" else None
        hand_in(self.now, ask=ask, by=self.contact, at=at)

    def join(self, at: datetime) -> None:
        """The company decides to join."""
        self.decide(self.now, "Vi kan ställa krav tillsammans, och avgiften ryms.", at)
