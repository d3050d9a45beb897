"""Rows of a membership in its form. A review asks of the rows of the membership itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from engagements.forms.rows import Table
from engagements.models import Engagement, Line, User
from memberships.membership.models import Contribution, FeeYear, OtherForum, begun
from memberships.membership.questions import DONE_LABELS, FEE_HINTS, FEE_LABELS, FORUM_LABELS


@dataclass(frozen=True)
class TableOfMembership(Table):
    """A table whose rows belong to the membership, whichever matter asks of them."""

    def put(self, engagement: Engagement, answers: Mapping[str, Any], *, by: User) -> None:
        """Write the rows of the membership."""
        super().put(begun(engagement), answers, by=by)

    def _rows(self, engagement: Engagement) -> list[Line]:
        return super()._rows(begun(engagement))


FEES = TableOfMembership(
    name="fee_sek",
    model=FeeYear,
    called=_("Avgift"),
    fields=(("year", "amount"), ("currency", "amount_sek")),
    labels=FEE_LABELS,
    hints=FEE_HINTS,
    least=1,
    most=40,
)
DONE = TableOfMembership(
    name="activities",
    model=Contribution,
    called=_("Insats"),
    fields=(("done_on", "kind"), ("what",)),
    labels=DONE_LABELS,
    least=1,
    most=60,
)
FORUMS = Table(
    name="forums",
    model=OtherForum,
    called=_("Forum"),
    fields=(("name", "why_not"),),
    labels=FORUM_LABELS,
    least=1,
)
