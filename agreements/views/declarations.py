"""The year's declarations on screen, and the same rows as files."""

from __future__ import annotations

from itertools import islice

from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from governance.reports import jobs, registry
from governance.reports.choosing import ReportForm
from governance.reports.files import WRITERS

NAME = "deklarationer"
SHOWN = 200


@login_required
@require_GET
def declarations(request: HttpRequest) -> HttpResponse:
    """Show the year's declarations, those that the reader may see."""
    form = ReportForm(request.GET)
    if not form.is_valid():
        return render(request, "agreements/report.html", {"form": form}, status=422)
    query = form.query(this_year=timezone.localdate().year)
    report = registry.build(NAME, query, by=request.user, at=timezone.now())  # type: ignore[arg-type]
    (table,) = report.tables
    context = {
        "form": ReportForm(initial={"ar": query["year"], "verksamhet": query["organisation"]}),
        "query": query,
        "report": report,
        "columns": table.columns,
        "rows": list(islice(table.rows, SHOWN)),
        "shown": SHOWN,
    }
    return render(request, "agreements/report.html", context)


@login_required
@require_POST
def export(request: HttpRequest) -> HttpResponse:
    """Ask the worker for a file of the rows on screen."""
    form = ReportForm(request.POST)
    if not form.is_valid() or request.POST.get("format") not in WRITERS:
        raise BadRequest(_("Välj ett år, en verksamhet och ett format."))
    query = form.query(this_year=timezone.localdate().year)
    job = jobs.ask(
        NAME,
        request.POST["format"],
        query,
        by=request.user,  # type: ignore[arg-type]
        at=timezone.now(),
    )
    return redirect("job", pk=job.pk)
