"""Leaving a matter of principle to the Executive Board, while the Committee has it (5.3.2)."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from governance.actions import table
from governance.actions.deciding import HasConflict, NotOpen
from governance.actions.meeting import NotPossible
from governance.forms_meetings import LiftForm
from governance.models import AgendaItem
from governance.views import answers
from governance.views.meetings import INSIDE, refused, titled, trail
from governance.views.settings_room import open_to


@login_required
@open_to(*INSIDE)
@require_http_methods(["GET", "POST"])
def lift(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """Ask why the question is one of principle, and leave it to the Executive Board."""
    rows = AgendaItem.objects.select_related("meeting", "engagement")
    row = get_object_or_404(rows, pk=item, meeting=pk, removed_at=None)
    form = LiftForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        grounds = form.cleaned_data["grounds"]
        try:
            table.lift(row, grounds=grounds, by=request.user, at=timezone.now())  # type: ignore[arg-type]
        except (NotPossible, NotOpen, HasConflict) as error:
            return refused(request, row.meeting, error)
        answers.done(request, _("Ärendet är lyft till kommunstyrelsen."))
        return redirect("meeting_table", pk=pk)
    where = titled(row.meeting, address=row.meeting.get_absolute_url())
    context = {"item": row, "form": form, "trail": trail(where, (_("Lyft ärendet"), ""))}
    return render(request, "meetings/lift.html", context, status=422 if form.errors else 200)
