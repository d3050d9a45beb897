"""The register of positions, and what is written down beside one: SLK's word, the log."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from agreements import forms_positions as forms
from agreements import lists
from agreements.position import noting, register, tending
from engagements.models import Engagement
from engagements.permissions import NotNow, allowed_to, reach_of
from engagements.querysets import numbered
from engagements.vocabulary import Action, Kind, Recommendation
from governance.actions import way
from governance.actions.deciding import HasConflict, NotOpen
from governance.actions.demands import NeedsGrounds
from governance.views import answers


@login_required
@require_GET
def positions(request: HttpRequest) -> HttpResponse:
    """Show the positions, the first day to act first."""
    form, today = forms.RegisterForm(request.GET), timezone.localdate()
    if not form.is_valid():
        return render(request, "positions/register.html", {"form": form}, status=422)
    query, user = form.query(), request.user
    chosen = lists.all_positions(request.GET, by=user, on=today)
    page: Any = numbered(chosen.rows, request.GET.get("sida", "1"))  # type: ignore[arg-type]
    context = {
        "form": forms.RegisterForm(
            initial={"verksamhet": query["organisation"], "forslag": query["proposal"]}
        ),
        "query": query,
        "pills": _pills(register.counts(user, on=today), query),
        "rows": list(chosen.shows(page.rows)),
        "page": page,
        "may_register": bool(reach_of(user, on=today).owns),
    }
    return render(request, "positions/register.html", context)


def _pills(counts: dict[str, int], query: dict[str, str]) -> list[tuple[str, str, int, bool]]:
    named = {"verksamhet": query["organisation"], "forslag": query["proposal"]}
    kept = {name: value for name, value in named.items() if value}
    return [
        (
            register.label_of(name),
            f"?{urlencode({'visa': name} | kept)}",
            counts[name],
            name == query["visa"],
        )
        for name in register.FILTERS
    ]


@login_required
@require_POST
@allowed_to(Action.VIEW)
def consult(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Write down what SLK said."""
    _let_in(request, engagement, noting.may_consult, Action.CHANGE)
    form = forms.ConsultForm(request.POST, on=timezone.localdate(), auto_id="samrad-%s")

    def act(**who: Any) -> None:
        given = form.cleaned_data
        tending.consult(engagement, on=given["on_day"], who=given["who"], said=given["said"], **who)

    return _write(request, engagement, form, act, _("Samrådet är antecknat."))


@login_required
@require_POST
@allowed_to(Action.VIEW)
def note(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Write a row in the log."""
    _let_in(request, engagement, noting.may_note, Action.FOLLOW_UP)
    form = forms.EffortForm(request.POST, on=timezone.localdate(), auto_id="logg-%s")

    def act(**who: Any) -> None:
        given = form.cleaned_data
        names = ("done_on", "what", "came_of")
        tending.note(engagement, **{name: given[name] for name in names}, **who)

    return _write(request, engagement, form, act, _("Raden står i loggen."))


@login_required
@require_POST
@allowed_to(Action.CHANGE)
def group_board(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Write down how the group board dealt with a company's matter."""
    form = forms.GroupBoardForm(request.POST, on=timezone.localdate(), auto_id="koncern-%s")

    def act(**who: Any) -> None:
        given = form.cleaned_data
        names = ("grounds", "held_on", "paragraph")
        way.group_board_dealt(
            engagement,
            Recommendation(given["recommendation"]),
            **{name: given[name] for name in names},
            **who,
        )

    try:
        return _write(request, engagement, form, act, _("Koncernstyrelsens besked är sparat."))
    except NeedsGrounds as needed:
        form.add_error("grounds", needed.reasons)
        return _again(request, engagement, form)


def _let_in(request: HttpRequest, engagement: Engagement, may: Any, action: Action) -> None:
    if engagement.kind != Kind.POSITION:
        raise Http404
    today: date = timezone.localdate()
    if not may(request.user, engagement, on=today):
        raise NotNow(engagement, action)


def _write(
    request: HttpRequest, engagement: Engagement, form: Any, act: Any, sentence: str
) -> HttpResponse:
    if engagement.kind != Kind.POSITION:
        raise Http404
    if not form.is_valid():
        return _again(request, engagement, form)
    try:
        answers.once(request, engagement, form, act)
    except (tending.NotNow, NotOpen, HasConflict) as error:
        return answers.refused(request, engagement, error)
    answers.done(request, sentence)
    return redirect(engagement)


def _again(request: HttpRequest, engagement: Engagement, form: Any) -> HttpResponse:
    """Show the one form again, with what was typed and what is wrong with it."""
    context = {"engagement": engagement, "form": form}
    return render(request, "positions/again.html", context, status=422)
