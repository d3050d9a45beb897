"""A membership's rows as the facts that the strategy reads: the only translation of them."""

from __future__ import annotations

from datetime import date
from typing import Any

from engagements.models import Engagement
from engagements.vocabulary import ActivityKind, Kind, Status
from governance import assessing, fact_rows, forums
from governance.strategy import MembershipFacts
from governance.strategy.facts.rows import Activity
from memberships.membership.forming import MARKS, fee_of, form_of
from memberships.membership.models import Membership, begun

OWN = (
    "is_new",
    "counterpart_kind",
    "country",
    "city",
    "has_statutes",
    "has_vote",
    "scope",
    "on_behalf_of_ks",
    "aim",
    "planned",
    "responsible",
    "forums_searched",
    "close_to_state",
    "asks_twinning",
    "procurement_with_party",
    "secrecy_possible",
    "process",
    "effect",
    "city_interest",
    "eu_matter",
    "eu_principles",
    "last_review_on",
    "next_review_on",
    "none_done",
    "effort_plan",
    "proposal",
    "proposal_grounds",
)
# What another kind's matter counts as when it is done within a membership.
COUNTS_AS = {Kind.VISIT: ActivityKind.HOSTING, Kind.RECEPTION: ActivityKind.HOSTING}
DONE = (Status.FOLLOW_UP, Status.CLOSED)


def facts(engagement: Engagement, *, stage: str, on: date) -> MembershipFacts:
    """Return what is known about a membership on a day; what nobody has answered is None.

    stage: "draft", "submission" or "decision". Raises Membership.DoesNotExist for another kind.
    """
    row: Membership = engagement.membership
    whole = begun(engagement)
    fee = fee_of(whole.feeyear_rows.all(), on=on)
    fee_sek = fee.kronor if fee else None
    form = form_of(row, fee_sek, marks=assessing.value_of(MARKS, on=on))
    return MembershipFacts(
        **fact_rows.common(engagement, stage=stage, on=on),
        **fact_rows.answers(row, OWN),
        counterpart=engagement.counterpart or None,
        form=str(form) if form else None,
        member_since=_since(row),
        at_review=True if row.is_new is False else None,
        fee_sek=fee_sek,
        activities=activities(whole, on=on),
        forums=forums.facts(engagement, stage=stage, written=engagement.otherforum_rows.all()),
        secrecy_assessed=True if engagement.secret else None,
    )


def content(engagement: Engagement) -> dict[str, Any]:
    """Return what is answered beside the facts; who represents the city is theirs alone."""
    return fact_rows.content(engagement.membership, judged=OWN)


def activities(whole: Engagement, *, on: date) -> tuple[Activity, ...]:
    """Return what is done in a membership: what is logged, and what matters that cite it tell."""
    logged = [
        Activity(done_on=row.done_on, kind=row.kind or None)
        for row in whole.contribution_rows.all()
    ]
    gathered = [
        Activity(done_on=cited.last_day, kind=str(counts_as(cited)))
        for cited in done_within(whole, on=on)
    ]
    return tuple(sorted([*logged, *gathered], key=_by_day))


def done_within(whole: Engagement, *, on: date) -> list[Engagement]:
    """Return the matters that cite a membership and have taken place."""
    citing = Engagement.objects.filter(cites__cited=whole).order_by("starts_on", "pk")
    return [row for row in citing if row.status in DONE and row.last_day and row.last_day <= on]


def counts_as(engagement: Engagement) -> ActivityKind:
    """Return which sort of contribution a matter is."""
    return COUNTS_AS.get(Kind(engagement.kind), ActivityKind.MEETING)


def _since(row: Membership) -> date | None:
    """Return the first day of a membership that is there already; of a new one it is its start."""
    return row.begun.since if row.review_of else row.member_since


def _by_day(row: Activity) -> tuple[date, str]:
    return (row.done_on or date.min, row.kind or "")
