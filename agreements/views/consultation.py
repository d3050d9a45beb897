"""What a declaration adds for each organisation: the page where they are asked and answer."""

from __future__ import annotations

from datetime import date
from functools import partial, wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from agreements.declaration import burdens
from agreements.declaration.answering import AnswerForm, AskForm, OutsideForm
from engagements.forms import choices
from engagements.models import Engagement, Organisation
from engagements.permissions import EngagementView, allowed_to, reach_of
from engagements.vocabulary import Action, Kind
from governance.actions import consulting
from governance.actions.deciding import NotOpen
from governance.views import answers


def of_a_declaration(view: EngagementView) -> EngagementView:
    """Let a view in with a declaration alone; no other kind has its pages."""

    @wraps(view)
    def checked(
        request: HttpRequest, engagement: Engagement, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        if engagement.kind != Kind.DECLARATION:
            raise Http404
        return view(request, engagement, *args, **kwargs)

    return checked


@login_required
@require_GET
@allowed_to(Action.VIEW)
@of_a_declaration
def consultation(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Show what each organisation says, and the forms that the reader may use."""
    return page(request, engagement)


def page(
    request: HttpRequest, engagement: Engagement, *, status: int = 200, **bound: Any
) -> HttpResponse:
    """Answer with the page. bound: forms that came back with errors, by their names."""
    rows = burdens.table(engagement)
    context = {
        "engagement": engagement,
        "rows": rows,
        "sums": burdens.sums(rows),
        "today": timezone.localdate(),
        "may": {str(action): True for action in engagement.allowed},
        **_forms(request, engagement, rows),
        **bound,
        "bound": next(iter(bound.values()), None),
    }
    return render(request, "agreements/consultation.html", context, status=status)


def _forms(request: HttpRequest, engagement: Engagement, rows: list[burdens.Row]) -> dict[str, Any]:
    """Return an empty form for everything that the reader may do now."""
    found: dict[str, Any] = {}
    if Action.ANSWER in engagement.allowed:
        found["answer_form"] = _answer_form(request, engagement, rows)
    if Action.CONSULT in engagement.allowed:
        today = timezone.localdate()
        found["ask_form"] = AskForm(engagement=engagement, on=today)
        found["outside_form"] = _outside_form(engagement, rows)
    return found


def own(request: HttpRequest, engagement: Engagement, *, on: date) -> list[Organisation]:
    """Return the organisations that are asked and that the reader answers for."""
    owns = reach_of(request.user, on=on).owns
    asked = engagement.consultations.select_related("organisation").order_by("pk")
    return [row.organisation for row in asked if row.organisation_id in owns]


def _said(rows: list[burdens.Row]) -> dict[int, Any]:
    return {row.organisation.pk: row.said for row in rows if row.said}


def _answer_form(
    request: HttpRequest, engagement: Engagement, rows: list[burdens.Row], data: Any = None
) -> AnswerForm:
    organisations = own(request, engagement, on=timezone.localdate())
    return AnswerForm(data, organisations=organisations, said=_said(rows))


def _outside_form(engagement: Engagement, rows: list[burdens.Row], data: Any = None) -> OutsideForm:
    organisations = list(choices.organisations(engagement))
    return OutsideForm(data, organisations=organisations, said=_said(rows))


@login_required
@require_POST
@allowed_to(Action.CONSULT)
@of_a_declaration
def ask(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Ask organisations what it adds for them."""
    form = AskForm(request.POST, engagement=engagement, on=timezone.localdate())
    if not form.is_valid():
        return page(request, engagement, status=422, ask_form=form)
    asked = {name: form.cleaned_data[name] for name in ("organisations", "due")}
    try:
        answers.once(request, engagement, form, partial(consulting.ask, engagement, **asked))
    except NotOpen as error:
        return answers.refused(request, engagement, error)
    answers.done(request, _("Frågan är skickad."))
    return redirect("consultation", number=engagement.number)


@login_required
@require_POST
@allowed_to(Action.ANSWER)
@of_a_declaration
def answer(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Answer for one's own organisation."""
    rows = burdens.table(engagement)
    form = _answer_form(request, engagement, rows, request.POST)
    return _say(request, engagement, form, "answer_form")


@login_required
@require_POST
@allowed_to(Action.CONSULT)
@of_a_declaration
def outside(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Write down what an organisation has said elsewhere."""
    rows = burdens.table(engagement)
    form = _outside_form(engagement, rows, request.POST)
    return _say(request, engagement, form, "outside_form")


def _say(request: HttpRequest, engagement: Engagement, form: AnswerForm, name: str) -> HttpResponse:
    """Write down what a form says; what somebody else said first is shown beside it."""
    if not form.is_valid():
        return page(request, engagement, status=422, **{name: form})
    try:
        answers.once(request, engagement, form, partial(burdens.say, engagement, **form.said))
    except burdens.AlreadySaid as late:
        form.add_error(None, str(late))
        typed = request.POST.copy()
        typed["seen"] = str(late.burden.pk)
        form.data = typed
        return page(request, engagement, status=409, **{name: form})
    except NotOpen as error:
        return answers.refused(request, engagement, error)
    answers.done(request, _("Svaret är sparat."))
    return redirect("consultation", number=engagement.number)
