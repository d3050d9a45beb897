"""Afterwards: what came of it, what it cost next to what was decided, and the end."""

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
from governance import forms, kinds, outcomes, talk
from governance.actions import following_up, keeping, renewing
from governance.forms_follow_up import FollowUpForm
from governance.models import FollowUp
from governance.views import answers

ANSWERS = (
    *("learnt", "acted_on", "told", "image", "cost_sek", "working_hours"),
    *("purpose_met", "contacts", "usable", "goes_into"),
    *("gift_what", "gift_from", "gift_received_sek", "gift_kept_personally"),
)


@login_required
@require_http_methods(["GET", "POST"])
@allowed_to(Action.FOLLOW_UP)
def follow_up(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Answer what came of it."""
    kept = FollowUp.objects.filter(engagement=engagement).first()
    form = _form(engagement, request.POST or None, _stored(kept) if kept else {})
    if request.method == "POST" and form.is_valid():
        who: dict[str, Any] = {"by": request.user, "at": timezone.now()}
        try:
            following_up.follow_up(engagement, **form.answers(), **who)
        except (IllegalMove, following_up.NotOverYet) as error:
            return answers.refused(request, engagement, error)
        answers.done(request, _("Uppföljningen är sparad."))
        return redirect("engagement_close", number=engagement.number)
    context = {
        "engagement": engagement,
        "form": form,
        "compared": outcomes.compared(engagement, on=timezone.localdate()),
        "standing": outcomes.standing(engagement),
    }
    status = 422 if form.errors else 200
    return render(request, "governance/follow_up.html", context, status=status)


@login_required
@require_POST
@allowed_to(Action.FOLLOW_UP)
def compare(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Answer with what is written so far next to what was decided; nothing is saved."""
    form = _form(engagement, request.POST, {})
    form.full_clean()
    spent, today = form.spent(), timezone.localdate()
    compared = None
    if spent is not None:
        compared = outcomes.compared(engagement, on=today, outcome_sek=spent)
    context = {"compared": compared, "standing": outcomes.standing(engagement)}
    return render(request, "governance/_compared.html", context)


def _form(engagement: Engagement, data: Any, initial: dict[str, Any]) -> FollowUpForm:
    """Return the form with what the kind asks of its own."""
    pages = kinds.pages_of(engagement)
    own = {name: getattr(engagement.detail, name) for name in pages.outcome}
    more = pages.asked_after()
    came = pages.spoken.came
    return pages.follow_up(data, engagement=engagement, initial=initial | own, came=came, more=more)


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
        who: dict[str, Any] = {"by": request.user, "at": timezone.now()}
        try:
            if form.cleaned_data:
                keeping.date_steps(engagement, days=form.cleaned_data, **who)
            following_up.close(engagement, **who)
        except (following_up.MissingSteps, following_up.GiftInTheWay) as error:
            missing = error
        except renewing.NeedsNewDecision:
            return _close_page(request, engagement, form, status=422)
        except (IllegalMove, following_up.NotOverYet) as error:
            return answers.refused(request, engagement, error)
        else:
            answers.done(request, _("Ärendet är avslutat."))
            return redirect(engagement)
    status = 422 if form.errors or missing else 200
    return _close_page(request, engagement, form, status=status, missing=missing)


def _close_page(
    request: HttpRequest, engagement: Engagement, form: Any, *, status: int = 200, **more: Any
) -> HttpResponse:
    today = timezone.localdate()
    context = {
        "engagement": engagement,
        "form": form,
        "five_steps": [(name, getattr(engagement, field)) for field, name in following_up.STEPS],
        "gift_findings": following_up.gift_findings(engagement, on=today),
        "compared": outcomes.compared(engagement, on=today),
        "standing": outcomes.standing(engagement),
        "todos": talk.open_in(engagement),
        "today": today,
        "new_decision_form": forms.NewDecisionForm(auto_id="nytt-%s"),
        **more,
    }
    return render(request, "governance/close.html", context, status=status)


@login_required
@require_POST
@allowed_to(Action.FOLLOW_UP)
def ask_anew(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Ask those who decided on the cost to decide anew on what it came to."""
    form = forms.NewDecisionForm(request.POST, auto_id="nytt-%s")
    if not form.is_valid():
        steps = forms.StepsForm(None, engagement=engagement)
        return _close_page(request, engagement, steps, status=422, new_decision_form=form)
    who: dict[str, Any] = {"by": request.user, "at": timezone.now()}
    try:
        renewing.ask(engagement, why=form.cleaned_data["why"], **who)
    except (renewing.NotNeeded, IllegalMove) as error:
        return answers.refused(request, engagement, error)
    answers.done(request, _("Ärendet är skickat för ett nytt beslut om kostnaden."))
    return redirect(engagement)


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
