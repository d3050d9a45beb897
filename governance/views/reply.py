"""The answer to whoever asked: proposed, edited, sent."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from engagements.models import Engagement
from engagements.permissions import allowed_to
from engagements.vocabulary import Action, Task
from governance import forms, kinds
from governance.actions import replying
from governance.models import Reply, ReplyState
from governance.views import answers


@login_required
@require_http_methods(["GET", "POST"])
@allowed_to(Action.REPLY)
def reply(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Edit the proposed answer and send it; without one, offer to write it."""
    draft = _draft(engagement)
    context: dict[str, Any] = {"engagement": engagement, "draft": draft}
    if draft is None:
        context["form"] = forms.ProposeForm(initial={"language": _counterpart(engagement).language})
        return render(request, "governance/reply.html", context)
    initial = {"to": draft.to, "subject": draft.subject, "body": draft.body}
    form = forms.ReplyForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            replying.send(draft, **form.cleaned_data, by=request.user, at=timezone.now())  # type: ignore[arg-type]
        except replying.AlreadySent as error:
            return answers.refused(request, engagement, error)
        answers.done(request, _("Svaret skickas till %(to)s.") % form.cleaned_data)
        return redirect(engagement)
    context["form"] = form
    status = 422 if form.errors else 200
    return render(request, "governance/reply.html", context, status=status)


@login_required
@require_POST
@allowed_to(Action.REPLY)
def propose(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Write a proposal from what was decided, once."""
    form = forms.ProposeForm(request.POST)
    if not form.is_valid():
        context = {"engagement": engagement, "form": form, "draft": None}
        return render(request, "governance/reply.html", context, status=422)
    if _draft(engagement) is None:
        counterpart = _counterpart(engagement)
        made = engagement.decisions.filter(task=str(Task.DECIDES)).order_by("-id")
        own = made.filter(organisation=engagement.organisation)
        proposing = partial(
            replying.propose,
            engagement,
            # The responsible organisation's, or that of the body that decides in its place.
            own.first() or made.first(),
            contact=counterpart.name,
            to=counterpart.address,
            wants_letter=bool(getattr(engagement.detail, "wants_letter", False)),
            language=form.cleaned_data["language"],
        )
        answers.once(request, engagement, form, proposing)
    return redirect("engagement_reply", number=engagement.number)


@login_required
@require_POST
@allowed_to(Action.REPLY)
def answered(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Write down that the delegation was answered by other means."""
    replying.note_answered(engagement, by=request.user, at=timezone.now())  # type: ignore[arg-type]
    answers.done(request, _("Svaret är antecknat."))
    return redirect(engagement)


def _draft(engagement: Engagement) -> Reply | None:
    drafts = Reply.objects.filter(engagement=engagement, state=ReplyState.DRAFT)
    return drafts.order_by("-id").first()


def _counterpart(engagement: Engagement) -> kinds.Counterpart:
    reply_to = kinds.entry_of(engagement).reply_to
    return reply_to(engagement) if reply_to else kinds.Counterpart("", "", "en")
