"""How a project goes through the house, by the same actions as the site's pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils import timezone

from engagements import documents
from engagements.models import Engagement, Line, Organisation, User
from engagements.registration import register
from engagements.vocabulary import (
    CooperationPurpose,
    Direction,
    DocumentKind,
    Initiative,
    Outcome,
    ProjectStage,
    RoleName,
    Scope,
)
from governance import assessing
from governance.actions import deciding, drafting, following_up, intake
from governance.demo.papers import one_page
from governance.demo.people import CONTACTS
from governance.strategy import Verdict
from memberships.aid_project.models import AidProject
from memberships.demo.planned import AID_PLANS, CALLS, EU_PLANS, AidPlan, EuPlan
from memberships.eu_project import amending, stages
from memberships.eu_project.models import Call, EuProject, ReportDate
from memberships.project.models import ProjectFunding, ProjectPartner

Step = tuple[datetime, Callable[[datetime], Any]]
WEIGHED = "Vi har vägt det, och nyttan är större."
GROUNDS = "Projektet hör till verksamhetsplanen, och det finns en plan för tiden efter."
WAY = {
    "idea": (),
    "applied": ("applied",),
    "granted": ("applied", "granted"),
    "refused": ("applied", "refused"),
    "running": ("applied", "granted", "running"),
    "ended": ("applied", "granted", "running", "ended"),
    "landed": ("applied", "granted", "running", "ended", "landed"),
    "not_landed": ("applied", "granted", "running", "ended", "not_landed"),
}


def usual() -> dict[str, Any]:
    """Return what every project answers before it is handed in."""
    return {
        "directions": [Direction.COOPERATION.value],
        "goals": ["klimat"],
        "goal_contribution": "Metoden prövas här och kan sedan användas i hela staden.",
        "sdgs": [11, 13],
        "sdg_how": "Staden når sina klimatmål fortare.",
        "cooperation_purposes": [CooperationPurpose.METHODS.value],
        "partner_sectors": ["academia", "business"],
        "initiative": Initiative.OWN.value,
        "touches_foreign_policy": False,
        "in_operational_plan": True,
        "working_hours": 400,
        "scope": Scope.OPERATIONAL.value,
        "asks_twinning": False,
        "procurement_with_party": False,
        "secrecy_possible": False,
    }


def usual_eu(*, starts: date, ends: date) -> dict[str, Any]:
    """Return what an EU project answers beside that."""
    return usual() | {
        "programme": "Horizon Europe",
        "counterpart": "Horizon Europe",
        "role": "coordinator",
        "purpose": "Grannhus delar energi.",
        "starts_on": starts,
        "ends_on": ends,
        "budget_eur": 6_200_000,
        "own_budget_sek": 18_500_000,
        "cofinancing_sek": 0,
        "estimated_sek": 0,
        "plan_item": "Verksamhetsplanen, mål 2.2",
        "after_owner": "Energienheten",
        "after_funding": "Ordinarie budget",
        "after_from": ends + timedelta(days=1),
        "documents_kept": "Ansökan, avtal, tidrapporter och slutrapport.",
        "documents_kept_until": date(ends.year + 6, ends.month, 28),
    }


def usual_aid(*, sek: int, counterpart: str) -> dict[str, Any]:
    """Return what a project of aid character answers beside the usual."""
    return usual() | {
        "counterpart": counterpart,
        "counterpart_kind": "city",
        "purpose": "Hushållen sorterar sitt avfall.",
        "benefit_stockholm": "Metoder för informell insamling.",
        "benefit_counterpart": "Kunskap om drift.",
        "whole_cost_sek": sek,
        "working_time_sek": sek // 2,
        "overhead_sek": sek // 10,
        "travel_sek": sek // 10,
        "staff_time_funded": True,
        "overhead_funded": True,
        "travel_funded": True,
        "estimated_sek": 0,
    }


@transaction.atomic
def write(
    engagement: Engagement,
    answers: dict[str, Any],
    rows: Iterable[tuple[type[Line], dict[str, Any]]] = (),
    *,
    by: User,
    at: datetime,
) -> Engagement:
    """Write answers and rows on a project, and judge it anew."""
    detail: Any = engagement.detail
    own = {column.name for column in type(detail)._meta.get_fields()}
    for name, value in answers.items():
        setattr(detail if name in own else engagement, name, value)
    for model, columns in rows:
        place = model.objects.filter(engagement=engagement).count()  # type: ignore[attr-defined]
        made: Any = model(engagement=engagement, place=place, **columns)
        made._history_user = by
        made.save()
    return drafting.save_judged(engagement, detail, by=by, at=at)


def hand_in(engagement: Engagement, *, by: User, at: datetime) -> Engagement:
    """Hand a project in, with every judgement weighed."""
    judged = assessing.judge(engagement, stage="submission", on=timezone.localdate(at))
    weighings = {assessing.key_of(one): WEIGHED for one in judged.of(Verdict.JUDGE)}
    return intake.submit(
        engagement, version=None, ask=None, question="", weighings=weighings, by=by, at=at
    )


def decide(engagement: Engagement, *, by: User, at: datetime) -> None:
    """Let its own board or company say yes."""
    deciding.decide(
        engagement,
        outcome=Outcome.ACCEPTED,
        grounds=GROUNDS,
        organisation=engagement.organisation,
        role=RoleName.CONTACT_PERSON,
        by=by,
        at=at,
    )


def attach_decision(engagement: Engagement, *, by: User, at: datetime) -> None:
    """Attach the funder's decision."""
    upload = SimpleUploadedFile("beslut.pdf", PAPER)
    documents.add(
        engagement,
        upload=upload,
        kind=DocumentKind.FUNDER_DECISION,
        personal_data=False,
        by=by,
        at=at,
    )


PAPER = one_page("Beslut om stöd", "Programmet beviljar projektet stöd enligt ansökan.")


class _Story:
    def __init__(self, plan: Any, people: dict[str, User], today: datetime) -> None:
        """Keep the plan."""
        self.plan, self.people, self.today = plan, people, today
        self.engagement: Engagement | None = None

    def steps(self) -> list[Step]:
        """Return what happens, each with its time."""
        raise NotImplementedError

    @property
    def host(self) -> Organisation:
        """Whose project it is."""
        return Organisation.objects.select_related("board").get(code=self.plan.host)

    @property
    def contact(self) -> User:
        """Its contact person."""
        return self.people[CONTACTS[self.plan.host]]

    @property
    def now(self) -> Engagement:
        """The engagement as it stands."""
        assert self.engagement is not None  # noqa: S101 - the first step makes it
        return Engagement.objects.select_related("organisation__board").get(pk=self.engagement.pk)

    def on(self, day: int, hour: int) -> datetime:
        """Return an hour of a day, never later than the demo itself."""
        moment = (self.today + timedelta(days=day)).replace(hour=hour, minute=0)
        return min(moment, self.today)

    def day(self, days: int) -> date:
        """Return a day counted from today."""
        return timezone.localdate(self.today) + timedelta(days=days)

    def submit(self, at: datetime) -> None:
        """The contact person hands it in."""
        hand_in(self.now, by=self.contact, at=at)

    def decide(self, at: datetime) -> None:
        """The board or company says yes."""
        decide(self.now, by=self.contact, at=at)


class EuStory(_Story):
    """An EU project, from its idea to where it stands."""

    plan: EuPlan

    def steps(self) -> list[Step]:
        """Return what happens, each with its time."""
        # What ended long ago was registered when Utblick began.
        steps: list[Step] = [(self.on(-90, 9), self.write)]
        if self.plan.end != "draft":
            steps.append((self.on(-88, 10), self.submit))
        if self.plan.end in WAY:
            steps.append((self.on(-80, 13), self.decide))
            steps.append((self.on(-2, 14), self.go))
            if self.plan.ends < 0:
                steps.append((self.on(-1, 9), self.over))
        if self.plan.added_sek:
            steps.append((self.on(-1, 10), self.amend))
        return steps

    def write(self, at: datetime) -> None:
        """The contact person registers it."""
        plan, by = self.plan, self.contact
        self.engagement = register(
            EuProject, organisation=self.host, title=plan.title, by=by, at=at
        )
        ends = self.day(plan.ends)
        answers = usual_eu(starts=self.day(plan.starts), ends=ends) | {
            "programme": plan.programme,
            "counterpart": plan.programme,
            "role": plan.role.value,
            "purpose": plan.purpose,
            "budget_eur": plan.sek // 4,
            "own_budget_sek": plan.sek,
            "cofinancing_sek": plan.own_sek,
            "estimated_sek": plan.own_sek,
            "budget_line": "Verksamhetens ram, projekt" if plan.own_sek else "",
        }
        if plan.end == "draft":
            answers |= {"after_owner": "", "after_funding": "", "after_from": None}
        bodies = {row.code: row for row in Organisation.objects.all()}
        rows: list[tuple[type[Line], dict[str, Any]]] = [
            (
                ProjectPartner,
                {
                    "name": name,
                    "sector": sector.value,
                    "country": country,
                    "body": bodies.get(code),
                },
            )
            for name, sector, country, code in plan.partners
        ]
        eu = {"funder": f"EU, {plan.programme}", "sek": plan.sek - plan.own_sek}
        rows.append((ProjectFunding, eu | {"own_group": False}))
        if plan.own_sek:
            own = {"funder": "Egen ram", "sek": plan.own_sek, "own_group": True}
            rows.append((ProjectFunding, own))
        for what, days in plan.reports:
            done = self.day(days) if days < -100 else None
            report = {"what": what, "due_on": self.day(days), "done_on": done}
            rows.append((ReportDate, report))
        write(self.engagement, answers, rows, by=by, at=at)

    def go(self, at: datetime) -> None:
        """It takes the steps that it has taken since."""
        for number, code in enumerate(WAY[self.plan.end]):
            # Days of the steps themselves: those that ended had them before they were written down.
            stages.move(
                self.now,
                ProjectStage(code),
                on=self.day(-70 + number * 10),
                note="",
                today=self.day(400),
                by=self.contact,
                at=at,
            )

    def over(self, at: datetime) -> None:
        """It has ended, and is to be followed up."""
        following_up.begin(self.now, by=self.contact, at=at)

    def amend(self, at: datetime) -> None:
        """The city would pay more: its board decides on that anew."""
        made = amending.amend(
            self.now,
            on=timezone.localdate(at),
            what="Två gårdar till",
            grounds="Fastighetsägarna vill bygga dammar på två gårdar till.",
            added_sek=self.plan.added_sek,
            new_role=False,
            by=self.contact,
            at=at,
        )
        assert made.matter is not None  # noqa: S101 - so much more is decided anew
        line = {"budget_line": "Verksamhetens ram, projekt"}
        paid = {"funder": "Egen ram", "sek": self.plan.added_sek, "own_group": True}
        copy = write(made.matter, line, [(ProjectFunding, paid)], by=self.contact, at=at)
        hand_in(copy, by=self.contact, at=at)


class AidStory(_Story):
    """A project of aid character."""

    plan: AidPlan

    def steps(self) -> list[Step]:
        """Return what happens, each with its time."""
        steps: list[Step] = [(self.on(-40, 9), self.write)]
        if self.plan.end != "draft":
            steps.append((self.on(-38, 10), self.submit))
        if self.plan.end == "approved":
            steps.append((self.on(-36, 10), self.attach))
            steps.append((self.on(-30, 13), self.decide))
        return steps

    def write(self, at: datetime) -> None:
        """The contact person registers it."""
        plan, by = self.plan, self.contact
        self.engagement = register(
            AidProject, organisation=self.host, title=plan.title, by=by, at=at
        )
        answers = usual_aid(sek=plan.sek, counterpart=plan.counterpart) | {
            "starts_on": self.day(plan.starts),
            "ends_on": self.day(plan.ends),
            "purpose": plan.purpose,
            "country": plan.country,
            "city": "",
        }
        # A draft whose funding is not whole yet.
        paid = plan.sek * 8 // 10 if plan.end == "draft" else plan.sek
        row = {"funder": "Sida genom ICLD", "sek": paid, "own_group": False}
        write(self.engagement, answers, [(ProjectFunding, row)], by=by, at=at)

    def attach(self, at: datetime) -> None:
        """The funder's decision comes."""
        attach_decision(self.now, by=self.contact, at=at)


def write_calls(today: datetime, *, by: User) -> None:
    """The City Executive Office keeps the calendar of calls."""
    day = timezone.localdate(today)
    for programme, name, opens, closes in CALLS:
        call = Call(
            programme=programme,
            name=name,
            opens_on=day + timedelta(days=opens),
            closes_on=day + timedelta(days=closes),
        )
        call._history_user = by  # type: ignore[attr-defined]
        with transaction.atomic():
            call.save()


def steps(people: dict[str, User], today: datetime) -> list[Step]:
    """Return everything that happens to projects, each with its time."""
    keeper = people["maria.kallio"]
    began = (today - timedelta(days=91)).replace(hour=9, minute=0)
    first: list[Step] = [(began, lambda _at: write_calls(today, by=keeper))]
    stories = [*(EuStory(plan, people, today) for plan in EU_PLANS)]
    aid = [AidStory(plan, people, today) for plan in AID_PLANS]
    return [*first, *(step for story in (*stories, *aid) for step in story.steps())]
