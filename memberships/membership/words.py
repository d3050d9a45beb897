"""What a membership is and costs, in words. What nobody knows is said to be unknown."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from engagements.labels import label
from engagements.models import Engagement
from engagements.templatetags.utblick import kronor, number
from engagements.vocabulary import Currency, Scope
from governance import assessing
from memberships.membership.forming import MARKS, fee_of, form_of
from memberships.membership.models import FeeYear, Membership, begun


def form_words(engagement: Engagement) -> str:
    """Return what it is, and why SLK says so where it does."""
    row, today = engagement.membership, timezone.localdate()
    fee = fee_of(begun(engagement).feeyear_rows.all(), on=today)
    marks = assessing.value_of(MARKS, on=today)
    said = form_label(row, fee.kronor if fee else None, marks=marks)
    if row.form_set:
        said = _("%(form)s, enligt SLK: %(grounds)s") % {"form": said, "grounds": row.form_grounds}
    return said


def form_label(row: Membership, fee_sek: int | None, *, marks: int) -> str:
    """Return what it is, or nothing while the answers leave it open."""
    form = form_of(row, fee_sek, marks=marks)
    return label(form) if form else ""


def fee_words(engagement: Engagement) -> str:
    """Return the fee that holds today, with its year."""
    fee = fee_of(begun(engagement).feeyear_rows.all(), on=timezone.localdate())
    return said_of(fee) if fee else ""


def said_of(fee: FeeYear) -> str:
    """Return one year's fee: "4 300 euro (48 000 kr), 2026"."""
    if fee.amount is None:
        return _("Okänd %(year)s") % {"year": fee.year or ""}
    return f"{amount_words(fee)}, {fee.year}" if fee.year else amount_words(fee)


def amount_words(fee: FeeYear) -> str:
    """Return the amount in its currency, and what it comes to in kronor."""
    if fee.amount is None:
        return _("okänd")
    if fee.currency in ("", Currency.SEK):
        return kronor(fee.amount)
    said = f"{number(fee.amount)} {fee.currency}"
    return f"{said} ({kronor(fee.amount_sek)})" if fee.amount_sek is not None else said


def fee_now(fees: Iterable[FeeYear], *, on: date) -> str:
    """Return the fee of a row in a list."""
    fee = fee_of(fees, on=on)
    return amount_words(fee) if fee else _("okänd")


def reviewed_by(engagement: Engagement) -> str:
    """Return the body that decides on the review of a membership (5.1.4, 5.4.2)."""
    host = engagement.organisation
    own = str(host if host.is_company else host.board or host)
    boards = {row.organisation.deciding_code for row in engagement.taking_part.all()}
    row = engagement.membership
    wide = row.scope == Scope.CITYWIDE or row.on_behalf_of_ks
    if wide or boards - {host.deciding_code}:
        return _("Kommunstyrelsen")
    return own
