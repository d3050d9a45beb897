"""What was learnt, searchable for all who are logged in (2.3, 5.0)."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from governance import knowledge, lessons
from governance.forms_lessons import LessonsForm

WRITTEN = {"q", "ar"}


@login_required
@require_GET
def learnt(request: HttpRequest) -> HttpResponse:
    """List and search what came of all that was followed up, the newest first."""
    user: Any = request.user
    form = LessonsForm(request.GET)
    if not form.is_valid():
        if set(form.errors) - WRITTEN:
            raise BadRequest(form.errors.as_text())
        return render(request, "governance/lessons.html", {"form": form}, status=422)
    asked = form.cleaned_data
    rows = lessons.asked_for(asked)
    page = lessons.page(rows, after=asked["efter"], user=user, on=timezone.localdate())
    following = request.GET.copy()
    following["efter"] = page.after
    context = {
        "form": form,
        "page": page,
        "may_propose": knowledge.writers(user, on=timezone.localdate()).exists(),
        "filtered": any(value for name, value in asked.items() if name != "efter"),
        "following": f"?{following.urlencode()}" if page.after else "",
    }
    return render(request, "governance/lessons.html", context)
