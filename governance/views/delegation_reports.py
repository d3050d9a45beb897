"""Reporting to the Executive Board: what is to be reported, the lists, a list as a file."""

from __future__ import annotations

import io
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from engagements.permissions import reach_of
from engagements.vocabulary import Party
from governance import kinds
from governance.actions import reporting
from governance.actions.meeting import NotPossible
from governance.forms_delegation import ListForm, MarkForm, MoveForm
from governance.models import Decision, DelegationReport
from governance.reports.files import write_xlsx
from governance.reports.table import Column, Report, Table
from governance.views import answers
from governance.views.delegation import for_the_house, tabs, trail

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def secretary(request: HttpRequest) -> bool:
    """Whether the reader keeps the Executive Board's books."""
    return Party.KS in reach_of(request.user, on=timezone.localdate()).wide


@login_required
@for_the_house
@require_http_methods(["GET", "POST"])
def reports(request: HttpRequest) -> HttpResponse:
    """Show what is to be reported, and the lists; the secretary makes one."""
    rows = list(reporting.unreported())
    form = ListForm(request.POST or None, rows=rows) if rows and secretary(request) else None
    if request.method == "POST":
        if not secretary(request):
            raise Http404
        if form is None:
            return redirect("delegation_reports")
        if form.is_valid() and (made := _make(request, form)):
            answers.done(request, _("Listan är gjord. Skriv ut den eller hämta den som fil."))
            return redirect(made)
    today = timezone.localdate()
    context = {
        "rows": [(row, reporting.last_day(row)) for row in rows],
        "today": today,
        "late": sum(reporting.last_day(row) < today for row in reporting.not_made()),
        "form": form,
        "lists": DelegationReport.objects.order_by("-meets_on", "-pk"),
        "trail": trail((_("Anmälan till kommunstyrelsen"), "")),
        "tabs": tabs("delegation_reports"),
    }
    status = 422 if form and form.errors else 200
    return render(request, "delegation/reports.html", context, status=status)


def _make(request: HttpRequest, form: ListForm) -> DelegationReport | None:
    try:
        return reporting.make_list(**form.cleaned_data, **_who(request))
    except NotPossible as error:
        form.add_error(error.field, str(error))
        return None


def _who(request: HttpRequest) -> dict[str, Any]:
    return {"by": request.user, "at": timezone.now()}


@login_required
@for_the_house
@require_GET
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a list as it is printed."""
    return _page(request, get_object_or_404(DelegationReport, pk=pk))


def _page(request: HttpRequest, found: DelegationReport, **bound: Any) -> HttpResponse:
    keeps = secretary(request) and found.is_open
    today = timezone.localdate()
    context: dict[str, Any] = {
        "report": found,
        "rows": _decisions(found),
        "today": today,
        "trail": trail((str(found), "")),
    }
    if keeps:
        context |= {
            "mark_form": MarkForm(auto_id="mark-%s"),
            "move_form": MoveForm(initial={"meets_on": found.meets_on}, auto_id="move-%s"),
            "may_mark": found.meets_on <= today,
        }
    status = 422 if bound else 200
    return render(request, "delegation/report.html", context | bound, status=status)


def _decisions(found: DelegationReport) -> list[Decision]:
    rows = Decision.objects.filter(reports__report=found).order_by("pk")
    return list(rows.select_related("engagement__organisation", "by", "acts_for", "dealing"))


@login_required
@for_the_house
@require_POST
def act(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark a list as reported, move it to another meeting, or strike it."""
    if not secretary(request):
        raise Http404
    found = get_object_or_404(DelegationReport, pk=pk)
    asked = request.POST.get("act", "")
    if asked not in ACTS:
        raise BadRequest(_("Välj bland svaren som visas"))
    kind, carry_out, sentence = ACTS[asked]
    form = kind(request.POST, auto_id=f"{asked}-%s") if kind else None
    if form and not form.is_valid():
        return _page(request, found, **{f"{asked}_form": form})
    try:
        carry_out(found, **(form.cleaned_data if form else {}), **_who(request))
    except NotPossible as error:
        if form is None or not DelegationReport.objects.get(pk=pk).is_open:
            return render(
                request, "delegation/refused.html", {"report": found, "error": error}, status=409
            )
        form.add_error(error.field, str(error))
        return _page(request, found, **{f"{asked}_form": form})
    answers.done(request, sentence())
    return redirect("delegation_reports" if asked == "cancel" else found)


ACTS: dict[str, tuple[Any, Any, Any]] = {
    "mark": (MarkForm, reporting.mark, lambda: _("Listan är anmäld.")),
    "move": (MoveForm, reporting.move, lambda: _("Listan har fått en annan dag.")),
    "cancel": (None, reporting.cancel, lambda: _("Listan är struken.")),
}


@login_required
@for_the_house
@require_GET
def file(request: HttpRequest, pk: int) -> HttpResponse:
    """Send a list as a workbook."""
    found = get_object_or_404(DelegationReport, pk=pk)
    rows = _decisions(found)
    titles = (_("Nummer"), _("Beslutsdag"), _("Ärende"), _("Rubrik"), _("Beslut"), _("Av"))
    table = Table(str(found), [Column(title) for title in titles], iter(map(_cells, rows)))
    made = Report(
        title=_("Anmälan av delegationsbeslut"),
        query={_("Sammanträde"): found.meets_on.isoformat()},
        made_at=timezone.localtime(),
        made_by=str(request.user),
        tables=[table],
        total=len(rows),
    )
    target = io.BytesIO()
    write_xlsx(made, target, lambda _done: None)
    name = f"delegationsbeslut-{found.meets_on.isoformat()}.xlsx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(target.getvalue(), content_type=XLSX, headers=headers)


def _cells(row: Decision) -> list[Any]:
    engagement = row.engagement
    return [
        row.number,
        row.decided_on,
        engagement.number,
        _("Sekretess prövas") if engagement.secret else engagement.title,
        kinds.outcome_label(engagement, row.outcome),
        f"{row.by} ({_('för')} {row.acts_for})" if row.acts_for else str(row.by),
    ]
