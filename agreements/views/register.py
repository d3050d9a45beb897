"""The register of agreements."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from agreements import lists
from agreements.forms import RegisterForm
from agreements.signing import register
from engagements.permissions import reach_of
from engagements.querysets import numbered


@login_required
@require_GET
def agreements(request: HttpRequest) -> HttpResponse:
    """Show the agreements, those that have ended without an account first."""
    form, today = RegisterForm(request.GET), timezone.localdate()
    if not form.is_valid():
        return render(request, "agreements/register.html", {"form": form}, status=422)
    query, user = form.query(), request.user
    chosen = lists.agreements(request.GET, by=user, on=today)
    page: Any = numbered(chosen.rows, request.GET.get("sida", "1"))  # type: ignore[arg-type]
    counts = register.counts(register.agreements_of(user, on=today), on=today)
    context = {
        "form": RegisterForm(initial={"verksamhet": query["organisation"]}),
        "query": query,
        "pills": _pills(counts, query),
        "late": counts[register.LATE],
        "rows": list(chosen.shows(page.rows)),
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
