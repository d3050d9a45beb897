"""Afterwards: three questions, what came of it and what it cost, and the end."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from engagements.lifecycle import IllegalMove
from engagements.models import Engagement
from engagements.permissions import allowed_to
from engagements.vocabulary import Action, Status
from governance import forms, kinds
from governance.actions import following_up, keeping
from governance.models import FollowUp
from governance.views import answers

ANSWERS = (
    *("learnt", "acted_on", "told", "image", "cost_sek", "working_hours"),
    *("gift_what", "gift_from", "gift_received_sek", "gift_kept_personally"),
)


@login_required
@require_http_methods(["GET", "POST"])
@allowed_to(Action.FOLLOW_UP)
def follow_up(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Answer the three questions."""
    kept = FollowUp.objects.filter(engagement=engagement).first()
    initial = _stored(kept) if kept else {"cost_sek": engagement.estimated_sek}
    form = _form(engagement, request.POST or None, initial)
    if request.method == "POST" and form.is_valid():
        who = {"by": request.user, "at": timezone.now()}
        try:
            following_up.follow_up(engagement, **form.answers(), **who)  # type: ignore[arg-type]
        except (IllegalMove, following_up.NotOverYet) as error:
            return answers.refused(request, engagement, error)
        answers.done(request, _("Uppföljningen är sparad."))
        return redirect("engagement_close", number=engagement.number)
    context = {"engagement": engagement, "form": form}
    status = 422 if form.errors else 200
    return render(request, "governance/follow_up.html", context, status=status)


def _form(engagement: Engagement, data: Any, initial: dict[str, Any]) -> forms.FollowUpForm:
    """Return the form with what the kind asks of its own."""
    pages = kinds.pages_of(engagement)
    own = {name: getattr(engagement.detail, name) for name in pages.outcome}
    more = pages.begin.asked(pages.begin.detail, pages.outcome)
    return forms.FollowUpForm(data, initial=initial | own, spoken=pages.spoken, more=more)


def _stored(kept: FollowUp) -> dict[str, Any]:
    stored = {name: getattr(kept, name) for name in ANSWERS}
    gift = stored["gift_received_sek"]
    return stored | {"gift": None if gift is None else gift > 0, "gift_received_sek": gift or None}


@login_required
@require_http_methods(["GET", "POST"])
@allowed_to(Action.FOLLOW_UP)
def close(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Date the steps that have no day, and close."""
    data = request.POST if request.method == "POST" else None
    form = forms.StepsForm(data, engagement=engagement)
    missing = None
    if data is not None and form.is_valid():
        who = {"by": request.user, "at": timezone.now()}
        try:
            if form.cleaned_data:
                keeping.date_steps(engagement, days=form.cleaned_data, **who)  # type: ignore[arg-type]
            following_up.close(engagement, **who)  # type: ignore[arg-type]
        except (following_up.MissingSteps, following_up.GiftInTheWay) as error:
            missing = error
        except (IllegalMove, following_up.NotOverYet) as error:
            return answers.refused(request, engagement, error)
        else:
            answers.done(request, _("Ärendet är avslutat."))
            return redirect(engagement)
    steps = [(name, getattr(engagement, field)) for field, name in following_up.STEPS]
    context = {
        "engagement": engagement,
        "form": form,
        "five_steps": steps,
        "missing": missing,
        "gift_findings": following_up.gift_findings(engagement, on=timezone.localdate()),
    }
    status = 422 if form.errors or missing else 200
    return render(request, "governance/close.html", context, status=status)


@login_required
@require_POST
@allowed_to(Action.FOLLOW_UP)
def begin(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Say that the visit has taken place."""
    try:
        if engagement.status == Status.APPROVED:
            following_up.begin(engagement, by=request.user, at=timezone.now())  # type: ignore[arg-type]
    except (IllegalMove, following_up.NotOverYet) as error:
        return answers.refused(request, engagement, error)
    return redirect("engagement_follow_up", number=engagement.number)
