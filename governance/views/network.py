"""The contact persons' network: who they are, questions to all, news and meetings (5.6.3)."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from engagements.models import Organisation
from engagements.permissions import reach_of
from engagements.querysets import numbered
from governance import network
from governance.actions import networking
from governance.actions.setting import NotPossible
from governance.forms_network import (
    AnswerForm,
    AnswersFilter,
    AskForm,
    BulletinForm,
    NetworkMeetingForm,
    SeatsFilter,
)
from governance.knowledge import coordinates
from governance.models import Bulletin, NetworkMeeting, NetworkQuestion
from governance.reports import networked
from governance.views import answers
from governance.views.planning import who


def room(request: HttpRequest, here: str, *below: tuple[str, str]) -> dict[str, Any]:
    """Return the tabs and the trail of a page of the room. here: its tab.

    Administrators keep the material and have no other tab.
    """
    names = {
        "network": _("Kontaktpersoner"),
        "network_questions": _("Frågor"),
        "network_news": _("Nyheter"),
        "network_meetings": _("Möten"),
        "network_material": _("Material"),
    }
    if not network.enters(request.user, on=timezone.localdate()):
        names = {here: names[here]}
    own = [(names[here], reverse(here))] if below else [(names[here], "")]
    return {
        "trail": [(_("Start"), reverse("start")), *own, *below],
        "tabs": [(name, reverse(place), place == here) for place, name in names.items()],
    }


def open_to(enters: Callable[..., bool]) -> Any:
    """Let in those for whom it holds; to others there is no such room."""

    def decorate(view: Any) -> Any:
        @wraps(view)
        def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not enters(request.user, on=timezone.localdate()):
                raise Http404
            answer: HttpResponse = view(request, *args, **kwargs)
            return answer

        return checked

    return decorate


# Contact persons, their deputies and SLK; and those who keep the network together.
for_members, for_keepers = open_to(network.enters), open_to(coordinates)


def _keeps(request: HttpRequest) -> bool:
    return coordinates(request.user, on=timezone.localdate())


@login_required
@for_members
@require_GET
def directory(request: HttpRequest) -> HttpResponse:
    """List the contact persons with their mandates, deputies, and where there is none."""
    today, form = timezone.localdate(), SeatsFilter(request.GET)
    if not form.is_valid():
        raise BadRequest(form.errors.as_text())
    every = network.seats(on=today)
    which = form.cleaned_data["visa"]
    context = {
        "form": form,
        "filtered": bool(which),
        "rows": [seat for seat in every if seat.gaps] if which else every,
        "without": sum(bool(seat.gaps) for seat in every),
        "today": today,
        "keeps": _keeps(request),
        **room(request, "network"),
    }
    return render(request, "network/directory.html", context)


@login_required
@for_members
@require_GET
def questions(request: HttpRequest) -> HttpResponse:
    """List the questions, with the answers to the newest."""
    today = timezone.localdate()
    rows = NetworkQuestion.objects.select_related("by").order_by("-pk")
    page = numbered(rows, request.GET.get("sida", "1"))
    newest = rows.first()
    asked = len(network.answers(newest, on=today)) if newest else 0
    left = len(network.waiting(newest, on=today)) if newest else 0
    context = {
        "page": page,
        "newest": newest,
        "answered": asked - left,
        "asked": asked,
        "keeps": _keeps(request),
        "today": today,
        **room(request, "network_questions"),
    }
    return render(request, "network/questions.html", context)


@login_required
@for_members
@require_GET
def newest(request: HttpRequest) -> HttpResponse:
    """Go to the question that was asked last, or to the list while there is none."""
    row = networked.newest()
    if row is None:
        return redirect("network_questions")
    return redirect(f"{row.get_absolute_url()}?{request.GET.urlencode()}")


@login_required
@for_keepers
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """Ask every organisation one question."""
    form = AskForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        row = networking.ask(**form.cleaned_data, **who(request))
        answers.done(request, _("Frågan är ställd till alla verksamheter."))
        return redirect(row)
    return _write_page(request, form, "network_questions", _("Fråga alla"), _("Ställ frågan"))


def _write_page(request: HttpRequest, form: Any, here: str, title: str, verb: str) -> HttpResponse:
    context = {"form": form, "title": title, "verb": verb, **room(request, here, (title, ""))}
    return render(request, "network/write.html", context, status=422 if form.errors else 200)


@login_required
@for_members
@require_http_methods(["GET", "POST"])
def question(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a question with all answers, and take the reader's own."""
    row = get_object_or_404(NetworkQuestion.objects.select_related("by"), pk=pk)
    today, own = timezone.localdate(), _own(request)
    given = {one.organisation_id: one for one in row.answers.filter(organisation__in=own)}
    left = own.exclude(pk__in=given).first() or own.first()
    before = given.get(left.pk) if left else None
    first = {"organisation": left, "text": before.text if before else ""}
    form = AnswerForm(request.POST or None, own=own, initial=first)
    if request.method == "POST" and form.is_valid():
        given_now = form.cleaned_data
        try:
            networking.answer(
                row, given_now["organisation"], text=given_now["text"], **who(request)
            )
        except NotPossible as error:
            form.add_error(error.field, str(error))
        else:
            answers.done(request, _("Svaret är sparat."))
            return redirect(row)
    shown = AnswersFilter(request.GET)
    if not shown.is_valid():
        raise BadRequest(shown.errors.as_text())
    every = network.answers(row, on=today)
    context = {
        "question": row,
        "rows": network.those(every, shown.cleaned_data["visa"]),
        "waiting": sum(one.answer is None for one in every),
        "pills": _pills(every, shown.cleaned_data["visa"]),
        "form": form if own.exists() else None,
        "answered": bool(given) and len(given) == own.count(),
        "keeps": _keeps(request),
        "today": today,
        **room(request, "network_questions", (row.title, "")),
    }
    return render(request, "network/question.html", context, status=422 if form.errors else 200)


def _own(request: HttpRequest) -> Any:
    owns = reach_of(request.user, on=timezone.localdate()).owns
    return Organisation.objects.filter(pk__in=owns, active=True).order_by("sort_name")


def _pills(rows: list[network.Said], which: str) -> list[tuple[str, str, int, bool]]:
    given = sum(row.answer is not None for row in rows)
    counts = (
        (network.ALL, _("Alla"), len(rows)),
        (network.WAITING, _("Har inte svarat"), len(rows) - given),
        (network.GIVEN, _("Har svarat"), given),
    )
    return [(name, f"?visa={key}", count, key == which) for key, name, count in counts]


@login_required
@for_keepers
@require_POST
def remind(request: HttpRequest, pk: int) -> HttpResponse:
    """Remind all who have not answered."""
    row = get_object_or_404(NetworkQuestion, pk=pk)
    told = networking.remind(row, **who(request))
    count = len(told.people)
    said = ngettext("%(n)s person påminns med mejl.", "%(n)s personer påminns med mejl.", count)
    text = said % {"n": count}
    if told.nobody:
        names = ", ".join(str(one) for one in told.nobody)
        text += " " + _("Ingen att påminna hos: %(names)s.") % {"names": names}
    answers.done(request, text)
    return redirect(row)


@login_required
@for_members
@require_GET
def news(request: HttpRequest) -> HttpResponse:
    """List the news, the newest first."""
    rows = Bulletin.objects.select_related("by").order_by("-pk")
    page = numbered(rows, request.GET.get("sida", "1"))
    context = {"page": page, "keeps": _keeps(request), **room(request, "network_news")}
    return render(request, "network/news.html", context)


@login_required
@for_keepers
@require_http_methods(["GET", "POST"])
def publish(request: HttpRequest) -> HttpResponse:
    """Write news to all contact persons."""
    form = BulletinForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        row = networking.publish(**form.cleaned_data, **who(request))
        answers.done(request, _("Nyheten är publicerad. Kontaktpersonerna får veta."))
        return redirect(row)
    return _write_page(request, form, "network_news", _("Skriv en nyhet"), _("Publicera"))


@login_required
@for_members
@require_GET
def meetings(request: HttpRequest) -> HttpResponse:
    """List the network's meetings, the latest day first."""
    rows = NetworkMeeting.objects.order_by("-meets_on", "-pk")
    page = numbered(rows, request.GET.get("sida", "1"))
    context = {"page": page, "keeps": _keeps(request), **room(request, "network_meetings")}
    return render(request, "network/meetings.html", context | {"today": timezone.localdate()})


@login_required
@for_members
@require_GET
def meeting(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a meeting: its agenda, and afterwards who was there and what was said."""
    row = get_object_or_404(NetworkMeeting, pk=pk)
    context = {"meeting": row, "keeps": _keeps(request)}
    below = room(request, "network_meetings", (row.title, ""))
    return render(request, "network/meeting.html", context | below)


@login_required
@for_keepers
@require_http_methods(["GET", "POST"])
def write_meeting(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Call a meeting, or write what was said."""
    row = get_object_or_404(NetworkMeeting, pk=pk) if pk else None
    kept = {name: getattr(row, name) for name in NetworkMeetingForm.base_fields} if row else None
    form = NetworkMeetingForm(request.POST or None, initial=kept)
    if request.method == "POST" and form.is_valid():
        saved = networking.write_meeting(
            row or NetworkMeeting(), **form.cleaned_data, **who(request)
        )
        answers.done(request, _("Mötet är sparat."))
        return redirect(saved)
    title = _("Ändra mötet") if row else _("Nytt möte")
    return _write_page(request, form, "network_meetings", title, _("Spara mötet"))
