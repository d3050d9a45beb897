"""The committee's seats: offices, who sits there, who is away."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from engagements.models import User
from engagements.people import NotPossible
from governance import committee
from governance.actions import seating
from governance.forms_meetings import AwayForm, OfficeForm, SeatForm
from governance.models import Absence, Office
from governance.views import answers
from governance.views.meetings import INSIDE, secretary, trail
from governance.views.settings_room import administers, open_to


@login_required
@open_to(*INSIDE)
@require_http_methods(["GET", "POST"])
def seats(request: HttpRequest) -> HttpResponse:
    """Show the seats; the secretary fills them, members say when they are away."""
    forms = _forms(request)
    bound = {}
    if request.method == "POST":
        asked = request.POST.get("act", "")
        if asked not in forms:
            raise Http404 if asked in ACTS else BadRequest(_("Välj bland svaren som visas"))
        form = forms[asked]
        if form.is_valid() and _carry_out(request, asked, form):
            return redirect("meeting_seats")
        bound = {asked: form}
    today = timezone.localdate()
    context = {
        "rows": committee.seatings(on=today),
        "offices": Office.objects.filter(active=True).order_by("-chairs", "order"),
        "acting": committee.acting(on=today),
        "absences": Absence.objects.filter(ended_at=None, last__gte=today)
        .select_related("user", "by")
        .order_by("first"),
        "away_form": forms.get("away"),
        "seat_form": forms.get("seat"),
        "office_form": forms.get("office"),
        "keeps": secretary(request),
        "trail": trail((_("Platser, ersättare och frånvaro"), "")),
    }
    return render(request, "meetings/seats.html", context, status=422 if bound else 200)


def _forms(request: HttpRequest) -> dict[str, Any]:
    asked = request.POST.get("act", "")
    today = timezone.localdate()
    members = [row.role.user_id for row in committee.seatings(on=today)]
    found: dict[str, Any] = {}

    def bind(name: str, form: Any, **kwargs: Any) -> None:
        data = request.POST if name == asked else None
        found[name] = form(data, auto_id=f"{name}-%s", **kwargs)

    own = [pk for pk in members if pk == request.user.pk]
    if people := (members if secretary(request) else own):
        bind("away", AwayForm, people=User.objects.filter(pk__in=people))
    if secretary(request) or administers(request):
        offices = Office.objects.filter(active=True).order_by("order")
        bind("seat", SeatForm, offices=offices, initial={"valid_from": today})
        bind("office", OfficeForm)
    return found


def _away(form: AwayForm, **who: Any) -> None:
    given = dict(form.cleaned_data)
    seating.be_away(given.pop("person"), **given, **who)


def _seat(form: SeatForm, **who: Any) -> None:
    given = dict(form.cleaned_data)
    seating.seat(given.pop("office"), **given, **who)


def _office(form: OfficeForm, **who: Any) -> None:
    seating.found_office(**form.cleaned_data, **who)


ACTS: dict[str, Any] = {"away": _away, "seat": _seat, "office": _office}


def _carry_out(request: HttpRequest, asked: str, form: Any) -> bool:
    try:
        ACTS[asked](form, by=request.user, at=timezone.now())
    except NotPossible as error:
        form.add_error(error.field, str(error))
        return False
    answers.done(request, _("Det är sparat och gäller nu."))
    return True


@login_required
@open_to(*INSIDE)
@require_POST
def back(request: HttpRequest, absence: int) -> HttpResponse:
    """End an absence: one's own, or anybody's for the secretary."""
    row = get_object_or_404(Absence, pk=absence)
    if row.user_id != request.user.pk and not secretary(request):
        raise Http404
    seating.be_back(row, by=request.user, at=timezone.now())  # type: ignore[arg-type]
    return redirect("meeting_seats")
