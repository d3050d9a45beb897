"""One box for all: matters, lessons, places and counterparts, as far as the reader may see."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from governance import searching, suggesting
from governance.forms_searching import BegunForm, QuestionForm

# The boxes of the page head, by their ids: two lists on a page have headings of their own.
BOXES = ("sok", "sok-mobil")


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


@login_required
@require_GET
def suggestions(request: HttpRequest) -> HttpResponse:
    """Answer with links to what somebody may mean while they write; none to what is no text."""
    form = BegunForm(request.GET)
    groups: list[suggesting.Group] = []
    if form.is_valid():
        text = form.cleaned_data["q"]
        groups = suggesting.suggested(text, user=request.user, on=timezone.localdate())
    context = {"groups": groups, "count": sum(len(group.rows) for group in groups)}
    prefix = request.GET.get("i", "")
    context["prefix"] = prefix if prefix in BOXES else BOXES[0]
    return render(request, "governance/_asked.html", context)
