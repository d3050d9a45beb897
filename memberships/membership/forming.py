"""What is joined: an organisation, a network or an initiative. The answers say, or SLK does."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from engagements.vocabulary import MembershipForm
from memberships.membership.models import FeeYear, Membership

MARKS = "membership.organisation_marks"


def fee_of(fees: Iterable[FeeYear], *, on: date) -> FeeYear | None:
    """Return the fee that holds on a day: this year's, else the coming one's, else the last."""
    by_year = {fee.year: fee for fee in fees if fee.year}
    if not by_year:
        return None
    coming = [year for year in by_year if year >= on.year]
    return by_year[min(coming) if coming else max(by_year)]


def form_of(row: Membership, fee_sek: int | None, *, marks: int) -> MembershipForm | None:
    """Return what it is, as soon as the answers settle it; None until then.

    marks: how many of statutes, fee and vote make an organisation.
    """
    if row.form_set:
        return MembershipForm(row.form_set)
    if row.is_initiative:
        return MembershipForm.INITIATIVE
    answers = (row.has_statutes, row.has_vote, None if fee_sek is None else fee_sek > 0)
    found, missing = answers.count(True), answers.count(None)
    if found >= marks:
        return MembershipForm.ORGANISATION
    return MembershipForm.NETWORK if found + missing < marks else None
