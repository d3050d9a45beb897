"""What the Committee's papers carry of a reception: the days that the applicant can."""

from django.utils.translation import gettext as _

from engagements.models import Engagement
from engagements.templatetags.utblick import weekday
from governance.kinds import Grid
from visits.reception.models import DateOption, Reception


def grids(engagement: Engagement) -> list[Grid]:
    """Return the days, with what each is to the event; none where no day is offered."""
    options = [row for row in engagement.dateoption_rows.order_by("day", "place") if row.day]
    if not options:
        return []
    head = (_("Dag"), _("Tid"), _("Lokal"), _("Att tänka på"))
    rows = tuple(_row(option, engagement) for option in options)
    return [Grid(_("Dagar som sökanden kan"), head, rows)]


def _row(option: DateOption, engagement: Engagement) -> tuple[str, ...]:
    reception: Reception = engagement.reception
    remarks = [
        _("Vald") if option.day == engagement.starts_on else "",
        _("Kvällen före evenemanget") if reception.is_evening_before(option.day) else "",
        _("Evenemangets sista kväll") if reception.is_last_evening(option.day) else "",
    ]
    said = ", ".join(filter(None, remarks))
    return weekday(option.day).capitalize(), option.time, option.hall, said
