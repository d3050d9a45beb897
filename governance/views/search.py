"""One box for all: matters, lessons, places and counterparts, as far as the reader may see."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from governance import searching
from governance.forms_searching import QuestionForm


@login_required
@require_GET
def search(request: HttpRequest) -> HttpResponse:
    """Show what is found, by kind; or what in the question is not understood, beside it."""
    form = QuestionForm(request.GET)
    context: dict[str, Any] = {"form": form, "keys": searching.HELP.values()}
    if form.is_valid():
        question = form.cleaned_data["q"]
        try:
            found = searching.answered(question, user=request.user, on=timezone.localdate())
        except ValidationError as error:
            form.add_error("q", error)
        else:
            context |= {
                "found": found,
                "question": question,
                "asked": bool(question.words or question.keys),
            }
    status = 200 if form.is_valid() else 422
    return render(request, "governance/search.html", context, status=status)
