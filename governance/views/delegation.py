"""The Mayor's page: all that waits for a decision by delegation, and what has been decided."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from engagements.lifecycle import StaleVersion
from engagements.models import Engagement
from engagements.permissions import reach_of, visible_to
from engagements.querysets import numbered
from engagements.vocabulary import Body, Outcome, Status
from governance import assessing, committee, kinds
from governance.actions import central, demands
from governance.actions.deciding import AlreadyDecided, NotOpen
from governance.forms_delegation import MatterForm
from governance.models import AgendaItem, Dealing, Decision
from governance.reports import lists
from governance.strategy import Assessment
from governance.views import answers, fresh
from governance.views.item import said

POSTED = re.compile(r"m([0-9]{1,18})-version")


def for_the_house(view: Any) -> Any:
    """Let in the Mayor's office and those who work with it; to others there is no such page."""

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not reach_of(request.user, on=timezone.localdate()).wide & lists.INSIDE:
            raise Http404
        answer: HttpResponse = view(request, *args, **kwargs)
        return answer

    return checked


def trail(*below: tuple[str, str]) -> list[tuple[str, str]]:
    """Return the way to a page of the room."""
    room = (_("Delegationsbeslut"), reverse("delegation") if below else "")
    return [(_("Start"), reverse("start")), room, *below]


def tabs(here: str) -> list[tuple[str, str, bool]]:
    """Return the pages of the room: name, address, whether it is this one."""
    named = (
        ("delegation", _("Att besluta")),
        ("delegation_made", _("Beslutade")),
        ("delegation_reports", _("Anmälan till kommunstyrelsen")),
    )
    return [(name, reverse(place), place == here) for place, name in named]


@dataclass
class Matter:
    """A matter as the Mayor reads it. form: None when something is in the way, or for readers."""

    engagement: Engagement
    meeting: Any
    dealing: Dealing | None
    assessment: Assessment
    obstacle: str
    unanswered: list[str]
    offered: list[kinds.Share]
    form: MatterForm | None = None

    @property
    def apart_sek(self) -> int | None:
        """What it costs the city without those who were answered no; None when nobody was."""
        shares = self.dealing.shares if self.dealing and not self.dealing.advises_against else {}
        less = kinds.declined_sek(self.offered, shares)
        return max((self.engagement.estimated_sek or 0) - less, 0) if less else None

    @property
    def sek(self) -> int:
        """What it costs the city, answered as it was proposed."""
        apart = self.apart_sek
        return self.engagement.estimated_sek or 0 if apart is None else apart


@login_required
@for_the_house
@require_http_methods(["GET", "POST"])
def delegation(request: HttpRequest) -> HttpResponse:
    """Show what waits; the Mayor confirms one matter, or all of them."""
    decides = committee.turns_of_mayor(request.user, timezone.localdate()) is not None  # type: ignore[arg-type]
    if request.method == "GET":
        return _page(request, _matters(request, decides=decides), decides=decides)
    if not decides:
        raise Http404
    asked = request.POST.get("confirm", "")
    matters = _matters(request, decides=True, asked=asked)
    chosen = [each for each in matters if each.form and each.form.is_bound]
    if any(each.form and not each.form.is_valid() for each in chosen):
        return _page(request, matters, decides=True, status=422)
    gone = _gone(request, matters, asked)
    if not chosen and not gone:
        return redirect("delegation")
    if chosen and (page := fresh.ask(request, said=_sentences(chosen), back=reverse("delegation"))):
        return page
    made, left = central.confirm(
        [_answer(each) for each in chosen],
        by=request.user,  # type: ignore[arg-type]
        at=timezone.now(),
    )
    return _answered(request, made, [*left, *gone])


def _answered(request: HttpRequest, made: list[Decision], left: list[central.Left]) -> HttpResponse:
    if made:
        count = len(made)
        said = ngettext("%(n)s beslut är fattat.", "%(n)s beslut är fattade.", count) % {"n": count}
        answers.done(request, said)
    if not left:
        return redirect("delegation")
    matters = _matters(request, decides=True)
    return _page(request, matters, decides=True, status=409, left=[_told(each) for each in left])


def _told(left: central.Left) -> tuple[Engagement, str]:
    error = left.error
    if isinstance(error, demands.NeedsGrounds):
        return left.engagement, " ".join(error.reasons)
    if isinstance(error, StaleVersion):
        return left.engagement, _("Ändrades av %(who)s medan sidan visades.") % {
            "who": error.changed_by
        }
    return left.engagement, str(error)


def _gone(request: HttpRequest, matters: list[Matter], asked: str) -> list[central.Left]:
    """Return what stood on the page that was sent and waits for its reader no more."""
    here = {each.engagement.pk for each in matters}
    posted = {int(found[1]) for name in request.POST if (found := POSTED.fullmatch(name))}
    seen = visible_to(request.user, on=timezone.localdate()).filter(pk__in=posted - here)
    rows = seen if asked == "all" else seen.filter(number=asked)
    why = NotOpen(_("Väntar inte längre på ditt beslut."))
    return [central.Left(row, _why_gone(row) or why) for row in rows.order_by("pk")]


def _why_gone(row: Engagement) -> Exception | None:
    made = row.decisions.filter(body=str(Body.FINANCE_MAYOR)).select_related("by").last()
    return AlreadyDecided(made) if made else None


def _answer(matter: Matter) -> central.Answer:
    given: Any = matter.form
    return central.Answer(
        matter.engagement,
        Outcome(given.cleaned_data["outcome"]),
        given.cleaned_data["grounds"],
        given.cleaned_data["version"] or 0,
    )


def _sentences(matters: list[Matter]) -> list[str]:
    """Return what is about to be decided, one sentence each."""
    found = []
    for each in matters:
        answer = _answer(each)
        label = kinds.outcome_label(each.engagement, answer.outcome)
        found.append(f"{each.engagement.number} {each.engagement.title}: {label}")
    return found


def _matters(request: HttpRequest, *, decides: bool, asked: str = "") -> list[Matter]:
    today = timezone.localdate()
    if decides:
        rows = central.waiting(request.user, on=today)  # type: ignore[arg-type]
    else:
        seen: Any = visible_to(request.user, on=today)
        waits = seen.filter(status=str(Status.DECISION), ball=str(Body.FINANCE_MAYOR))
        rows = list(waits.with_ball().order_by("pk"))
    meetings = _meetings(rows)
    offered = kinds.shares_of(rows)
    found = [
        _matter(request, row, meetings, offered.get(row.pk, []), decides=decides, asked=asked)
        for row in rows
    ]
    return sorted(found, key=lambda each: (_when(each), each.engagement.pk))


def _when(matter: Matter) -> str:
    return matter.meeting.starts_at.isoformat() if matter.meeting else "9"


def _meetings(rows: list[Engagement]) -> dict[int, Any]:
    items = AgendaItem.objects.filter(engagement__in=rows, result__isnull=False)
    ordered = items.select_related("meeting").order_by("meeting__starts_at")
    return {item.engagement_id: item.meeting for item in ordered}


def _matter(
    request: HttpRequest,
    row: Engagement,
    meetings: dict[int, Any],
    offered: list[kinds.Share],
    *,
    decides: bool,
    asked: str,
) -> Matter:
    assessment = assessing.judge(row, stage="decision", on=timezone.localdate())
    dealing = central.dealing_for(row)
    found = Matter(
        row,
        meetings.get(row.pk),
        dealing,
        assessment,
        central.obstacle(row, assessment, body=Body.FINANCE_MAYOR),
        said(demands.unanswered_of(assessment, Outcome.ACCEPTED)),
        offered,
    )
    if decides and not found.obstacle:
        prefix = f"m{row.pk}"
        sent = f"{prefix}-version" in request.POST and asked in ("all", row.number)
        found.form = MatterForm(
            request.POST if sent else None,
            engagement=row,
            dealing=dealing,
            assessment=assessment,
            prefix=prefix,
            initial=_typed(request, prefix),
        )
    return found


def _typed(request: HttpRequest, prefix: str) -> dict[str, str]:
    """Return what was typed for a matter that was not sent, so that it is not lost."""
    names = ("outcome", "grounds")
    return {n: request.POST[f"{prefix}-{n}"] for n in names if f"{prefix}-{n}" in request.POST}


def _page(
    request: HttpRequest,
    matters: list[Matter],
    *,
    decides: bool,
    status: int = 200,
    left: Iterable[tuple[Engagement, str]] = (),
) -> HttpResponse:
    today = timezone.localdate()
    seats = committee.mayors(on=today)
    own = next((seat for seat in seats if seat.user.pk == request.user.pk), None)
    context = {
        "matters": matters,
        "ready": [each for each in matters if each.form],
        "decides": decides,
        "seat": own,
        "seats": seats,
        "left": list(left),
        "total": sum(each.sek for each in matters),
        "trail": trail(),
        "tabs": tabs("delegation"),
    }
    return render(request, "delegation/waiting.html", context, status=status)


@login_required
@for_the_house
@require_GET
def made(request: HttpRequest) -> HttpResponse:
    """List what has been decided by delegation, the newest first, with its three dates."""
    chosen = lists.delegated(request.GET, by=request.user, on=timezone.localdate())
    page: Any = numbered(chosen.rows, request.GET.get("sida", "1"))  # type: ignore[arg-type]
    context = {
        "page": page,
        "rows": [(row, lists.reported_on(row)) for row in page.rows],
        "trail": trail((_("Beslutade"), "")),
        "tabs": tabs("delegation_made"),
    }
    return render(request, "delegation/made.html", context)
