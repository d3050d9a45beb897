"""The tables that the committee's papers carry: what it binds the city to, and what it adds."""

from django.utils.translation import gettext as _

from agreements.declaration import burdens
from engagements.models import Engagement
from engagements.templatetags.utblick import day, kronor, number
from governance.kinds import Grid


def grids(engagement: Engagement) -> list[Grid]:
    """Return the commitments, and the burden by organisation with its sums."""
    kept = sorted(engagement.commitment_rows.all(), key=lambda row: row.place)
    commitments = Grid(
        _("Åtaganden"),
        (_("Åtagande"), _("Så uppfylls det")),
        tuple((row.text, row.kept_by) for row in kept),
    )
    rows = burdens.table(engagement)
    sums = burdens.sums(rows)
    burden = Grid(
        _("Börda om året"),
        (_("Verksamhet"), _("Kronor"), _("Timmar"), _("Rapportering")),
        tuple(_cells(row) for row in rows),
        (_("Sammanlagt"), kronor(sums.sek), number(sums.hours), number(sums.reporting)),
        numbers=(1, 2, 3),
    )
    return [commitments, burden] if kept else [burden]


def _cells(row: burdens.Row) -> tuple[str, ...]:
    if row.is_answered:
        told = _("Ja") if row.reporting else _("Nej")
        return (str(row.organisation), kronor(row.sek), number(row.hours), told)
    due = row.asked and _("Svar väntas senast %(day)s") % {"day": day(row.asked.due)}
    return (str(row.organisation), due or _("Inte besvarat"), "", "")
