"""Who is away and who stands in: said by oneself, or by an administrator for somebody."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from engagements import standing_in
from engagements.models import Away, User
from engagements.vocabulary import Party
from governance.actions import being_away
from governance.forms_away import AwayForm
from governance.views import answers
from governance.views.notices import shared as shared_by_notices
from governance.views.settings_room import open_to, shared


@login_required
@require_http_methods(["GET", "POST"])
def mine(request: HttpRequest) -> HttpResponse:
    """Show when the reader is away, and for whom they stand in; keep a new absence."""
    user: Any = request.user
    return _page(request, user, shared_by_notices("away"))


@login_required
@open_to(Party.ADMIN)
@require_http_methods(["GET", "POST"])
def of_person(request: HttpRequest, pk: int) -> HttpResponse:
    """Show when somebody is away; an administrator says it for them."""
    person = get_object_or_404(
        User.objects.filter(roles__isnull=False, is_active=True).distinct(), pk=pk
    )
    room = shared(request, "settings", str(person), _("Frånvaro"))
    return _page(request, person, room)


@login_required
@require_POST
def back(request: HttpRequest, pk: int) -> HttpResponse:
    """End an absence now."""
    away = get_object_or_404(Away.objects.select_related("person"), pk=pk)
    by: Any = request.user
    try:
        being_away.be_back(away, by=by, at=timezone.now())
    except being_away.NotYours as error:
        raise Http404 from error
    answers.done(request, _("Frånvaron är avslutad."))
    if away.person_id == by.pk:
        return redirect("away")
    return redirect("settings_person_away", pk=away.person_id)


def _page(request: HttpRequest, person: User, room: dict[str, Any]) -> HttpResponse:
    today, by = timezone.localdate(), request.user
    form = AwayForm(request.POST or None, person=person, on=today)
    if request.method == "POST" and form.is_valid():
        try:
            being_away.be_away(person, **form.cleaned_data, by=by, at=timezone.now())  # type: ignore[arg-type]
        except being_away.NotPossible as error:
            form.add_error(error.field, str(error))
        else:
            answers.done(request, _("Frånvaron är sparad. Ersättarna får veta det med mejl."))
            return redirect(request.path)
    context = {
        "form": form,
        "person": person,
        "own": person.pk == by.pk,
        "rows": coming(person, on=today),
        "stands_for": _stands_for(person, on=today),
        **room,
    }
    return render(request, "notices/away.html", context, status=422 if form.errors else 200)


def coming(person: User, *, on: date) -> list[Away]:
    """Return when a person is away, now and later."""
    rows = Away.objects.filter(person=person, ended_at=None, last__gte=on)
    found = rows.select_related("person", "by").prefetch_related("stand_ins__person")
    return list(found.order_by("first"))


def _stands_for(person: User, *, on: date) -> list[Away]:
    """Return the absences in which a person stands in today, named or passed on to."""
    rows = standing_in.aways(on=on).filter(person__in=standing_in.stood_for(person, on=on))
    return list(rows.order_by("last", "pk"))
