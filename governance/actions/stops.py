"""Where an engagement goes next: its route's next step, as a state and a ball."""

from __future__ import annotations

from datetime import datetime

from engagements import deadlines, lifecycle
from engagements.models import Engagement, Organisation, User
from engagements.vocabulary import Body, Recommendation, Status, Task
from governance import assessing, committee
from governance.models import AgendaItem, Lift, LiftCause, MeetingState
from governance.strategy import Assessment, Route, way
from governance.strategy.routing import Step

DECISION_DAYS = 10
PASSING = (Recommendation.SUPPORTS, Recommendation.ADVISES_AGAINST)
# Boards and companies decide through the people of the organisation that holds the ball.
THROUGH_ORGANISATION = frozenset({Body.BOARD, Body.RECEIVING_BODY})


def route_of(row: Engagement, assessment: Assessment) -> Route:
    """Return the route that holds: the judged one, unless the Executive Board takes it over.

    It does when the matter was lifted, and when nobody of the Mayor's office may take part.
    """
    route = assessment.route
    if not way.may_be_lifted(route):
        return route
    lift = Lift.objects.filter(engagement=row).first()
    if lift:
        why = way.AS_BURDEN if lift.cause == LiftCause.BURDEN else way.AS_PRINCIPLE
        return way.lifted(route, why=why)
    aside = committee.mayor_stands_aside(row, on=assessment.on)
    return way.past_mayor(route) if aside else route


def dealt_with(row: Engagement, route: Route, assessment: Assessment) -> tuple[Step, ...]:
    """Return the steps in which a body has dealt with the matter as it was judged just now.

    What was lifted has left the Committee, whether that had dealt with it or not. Nothing is asked
    of a matter that nobody deals with before it is decided.
    """
    steps = route.doing(Task.DEALS_WITH)
    if not steps:
        return ()
    now = assessing.content_hash(row, on=assessment.on, told=assessment.facts)
    newest = {made.body: made for made in row.dealings.order_by("pk")}
    passed = {
        body
        for body, made in newest.items()
        if made.recommendation in PASSING and made.content_sha256 == now
    }
    if Lift.objects.filter(engagement=row).exists():
        passed.add(str(Body.COMMITTEE))
    return tuple(step for step in steps if str(step.body) in passed)


def send_on(
    row: Engagement, assessment: Assessment, *, by: User, at: datetime, why: str
) -> Engagement:
    """Bring a locked row that needs no more advice to whoever deals with it or decides next."""
    route = route_of(row, assessment)
    done = (*route.doing(Task.ADVISES), *dealt_with(row, route, assessment))
    step = way.waits(route, done)[0]
    if step.task is Task.DEALS_WITH:
        company = step.body is Body.GROUP_BOARD  # its people bring the matter there
        return lifecycle.move(
            row,
            Status.PREPARATION,
            by=by,
            at=at,
            why=why,
            ball=step.body,
            ball_organisation=row.organisation if company else None,
            held=True,
        )
    through = step.body in THROUGH_ORGANISATION
    return lifecycle.move(
        row,
        Status.DECISION,
        by=by,
        at=at,
        why=why,
        ball=Body.RECEIVING_BODY if through else step.body,
        ball_organisation=row.organisation if through else _of(step),
        due=deadlines.counted("sent_on", at=at, days=DECISION_DAYS, source=step.clause),
        held=True,
    )


def off_the_agenda(row: Engagement, *, by: User, at: datetime) -> None:
    """Take a matter off a meeting that is still to be closed, or it could never be."""
    over = [str(MeetingState.CLOSED), str(MeetingState.CANCELLED)]
    items = AgendaItem.objects.filter(engagement=row, removed_at=None)
    for item in items.exclude(meeting__state__in=over):
        item.removed_at = at
        item._history_user, item._history_date = by, at  # type: ignore[attr-defined]
        item.save()


def _of(step: Step) -> Organisation | None:
    return Organisation.objects.filter(code=step.organisation).first()
