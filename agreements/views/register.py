"""The register of agreements, and the same rows as files."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from agreements.forms import RegisterForm
from agreements.signing import register, reports
from engagements.permissions import reach_of
from governance.reports import jobs
from governance.reports.files import WRITERS

NAME = "avtal"
PAGE = 50


@login_required
@require_GET
def agreements(request: HttpRequest) -> HttpResponse:
    """Show the agreements, those that have ended without an account first."""
    form, today = RegisterForm(request.GET), timezone.localdate()
    if not form.is_valid():
        return render(request, "agreements/register.html", {"form": form}, status=422)
    query, user = form.query(), request.user
    rows: Any = reports.selection(query, by=user, on=today)  # type: ignore[arg-type]
    page = Paginator(register.listed(rows, on=today), PAGE).get_page(request.GET.get("sida"))
    counts = register.counts(register.agreements_of(user, on=today), on=today)
    context = {
        "form": RegisterForm(initial={"verksamhet": query["organisation"]}),
        "query": query,
        "pills": _pills(counts, query),
        "late": counts[register.LATE],
        "rows": [register.row_of(row, on=today) for row in page],
        "page": page,
        "may_register": bool(reach_of(user, on=today).owns),
    }
    return render(request, "agreements/register.html", context)


def _pills(counts: dict[str, int], query: dict[str, str]) -> list[tuple[str, str, int, bool]]:
    kept = {"verksamhet": query["organisation"]} if query["organisation"] else {}
    return [
        (
            register.label_of(name),
            f"?{urlencode({'visa': name} | kept)}",
            counts[name],
            name == query["visa"],
        )
        for name in register.FILTERS
    ]


@login_required
@require_POST
def export(request: HttpRequest) -> HttpResponse:
    """Ask the worker for a file of what is on screen."""
    form = RegisterForm(request.POST)
    if not form.is_valid() or request.POST.get("format") not in WRITERS:
        raise BadRequest(_("Välj en verksamhet och ett format."))
    user: Any = request.user
    job = jobs.ask(NAME, request.POST["format"], form.query(), by=user, at=timezone.now())
    return redirect("job", pk=job.pk)
