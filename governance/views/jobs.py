"""An export under way: progress that can be left, cancelled, and fetched by who asked alone."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from governance.annual.reports import NAME as ANNUAL
from governance.dossier.reports import NAME as DOSSIER
from governance.models import Job
from governance.reports import jobs, listing, registry
from governance.reports.replay import NAME as REPLAY
from governance.reports.shown import NAME

MEDIA = {
    "csv": "text/csv; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "zip": "application/zip",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def _own(request: HttpRequest, pk: UUID) -> Job:
    return get_object_or_404(Job, pk=pk, asked_by=request.user)


@login_required
@require_GET
@never_cache
def job(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show how far an export has come; htmx asks for the part that changes."""
    found = _own(request, pk)
    context = {
        "job": found,
        "waiting": found.state in jobs.UNFINISHED,
        "there": jobs.is_there(found, at=timezone.now()),
        "replay": found.report == REPLAY,
        "back": _back(found),
    }
    part = request.headers.get("HX-Request") == "true"
    return render(request, "reports/_job.html" if part else "reports/job.html", context)


def _back(found: Job) -> str:
    """Return the page that the export was asked for on; empty for none."""
    if found.report in registry.TITLES:
        return reverse("report", args=[found.report])
    if found.report == DOSSIER:
        return reverse("engagement", args=[found.query["number"]])
    if found.report == ANNUAL:
        return _annual(**found.query)
    pages = {NAME: "statistics"}
    if found.report == listing.NAME and found.query["lista"] in listing.LISTINGS:
        pages[listing.NAME] = listing.LISTINGS[found.query["lista"]].page
    if found.report not in pages:
        return ""
    asked = found.query.get("fraga", "")
    return reverse(pages[found.report]) + (f"?{asked}" if asked else "")


def _annual(*, year: str, organisation: str = "", edition: str = "") -> str:
    """Return the page of a report, or of an edition of it."""
    parts: dict[str, Any] = {"year": int(year)}
    parts |= {"number": int(edition)} if edition else {}
    parts |= {"code": organisation} if organisation else {}
    name = "annual_edition" if edition else "annual"
    return reverse(f"{name}_of" if organisation else name, kwargs=parts)


@login_required
@require_POST
def cancel(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Stop an export."""
    jobs.cancel(_own(request, pk), at=timezone.now())
    return redirect("job", pk=pk)


@login_required
@require_GET
def download(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Hand over the file, while it lives."""
    found = _own(request, pk)
    if not jobs.is_there(found, at=timezone.now()):
        raise Http404
    name = str(found.file.name).rsplit("/", 1)[-1]
    return FileResponse(
        found.file.open("rb"),
        as_attachment=True,
        filename=name,
        content_type=MEDIA[found.format],
    )
