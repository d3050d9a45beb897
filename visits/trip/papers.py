"""What the Committee's papers carry of a trip, and who of those who go it can answer apart."""

from collections.abc import Collection

from django.db.models import Sum
from django.utils.translation import gettext as _

from engagements.models import Engagement
from engagements.templatetags.utblick import kronor
from engagements.vocabulary import Payer
from governance.kinds import Grid, Share, Shares
from visits.trip.models import Traveller, TripCost
from visits.trip.money import bill_of


def grids(engagement: Engagement) -> list[Grid]:
    """Return what it costs, a row for each who goes, and who pays; none while nothing is known."""
    bill = bill_of(engagement)
    if not bill.people:
        return []
    head = (_("Deltagare"), *bill.columns, _("Summa"))
    rows = tuple((row.name, *map(_amount, row.amounts), kronor(row.sek)) for row in bill.people)
    total = (_("Summa"), *map(kronor, bill.by_column), kronor(bill.sek))
    payers = tuple((payer.name, kronor(payer.sek)) for payer in bill.payers)
    paid = Grid(_("Vem som betalar"), (_("Betalas av"), _("Summa")), payers, numbers=(1,))
    numbers = tuple(range(1, len(head)))
    costs = Grid(_("Deltagare och kostnader"), head, rows, total, numbers)
    return [costs, *([paid] if payers else [])]


def _amount(sek: int | None) -> str:
    return "–" if sek is None else kronor(sek)


def shares(keys: Collection[int]) -> Shares:
    """Return those who go, by their places, for each trip."""
    found: Shares = {}
    paid = TripCost.objects.filter(engagement__in=keys, payer=str(Payer.CITY))
    sums = paid.values("engagement_id", "traveller").annotate(sek=Sum("amount_sek", default=0))
    own = {(row["engagement_id"], row["traveller"]): row["sek"] for row in sums.order_by()}
    for row in Traveller.objects.filter(engagement__in=keys).order_by("engagement_id", "place"):
        share = Share(str(row.place), str(row), own.get((row.engagement_id, row.place), 0))
        found.setdefault(row.engagement_id, []).append(share)
    return found
