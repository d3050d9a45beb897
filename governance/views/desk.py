"""The start page: what waits for its reader, what waits for others, what is coming."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from django.contrib.auth.decorators import login_required
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from engagements import querysets
from engagements.context import head_of, in_network, questions, told
from engagements.kept import Question, counts
from engagements.models import Consultation, Engagement, Organisation
from engagements.permissions import reach_of
from engagements.standing_in import mark_absent
from engagements.vocabulary import Kind, Status
from governance import talk
from governance.context import not_read
from governance.desk import Card, ahead, cards, hats, why

SHOWN = 8
DRAFTS = 3
OF_ASKED = ("engagement__organisation", "organisation", "asked_by")
NOON, EVENING = 10, 18
RECEIVED = [str(Status.FOLLOW_UP), str(Status.CLOSED)]


@login_required
@require_GET
def start(request: HttpRequest) -> HttpResponse:
    """Show what waits for the reader, in one of their roles or in all, and what is coming."""
    user: Any = request.user
    now = timezone.localtime()
    today = now.date()
    role = hats.chosen(request, on=today)
    reach = reach_of(user, on=today, role=role)
    held, asked, todos, unread = counts(
        *questions(user, on=today, role=role),
        Question("todos", user.pk, today, reach_of(user, on=today), 1, partial(talk.given, user)),
        not_read(user, on=today),
    )
    head_of(request).know("waiting", told(held + asked))
    head_of(request).know("unread", told(unread))
    work = _work(user, role, today, held=bool(held), is_asked=bool(asked))
    drafts = querysets.drafts_of(user, on=today, role=role)
    own_cards = cards.of(user, reach.roles, at=now)
    context = {
        "now": now,
        "today": today,
        "week": today.isocalendar().week,
        "greeting": _greeting(now.hour),
        "hats": hats.hats(user, role, on=today),
        "todos": list(talk.waits_for(user, on=today, role=role)) if todos else [],
        "may_register": bool(reach.registers),
        "in_network": in_network(reach),
        "owns": bool(reach.owns),
        "organisations": Organisation.objects.filter(pk__in=reach.owns | reach.boards).order_by(
            "sort_name"
        ),
        **work,
        "cards": own_cards,
        "cards_first": not (work["mine"] or work["asked"]) and any(c.chores for c in own_cards),
        "urgent": _urgent(work, own_cards),
        "way_on": cards.way_on(reach.roles),
        "drafts": list(querysets.with_lists(drafts)[:DRAFTS]),
        "coming": ahead.coming(user, role=role, on=today),
        "year": _year(reach.owns, today) if reach.owns else None,
    }
    return render(request, "engagements/start.html", context)


def _work(user: Any, role: str, today: date, *, held: bool, is_asked: bool) -> dict[str, Any]:
    """Return what lies with a person in a role and why, what they are asked, and what others hold.

    held, is_asked: whether there is anything of the one and of the other.
    others: None for who has no matters of their own to wait for.
    """
    reach = reach_of(user, on=today, role=role)
    mine: list[Engagement] = []
    asked: list[Consultation] = []
    if held:
        waiting = querysets.waiting_for(user, on=today, role=role)
        mine = list(querysets.with_work(waiting)[: SHOWN + 1])
    if is_asked:
        rows = querysets.asked_of(user, on=today, role=role)
        asked = list(rows.select_related(*OF_ASKED)[:SHOWN])
    others: list[Engagement] | None = None
    if reach.owns or reach.boards or reach.keeps:
        waits = querysets.waiting_for_others(user, on=today, role=role, most=SHOWN)
        others = list(querysets.with_work(waits)[:SHOWN])
        mark_absent(others, on=today)
    return {
        "mine": why.held(mine[:SHOWN], user, reach),
        "more_mine": len(mine) > SHOWN,
        "asked": asked,
        "others": others,
    }


class Urgent(NamedTuple):
    """What has to be done first, and by when."""

    title: str
    due: date


def _urgent(work: dict[str, Any], own_cards: Iterable[Card]) -> Urgent | None:
    """Return what is due first of all that waits."""
    due = [Urgent(held.row.title, held.row.due) for held in work["mine"] if held.row.due]
    due += [Urgent(asked.engagement.title, asked.due) for asked in work["asked"]]
    due += [Urgent(one.title, one.due) for card in own_cards for one in card.chores if one.due]
    return min(due, key=lambda one: one.due, default=None)


def _greeting(hour: int) -> str:
    if hour < NOON:
        return _("God morgon")
    return _("God kväll") if hour >= EVENING else _("Hej")


def _year(owns: frozenset[int], today: date) -> dict[str, int]:
    """Count the year's visits of one's own organisations; the city's stand in the statistics."""
    this_year = (date(today.year, 1, 1), date(today.year, 12, 31))
    own = Engagement.objects.filter(organisation__in=owns, starts_on__range=this_year)
    return own.filter(kind=str(Kind.VISIT)).aggregate(
        received=Count("status", filter=Q(status__in=RECEIVED)),
        followed_up=Count("status", filter=Q(status=str(Status.CLOSED))),
        declined=Count("status", filter=Q(status=str(Status.REJECTED))),
    )
