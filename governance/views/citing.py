"""Letting a matter rest on what the city knows: from the matter, its form, or what is known."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from engagements.models import Engagement
from engagements.permissions import NotNow, allowed_to, fetch
from engagements.vocabulary import Action
from governance import knowledge
from governance.actions import knowing
from governance.forms_knowledge import CiteForm
from governance.models import ExampleState, Known
from governance.views import answers
from governance.views.planning import who

MOST_DIGITS = 18


def known_by_name(request: HttpRequest, name: str) -> Known:
    """Return what "example-3" names, where it may be cited. Raises BadRequest, Http404."""
    sort, _sign, key = name.partition("-")
    if sort not in knowledge.SORTS or not key.isdecimal() or len(key) > MOST_DIGITS:
        raise BadRequest(name)
    return citable(request, sort, int(key))


def citable(request: HttpRequest, sort: str, pk: int) -> Known:
    """Return something known that may be cited; of examples those in the register alone."""
    rows: Any = {
        "example": knowledge.examples(request.user, on=timezone.localdate()).filter(
            state=ExampleState.ACCEPTED
        ),
        "observation": knowledge.observations(),
        "comparison": knowledge.comparisons(),
    }.get(sort)
    if rows is None:
        raise Http404
    found: Known = get_object_or_404(rows, pk=pk)
    return found


def cite_by_name(request: HttpRequest, engagement: Engagement, name: str) -> None:
    """Let a matter rest on what "example-3" names."""
    known = known_by_name(request, name)
    knowing.cite(engagement, known, **who(request))
    answers.done(request, _("Ärendet hänvisar nu till ”%(what)s”.") % {"what": known})


@login_required
@require_POST
@allowed_to(Action.CHANGE)
def from_matter(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Cite what is suggested on a matter's page."""
    cite_by_name(request, engagement, request.POST.get("cite", ""))
    return redirect(f"{engagement.get_absolute_url()}#kunskap")


@login_required
@require_POST
@allowed_to(Action.CHANGE)
def uncite(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Let a matter rest on something no more."""
    key = request.POST.get("citation", "")
    if not key.isdecimal() or len(key) > MOST_DIGITS:
        raise BadRequest(key)
    found = engagement.rests_on.filter(pk=int(key)).first()
    if found:
        knowing.uncite(found, **who(request))
        answers.done(request, _("Hänvisningen är borttagen."))
    return redirect(f"{engagement.get_absolute_url()}#kunskap")


@login_required
@require_http_methods(["GET", "POST"])
def from_knowledge(request: HttpRequest, sort: str, pk: int) -> HttpResponse:
    """Cite something known in the matter whose number the reader writes."""
    known: Any = citable(request, sort, pk)
    if request.method == "GET":
        return redirect(known)
    form = CiteForm(request.POST)
    if form.is_valid():
        number = form.cleaned_data["number"].upper()
        try:
            engagement = fetch(request.user, number, Action.CHANGE, on=timezone.localdate())
        except (Http404, NotNow):
            form.add_error("number", _("Du har inget ärende med det numret som går att ändra."))
        else:
            knowing.cite(engagement, known, **who(request))
            answers.done(request, _("Ärendet hänvisar nu till ”%(what)s”.") % {"what": known})
            return redirect(f"{engagement.get_absolute_url()}#kunskap")
    return PAGES[sort](request, known, cite_form=form)


PAGES: dict[str, Any] = {}


def page_of(sort: str) -> Any:
    """Say which function draws the page of a sort, for a form that comes back."""

    def add(draw: Any) -> Any:
        PAGES[sort] = draw
        return draw

    return add


def shared(request: HttpRequest, known: Known, **bound: Any) -> dict[str, Any]:
    """Return what the page of anything known shows: who may change it, and where it is cited."""
    today = timezone.localdate()
    sort = knowledge.column_of(type(known))
    return {
        "known": known,
        "sort": sort,
        "today": today,
        "may_write": knowledge.writes(request.user, known, on=today),
        "citing": knowledge.citing(known, user=request.user, on=today),
        "cite_form": CiteForm(auto_id="hanvisa-%s"),
        **bound,
        "bound": next(iter(bound.values()), None),
    }
