"""A fresh sign-in before what cannot be taken back: the password once more, if it was long ago."""

from __future__ import annotations

import time
from collections.abc import Sequence

from allauth.account.authentication import get_authentication_records
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from engagements.forms.account import FreshForm
from governance import assessing

KEY = "fresh"
OURS = ("csrfmiddlewaretoken", "password")


def is_fresh(request: HttpRequest) -> bool:
    """Whether the reader signed in, or wrote their password again, a short while ago."""
    minutes = assessing.value_of("delegation.fresh_minutes", on=timezone.localdate())
    records = get_authentication_records(request, request.user)
    last = max([request.session.get(KEY, 0), *(record["at"] for record in records)])
    return bool(time.time() - last < minutes * 60)


def ask(request: HttpRequest, *, said: Sequence[str], back: str) -> HttpResponse | None:
    """Return the page that asks for the password; None when it need not, or was given.

    said: what is about to be done, in sentences. back: where who regrets it goes. What was posted
    is posted again with the password, so nothing that was typed is lost.
    """
    if is_fresh(request):
        return None
    form = FreshForm(request.POST if "password" in request.POST else None, request=request)
    if form.is_valid():
        request.session[KEY] = time.time()
        return None
    posted = [(name, text) for name, texts in request.POST.lists() for text in texts]
    context = {
        "form": form,
        "said": said,
        "back": back,
        "posted": [pair for pair in posted if pair[0] not in OURS],
        "has_password": request.user.has_usable_password(),  # type: ignore[union-attr]
    }
    return render(request, "delegation/fresh.html", context, status=422 if form.is_bound else 200)
