"""The statistics of any period, and the same tables as files."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from engagements.context import open_registers
from engagements.permissions import Reach, reach_of
from governance.reports import jobs, registry
from governance.reports.choosing import StatisticsForm
from governance.reports.shown import NAME, Statistics
from governance.reports.statistics import Period, written

YEARS = 4
FORMATS = ("xlsx", "csv")


@login_required
@require_GET
def statistics(request: HttpRequest) -> HttpResponse:
    """Show the figures of what the reader may see, each with the list behind it."""
    today = timezone.localdate()
    form = StatisticsForm(request.GET)
    doors = _doors(reach_of(request.user, on=today))
    context: dict[str, Any] = {"form": form, "doors": doors}
    if not form.is_valid():
        return render(request, "statistics/page.html", context, status=422)
    period = form.period(today=today)
    form.show(period)
    context |= {
        "period": period,
        "before": period.year_before,
        "found": Statistics(form, period, by=request.user, on=today),
        "years": _years(form, period, today),
        "asked": urlencode(period.asked | written(form.cleaned_data), doseq=True),
    }
    return render(request, "statistics/page.html", context)


def _years(form: StatisticsForm, period: Period, today: date) -> list[tuple[str, str, bool]]:
    """Return shortcuts to a year, all else as it is: name, address, whether it is shown."""
    so_far = Period(date(today.year, 1, 1), today)
    named = [(_("%(year)s hittills") % {"year": today.year}, so_far)]
    for year in range(today.year, today.year - YEARS, -1):
        named.append((str(year), Period(date(year, 1, 1), date(year, 12, 31))))
    kept = written(form.cleaned_data)
    return [
        (name, f"?{urlencode(one.asked | kept, doseq=True)}", one == period) for name, one in named
    ]


def _doors(reach: Reach) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return what else there is to count and list: the year's tables, and the registers."""
    years = [
        (str(title), reverse("report", args=[name])) for name, title in registry.TITLES.items()
    ]
    return [(_("Årets tabeller"), years), (_("Register"), open_registers(reach))]


@login_required
@require_POST
def export(request: HttpRequest) -> HttpResponse:
    """Ask the worker for a file of the tables on screen."""
    wanted, asked = request.POST.get("format", ""), request.POST.get("fraga", "")
    if wanted not in FORMATS or not StatisticsForm(QueryDict(asked)).is_valid():
        raise BadRequest(_("Välj en period och ett format."))
    query = {"fraga": asked, "format": wanted}
    user: Any = request.user
    job = jobs.ask(NAME, wanted, query, by=user, at=timezone.now())
    return redirect("job", pk=job.pk)
