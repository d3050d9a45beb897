"""Comments on a matter, and tasks: given, done, taken back, handed on."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from engagements.models import Engagement
from engagements.permissions import NotNow, allowed_to
from engagements.vocabulary import Action
from governance import talk
from governance.actions import talking
from governance.forms_talk import CommentForm, HandForm, TodoForm
from governance.models import Comment, Todo
from governance.views import answers
from governance.views.item import page


@login_required
@require_POST
@allowed_to(Action.COMMENT)
def comment(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Say something of the matter."""
    form = CommentForm(request.POST, **_about(engagement), auto_id="kommentar-%s")
    if not form.is_valid():
        return page(request, engagement, status=422, comment_form=form)
    said = partial(
        talking.comment,
        engagement,
        text=form.cleaned_data["remark"],
        internal=form.internal,
        mentioned=form.people,
        asked=form.asked if form.cleaned_data["is_task"] else None,
    )
    made = answers.once(request, engagement, form, said)
    return redirect(f"{engagement.get_absolute_url()}#{_place(made)}")


def _place(made: Comment | None) -> str:
    return f"kommentar-{made.pk}" if made else "kommentarer"


@login_required
@require_POST
@allowed_to(Action.COMMENT)
def give(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Ask somebody to do something."""
    form = TodoForm(request.POST, **_about(engagement), auto_id="uppgift-%s")
    if not form.is_valid():
        return page(request, engagement, status=422, todo_form=form)
    what, asked = form.cleaned_data["task"], form.asked
    giving = partial(talking.give, engagement, what=what, internal=form.internal, asked=asked)
    answers.once(request, engagement, form, giving)
    answers.done(request, _("Uppgiften ligger hos %(who)s.") % {"who": asked.owner})
    return redirect(f"{engagement.get_absolute_url()}#uppgifter")


@login_required
@require_http_methods(["GET", "POST"])
@allowed_to(Action.COMMENT)
def make(request: HttpRequest, engagement: Engagement, pk: int) -> HttpResponse:
    """Make a comment a task."""
    row = get_object_or_404(talk.may_read(Comment.objects, engagement), pk=pk)
    return _hand(request, engagement, row, partial(talking.make_task, row), what=row.text)


@login_required
@require_http_methods(["GET", "POST"])
@allowed_to(Action.COMMENT)
def hand_on(request: HttpRequest, engagement: Engagement, pk: int) -> HttpResponse:
    """Give a task to somebody else, or another last day."""
    row = get_object_or_404(talk.may_read(Todo.objects, engagement), pk=pk)
    if not talk.may_hand_on(row, request.user, engagement.allowed):
        raise NotNow(engagement, Action.COMMENT)
    return _hand(request, engagement, row, partial(talking.hand_on, row), what=row.what)


def _hand(
    request: HttpRequest, engagement: Engagement, row: Comment | Todo, act: Any, *, what: str
) -> HttpResponse:
    data = request.POST if request.method == "POST" else None
    form = HandForm(data, **_about(engagement), inside=row.internal, auto_id="uppgift-%s")
    if data is not None and form.is_valid():
        asked = form.asked
        try:
            answers.once(request, engagement, form, partial(act, asked=asked))
        except talking.NotPossible as error:
            return answers.refused(request, engagement, error)
        answers.done(request, _("Uppgiften ligger hos %(who)s.") % {"who": asked.owner})
        return redirect(f"{engagement.get_absolute_url()}#uppgifter")
    context = {"engagement": engagement, "form": form, "row": row, "what": what}
    return render(request, "talk/hand.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
@allowed_to(Action.DO_TASK)
def finish(request: HttpRequest, engagement: Engagement, pk: int) -> HttpResponse:
    """Say that a task is done."""
    row = get_object_or_404(talk.may_read(Todo.objects, engagement), pk=pk)
    if not talk.may_finish(row, request.user, engagement.allowed):
        raise NotNow(engagement, Action.DO_TASK)
    return _end(request, engagement, partial(talking.finish, row), _("Uppgiften är klar."))


@login_required
@require_POST
@allowed_to(Action.DO_TASK)
def take_back(request: HttpRequest, engagement: Engagement, pk: int) -> HttpResponse:
    """Say that nobody needs to do it."""
    row = get_object_or_404(talk.may_read(Todo.objects, engagement), pk=pk)
    if not talk.may_take_back(row, request.user, engagement.allowed):
        raise NotNow(engagement, Action.DO_TASK)
    return _end(request, engagement, partial(talking.take_back, row), _("Uppgiften är återtagen."))


def _end(request: HttpRequest, engagement: Engagement, act: Any, said: str) -> HttpResponse:
    try:
        act(by=request.user, at=timezone.now())
    except talking.NotPossible as error:
        return answers.refused(request, engagement, error)
    answers.done(request, said)
    if "start" in request.POST:
        return redirect("start")
    return redirect(f"{engagement.get_absolute_url()}#uppgifter")


@login_required
@require_GET
@allowed_to(Action.COMMENT)
def people(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """List whom one can name; the item page asks for them alone."""
    today = timezone.localdate()
    inside: set[int] = set()
    if Action.READ_INTERNAL in engagement.allowed:
        found = talk.readers(engagement, internal=True, on=today)
        inside = set(found.values_list("pk", flat=True))
    rows = talk.readers(engagement, internal=False, on=today)
    context = {"engagement": engagement, "people": rows, "inside": inside}
    whole = request.headers.get("HX-Request") != "true"
    answer = render(request, "talk/people.html" if whole else "talk/_people.html", context)
    answer.headers["Vary"] = "HX-Request, Cookie"
    return answer


def _about(engagement: Engagement) -> dict[str, Any]:
    return {"engagement": engagement, "today": timezone.localdate()}
