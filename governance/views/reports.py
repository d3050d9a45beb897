"""The year on screen, a section for each kind that has one, and the same rows as files."""

from __future__ import annotations

from itertools import islice

from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from engagements.models import Organisation
from governance.reports import jobs, registry
from governance.reports.choosing import ReportForm
from governance.reports.files import WRITERS

SHOWN = 200


@login_required
@require_GET
def first(request: HttpRequest) -> HttpResponse:
    """Lead to the first section, with what was asked for."""
    address = reverse("report", args=[next(iter(registry.TITLES))])
    asked = request.META["QUERY_STRING"]
    return redirect(f"{address}?{asked}" if asked else address)


@login_required
@require_GET
def year(request: HttpRequest, name: str) -> HttpResponse:
    """Show the year's matters of one kind, those that the reader may see."""
    title = _title(name)
    form = ReportForm(request.GET)
    context = {"name": name, "title": title, "tabs": _tabs(name), "form": form}
    if not form.is_valid():
        return render(request, "reports/year.html", context, status=422)
    query = form.query(this_year=timezone.localdate().year)
    report = registry.build(name, query, by=request.user, at=timezone.now())  # type: ignore[arg-type]
    table, *others = report.tables
    context |= {
        "form": ReportForm(initial={"ar": query["year"], "verksamhet": query["organisation"]}),
        "query": query,
        "report": report,
        "table": table,
        "rows": list(islice(table.rows, SHOWN)),
        "others": [(other, list(other.rows)) for other in others],
        "shown": SHOWN,
        "organisation": Organisation.objects.filter(code=query["organisation"]).first(),
    }
    return render(request, "reports/year.html", context)


def _title(name: str) -> str:
    if name not in registry.TITLES:
        raise Http404
    return str(registry.TITLES[name])


def _tabs(here: str) -> list[tuple[str, str, bool]]:
    """Return the sections: what each is called, its address, and whether it is the one shown."""
    if len(registry.TITLES) < 2:
        return []
    return [
        (str(title), reverse("report", args=[name]), name == here)
        for name, title in registry.TITLES.items()
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
