"""Asking for advice, talking about it, giving it."""

from __future__ import annotations

from functools import partial

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from engagements.lifecycle import StaleVersion
from engagements.models import Engagement
from engagements.permissions import NotNow, allowed_to
from engagements.vocabulary import Action, AdviceKind, RoleName
from governance import forms
from governance.actions import advising
from governance.views import answers, seats
from governance.views.item import assessment_of, page


@login_required
@require_POST
@allowed_to(Action.ASK)
def ask(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Ask a unit at SLK for advice."""
    form = forms.AskForm(request.POST, auto_id="fraga-%s")
    if not form.is_valid():
        return page(request, engagement, status=422, ask_form=form)
    unit, text = RoleName(form.cleaned_data["unit"]), form.cleaned_data["text"]
    answers.once(request, engagement, form, partial(advising.ask, engagement, unit=unit, text=text))
    answers.done(request, _("Frågan är skickad."))
    return redirect(engagement)


@login_required
@require_POST
@allowed_to(Action.VIEW)
def write(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Add a message to the thread."""
    if not engagement.allowed & {Action.ASK, Action.ADVISE}:
        raise NotNow(engagement, Action.ADVISE)
    form = forms.MessageForm(request.POST, auto_id="trad-%s")
    if not form.is_valid():
        return page(request, engagement, status=422, message_form=form)
    text = form.cleaned_data["text"]
    answers.once(request, engagement, form, partial(advising.write, engagement, text=text))
    return redirect(f"{engagement.get_absolute_url()}#radgivning")


@login_required
@require_POST
@allowed_to(Action.ADVISE)
def advise(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Give formal advice from the item page."""
    assessment = assessment_of(engagement, on=timezone.localdate())
    form = forms.AdviceForm(request.POST, assessment=assessment, auto_id="rad-%s")
    if not form.is_valid():
        return page(request, engagement, status=422, advice_form=form)
    try:
        give(request, engagement, form)
    except StaleVersion as stale:
        text = form.cleaned_data["text"]
        return answers.changed_meanwhile(request, engagement, stale, text)
    except advising.NotWaiting as error:
        return answers.refused(request, engagement, error)
    answers.done(request, _("Rådet är skickat."))
    return redirect(engagement)


def give(request: HttpRequest, engagement: Engagement, form: forms.AdviceForm) -> None:
    """Give what a valid form says, for the reader's unit. Raises what ``advising.advise`` does."""
    unit = seats.unit(request.user, engagement, on=timezone.localdate())  # type: ignore[arg-type]
    if unit is None:
        raise NotNow(engagement, Action.ADVISE)
    advising.advise(
        engagement,
        kind=AdviceKind(form.cleaned_data["kind"]),
        text=form.cleaned_data["text"],
        clauses=form.cleaned_data["clauses"],
        unit=unit,
        version=form.cleaned_data["version"],
        by=request.user,  # type: ignore[arg-type]
        at=timezone.now(),
    )
