"""The year's reports on screen, kind by kind, and the same rows as files."""

from __future__ import annotations

from itertools import islice
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from engagements.forms.base import Words
from engagements.models import Organisation
from governance.reports import jobs, registry
from governance.reports.choosing import ReportForm
from governance.reports.files import WRITERS

SHOWN = 200


@login_required
@require_GET
def first(_request: HttpRequest) -> HttpResponse:
    """Lead to the first report."""
    return redirect("report", next(iter(registry.SHOWN)))


@login_required
@require_GET
def report(request: HttpRequest, name: str) -> HttpResponse:
    """Show the year's engagements of a kind, those that the reader may see."""
    title = _title(name)
    form = ReportForm(request.GET)
    context: dict[str, Any] = {"form": form, "name": name, "title": title}
    if not form.is_valid():
        return render(request, "reports/report.html", context, status=422)
    query = form.query(this_year=timezone.localdate().year)
    made = registry.build(name, query, by=request.user, at=timezone.now())  # type: ignore[arg-type]
    context |= {
        "form": ReportForm(initial={"ar": query["year"], "verksamhet": query["organisation"]}),
        "query": query,
        "tabs": _tabs(name, request.GET.urlencode()),
        "report": made,
        "tables": [(table, list(islice(table.rows, SHOWN))) for table in made.tables],
        "shown": SHOWN,
        "organisation": Organisation.objects.filter(code=query["organisation"]).first(),
    }
    return render(request, "reports/report.html", context)


def _title(name: str) -> Words:
    """Return what a report is called. Raises Http404 for one that has no page."""
    if name not in registry.SHOWN:
        raise Http404
    return registry.SHOWN[name]


def _tabs(here: str, query: str) -> list[tuple[Words, str, bool]]:
    """Return the reports as tabs, each with its address for the same choice."""
    address = f"?{query}" if query else ""
    return [
        (title, reverse("report", args=[name]) + address, name == here)
        for name, title in registry.SHOWN.items()
    ]


@login_required
@require_POST
def export(request: HttpRequest, name: str) -> HttpResponse:
    """Ask the worker for a file of the rows on screen."""
    _title(name)
    form = ReportForm(request.POST)
    if not form.is_valid() or request.POST.get("format") not in WRITERS:
        raise BadRequest(_("Välj ett år, en verksamhet och ett format."))
    job = jobs.ask(
        name,
        request.POST["format"],
        form.query(this_year=timezone.localdate().year),
        by=request.user,  # type: ignore[arg-type]
        at=timezone.now(),
    )
    return redirect("job", pk=job.pk)
