"""The register of good examples: proposed by organisations, kept by SLK, offered to others."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from governance import knowledge, lessons
from governance.actions import knowing
from governance.actions.setting import NotPossible
from governance.forms_knowledge import (
    AnswerForm,
    ExampleFilter,
    ExampleForm,
    OfferAnswerForm,
    OfferForm,
)
from governance.models import ExampleState, FollowUp, GoodExample
from governance.views import answers
from governance.views.citing import page_of, shared
from governance.views.planning import who

WRITTEN = {"q"}


def known_list(
    request: HttpRequest, template: str, form: Any, rows: Any, **more: Any
) -> HttpResponse:
    """Answer with a list of what is known, as its filters ask. Raises BadRequest."""
    user, today = request.user, timezone.localdate()
    if not form.is_valid():
        if set(form.errors) - WRITTEN - {"ar"}:
            raise BadRequest(form.errors.as_text())
        return render(request, template, {"form": form, **more}, status=422)
    asked = form.cleaned_data
    narrowed = knowledge.counted(form.narrowed(rows), user=user, on=today)
    found, after = knowledge.page(narrowed, after=asked["efter"])
    following = request.GET.copy()
    following["efter"] = str(after)
    context = {
        "form": form,
        "rows": found,
        "today": today,
        "filtered": any(value for name, value in asked.items() if name != "efter"),
        "following": f"?{following.urlencode()}" if after else "",
        "may_add": knowledge.writers(user, on=today).exists(),
        **more,
    }
    return render(request, template, context)


@login_required
@require_GET
def register(request: HttpRequest) -> HttpResponse:
    """List the good examples; who keeps the register is told what waits."""
    user, today = request.user, timezone.localdate()
    keeps = knowledge.coordinates(user, on=today)
    waits = GoodExample.objects.filter(state=ExampleState.PROPOSED).count() if keeps else 0
    rows = knowledge.examples(user, on=today)
    return known_list(
        request, "knowledge/examples.html", ExampleFilter(request.GET, on=today), rows, waits=waits
    )


def _example(request: HttpRequest, pk: int) -> GoodExample:
    """Return an example that the reader may read."""
    return get_object_or_404(knowledge.examples(request.user, on=timezone.localdate()), pk=pk)


@login_required
@require_GET
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an example."""
    return page(request, _example(request, pk))


@page_of("example")
def page(request: HttpRequest, example: GoodExample, **bound: Any) -> HttpResponse:
    """Answer with an example's page. bound: forms that came back with errors, by their names."""
    today = timezone.localdate()
    keeps = knowledge.coordinates(request.user, on=today)
    accepted = example.state == ExampleState.ACCEPTED
    offers = list(example.offers.select_related("by").order_by("-offered_on", "-pk"))
    readable = knowledge.readable(example.learnt_from, user=request.user, on=today)
    context = {
        "example": example,
        "accepted": accepted,
        "goals": knowledge.names_of_goals(example),
        "offers": offers,
        "keeps": keeps,
        "learnt_from": readable,
        "answer_form": AnswerForm(auto_id="svar-%s"),
        "offer_form": OfferForm(initial={"offered_on": today}, auto_id="erbjud-%s"),
        "trail": [*_above(), (example.title, "")],
        **shared(request, example, **bound),
    }
    return render(request, "knowledge/example.html", context, status=422 if bound else 200)


def _above() -> list[tuple[str, str]]:
    return [(_("Start"), reverse("start")), (_("Goda exempel"), reverse("examples"))]


@login_required
@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Propose an example, from what was learnt or by hand, or change one."""
    today = timezone.localdate()
    writers = knowledge.writers(request.user, on=today)
    row = _example(request, pk) if pk else None
    if row and not knowledge.writes(request.user, row, on=today):
        raise Http404
    if not writers.exists():
        raise Http404
    told = None if row else _lesson(request)
    kept = {name: getattr(row, name) for name in ExampleForm.base_fields} if row else _first(told)
    form = ExampleForm(request.POST or None, row=row, writers=writers, on=today, initial=kept)
    if request.method == "POST" and form.is_valid():
        return _written(request, row, told, form)
    context = {
        "form": form,
        "row": row,
        "told": told,
        "keeps": knowledge.coordinates(request.user, on=today),
        "title": _("Ändra exemplet") if row else _("Föreslå ett gott exempel"),
        "trail": [*_above(), (row.title if row else _("Nytt"), "")],
    }
    return render(request, "knowledge/write_example.html", context, status=_status(form))


def _status(form: Any) -> int:
    return 422 if form.errors else 200


def _written(
    request: HttpRequest, row: GoodExample | None, told: FollowUp | None, form: ExampleForm
) -> HttpResponse:
    if row:
        saved: Any = knowing.write(row, **form.cleaned_data, **who(request))
        answers.done(request, _("Exemplet är sparat."))
        return redirect(saved)
    keeps = knowledge.coordinates(request.user, on=timezone.localdate())
    new = GoodExample(learnt_from=told.engagement if told else None)
    saved = knowing.propose(new, accepted=keeps, **form.cleaned_data, **who(request))
    said = _("Exemplet är med i registret.") if keeps else _("Exemplet är föreslaget.")
    answers.done(request, said)
    return redirect(saved)


def _lesson(request: HttpRequest) -> FollowUp | None:
    """Return the follow-up that an example is made from, where the address names an open one."""
    number = request.GET.get("fran", "")
    if not number:
        return None
    return get_object_or_404(lessons.all_lessons(), engagement__number=number)


def _first(told: FollowUp | None) -> dict[str, Any]:
    """Return what a follow-up already says of an example."""
    if told is None:
        return {}
    learnt = [told.usable or told.learnt, told.image]
    return {
        "organisation": told.engagement.organisation_id,
        "shows": "\n\n".join(text for text in learnt if text),
        "goals": list(told.engagement.goals or []),
    }


@login_required
@require_POST
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a proposed example into the register, or leave it out with grounds."""
    example = _example(request, pk)
    if not knowledge.coordinates(request.user, on=timezone.localdate()):
        raise Http404
    form = AnswerForm(request.POST, auto_id="svar-%s")
    accepted = "accept" in request.POST
    if form.is_valid():
        text = form.cleaned_data["text"]
        try:
            knowing.answer(example, accepted=accepted, text=text, **who(request))
        except NotPossible as error:
            form.add_error(error.field, str(error))
        else:
            said = _("Exemplet är med i registret.") if accepted else _("Exemplet tas inte med.")
            answers.done(request, said)
            return redirect(example)
    return page(request, example, answer_form=form)


@login_required
@require_POST
def offer(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down that an example is offered to a state actor."""
    example = _example(request, pk)
    if not knowledge.coordinates(request.user, on=timezone.localdate()):
        raise Http404
    form = OfferForm(request.POST, auto_id="erbjud-%s")
    if form.is_valid():
        try:
            knowing.offer(example, **form.cleaned_data, **who(request))
        except NotPossible as error:
            form.add_error(error.field, str(error))
        else:
            answers.done(request, _("Erbjudandet är antecknat."))
            return redirect(example)
    return page(request, example, offer_form=form)


@login_required
@require_http_methods(["GET", "POST"])
def offered(request: HttpRequest, pk: int, offer: int) -> HttpResponse:
    """Write down what a state actor answered."""
    example = _example(request, pk)
    row = get_object_or_404(example.offers, pk=offer)
    if not knowledge.coordinates(request.user, on=timezone.localdate()):
        raise Http404
    form = OfferAnswerForm(request.POST or None, initial={"answer": row.answer, "said": row.said})
    if request.method == "POST" and form.is_valid():
        knowing.answered(row, **form.cleaned_data, **who(request))
        answers.done(request, _("Svaret är sparat."))
        return redirect(example)
    trail = [*_above(), (example.title, example.get_absolute_url()), (row.whom, "")]
    context = {"form": form, "offer": row, "example": example, "trail": trail}
    return render(request, "knowledge/offered.html", context, status=_status(form))
