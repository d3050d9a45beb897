"""The queue: what waits, for whom, and the advice that sends it on."""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from engagements import querysets
from engagements.lifecycle import StaleVersion
from engagements.models import Engagement
from engagements.permissions import HANDLERS, allowed_to, reach_of
from engagements.standing_in import mark_absent
from engagements.vocabulary import Action, RoleName, Status
from governance import forms, queues
from governance.actions import advising
from governance.forms_assigning import form_of, offered
from governance.views import answers, assigning
from governance.views.advice import give
from governance.views.item import assessment_of

# How far down a view the next one is looked for.
FAR = 300


def for_handlers(view: Any) -> Any:
    """Let in who has a queue to work through; to everybody else there is no such page."""

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not reach_of(request.user, on=timezone.localdate()).wide & HANDLERS:
            raise Http404
        answer: HttpResponse = view(request, *args, **kwargs)
        return answer

    return checked


@login_required
@for_handlers
@require_GET
def queue(request: HttpRequest) -> HttpResponse:
    """Show a view of the queue."""
    return _page(request, None)


@login_required
@for_handlers
@require_http_methods(["GET", "POST"])
@allowed_to(Action.VIEW)
def one(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Show the queue with one engagement; give advice and take the next."""
    if request.method == "GET" or Action.ADVISE not in engagement.allowed:
        return _page(request, engagement)
    assessment = assessment_of(engagement, on=timezone.localdate())
    form = forms.AdviceForm(request.POST, assessment=assessment, auto_id="rad-%s")
    if not form.is_valid():
        return _page(request, engagement, status=422, advice_form=form)
    following = _after(request, engagement)
    try:
        give(request, engagement, form)
    except StaleVersion as stale:
        text = form.cleaned_data["text"]
        return answers.changed_meanwhile(request, engagement, stale, text)
    except advising.NotWaiting as error:
        return answers.refused(request, engagement, error)
    answers.done(request, _("Rådet om %(number)s är skickat.") % {"number": engagement.number})
    if following is None:
        return redirect(_address("queue", request.GET))
    if following.status == Status.ADVICE and following.ball_person_id is None:
        advising.take(following, by=request.user, at=timezone.now())  # type: ignore[arg-type]
    return redirect(_address("queue_one", request.GET, following.number))


@login_required
@require_POST
@allowed_to(Action.ADVISE)
def take(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Put one's own name on an engagement."""
    try:
        advising.take(engagement, by=request.user, at=timezone.now())  # type: ignore[arg-type]
    except advising.NotWaiting as error:
        return answers.refused(request, engagement, error)
    return redirect(_address("queue_one", request.GET, engagement.number))


@login_required
@require_POST
@allowed_to(Action.ADVISE)
def hand_over(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Hand an engagement to another unit."""
    form = forms.HandOverForm(request.POST, auto_id="lamna-%s")
    if not form.is_valid():
        return _page(request, engagement, status=422, hand_over_form=form)
    unit = RoleName(form.cleaned_data["unit"])
    try:
        advising.hand_over(engagement, unit=unit, by=request.user, at=timezone.now())  # type: ignore[arg-type]
    except advising.NotWaiting as error:
        return answers.refused(request, engagement, error)
    answers.done(request, _("%(number)s är överlämnat.") % {"number": engagement.number})
    return redirect(_address("queue", request.GET))


@login_required
@require_POST
@allowed_to(Action.ADVISE)
def assign(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Assign an engagement to a colleague of the unit that it lies with."""
    form = form_of(engagement, request.POST, on=timezone.localdate())
    if not form.is_valid():
        return _page(request, engagement, status=422, assign_form=form)
    there = redirect(_address("queue_one", request.GET, engagement.number))
    return assigning.act(request, engagement, form) or there


def _address(name: str, query: QueryDict, *args: str) -> str:
    address = reverse(name, args=args)
    return f"{address}?{query.urlencode()}" if query else address


def _first(request: HttpRequest, most: int) -> Any:
    today, filters = timezone.localdate(), queues.asked_for(request.GET)
    return queues.first_rows(request.user, **filters, on=today, most=most)  # type: ignore[arg-type]


def _after(request: HttpRequest, engagement: Engagement) -> Engagement | None:
    """Return what stands after an engagement in the same view, or the first of the others."""
    rows = list(_first(request, FAR).values_list("pk", "ball_person_id")[:FAR])
    keys = [pk for pk, _person in rows]
    place = keys.index(engagement.pk) + 1 if engagement.pk in keys else 0
    free = (None, request.user.pk)
    others = (pk for pk, person in (*rows[place:], *rows[:place]) if person in free)
    following = next((pk for pk in others if pk != engagement.pk), None)
    return Engagement.objects.filter(pk=following).first() if following else None


def _page(
    request: HttpRequest, engagement: Engagement | None, *, status: int = 200, **bound: Any
) -> HttpResponse:
    today = timezone.localdate()
    filters = queues.asked_for(request.GET)
    asked = request.GET.get("sida", "1")
    rows = _first(request, querysets.number_of(asked) * querysets.PAGE + 1)
    page = querysets.numbered(querysets.with_work(rows), asked)
    mark_absent(page.rows, on=today)
    counts = queues.counts(request.user, on=today)  # type: ignore[arg-type]
    context: dict[str, Any] = {
        "page": page,
        "filters": filters,
        "views": [(code, name, counts[code]) for code, name in queues.VIEWS.items()],
        "checks": [(code, name) for code, (name, _q) in queues.CHECKS.items()],
        "orders": [(code, name) for code, (name, _o) in queues.ORDERS.items()],
        "in_words": queues.in_words(**filters),
        "view_name": queues.VIEWS[filters["view"]],
        "today": today,
        "query": f"?{request.GET.urlencode()}" if request.GET else "",
        "engagement": engagement,
    }
    if engagement:
        context |= _pane(request, engagement) | bound
        context["bound"] = next(iter(bound.values()), None)
    return render(request, "governance/queue.html", context, status=status)


def _pane(request: HttpRequest, engagement: Engagement) -> dict[str, Any]:
    assessment = assessment_of(engagement, on=timezone.localdate())
    pane: dict[str, Any] = {
        "assessment": assessment,
        "advice": engagement.advice.select_related("by").order_by("id"),
        "next_one": _after(request, engagement),
        "may": {str(action): True for action in engagement.allowed},
    }
    if Action.ADVISE in engagement.allowed:
        pane["advice_form"] = forms.AdviceForm(
            assessment=assessment, initial={"version": engagement.version}, auto_id="rad-%s"
        )
        if assign_form := offered(engagement, on=timezone.localdate()):
            pane["assign_form"] = assign_form
        pane["hand_over_form"] = forms.HandOverForm(auto_id="lamna-%s")
    return pane
