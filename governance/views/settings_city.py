"""Settings: frames, the city's values, the council's goals, the days of the follow-ups."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from engagements.models import Organisation, OrientationGoal
from engagements.models.organisations import NEEDS_CONTACT_PERSON
from engagements.templatetags.utblick import kronor
from engagements.vocabulary import Kind, Party
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
from governance.strategy import Value
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
    kinds = [str(kind) for kind in NEEDS_CONTACT_PERSON]
    set_frames = {row.organisation_id: row for row in Frame.objects.filter(year=year)}
    wanted = Organisation.objects.filter(Q(active=True, kind__in=kinds) | Q(pk__in=set_frames))
    newest = Frame.history.filter(year=year).select_related("history_user")
    newest = newest.order_by("organisation_id", "-history_id").distinct("organisation_id")
    changes = {row.organisation_id: row for row in newest}
    context = {
        "year": year,
        "years": range(this_year - 2, this_year + 3),
        "rows": [
            (row, set_frames.get(row.pk), changes.get(row.pk))
            for row in wanted.order_by("sort_name")
        ],
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
    today = timezone.localdate()
    found = setting.value_rows()
    areas: dict[str, list[dict[str, Any]]] = {}
    for key, known in setting.DEFINED.items():
        now = next((row for row in found[key] if row.valid_from <= today), None)
        coming = [row for row in reversed(found[key]) if row.valid_from > today]
        areas.setdefault(area_of(key), []).append(
            {
                "key": key,
                "title": title_of(known),
                "value": shown(known, now.value if now else known.value),
                "now": now,
                "coming": [(shown(known, row.value), row) for row in coming],
            }
        )
    context = {"areas": areas.items(), **shared(request, "settings_values")}
    return render(request, "settings/values.html", context)


def area_of(key: str) -> str:
    """Return what the values of a key's first part are about: a kind, moderation, or all."""
    first = key.partition(".")[0]
    if first in set(Kind):
        return Kind(first).label(get_language() or "sv")
    return _("Måttfullhet") if first == "moderation" else _("Gemensamt")


def title_of(known: Value) -> str:
    """Return what a value is called; its key when it has no other name."""
    return known.title.get(get_language() or "sv") if known.title else known.key


def shown(known: Value, value: Any) -> str:
    """Return a value in words."""
    if isinstance(value, bool):
        return _("Ja") if value else _("Nej")
    return kronor(value) if known.key.endswith("_sek") else str(value)


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
