"""The way of an engagement from its arrival to its follow-up, with the days of each step."""

from __future__ import annotations

from datetime import date

from django.db.models import Prefetch, prefetch_related_objects
from django.utils import timezone
from django.utils.translation import gettext as _

from engagements.models import Conflict, Document, Engagement, Event
from engagements.templatetags.utblick import day, period
from engagements.vocabulary import Body, Outcome, Recommendation, Status, Task
from governance import kinds, strategy
from governance.models import AdviceMessage, Dealing, Decision, Reply, ReportState, SecretPart
from governance.strategy.routing import Step

SAME = {Status.RETURNED: Status.ADVICE, Status.COUNTERED: Status.DECISION}
ENDED = (Status.REJECTED, Status.WITHDRAWN)


def read(engagement: Engagement) -> None:
    """Read once what the steps, and the rest of the item page, are made of."""
    forms = kinds.pages_of(engagement).steps.values()
    rows = {table.related for form in forms for table in form.tables}
    prefetch_related_objects(
        [engagement],
        Prefetch("advice", AdviceMessage.objects.select_related("by").order_by("id")),
        Prefetch(
            "decisions",
            Decision.objects.select_related(
                "by",
                "organisation__board",
                "acts_for",
                "document",
                "overrun",
                "supersedes__overrun",
                "superseded_by",
            )
            .prefetch_related("reports__report")
            .order_by("id"),
        ),
        Prefetch("dealings", Dealing.objects.select_related("by").order_by("id")),
        Prefetch("conflicts", Conflict.objects.select_related("user")),
        Prefetch("replies", Reply.objects.select_related("written_by").order_by("id")),
        Prefetch(
            "documents",
            Document.objects.select_related("told")
            .defer("told__words", "told__search", "told__search_alike")
            .order_by("id"),
        ),
        Prefetch("secret_parts", SecretPart.objects.select_related("document").order_by("pk")),
        "shown_gains",
        Prefetch("events", Event.objects.select_related("by").order_by("-id")),
        *sorted(rows),
    )


def of(engagement: Engagement, route: strategy.Route) -> list[dict[str, str]]:
    """Return the steps: each with state (done, now or todo), title and what is known of it."""
    status = Status(engagement.status)
    shown = SAME.get(status, status)
    advised, held = _advised_on(engagement), kinds.pages_of(engagement).spoken.held
    order = [
        (Status.DRAFT, _("Inkom"), day(engagement.created_at)),
        (Status.ADVICE, _("Råd"), day(advised)),
        (Status.PREPARATION, _("Beredning"), day(_dealt_with_on(engagement))),
        (Status.DECISION, _("Ställningstagande"), day(engagement.decided_on)),
        (Status.COORDINATION, _("Samordning"), day(_coordinated_on(engagement, route))),
        (Status.APPROVED, str(held), period(engagement.starts_on, engagement.ends_on)),
        (Status.FOLLOW_UP, _("Uppföljning"), day(engagement.followed_up_on)),
    ]
    if advised is None and status is not Status.DRAFT and shown is not Status.ADVICE:
        order = [row for row in order if row[0] is not Status.ADVICE]
    if not route.doing(Task.DEALS_WITH) and status is not Status.PREPARATION:
        order = [row for row in order if row[0] is not Status.PREPARATION]
    if not route.coordinator:
        order = [row for row in order if row[0] is not Status.COORDINATION]
    here = _place(status, [row[0] for row in order])
    steps = [
        {"state": _state(place, here, ended=status in ENDED), "title": title, "detail": detail}
        for place, (_status, title, detail) in enumerate(order)
    ]
    if route.doing(Task.IS_TOLD):
        told = _reported_on(engagement)
        step = {"state": "done" if told else "todo", "title": _("Anmält"), "detail": day(told)}
        steps.insert([row[0] for row in order].index(Status.DECISION) + 1, step)
    return steps


def _reported_on(engagement: Engagement) -> date | None:
    """Return the day on which the last decision by delegation was reported, once it was."""
    delegated = [made for made in engagement.decisions.all() if made.body == Body.FINANCE_MAYOR]
    newest = max(delegated, key=lambda made: made.pk, default=None)
    lists = [each.report for each in newest.reports.all()] if newest else []
    return next((each.meets_on for each in lists if each.state == ReportState.MADE), None)


def states_of(route: strategy.Route, engagement: Engagement) -> list[str]:
    """Return for each step of a route whether it is done, going on now, or to do.

    Done is what has been done: handed in, advice that stands, each body's decision, a reply.
    """
    answered = {
        decision.organisation.deciding_code
        for decision in engagement.decisions.all()
        if decision.task == Task.DECIDES and decision.outcome != Outcome.COUNTERED
        if not _is_asked_anew(decision)
    }
    done = {
        Task.REGISTERS: engagement.submitted_at is not None,
        Task.ADVISES: _advised_on(engagement) is not None,
        Task.COORDINATES: _coordinated_on(engagement, route) is not None,
        Task.REPLIES: engagement.replied_on is not None,
        Task.IS_TOLD: _reported_on(engagement) is not None,
    }
    dealt_with = {made.body for made in engagement.dealings.all() if _has_passed(made)}
    states = [
        "done" if _is_done(step, done, answered, dealt_with) else "todo" for step in route.steps
    ]
    if engagement.ball and "todo" in states:
        states[states.index("todo")] = "now"
    return states


def _is_done(step: Step, done: dict[Task, bool], answered: set[str], dealt_with: set[str]) -> bool:
    if step.task is Task.DEALS_WITH:
        return str(step.body) in dealt_with
    return done.get(step.task, step.organisation in answered)


def _is_asked_anew(decision: Decision) -> bool:
    return hasattr(decision, "overrun") and not hasattr(decision, "superseded_by")


def _has_passed(made: Dealing) -> bool:
    return made.recommendation in (Recommendation.SUPPORTS, Recommendation.ADVISES_AGAINST)


def _dealt_with_on(engagement: Engagement) -> date | None:
    passed = [made for made in engagement.dealings.all() if _has_passed(made)]
    newest = max(passed, key=lambda made: made.pk, default=None)
    return timezone.localdate(newest.at) if newest else None


def _place(status: Status, statuses: list[Status]) -> int:
    """Return the index of the step that is going on, or how many are done."""
    shown = SAME.get(status, status)
    if status in ENDED:
        return statuses.index(Status.DECISION) + (status is Status.REJECTED)
    return statuses.index(shown) if shown in statuses else len(statuses)


def _state(place: int, here: int, *, ended: bool) -> str:
    if place < here:
        return "done"
    return "now" if place == here and not ended else "todo"


def _advised_on(engagement: Engagement) -> date | None:
    standing = [given for given in engagement.advice.all() if given.kind and not given.voided_at]
    newest = max(standing, key=lambda given: given.pk, default=None)
    return timezone.localdate(newest.at) if newest else None


def _coordinated_on(engagement: Engagement, route: strategy.Route) -> date | None:
    if not route.coordinator:
        return None
    taken = [made for made in engagement.decisions.all() if made.task == Task.COORDINATES]
    newest = max(taken, key=lambda made: made.pk, default=None)
    return timezone.localdate(newest.at) if newest else None
