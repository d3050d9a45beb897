"""Omvärldsbevakning (3.2): what was seen elsewhere, and comparisons with other cities."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from governance import knowledge
from governance.actions import knowing
from governance.forms_knowledge import (
    ComparedForm,
    ComparisonForm,
    KnownFilter,
    ObservationFilter,
    ObservationForm,
)
from governance.models import Comparison, Known, Observation
from governance.views import answers
from governance.views.citing import MOST_DIGITS, page_of, shared
from governance.views.examples import known_list
from governance.views.planning import who


def _room(here: str, *below: tuple[str, str]) -> dict[str, Any]:
    """Return the tabs and the trail of a page. here: its tab."""
    names = {"observations": _("Iakttagelser"), "comparisons": _("Jämförelser")}
    own = [(names[here], reverse(here))] if below else [(names[here], "")]
    return {
        "trail": [(_("Start"), reverse("start")), *own, *below],
        "tabs": [(name, reverse(place), place == here) for place, name in names.items()],
    }


@login_required
@require_GET
def observations(request: HttpRequest) -> HttpResponse:
    """List what was seen elsewhere, the newest first."""
    return known_list(
        request,
        "knowledge/observations.html",
        ObservationFilter(request.GET, on=timezone.localdate()),
        knowledge.observations(),
        **_room("observations"),
    )


@login_required
@require_GET
def comparisons(request: HttpRequest) -> HttpResponse:
    """List the comparisons with other cities."""
    return known_list(
        request,
        "knowledge/comparisons.html",
        KnownFilter(request.GET, on=timezone.localdate()),
        knowledge.comparisons(),
        **_room("comparisons"),
    )


@login_required
@require_GET
def observation(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what was seen."""
    return seen_page(request, get_object_or_404(knowledge.observations(), pk=pk))


@page_of("observation")
def seen_page(request: HttpRequest, row: Observation, **bound: Any) -> HttpResponse:
    """Answer with the page of an observation."""
    context = _room("observations", (row.title, "")) | shared(request, row, **bound)
    return render(request, "knowledge/observation.html", context, status=422 if bound else 200)


@login_required
@require_GET
def comparison(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a comparison with its cities."""
    return compared_page(request, get_object_or_404(knowledge.comparisons(), pk=pk))


@page_of("comparison")
def compared_page(request: HttpRequest, row: Comparison, **bound: Any) -> HttpResponse:
    """Answer with the page of a comparison."""
    context = {
        "cities": knowledge.in_order(row),
        "city_form": ComparedForm(auto_id="stad-%s"),
        **_room("comparisons", (row.title, "")),
        **shared(request, row, **bound),
    }
    return render(request, "knowledge/comparison.html", context, status=422 if bound else 200)


@login_required
@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Write down what was seen, or change it."""
    kept = get_object_or_404(knowledge.observations(), pk=pk) if pk else None
    texts = (_("Ny iakttagelse"), _("Ändra iakttagelsen"), _("Iakttagelsen är sparad."))
    return _write(request, kept, Observation(), ObservationForm, "observations", texts)


@login_required
@require_http_methods(["GET", "POST"])
def compare(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Begin a comparison, or change what it is called."""
    kept = get_object_or_404(knowledge.comparisons(), pk=pk) if pk else None
    texts = (_("Ny jämförelse"), _("Ändra jämförelsen"), _("Jämförelsen är sparad."))
    return _write(request, kept, Comparison(), ComparisonForm, "comparisons", texts)


def _write(
    request: HttpRequest,
    kept: Known | None,
    new: Known,
    form_of: Any,
    here: str,
    texts: tuple[str, str, str],
) -> HttpResponse:
    today = timezone.localdate()
    writers = knowledge.writers(request.user, on=today)
    if not writers.exists() or (kept and not knowledge.writes(request.user, kept, on=today)):
        raise Http404
    first = {name: getattr(kept, name) for name in form_of.base_fields} if kept else {}
    form = form_of(request.POST or None, writers=writers, on=today, initial=first)
    if request.method == "POST" and form.is_valid():
        saved: Any = knowing.write(kept or new, **form.cleaned_data, **who(request))
        answers.done(request, texts[2])
        return redirect(saved)
    title = texts[1] if kept else texts[0]
    context = {"form": form, "title": title, **_room(here, (title, ""))}
    return render(request, "knowledge/write.html", context, status=422 if form.errors else 200)


def _to_change(request: HttpRequest, pk: int) -> Comparison:
    row = get_object_or_404(knowledge.comparisons(), pk=pk)
    if not knowledge.writes(request.user, row, on=timezone.localdate()):
        raise Http404
    return row


@login_required
@require_POST
def measure(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a city to a comparison, or write another value for the same year."""
    row = _to_change(request, pk)
    form = ComparedForm(request.POST, auto_id="stad-%s")
    if not form.is_valid():
        return compared_page(request, row, city_form=form)
    knowing.measure(row, **form.cleaned_data, **who(request))
    answers.done(request, _("Staden är med i jämförelsen."))
    return redirect(row)


@login_required
@require_POST
def leave_out(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a city out of a comparison."""
    row, key = _to_change(request, pk), request.POST.get("row", "")
    if not key.isdecimal() or len(key) > MOST_DIGITS:
        raise BadRequest(key)
    if found := row.cities.filter(pk=int(key)).first():
        knowing.leave_out(found, **who(request))
        answers.done(request, _("Staden är borttagen ur jämförelsen."))
    return redirect(row)
