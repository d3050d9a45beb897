"""Letting a last day stand still, run on, or be put off."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from engagements.models import Engagement
from engagements.permissions import allowed_to
from engagements.templatetags.utblick import day
from engagements.vocabulary import Action
from governance.actions import deadlines
from governance.forms_deadlines import ExtendForm, PauseForm
from governance.views import answers
from governance.views.item import page


@login_required
@require_POST
@allowed_to(Action.PAUSE)
def pause(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Let the days stand still while an outsider owes an answer."""
    form = PauseForm(request.POST, auto_id="pausa-%s")
    if not form.is_valid():
        return page(request, engagement, status=422, pause_form=form)
    who = form.cleaned_data["who"]
    try:
        deadlines.pause(engagement, who=who, by=request.user, at=timezone.now())  # type: ignore[arg-type]
    except deadlines.NotRunning as error:
        return answers.refused(request, engagement, error)
    answers.done(request, _("Tiden är pausad. Dagarna som är kvar löper när svaret har kommit."))
    return redirect(engagement)


@login_required
@require_POST
@allowed_to(Action.PAUSE)
def resume(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Let the days that were left run from today."""
    try:
        kept = deadlines.resume(engagement, by=request.user, at=timezone.now())  # type: ignore[arg-type]
    except deadlines.NotRunning as error:
        return answers.refused(request, engagement, error)
    answers.done(request, _("Tiden löper igen. Ny sista dag är %(day)s.") % {"day": day(kept.due)})
    return redirect(engagement)


@login_required
@require_POST
@allowed_to(Action.EXTEND)
def extend(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Put the last day off."""
    form = ExtendForm(request.POST, auto_id="forlang-%s")
    if not form.is_valid():
        return page(request, engagement, status=422, extend_form=form)
    asked: dict[str, Any] = form.cleaned_data
    try:
        deadlines.extend(engagement, **asked, by=request.user, at=timezone.now())  # type: ignore[arg-type]
    except deadlines.NotThatDay as error:
        form.add_error("to", str(error))
        return page(request, engagement, status=422, extend_form=form)
    except deadlines.NotRunning as error:
        return answers.refused(request, engagement, error)
    answers.done(request, _("Sista dagen är ändrad."))
    return redirect(engagement)
