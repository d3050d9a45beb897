"""Matters like one, which were answered before."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from engagements.models import Engagement
from engagements.permissions import allowed_to
from engagements.vocabulary import Action
from governance import precedents


@login_required
@require_GET
@allowed_to(Action.VIEW)
def alike(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Show the five most alike; the item page asks for them alone, once it is drawn itself."""
    found = precedents.of(engagement, user=request.user, on=timezone.localdate())
    context = {"engagement": engagement, "precedents": found}
    whole = request.headers.get("HX-Request") != "true"
    template = "governance/precedents.html" if whole else "governance/_precedents.html"
    answer = render(request, template, context)
    answer.headers["Vary"] = "HX-Request, Cookie"
    return answer
