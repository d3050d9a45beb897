"""What a view answers when an action says no: pages that say who, when and what to do."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from engagements import once as doing
from engagements.lifecycle import StaleVersion
from engagements.models import Engagement, StoredFile
from governance.actions.deciding import AlreadyDecided


def already_decided(
    request: HttpRequest, engagement: Engagement, refused: AlreadyDecided
) -> HttpResponse:
    """Say who answered first, and when."""
    context = {"engagement": engagement, "decision": refused.decision}
    return render(request, "governance/already_decided.html", context, status=409)


def changed_meanwhile(
    request: HttpRequest, engagement: Engagement, stale: StaleVersion, text: str = ""
) -> HttpResponse:
    """Say who changed the engagement, and give back what was typed."""
    context = {"engagement": engagement, "stale": stale, "text": text}
    return render(request, "governance/changed.html", context, status=409)


def refused(request: HttpRequest, engagement: Engagement, error: Exception) -> HttpResponse:
    """Say in the action's own sentence why nothing was done."""
    context = {"engagement": engagement, "error": error}
    return render(request, "governance/refused.html", context, status=409)


def once(request: HttpRequest, engagement: Engagement, form: Form, act: Callable[..., Any]) -> Any:
    """Carry out what a valid form asks for, once: ``act`` is called with ``by`` and ``at``."""
    who: dict[str, Any] = {"by": request.user, "at": timezone.now()}
    return doing.once(
        partial(act, **who), key=form.cleaned_data["key"], engagement=engagement, **who
    )


def done(request: HttpRequest, sentence: Any) -> None:
    """Leave a sentence for the next page."""
    messages.success(request, str(sentence))


def to_save(row: StoredFile) -> FileResponse:
    """Send a file to save, never as a page to show."""
    response = FileResponse(row.file.open("rb"), as_attachment=True, filename=row.name)
    response.headers["Content-Type"] = row.media_type
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
