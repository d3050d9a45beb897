"""The year's visits on screen, and the same rows as files."""

from __future__ import annotations

from itertools import islice

from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from engagements.models import Organisation
from governance.reports import jobs, registry
from governance.reports.choosing import ReportForm
from governance.reports.files import WRITERS

NAME = "besok"
SHOWN = 200


@login_required
@require_GET
def visits(request: HttpRequest) -> HttpResponse:
    """Show the year's visits, those that the reader may see."""
    form = ReportForm(request.GET)
    if not form.is_valid():
        return render(request, "reports/visits.html", {"form": form}, status=422)
    query = form.query(this_year=timezone.localdate().year)
    report = registry.build(NAME, query, by=request.user, at=timezone.now())  # type: ignore[arg-type]
    table, countries = report.tables
    context = {
        "form": ReportForm(initial={"ar": query["year"], "verksamhet": query["organisation"]}),
        "query": query,
        "report": report,
        "table": table,
        "rows": list(islice(table.rows, SHOWN)),
        "countries": list(countries.rows),
        "countries_table": countries,
        "shown": SHOWN,
        "organisation": Organisation.objects.filter(code=query["organisation"]).first(),
    }
    return render(request, "reports/visits.html", context)


@login_required
@require_POST
def export(request: HttpRequest) -> HttpResponse:
    """Ask the worker for a file of the rows on screen."""
    form = ReportForm(request.POST)
    if not form.is_valid() or request.POST.get("format") not in WRITERS:
        raise BadRequest(_("Välj ett år, en verksamhet och ett format."))
    job = jobs.ask(
        NAME,
        request.POST["format"],
        form.query(this_year=timezone.localdate().year),
        by=request.user,  # type: ignore[arg-type]
        at=timezone.now(),
    )
    return redirect("job", pk=job.pk)
