"""Choosing the day of a reception, from its page."""

from __future__ import annotations

import re

from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from engagements.models import Engagement
from engagements.permissions import NotNow, allowed_to
from engagements.templatetags.utblick import day
from engagements.vocabulary import Action
from governance.views import answers
from visits.reception import days
from visits.reception.models import DateOption


@login_required
@require_POST
@allowed_to(Action.VIEW)
def choose_day(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Choose the day on a line of the form, named by its place."""
    if not days.MAY_CHOOSE & engagement.allowed:
        raise NotNow(engagement, Action.CHANGE)
    place = request.POST.get("place", "")
    if not re.fullmatch(r"[0-9]{1,4}", place):
        raise BadRequest
    option = get_object_or_404(DateOption, engagement=engagement, place=place)
    try:
        days.choose(engagement, option, by=request.user, at=timezone.now())  # type: ignore[arg-type]
    except days.NotChoosable as error:
        return answers.refused(request, engagement, error)
    answers.done(request, _("Mottagningen hålls %(day)s.") % {"day": day(option.day)})
    return redirect(engagement)
