"""The register of projects, the calendar of calls, and what is written down of an EU project."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from engagements.models import Engagement
from engagements.permissions import allowed_to, reach_of
from engagements.querysets import numbered
from engagements.vocabulary import Action, Kind, Party, ProjectStage
from governance.views import answers
from memberships import lists, project_forms, projects
from memberships.eu_project import amending, stages
from memberships.eu_project.models import Amendment, Call, ReportDate

KEEPERS = {Party.SLK, Party.ADMIN}


@login_required
@require_GET
def register(request: HttpRequest) -> HttpResponse:
    """Show the projects, those whose report is late first."""
    form, today = project_forms.ProjectsForm(request.GET), timezone.localdate()
    if not form.is_valid():
        return render(request, "memberships/projects.html", {"form": form}, status=422)
    query, user = form.query(), request.user
    mine = projects.projects_of(user, on=today)
    counts = projects.counts(projects.selection(query | {"visa": ""}, by=user, on=today), on=today)
    chosen = lists.all_projects(request.GET, by=user, on=today)
    page: Any = numbered(chosen.rows, request.GET.get("sida", "1"))  # type: ignore[arg-type]
    context = {
        "form": project_forms.ProjectsForm(
            initial={"verksamhet": query["organisation"], "visa": query["visa"]}
        ),
        "query": query,
        "pills": _pills(counts, query),
        "rows": list(chosen.shows(page.rows)),
        "page": page,
        "rate": projects.landing(mine),
        "may_register": bool(reach_of(user, on=today).owns),
    }
    return render(request, "memberships/projects.html", context)


def _pills(counts: dict[str, int], query: dict[str, str]) -> list[tuple[str, str, int, bool]]:
    kept = {"verksamhet": query["organisation"]} if query["organisation"] else {}
    return [
        (
            projects.label_of(which),
            f"?{urlencode({'visa': which} | kept)}",
            counts[which],
            which == query["visa"],
        )
        for which in projects.FILTERS
    ]


@login_required
@require_http_methods(["GET", "POST"])
def calls(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Show the calendar of calls; the City Executive Office adds to it and corrects it."""
    today = timezone.localdate()
    may = bool(reach_of(request.user, on=today).wide & KEEPERS)
    if not may and (pk or request.method == "POST"):
        raise PermissionDenied
    call = get_object_or_404(Call, pk=pk) if pk else Call()
    form = project_forms.CallForm(request.POST or None, instance=call)
    if form.is_valid():
        with transaction.atomic():
            call._history_user = request.user  # type: ignore[attr-defined]
            form.save()
        answers.done(request, _("Utlysningen är sparad."))
        return redirect("calls")
    listed = lists.calls(request.GET, by=request.user, on=today)
    context = {
        "form": form if may else None,
        "call": call if pk else None,
        "calls": list(listed.rows),
        "closed": listed.then,
        "today": today,
        "may": may,
    }
    return render(request, "memberships/calls.html", context, status=422 if form.errors else 200)


def _own(engagement: Engagement) -> None:
    """Let in those who write of an EU project itself, and not of an amendment."""
    if engagement.kind != Kind.EU_PROJECT or engagement.euproject.amends_id:
        raise Http404
    if not stages.is_open_to_write(engagement):
        raise PermissionDenied


def _write(
    request: HttpRequest, engagement: Engagement, form: Any, act: Callable[..., Any], said: str
) -> HttpResponse:
    """Carry out what a form asks for; what can't be read is shown again with what was typed."""
    if not form.is_valid():
        context = {"engagement": engagement, "form": form}
        return render(request, "memberships/project_form.html", context, status=422)
    try:
        answers.once(request, engagement, form, act)
    except stages.NotYet as error:
        return answers.refused(request, engagement, error)
    answers.done(request, said)
    return redirect(engagement)


@login_required
@require_POST
@allowed_to(Action.VIEW)
def move(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Let the project take a step."""
    _own(engagement)
    today = timezone.localdate()
    form = project_forms.MoveForm(request.POST, today=today, auto_id="steg-%s")

    def act(**who: Any) -> None:
        given = {name: form.cleaned_data[name] for name in ("on", "note")}
        to = ProjectStage(form.cleaned_data["stage"])
        stages.move(engagement, to, **given, today=today, **who)

    return _write(request, engagement, form, act, _("Steget är sparat."))


@login_required
@require_POST
@allowed_to(Action.VIEW)
def party(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Write down what a party of the city has decided."""
    _own(engagement)
    offered = [one.organisation for one in stages.parties(engagement)]
    form = project_forms.PartyForm(
        request.POST, today=timezone.localdate(), parties=offered, auto_id="part-%s"
    )

    def act(**who: Any) -> None:
        given = {name: form.cleaned_data[name] for name in ("organisation", "on", "paragraph")}
        stages.party_decided(engagement, **given, **who)

    return _write(request, engagement, form, act, _("Beslutet är antecknat."))


@login_required
@require_POST
@allowed_to(Action.VIEW)
def amend(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Write down a change of the project; one that is decided anew goes on in its own form."""
    _own(engagement)
    form = project_forms.AmendForm(request.POST, today=timezone.localdate(), auto_id="andring-%s")
    made: list[Amendment] = []

    def act(**who: Any) -> None:
        given = {name: form.cleaned_data[name] for name in ("on", "what", "grounds", "new_role")}
        added = form.cleaned_data["added_sek"] or 0
        made.append(amending.amend(engagement, **given, added_sek=added, **who))

    answer = _write(request, engagement, form, act, _("Ändringen är antecknad."))
    if not made or made[0].matter is None:
        return answer
    answers.done(request, _("Den behöver ett nytt beslut. Fyll i vad som ändras och skicka in."))
    step = 1 if made[0].new_role else 3
    return redirect("engagement_step", number=made[0].matter.number, step=step)


@login_required
@require_POST
@allowed_to(Action.VIEW)
def handed_in(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Write down that a report is handed in today."""
    _own(engagement)
    key = request.POST.get("report", "")
    if not (key.isascii() and key.isdecimal()):
        raise Http404
    report = get_object_or_404(ReportDate, pk=int(key), engagement=engagement, done_on=None)
    who: dict[str, Any] = {"by": request.user, "at": timezone.now()}
    stages.report_handed_in(engagement, report, on=timezone.localdate(), **who)
    answers.done(request, _("Rapporten är antecknad som lämnad."))
    return redirect(engagement)


@login_required
@require_POST
@allowed_to(Action.VIEW)
def report_date(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Add a report that the programme wants, or change what it is and when it is due."""
    _own(engagement)
    form = project_forms.ReportForm(request.POST, auto_id="rapport-%s")

    def act(**who: Any) -> None:
        key = form.cleaned_data["report"]
        own = ReportDate.objects.filter(engagement=engagement)
        report = get_object_or_404(own, pk=key) if key else None
        given = {name: form.cleaned_data[name] for name in ("what", "due_on")}
        stages.date_report(engagement, report, **given, **who)

    return _write(request, engagement, form, act, _("Rapporten är sparad."))
