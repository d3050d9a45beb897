"""The buttons on an agreement's page: amend it, or begin a new one after it."""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from agreements.signing import amending
from agreements.signing.register import KINDS
from engagements.models import Engagement
from engagements.permissions import EngagementView, allowed_to, reach_of
from engagements.vocabulary import Action
from governance.views import answers


def of_an_agreement(view: EngagementView) -> EngagementView:
    """Let a view in with an agreement alone, by whoever registers for its organisation."""

    @wraps(view)
    def checked(
        request: HttpRequest, engagement: Engagement, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        if engagement.kind not in KINDS:
            raise Http404
        owns = reach_of(request.user, on=timezone.localdate()).owns
        if engagement.organisation_id not in owns:
            raise PermissionDenied
        return view(request, engagement, *args, **kwargs)

    return checked


@login_required
@require_POST
@allowed_to(Action.VIEW)
@of_an_agreement
def amend(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Make the working copy of an agreement; one that is open already is shown instead."""
    who: dict[str, Any] = {"by": request.user, "at": timezone.now()}
    try:
        made = amending.amend(engagement, **who)
    except (amending.AmendmentGoesOn, amending.NotInForce) as error:
        return answers.refused(request, engagement, error)
    return redirect("engagement_step", number=made.number, step=1)


@login_required
@require_POST
@allowed_to(Action.VIEW)
@of_an_agreement
def begin_anew(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Make the draft of a new agreement after one that has ended."""
    who: dict[str, Any] = {"by": request.user, "at": timezone.now()}
    try:
        made = amending.begin_anew(engagement, **who)
    except amending.StillInForce as error:
        return answers.refused(request, engagement, error)
    return redirect("engagement_step", number=made.number, step=1)
