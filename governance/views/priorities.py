"""What is prioritised: by the city, and by each organisation, from when till when."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from engagements.models import Organisation
from engagements.permissions import reach_of
from engagements.vocabulary import Party
from governance.actions import prioritising
from governance.actions.setting import NotPossible
from governance.forms_planning import EndPriorityForm, PriorityForm
from governance.models import Priority
from governance.views import answers
from governance.views.planning import for_planners, room, who

CITY = "staden"
SET = frozenset({Party.SLK, Party.ADMIN})


def _whose(request: HttpRequest) -> list[tuple[str, str]]:
    """Return for whom the reader prioritises: the city, their own organisations."""
    reach = reach_of(request.user, on=timezone.localdate())
    city = [(CITY, _("Hela staden"))] if reach.wide & SET else []
    own = Organisation.objects.filter(pk__in=reach.owns, active=True).order_by("sort_name")
    return [*city, *((row.code, str(row)) for row in own)]


@login_required
@for_planners
@require_http_methods(["GET", "POST"])
def priorities(request: HttpRequest) -> HttpResponse:
    """List what is prioritised, and take one more."""
    today, whose = timezone.localdate(), _whose(request)
    first = {"valid_from": today, "whose": whose[0][0] if whose else ""}
    form = PriorityForm(request.POST or None, whose=whose, initial=first)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        code = given.pop("whose")
        own = None if code == CITY else get_object_or_404(Organisation, code=code)
        prioritising.add(own, **given, **who(request))
        answers.done(request, _("Prioriteringen är sparad."))
        return redirect("priorities")
    rows = Priority.objects.select_related("theme", "organisation", "set_by")
    kept = list(rows.order_by("organisation__sort_name", "-valid_from", "pk"))
    over = [row for row in kept if row.valid_to and row.valid_to < today]
    context = {
        "city": [row for row in kept if row.organisation_id is None and row not in over],
        "own": [row for row in kept if row.organisation_id and row not in over],
        "over": over,
        "mine": {code for code, _name in whose},
        "form": form if whose else None,
        "today": today,
        **room("priorities"),
    }
    return render(request, "planning/priorities.html", context, status=422 if form.errors else 200)


@login_required
@for_planners
@require_http_methods(["GET", "POST"])
def priority(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a priority with its history, and end it."""
    row = get_object_or_404(Priority.objects.select_related("theme", "organisation"), pk=pk)
    code = row.organisation.code if row.organisation else CITY
    may = code in dict(_whose(request))
    if request.method == "POST" and not may:
        raise Http404
    form = EndPriorityForm(request.POST or None, initial={"valid_to": row.valid_to})
    if request.method == "POST" and form.is_valid():
        try:
            prioritising.end(row, valid_to=form.cleaned_data["valid_to"], **who(request))
        except NotPossible as error:
            form.add_error(error.field, str(error))
        else:
            answers.done(request, _("Sista dagen är sparad."))
            return redirect("priorities")
    history: Any = row.history.select_related("history_user").order_by("-history_id")
    context = {
        "priority": row,
        "form": form if may else None,
        "history": history,
        **room("priorities", (str(row), "")),
    }
    return render(request, "planning/priority.html", context, status=422 if form.errors else 200)
