"""Many matters at once: picked in a list, shown what would be done, done, and told."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from governance import bulk, saved
from governance.actions import bulking
from governance.forms_bulk import DoForm, PickForm
from governance.models import BulkRun, Verb
from governance.models.deciding import UNITS
from governance.reports import listing
from governance.views.listing import handed_over
from governance.views.planning import who


def _back(request: HttpRequest, room: str) -> str:
    """Return the list that the reader came from, as they had narrowed it."""
    asked = request.POST.get("tillbaka", "")
    page = reverse(saved.ROOMS[room].page)
    ours = url_has_allowed_host_and_scheme(asked, {request.get_host()}, request.is_secure())
    return asked if ours and asked.startswith(page) else page


def _trail(room: str, back: str, verb: Verb) -> dict[str, Any]:
    name = _("Kö") if room == "ko" else _("Ärenden")
    trail = [(_("Start"), reverse("start")), (name, back), (str(verb.label), "")]
    return {"trail": trail, "back": back}


@login_required
@require_POST
def preview(request: HttpRequest) -> HttpResponse:
    """Show of each picked matter what would be done with it, and why some can't be."""
    form = PickForm(request.POST)
    if not form.is_valid():
        if set(form.errors) != {"__all__"}:
            raise BadRequest(form.errors.as_text())
        room = form.cleaned_data["room"]
        verb, problem = Verb(form.cleaned_data["gor"]), form.non_field_errors()[0]
        context = {"verb": verb, "problem": problem, **_trail(room, _back(request, room), verb)}
        return render(request, "bulk/preview.html", context, status=422)
    given = form.cleaned_data
    return _shown(request, given["room"], Verb(given["gor"]), given["picked"], None)


def _shown(
    request: HttpRequest, room: str, verb: Verb, numbers: list[str], form: DoForm | None
) -> HttpResponse:
    user: Any = request.user
    lines = bulk.preview(verb, numbers, user=user, at=timezone.now())
    possible = [line for line in lines if line.what]
    units = {line.engagement.ball for line in possible if line.engagement}
    first = {"room": room, "gor": verb, "picked": [line.picked for line in possible]}
    context = {
        "verb": verb,
        "possible": possible,
        "impossible": [line for line in lines if line.why],
        "form": (form or DoForm(initial=first, verb=verb)).offer(units, on=timezone.localdate()),
        **_trail(room, _back(request, room), verb),
    }
    return render(request, "bulk/preview.html", context, status=422 if form else 200)


@login_required
@require_POST
def carry_out(request: HttpRequest) -> HttpResponse:
    """Do what was confirmed, with each matter that still is as it was shown."""
    form = DoForm(request.POST, verb=request.POST.get("gor", ""))
    form.offer(UNITS, on=timezone.localdate())
    if not form.is_valid():
        if not set(form.errors) <= {"unit", "person"}:
            raise BadRequest(form.errors.as_text())
        numbers = [number for number, _version in form.matters]
        given = form.cleaned_data
        return _shown(request, given["room"], Verb(given["gor"]), numbers, form)
    given = form.cleaned_data
    if not 0 < len(form.matters) <= bulk.MOST:
        raise BadRequest("too many")
    run = bulking.carry_out(
        Verb(given["gor"]),
        form.matters,
        key=given["key"],
        room=given["room"],
        unit=given.get("unit", ""),
        person=given.get("person"),
        **who(request),
    )
    return redirect("bulk_result", run.key)


@login_required
@require_GET
def result(request: HttpRequest, key: Any) -> HttpResponse:
    """Tell what was done, and what was not and why; of what its reader still may read."""
    user: Any = request.user
    run = get_object_or_404(BulkRun.objects.select_related("person"), key=key, by=user)
    numbers = [number for number, _reason in run.results]
    rows = bulk.chosen(user, numbers, on=timezone.localdate())
    told = [(number, rows.get(number), reason) for number, reason in run.results]
    verb, page = Verb(run.verb), reverse(saved.ROOMS[run.room].page)
    context = {
        "verb": verb,
        "unit": run.get_unit_display() if run.unit else "",
        "person": run.person or "",
        "done": [(number, row) for number, row, reason in told if not reason],
        "undone": [(number, row, bulk.REASONS[why]) for number, row, why in told if why],
        "file": reverse("bulk_file", args=[run.key]) if verb in bulk.FILES else "",
        **_trail(run.room, page, verb),
    }
    return render(request, "bulk/result.html", context)


@login_required
@require_GET
def file(request: HttpRequest, key: Any) -> HttpResponseBase:
    """Hand over the rows that were picked, with their list's columns, in their order."""
    user: Any = request.user
    run, now = get_object_or_404(BulkRun, key=key, by=user), timezone.now()
    if run.verb not in bulk.FILES:
        raise Http404
    numbers = [number for number, reason in run.results if not reason]
    rows = bulk.in_order(user, numbers, on=timezone.localdate(now))
    one, chosen = listing.LISTINGS[run.room], listing.Chosen(rows)
    return handed_over(run.room, one, chosen, run.verb, by=user, at=now, asked="")
