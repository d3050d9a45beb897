"""Settings: frames, the city's values, the council's goals, the days of the follow-ups."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from engagements.models import Organisation, OrientationGoal
from engagements.vocabulary import Party
from governance import goal_lines as goals_from
from governance.actions import answering, setting
from governance.forms_planning import RoundForm
from governance.forms_settings import (
    FIRST_YEAR,
    LAST_YEAR,
    FrameForm,
    GoalCloseForm,
    GoalForm,
    GoalLinesForm,
    GoalLoadForm,
    GoalNamesForm,
    ValueForm,
)
from governance.models import Frame, PolicyValue, Round, RoundSort
from governance.reports import administered
from governance.valued import shown, title_of
from governance.views import answers
from governance.views.settings_room import open_to, shared


@login_required
@open_to(Party.ADMIN)
@require_GET
def frames(request: HttpRequest) -> HttpResponse:
    """List the organisations' frames of a year."""
    this_year = timezone.localdate().year
    asked = request.GET.get("ar", "")
    year = _year(int(asked)) if asked.isascii() and asked.isdecimal() else this_year
    context = {
        "year": year,
        "years": range(this_year - 2, this_year + 3),
        "rows": administered.framed(year),
        **shared(request, "settings_frames"),
    }
    return render(request, "settings/frames.html", context)


def _year(year: int) -> int:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404
    return year


@login_required
@open_to(Party.ADMIN)
@require_http_methods(["GET", "POST"])
def frame(request: HttpRequest, year: int, code: str) -> HttpResponse:
    """Set an organisation's frame of a year, and show what it has been."""
    organisation = get_object_or_404(Organisation, code=code)
    kept = Frame.objects.filter(organisation=organisation, year=_year(year)).first()
    initial = {"amount_sek": kept.amount_sek} if kept else {}
    form = FrameForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        amount = form.cleaned_data["amount_sek"]
        who: dict[str, Any] = {"by": request.user, "at": timezone.now()}
        setting.set_frame(organisation, year=year, amount_sek=amount, **who)
        answers.done(request, _("Ramen är sparad."))
        return redirect("settings_frame", year=year, code=code)
    history = Frame.history.filter(organisation=organisation, year=year)
    context = {
        "organisation": organisation,
        "year": year,
        "form": form,
        "history": history.select_related("history_user").order_by("-history_id"),
        **shared(request, "settings_frames", f"{organisation} {year}"),
    }
    return render(request, "settings/frame.html", context, status=422 if form.errors else 200)


@login_required
@open_to(Party.ADMIN)
@require_GET
def values(request: HttpRequest) -> HttpResponse:
    """List the values that rules read, as they hold today and as they will."""
    rows = administered.valued(on=timezone.localdate())
    context = {"rows": rows, **shared(request, "settings_values")}
    return render(request, "settings/values.html", context)


@login_required
@open_to(Party.ADMIN)
@require_http_methods(["GET", "POST"])
def value(request: HttpRequest, key: str) -> HttpResponse:
    """Set a value from a day on, and show what it has been."""
    known = setting.DEFINED.get(key)
    if known is None:
        raise Http404
    title = title_of(known)
    form = ValueForm(request.POST or None, known=known, title=title)
    if request.method == "POST" and form.is_valid():
        who: dict[str, Any] = {"by": request.user, "at": timezone.now()}
        try:
            setting.set_value(key, **form.cleaned_data, **who)
        except setting.NotPossible as error:
            form.add_error(error.field, str(error))
        else:
            answers.done(request, _("Värdet är sparat."))
            return redirect("settings_value", key=key)
    rows = PolicyValue.objects.filter(key=key).select_related("set_by").order_by("-valid_from")
    context = {
        "title": title,
        "form": form,
        "rows": [(shown(known, row.value), row) for row in rows],
        **shared(request, "settings_values", title),
    }
    return render(request, "settings/value.html", context, status=422 if form.errors else 200)


@login_required
@open_to(Party.ADMIN)
@require_http_methods(["GET", "POST"])
def goals(request: HttpRequest) -> HttpResponse:
    """List the council's goals by budget year, newest first, and add one."""
    form = GoalForm(request.POST or None, initial={"year": timezone.localdate().year + 1})
    if request.method == "POST" and form.is_valid():
        who: dict[str, Any] = {"by": request.user, "at": timezone.now()}
        try:
            setting.add_goal(**form.cleaned_data, **who)
        except setting.NotPossible as error:
            form.add_error(error.field, str(error))
        else:
            answers.done(request, _("Målet är tillagt."))
            return redirect("settings_goals")
    rows = OrientationGoal.objects.order_by("-year", "pk")
    years = [(year, list(part)) for year, part in groupby(rows, key=lambda row: row.year)]
    context = {"years": years, "form": form, **shared(request, "settings_goals")}
    return render(request, "settings/goals.html", context, status=422 if form.errors else 200)


@login_required
@open_to(Party.ADMIN)
@require_http_methods(["GET", "POST"])
def goal(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct a goal that is not in use yet, close it, and show what it has been called."""
    found = get_object_or_404(OrientationGoal, pk=pk)
    who: dict[str, Any] = {"by": request.user, "at": timezone.now()}
    closing = "close" in request.POST
    names = {"name_sv": found.name_sv, "name_en": found.name_en}
    form = GoalNamesForm(None if closing else request.POST or None, initial=names)
    day = {"closed_on": found.closed_on}
    close_form = GoalCloseForm(request.POST if closing else None, initial=day, auto_id="stang-%s")
    if closing and close_form.is_valid():
        setting.close_goal(found, **close_form.cleaned_data, **who)
        answers.done(request, _("Målet är ändrat."))
        return redirect("settings_goal", pk=pk)
    if request.method == "POST" and form.is_valid():
        try:
            setting.correct_goal(found, **form.cleaned_data, **who)
        except setting.NotPossible as error:
            form.add_error(error.field, str(error))
        else:
            answers.done(request, _("Målet är rättat."))
            return redirect("settings_goals")
    return _goal_page(request, found, form, close_form)


def _goal_page(
    request: HttpRequest, found: OrientationGoal, form: GoalNamesForm, close_form: GoalCloseForm
) -> HttpResponse:
    context = {
        "goal": found,
        "form": form,
        "close_form": close_form,
        "used": setting.is_used(found),
        "history": found.history.select_related("history_user").order_by("-history_id"),
        **shared(request, "settings_goals", str(found)),
    }
    status = 422 if form.errors or close_form.errors else 200
    return render(request, "settings/goal.html", context, status=status)


@login_required
@open_to(Party.ADMIN)
@require_http_methods(["GET", "POST"])
def goal_lines(request: HttpRequest) -> HttpResponse:
    """Read goals from a text or a file, show what loading them would do, and load them."""
    loading = "load" in request.POST
    if loading:
        return _load_goals(request)
    posted = request.method == "POST"
    form = GoalLinesForm(request.POST if posted else None, request.FILES if posted else None)
    context: dict[str, Any] = {"form": form}
    if posted and form.is_valid():
        lines = form.cleaned_data["lines"]
        context = {
            "read": goals_from.read(lines),
            "form": GoalLinesForm(initial={"lines": lines}),
            "load_form": GoalLoadForm(initial={"lines": lines}, auto_id="las-%s"),
        }
    context |= shared(request, "settings_goals", _("Läs in mål"))
    status = 422 if form.errors else 200
    return render(request, "settings/goal_lines.html", context, status=status)


def _load_goals(request: HttpRequest) -> HttpResponse:
    form = GoalLoadForm(request.POST)
    if not form.is_valid():
        raise BadRequest("no preview of ours")
    who: dict[str, Any] = {"by": request.user, "at": timezone.now()}
    done = setting.load_goals(goals_from.read(form.cleaned_data["lines"]).good, **who)
    said = ngettext("%(n)s mål är inläst.", "%(n)s mål är inlästa.", done.number)
    answers.done(request, said % {"n": done.number})
    if done.kept:
        names = ", ".join(f"{row.year} {row.code}" for row in done.kept)
        words = {"names": names}
        answers.done(request, _("Används redan och är som de var: %(names)s.") % words)
    return redirect("settings_goals")


@login_required
@open_to(Party.ADMIN)
@require_http_methods(["GET", "POST"])
def rounds(request: HttpRequest) -> HttpResponse:
    """Set when the follow-ups of a year open, and when they are answered."""
    asked = request.POST.get("year") or request.GET.get("ar", "")
    this_year = timezone.localdate().year
    year = _year(int(asked)) if asked.isascii() and asked.isdecimal() else this_year
    kept = {row.sort: row for row in Round.objects.filter(year=year)}
    forms = [_round_form(request, sort, kept.get(sort)) for sort in RoundSort]
    bound = [form for form in forms if form.is_bound]
    if bound and all(form.is_valid() for form in bound):
        who: dict[str, Any] = {"by": request.user, "at": timezone.now()}
        for form in bound:
            answering.set_round(year, str(form.prefix), **form.cleaned_data, **who)
        answers.done(request, _("Dagarna är sparade."))
        return redirect(f"{reverse('settings_rounds')}?ar={year}")
    history = Round.history.filter(year=year).select_related("history_user")
    context = {
        "year": year,
        "years": range(this_year - 1, this_year + 3),
        "forms": [(RoundSort(str(form.prefix)).label, form) for form in forms],
        "history": history.order_by("-history_id"),
        **shared(request, "settings_rounds"),
    }
    status = 422 if any(form.errors for form in forms) else 200
    return render(request, "settings/rounds.html", context, status=status)


def _round_form(request: HttpRequest, sort: str, kept: Round | None) -> RoundForm:
    days = {"opens_on": kept.opens_on, "due_on": kept.due_on} if kept else {}
    sent = request.method == "POST" and request.POST.get("sort") == sort
    return RoundForm(request.POST if sent else None, prefix=sort, initial=days)
