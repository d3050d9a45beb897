"""The register of memberships on its axis of years, and what they cost."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from engagements.permissions import reach_of
from engagements.querysets import numbered
from memberships import lists
from memberships.forms import RegisterForm
from memberships.membership import register


@login_required
@require_GET
def memberships(request: HttpRequest) -> HttpResponse:
    """Show the memberships, those that are late first."""
    form, today = RegisterForm(request.GET), timezone.localdate()
    if not form.is_valid():
        return render(request, "memberships/register.html", {"form": form}, status=422)
    query = form.query(this_year=today.year)
    user: Any = request.user
    counts = register.counts(register.memberships_of(user, on=today), on=today)
    which = lists.which(query, form.cleaned_data["visa"], counts)
    chosen = lists.memberships(request.GET, by=user, on=today)
    page: Any = numbered(chosen.rows, request.GET.get("sida", "1"))  # type: ignore[arg-type]
    rows = list(chosen.shows(page.rows))
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
    chosen = lists.fees(request.GET, by=request.user, on=today)
    context = {
        "form": RegisterForm(initial={"ar": query["year"], "verksamhet": query["organisation"]}),
        "query": query,
        "totals": chosen.rows,
        "whole": chosen.last[0],
    }
    return render(request, "memberships/fees.html", context)
