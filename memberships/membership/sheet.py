"""The sheet of a review: what was done, what it cost and what it gave, since the last time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from engagements.labels import label
from engagements.models import Engagement
from engagements.vocabulary import ActivityKind
from governance import assessing
from governance.strategy.rules.membership_part import months_before
from memberships.membership.facts import counts_as, done_within
from memberships.membership.models import FeeYear, begun
from memberships.membership.words import amount_words

ACTIVE = "membership.active_months"


@dataclass(frozen=True)
class Done:
    """One contribution: when, which sort and what.

    matter: where it is a matter of its own. It goes by its number, since who reads of the
    membership may not read that.
    """

    on: date | None
    kind: str
    what: str
    matter: Engagement | None = None


@dataclass(frozen=True)
class Sheet:
    """What is weighed at a review.

    since: the last review, or the first day. recent: contributions within the months in which
    the city wants at least one. paid_sek: known fees since then; unknown: years without any.
    """

    since: date | None
    done: tuple[Done, ...]
    recent: int
    months: int
    fees: tuple[tuple[FeeYear, str], ...]
    paid_sek: int
    unknown: int


def sheet_of(engagement: Engagement, *, on: date) -> Sheet:
    """Return the sheet of a membership, also for a review of it."""
    whole = begun(engagement)
    row = whole.membership
    since = row.last_review_on or row.since
    months = int(assessing.value_of(ACTIVE, on=on))
    limit = months_before(on, months=months)
    done = contributions(whole, on=on)
    fees = sorted(whole.feeyear_rows.all(), key=lambda fee: -(fee.year or 0))
    counted = [fee for fee in fees if fee.year and (since is None or fee.year >= since.year)]
    return Sheet(
        since=since,
        done=done,
        recent=sum(1 for one in done if one.on and limit <= one.on <= on),
        months=months,
        fees=tuple((fee, amount_words(fee)) for fee in fees),
        paid_sek=sum(fee.kronor or 0 for fee in counted if fee.year and fee.year <= on.year),
        unknown=sum(1 for fee in counted if fee.kronor is None),
    )


def contributions(whole: Engagement, *, on: date) -> tuple[Done, ...]:
    """Return what has been done, newest first: logged by hand, and gathered from matters."""
    logged = [
        Done(row.done_on, label(ActivityKind(row.kind)) if row.kind else "", row.what)
        for row in whole.contribution_rows.all()
    ]
    gathered = [
        Done(cited.last_day, label(counts_as(cited)), cited.number, cited)
        for cited in done_within(whole, on=on)
    ]
    return tuple(sorted([*logged, *gathered], key=lambda one: one.on or date.min, reverse=True))
