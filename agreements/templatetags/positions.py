"""What a position's part of the item page is made of."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils import timezone

from agreements import forms_positions as forms
from agreements.position import noting, peers
from engagements.models import Engagement
from engagements.vocabulary import Action, Body, Status

register = template.Library()


@register.inclusion_tag("positions/_peers.html", takes_context=True)
def position_peers(context: template.Context, engagement: Engagement) -> dict[str, Any]:
    """Draw who else works on the same proposal, as far as the reader may know."""
    request: Any = getattr(context, "request", None)
    if request is None:
        return {"peers": []}
    return {"peers": peers.of(engagement, reader=request.user, on=timezone.localdate())}


@register.simple_tag(takes_context=True)
def position_shown(context: template.Context, engagement: Engagement) -> dict[str, Any]:
    """Return the log, what has been dealt with, and the forms that the reader may use."""
    request: Any = getattr(context, "request", None)
    today = timezone.localdate()
    shown: dict[str, Any] = {
        "late": _is_late(engagement),
        "efforts": engagement.efforts.select_related("by").order_by("done_on", "pk"),
        "dealings": engagement.dealings.filter(body=str(Body.GROUP_BOARD)).order_by("pk"),
    }
    if request is None:
        return shown
    if noting.may_consult(request.user, engagement, on=today):
        shown["consult_form"] = forms.ConsultForm(on=today, auto_id="samrad-%s")
    if noting.may_note(request.user, engagement, on=today):
        shown["effort_form"] = forms.EffortForm(on=today, auto_id="logg-%s")
    waits = engagement.status == Status.PREPARATION and engagement.ball == Body.GROUP_BOARD
    if waits and Action.CHANGE in engagement.allowed:
        shown["group_form"] = forms.GroupBoardForm(on=today, auto_id="koncern-%s")
    return shown


def _is_late(engagement: Engagement) -> bool:
    last = engagement.position.deadline_on
    return bool(last and last < timezone.localdate()) and engagement.decided_on is None
