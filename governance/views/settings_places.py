"""Settings: places and counterparts that are alike, one page on which two become one."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from engagements import gathering, merging, places
from engagements.models import Counterpart, Place
from engagements.vocabulary import Party
from governance.forms_places import CounterpartForm, KeepForm, PlaceForm
from governance.views import answers
from governance.views.settings_room import open_to, shared

HERE = "settings_duplicates"
REGISTERS: dict[str, Any] = {"platser": Place, "motparter": Counterpart}
FORMS: dict[str, Any] = {"platser": PlaceForm, "motparter": CounterpartForm}
COLUMNS = {
    "platser": ("name_sv", "name_en", "other_names", "kind", "country", "capital"),
    "motparter": ("name", "other_names", "kind", "sector", "country", "place"),
}


@login_required
@open_to(Party.ADMIN)
@require_GET
def duplicates(request: HttpRequest) -> HttpResponse:
    """List the places and the counterparts that have much the same name."""
    who: dict[str, Any] = {"user": request.user, "on": timezone.localdate()}
    context = {
        "places": merging.pairs(Place, **who),
        "counterparts": merging.pairs(Counterpart, **who),
        **shared(request, HERE),
    }
    return render(request, "settings/duplicates.html", context)


@login_required
@open_to(Party.ADMIN)
@require_http_methods(["GET", "POST"])
def pair(request: HttpRequest, register: str, one: int, other: int) -> HttpResponse:
    """Show two rows side by side, and let one be the other; or say that they are not the same."""
    rows = _pair(register, one, other)
    if gone := next((row for row in rows if row.merged_into_id), None):
        # A second click, or an old link: they are one already.
        return redirect(merging.survivor(gone))
    form = KeepForm(request.POST or None, rows=rows, initial={"keep": rows[1].pk})
    if request.method == "POST" and "apart" in request.POST:
        merging.tell_apart(*rows, by=request.user, at=timezone.now())  # type: ignore[arg-type]
        answers.done(request, _("De är två olika och visas inte som dubbletter mer."))
        return redirect(HERE)
    if request.method == "POST" and form.is_valid():
        keep = form.cleaned_data["keep"]
        return _merged(request, rows[0] if keep == rows[1] else rows[1], keep)
    context = {
        "form": form,
        "sides": [(row, _items(request, row)) for row in rows],
        **shared(request, HERE, f"{rows[0]} – {rows[1]}"),
    }
    return render(request, "settings/duplicate.html", context, status=422 if form.errors else 200)


def _pair(register: str, one: int, other: int) -> tuple[Any, Any]:
    held = _register(register).objects.select_related("merged_into").in_bulk([one, other])
    if one == other or len(held) < 2:
        raise Http404
    return held[one], held[other]


def _register(name: str) -> Any:
    try:
        return REGISTERS[name]
    except KeyError:
        raise Http404 from None


def _items(request: HttpRequest, row: Place | Counterpart) -> gathering.Gathered:
    ties = Q(**{row.register: row})
    return gathering.gather(ties, user=request.user, on=timezone.localdate())


def _merged(request: HttpRequest, gone: Any, keep: Any) -> HttpResponse:
    try:
        moved = merging.merge(gone, into=keep, by=request.user, at=timezone.now())  # type: ignore[arg-type]
    except merging.NotMergeable as error:
        answers.done(request, error)
        return redirect(HERE)
    said = ngettext(
        "%(gone)s är nu %(kept)s. %(n)s koppling flyttades.",
        "%(gone)s är nu %(kept)s. %(n)s kopplingar flyttades.",
        moved,
    )
    answers.done(request, said % {"gone": gone, "kept": keep, "n": moved})
    return redirect(keep)


@login_required
@open_to(Party.ADMIN)
@require_POST
def part(request: HttpRequest, register: str, pk: int) -> HttpResponse:
    """Undo a merge."""
    held = merging.PAIRINGS[_register(register).register]
    pairing = get_object_or_404(held.objects.select_related("kept", "other"), pk=pk)
    try:
        merging.part(pairing, by=request.user, at=timezone.now())  # type: ignore[arg-type]
    except merging.NotMergeable as error:
        answers.done(request, error)
    else:
        answers.done(request, _("%(name)s står för sig själv igen.") % {"name": pairing.other})
    return redirect(pairing.kept)


@login_required
@open_to(Party.ADMIN)
@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, register: str, pk: int) -> HttpResponse:
    """Correct what the register says of a place or a counterpart."""
    row = get_object_or_404(places.offered(_register(register)), pk=pk)
    form = FORMS[register](request.POST or None, initial=_said(row, COLUMNS[register]))
    if request.method == "POST" and form.is_valid():
        places.correct(row, form.cleaned_data, by=request.user, at=timezone.now())  # type: ignore[arg-type]
        answers.done(request, _("Ändringen är sparad."))
        return redirect(row)
    context = {
        "row": row,
        "form": form,
        "history": row.history.select_related("history_user").order_by("-history_id")[:30],
        **shared(request, HERE, str(row)),
    }
    return render(request, "settings/register.html", context, status=422 if form.errors else 200)


def _said(row: Any, columns: tuple[str, ...]) -> dict[str, Any]:
    said = {column: getattr(row, column) for column in columns}
    if isinstance(row, Counterpart):
        said["place"] = row.place.name_sv if row.place else ""
    return said
