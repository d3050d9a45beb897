"""The register of memberships on its axis of years, what they cost, and both as files."""

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

from engagements.permissions import reach_of
from governance.reports import jobs
from governance.reports.files import WRITERS
from memberships.forms import RegisterForm
from memberships.membership import register, reports

NAME = "medlemskap"
PAGE = 50


@login_required
@require_GET
def memberships(request: HttpRequest) -> HttpResponse:
    """Show the memberships, those that are late first."""
    form, today = RegisterForm(request.GET), timezone.localdate()
    if not form.is_valid():
        return render(request, "memberships/register.html", {"form": form}, status=422)
    query = form.query(this_year=today.year)
    user: Any = request.user
    all_seen = reports.selection(query | {"visa": ""}, by=user, on=today)
    counts = register.counts(register.memberships_of(user, on=today), on=today)
    which = query["visa"] if form.cleaned_data["visa"] else _first(counts)
    chosen = register.listed(register.chosen(all_seen, which, on=today))
    page = Paginator(chosen, PAGE).get_page(request.GET.get("sida"))
    rows = [register.row_of(row, on=today) for row in page]
    context = {
        "form": RegisterForm(initial={"verksamhet": query["organisation"], "visa": which}),
        "query": query | {"visa": which},
        "pills": _pills(counts, which, query),
        "late": [row for row in rows if row.state == "stop"],
        "rows": rows,
        "page": page,
        "axis": register.years_of(today),
        "now": register.now_of(today),
        "width": register.WIDTH,
        "may_register": bool(reach_of(user, on=today).owns),
    }
    return render(request, "memberships/register.html", context)


def _first(counts: dict[str, int]) -> str:
    """Return the filter that is shown first: what is reviewed soon, where there is some."""
    return register.SOON if counts[register.SOON] else register.ALL


def _pills(
    counts: dict[str, int], which: str, query: dict[str, str]
) -> list[tuple[str, str, int, bool]]:
    kept = {"verksamhet": query["organisation"]} if query["organisation"] else {}
    return [
        (
            register.label_of(name),
            f"?{urlencode({'visa': name} | kept)}",
            counts[name],
            name == which,
        )
        for name in register.FILTERS
    ]


@login_required
@require_GET
def fees(request: HttpRequest) -> HttpResponse:
    """Show what the memberships cost in a year, by organisation."""
    form, today = RegisterForm(request.GET), timezone.localdate()
    if not form.is_valid():
        return render(request, "memberships/fees.html", {"form": form}, status=422)
    query = form.query(this_year=today.year)
    user: Any = request.user
    rows = register.memberships_of(user, on=today)
    if query["organisation"]:
        rows = rows.filter(organisation__code=query["organisation"])
    found = register.totals(rows, year=int(query["year"]))
    context = {
        "form": RegisterForm(initial={"ar": query["year"], "verksamhet": query["organisation"]}),
        "query": query,
        "totals": found,
        "whole": register.sum_of(found, _("Alla")),
    }
    return render(request, "memberships/fees.html", context)


@login_required
@require_POST
def export(request: HttpRequest) -> HttpResponse:
    """Ask the worker for a file of what is on screen."""
    form = RegisterForm(request.POST)
    if not form.is_valid() or request.POST.get("format") not in WRITERS:
        raise BadRequest(_("Välj ett år, en verksamhet och ett format."))
    now = timezone.localtime()
    job = jobs.ask(
        NAME,
        request.POST["format"],
        form.query(this_year=now.year),
        by=request.user,  # type: ignore[arg-type]
        at=now,
    )
    return redirect("job", pk=job.pk)
