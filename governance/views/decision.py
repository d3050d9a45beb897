"""Taking a stand, and coordinating."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from engagements import lifecycle
from engagements.models import Engagement
from engagements.permissions import NotNow, allowed_to
from engagements.vocabulary import Action, Body, Outcome, Task
from governance import forms
from governance.actions import advising, deciding, demands, renewing
from governance.views import answers, seats
from governance.views.item import decision_form, page, said


@login_required
@require_POST
@allowed_to(Action.VIEW)
def decide(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Write down what a receiving body answers; a second answer meets the first one's page."""
    today = timezone.localdate()
    own = seats.deciding(request.user, engagement, on=today)  # type: ignore[arg-type]
    if Action.DECIDE not in engagement.allowed or not own:
        return _too_late(request, engagement, Task.DECIDES, Action.DECIDE, speaks=bool(own))
    row = lifecycle.lock(engagement.pk)
    form = decision_form(row, own, request.POST)
    if not form.is_valid():
        return page(request, engagement, status=422, decision_form=form)
    try:
        _decide(request, row, form, own)
    except demands.NeedsGrounds as needed:
        form.add_error("grounds", _("Skriv varför, med en mening: %s") % " ".join(needed.reasons))
        return page(request, engagement, status=422, decision_form=form)
    except demands.NotAnswered as open_ones:
        form.add_error("outcome", [str(open_ones), *said(open_ones.findings)])
        return page(request, engagement, status=422, decision_form=form)
    except demands.NotReady as hindered:
        form.add_error("outcome", str(hindered))
        return page(request, engagement, status=422, decision_form=form)
    except demands.NeedsAdvice as lacking:
        return _ask_first(request, engagement, lacking)
    except deciding.AlreadyDecided as earlier:
        return answers.already_decided(request, engagement, earlier)
    except lifecycle.StaleVersion as stale:
        text = form.cleaned_data["grounds"]
        return answers.changed_meanwhile(request, engagement, stale, text)
    except (deciding.HasConflict, deciding.NotOpen, renewing.NotTheirs) as error:
        return answers.refused(request, engagement, error)
    answers.done(request, _("Ställningstagandet är sparat."))
    return redirect(engagement)


def _decide(
    request: HttpRequest, row: Engagement, form: forms.DecisionForm, own: dict[Any, Any]
) -> None:
    organisation = form.cleaned_data["organisation"]
    deciding.decide(
        row,
        outcome=Outcome(form.cleaned_data["outcome"]),
        grounds=form.cleaned_data["grounds"],
        organisation=organisation,
        role=own[organisation],
        version=form.cleaned_data["version"],
        held=True,
        by=request.user,  # type: ignore[arg-type]
        at=timezone.now(),
    )


def _ask_first(
    request: HttpRequest, engagement: Engagement, lacking: demands.NeedsAdvice
) -> HttpResponse:
    """Send the engagement to the unit whose advice it must have, and say so."""
    advising.ask(
        engagement,
        unit=lacking.unit,
        text=_("Råd behövs på det som står nu, innan någon tar ställning."),
        by=request.user,  # type: ignore[arg-type]
        at=timezone.now(),
    )
    answers.done(request, _("%(why)s Frågan är skickad dit.") % {"why": lacking})
    return redirect(engagement)


@login_required
@require_POST
@allowed_to(Action.VIEW)
def coordinate(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Write down that the Executive Board coordinates."""
    if Action.COORDINATE not in engagement.allowed:
        return _too_late(request, engagement, Task.COORDINATES, Action.COORDINATE, speaks=True)
    form = forms.CoordinationForm(request.POST, auto_id="samordning-%s")
    if not form.is_valid():
        return page(request, engagement, status=422, coordination_form=form)
    office, today = engagement.ball == Body.EU_UNIT, timezone.localdate()
    try:
        deciding.coordinate(
            engagement,
            grounds=form.cleaned_data["grounds"],
            role=seats.coordinating(request.user, on=today, office=office),  # type: ignore[arg-type]
            by=request.user,  # type: ignore[arg-type]
            at=timezone.now(),
        )
    except deciding.AlreadyDecided as earlier:
        return answers.already_decided(request, engagement, earlier)
    except (deciding.HasConflict, deciding.NotOpen) as error:
        return answers.refused(request, engagement, error)
    answers.done(request, _("Samordningen är sparad."))
    return redirect(engagement)


def _too_late(
    request: HttpRequest, engagement: Engagement, task: Task, action: Action, *, speaks: bool
) -> HttpResponse:
    """Tell somebody who may answer that it is done; anybody else that it is not for them."""
    made = engagement.decisions.filter(task=str(task)).select_related("by").order_by("-id")
    earlier = made.first()
    declared = engagement.conflicts.filter(user=request.user).exists()  # type: ignore[misc]
    if declared or not speaks or earlier is None or earlier.outcome == Outcome.COUNTERED:
        raise NotNow(engagement, action)
    return answers.already_decided(request, engagement, deciding.AlreadyDecided(earlier))
