"""The notes of a meeting (minnesanteckningar)."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from engagements.permissions import reach_of
from governance.actions import minutes as acting
from governance.actions.meeting import NotPossible
from governance.forms_meetings import MinutesForm
from governance.models import Meeting, Minutes, MinutesState
from governance.views import answers
from governance.views.meetings import INSIDE, only_secretary, refused, secretary, titled, trail

ACTS: dict[str, tuple[Any, Any]] = {
    "draft": (acting.draft, gettext_lazy("Utkastet är skrivet efter det som hände.")),
    "adjust": (acting.adjust, gettext_lazy("Anteckningarna är justerade och låsta.")),
    "publish": (acting.publish, gettext_lazy("Anteckningarna är publicerade.")),
}


@login_required
@require_http_methods(["GET", "POST"])
def minutes(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the notes: the published ones to everybody, a draft to those inside."""
    meeting = get_object_or_404(Meeting, pk=pk)
    notes = Minutes.objects.filter(meeting=meeting).select_related("adjusted_by").first()
    inside = bool(reach_of(request.user, on=timezone.localdate()).wide & set(INSIDE))
    if not inside and (notes is None or notes.state != MinutesState.PUBLISHED):
        raise Http404
    if request.method == "POST":
        return _post(request, meeting, notes)
    return _page(request, meeting, notes)


def _page(
    request: HttpRequest, meeting: Meeting, notes: Minutes | None, form: Any = None
) -> HttpResponse:
    editing = bool(notes and notes.state == MinutesState.DRAFT and secretary(request))
    if editing and notes and form is None:
        form = MinutesForm(initial={"opening": notes.opening}, parts=notes.parts)
    where = titled(meeting, address=meeting.get_absolute_url())
    context = {
        "meeting": meeting,
        "notes": notes,
        "form": form,
        "keeps": secretary(request),
        "led": meeting.closed_by_id == request.user.pk,
        "trail": trail(where, (_("Minnesanteckningar"), "")),
    }
    bound = form is not None and form.is_bound
    return render(request, "meetings/minutes.html", context, status=422 if bound else 200)


def _post(request: HttpRequest, meeting: Meeting, notes: Minutes | None) -> HttpResponse:
    who: dict[str, Any] = {"by": request.user, "at": timezone.now()}
    asked = request.POST.get("act", "")
    try:
        if asked in ACTS:
            act, said = ACTS[asked]
            if asked != "adjust":
                only_secretary(request)
            act(meeting, **who)
            answers.done(request, said)
        elif notes:
            only_secretary(request)
            form = MinutesForm(request.POST, parts=notes.parts)
            if not form.is_valid():
                return _page(request, meeting, notes, form)
            texts = [form.cleaned_data[f"part_{n}"] for n in range(len(notes.parts))]
            acting.edit(meeting, opening=form.cleaned_data["opening"], texts=texts, **who)
            answers.done(request, _("Anteckningarna är sparade."))
        else:
            raise BadRequest(_("Välj bland svaren som visas"))
    except NotPossible as error:
        return refused(request, meeting, error)
    return redirect("meeting_minutes", pk=meeting.pk)
