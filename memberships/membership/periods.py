"""How often a membership is reviewed: what the edition states, else what the city has set (4.3)."""

from __future__ import annotations

from datetime import date

from governance import assessing
from governance.strategy.rules.reviews import next_review

KEY = "review.period_years"
# Months before the day of the review, the first of which also makes its draft.
REMINDED = (6, 2)


def period_years(*, on: date) -> int:
    """Return the years between two reviews, as they hold on a day."""
    return int(assessing.context_on(on).value(KEY))


def next_review_after(day: date, *, on: date) -> date:
    """Return when what was decided or began on ``day`` is reviewed, by what holds ``on``."""
    return next_review(day, every_years=period_years(on=on))
