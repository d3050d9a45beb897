"""The room of plans: an organisation's year, all organisations' years, and what a matter is."""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from engagements.models import Engagement, Organisation
from engagements.permissions import NotNow, allowed_to
from engagements.vocabulary import Action, Status
from governance import plans
from governance.actions import planning, setting
from governance.forms_planning import AimsForm, LineForm, TieForm
from governance.models import Frame, Plan, PlannedLine
from governance.reports import rooms
from governance.views import answers


def room(here: str, *below: tuple[str, str]) -> dict[str, Any]:
    """Return the tabs and the trail of a page of the room. here: its tab."""
    named = (
        ("plans", _("Planer")),
        ("rounds", _("Uppföljning")),
        ("priorities", _("Prioriteringar")),
    )
    names = dict(named)
    own = [(names[here], reverse(here))] if below else [(names[here], "")]
    return {
        "trail": [(_("Start"), reverse("start")), *own, *below],
        "tabs": [(name, reverse(place), place == here) for place, name in named],
    }


def for_planners(view: Any) -> Any:
    """Let in who reads the plan of some organisation; to others there is no such room."""

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not plans.enters(request.user, on=timezone.localdate()):
            raise Http404
        answer: HttpResponse = view(request, *args, **kwargs)
        return answer

    return checked


def who(request: HttpRequest) -> dict[str, Any]:
    """Return who acts, and when."""
    return {"by": request.user, "at": timezone.now()}


def year_of(asked: str | int) -> int:
    """Return a year that an address asks for; this year when it asks for none."""
    return rooms.year_of(str(asked), on=timezone.localdate())


def years_around(year: int) -> list[int]:
    """Return the years that a page offers, the one it shows among them."""
    this = timezone.localdate().year
    return sorted({*range(this - 3, this + 2), year})


def organisation_of(request: HttpRequest, code: str, *, to_write: bool = False) -> Organisation:
    """Return an organisation whose plan the reader may read, or write."""
    today = timezone.localdate()
    found = get_object_or_404(plans.readable(request.user, on=today), code=code)
    if to_write and not plans.fills_in(request.user, found, on=today):
        raise Http404
    return found


@login_required
@for_planners
@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    """List the year of every organisation that the reader may read; go on where it is one."""
    today = timezone.localdate()
    year = year_of(request.GET.get("ar", ""))
    if plans.sees_all(request.user, on=today):
        rows = list(plans.planning(on=today))
    else:
        rows = list(plans.readable(request.user, on=today))
        if len(rows) == 1:
            return redirect("plan", code=rows[0].code, year=year)
    context = {
        "year": year,
        "years": years_around(year),
        "rows": plans.overviews(rows, year=year),
        **room("plans"),
    }
    return render(request, "planning/plans.html", context)


@login_required
@for_planners
@require_GET
def plan(request: HttpRequest, code: str, year: int) -> HttpResponse:
    """Show an organisation's year."""
    organisation, today = organisation_of(request, code), timezone.localdate()
    found = plans.of_year(organisation, year_of(year), user=request.user, on=today)
    fills = plans.fills_in(request.user, organisation, on=today)
    before = Plan.objects.filter(organisation=organisation, year=year - 1).exists()
    empty = not found.plan or not (found.plan.aims or found.rows or found.struck)
    context = {
        "found": found,
        "year": year,
        "years": years_around(year),
        "fills": fills,
        "may_copy": fills and empty and before,
        "history": plans.history_of(organisation, year),
        **room("plans", (f"{organisation} {year}", "")),
    }
    return render(request, "planning/plan.html", context)


@login_required
@for_planners
@require_http_methods(["GET", "POST"])
def aims(request: HttpRequest, code: str, year: int) -> HttpResponse:
    """Write the frame and the goals of a year."""
    organisation = organisation_of(request, code, to_write=True)
    own = {"organisation": organisation, "year": year_of(year)}
    kept, frame = Plan.objects.filter(**own).first(), Frame.objects.filter(**own).first()
    initial: dict[str, Any] = {"seen": planning.mark_of(kept)}
    initial |= {"amount_sek": frame.amount_sek} if frame else {}
    initial |= {"aims": kept.aims, "source": kept.source} if kept else {}
    form = AimsForm(request.POST or None, has_frame=frame is not None, initial=initial)
    stale = None
    if request.method == "POST" and form.is_valid():
        try:
            _write(request, organisation, year, form)
        except planning.ChangedMeanwhile as error:
            stale = error
            typed = request.POST.copy()
            typed["seen"] = planning.mark_of(error.plan)
            form = AimsForm(typed, has_frame=frame is not None)
        else:
            answers.done(request, _("Planen är sparad."))
            return redirect("plan", code=code, year=year)
    context = {"form": form, "stale": stale, **_below(organisation, year, _("Ram och mål"))}
    status = 409 if stale else 422 if form.errors else 200
    return render(request, "planning/aims.html", context, status=status)


def _write(request: HttpRequest, organisation: Organisation, year: int, form: AimsForm) -> None:
    given = form.cleaned_data
    planning.write(
        organisation,
        year=year,
        aims=given["aims"],
        source=given["source"],
        seen=given["seen"],
        **who(request),
    )
    if given["amount_sek"] is not None:
        setting.set_frame(organisation, year=year, amount_sek=given["amount_sek"], **who(request))


def _below(organisation: Organisation, year: int, name: str) -> dict[str, Any]:
    """Return what the pages under a plan share."""
    above = (f"{organisation} {year}", reverse("plan", args=[organisation.code, year]))
    shared = room("plans", above, (name, ""))
    return {"organisation": organisation, "year": year, "title": name, **shared}


@login_required
@for_planners
@require_http_methods(["GET", "POST"])
def line(request: HttpRequest, code: str, year: int, pk: int | None = None) -> HttpResponse:
    """Plan an engagement, change one that is planned, or strike it out."""
    organisation = organisation_of(request, code, to_write=True)
    rows = PlannedLine.objects.filter(plan__organisation=organisation, plan__year=year_of(year))
    kept = get_object_or_404(rows, pk=pk) if pk else None
    back = redirect("plan", code=code, year=year)
    form = LineForm(request.POST or None, year=year, line=kept)
    if kept and {"strike", "restore"} & set(request.POST):
        return _strike(request, kept, back)
    if request.method == "POST" and form.is_valid():
        if kept:
            planning.change_line(kept, **form.cleaned_data, **who(request))
        else:
            planning.add_line(organisation, year=year, **form.cleaned_data, **who(request))
        answers.done(request, _("Insatsen är sparad."))
        return back
    name = kept.what if kept else _("Planera en insats")
    context = {
        "form": form,
        "line": kept,
        "tied": bool(kept and kept.ties.exists()),
        **_below(organisation, year, name),
    }
    return render(request, "planning/line.html", context, status=422 if form.errors else 200)


def _strike(request: HttpRequest, kept: PlannedLine, back: HttpResponse) -> HttpResponse:
    try:
        if "strike" in request.POST:
            planning.strike_line(kept, **who(request))
            answers.done(request, _("Insatsen är struken. Den finns kvar sist på sidan."))
        else:
            planning.restore_line(kept, **who(request))
            answers.done(request, _("Insatsen är med i planen igen."))
    except setting.NotPossible as error:
        answers.done(request, error)
    return back


@login_required
@for_planners
@require_POST
def copy(request: HttpRequest, code: str, year: int) -> HttpResponse:
    """Begin a year with the plan of the year before."""
    organisation = organisation_of(request, code, to_write=True)
    try:
        planning.copy_last_year(organisation, year=year_of(year), **who(request))
    except setting.NotPossible as error:
        answers.done(request, error)
    else:
        answers.done(request, _("Planen är kopierad. Gå igenom den och sätt årets ram."))
    return redirect("plan", code=code, year=year)


@login_required
@require_POST
@allowed_to(Action.VIEW)
def tie(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Say which line of the plan a matter is, or that it came unplanned."""
    today = timezone.localdate()
    if not may_tie(request.user, engagement):
        raise NotNow(engagement, Action.CHANGE)
    lines = planning.lines_for(engagement, on=today)
    form = TieForm(request.POST, lines=lines)
    if not form.is_valid():
        answers.done(request, _("Insatsen finns inte i planen längre. Välj en annan."))
        return redirect(engagement)
    chosen = next((row for row in lines if row.pk == form.cleaned_data["line"]), None)
    planning.tie(engagement, line=chosen, **who(request))
    answers.done(request, _("Kopplingen till planen är sparad."))
    return redirect(f"{engagement.get_absolute_url()}#planen")


def may_tie(user: Any, engagement: Engagement) -> bool:
    """Whether a person says which planned line a matter is: its own people, until it is over."""
    over = (Status.REJECTED, Status.WITHDRAWN)
    own = plans.fills_in(user, engagement.organisation, on=timezone.localdate())
    return own and engagement.status not in over
