"""Queues: which engagements wait for a person, for their unit, for nobody yet, for others."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from itertools import chain, count, islice
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import BadRequest
from django.db.models import OuterRef, Q, QuerySet
from django.http import QueryDict
from django.utils.formats import number_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from engagements import kept, querysets
from engagements.kept import Question
from engagements.models import Engagement, Organisation, User
from engagements.permissions import reach_of, visible_to
from engagements.turns import lies_with
from engagements.vocabulary import Status

MOST_COUNTED = 10_000
# Organisations whose first matters are sought in one question.
AT_ONCE = 20
VIEWS = {
    "mig": _("Ligger hos mig"),
    "enheten": _("Hela enheten"),
    "ingen": _("Ingen har tagit"),
    "andra": _("Väntar på andra"),
    "uppfoljning": _("Sen uppföljning"),
}
CHECKS = {
    "hindrar": (_("Hindrar"), Q(breaches__gt=0)),
    "motiveras": (_("Behöver motiveras"), Q(judgements__gt=0)),
}
ORDERS = {
    "brattom": (_("Bråttom först"), ("due", "id")),
    "vantat": (_("Väntat längst först"), ("ball_since", "id")),
    "nyast": (_("Nyast först"), ("-submitted_at", "-id")),
    "verksamhet": (_("Efter verksamhet"), ("organisation__sort_name", "due", "id")),
}


def asked_for(query: QueryDict) -> dict[str, str]:
    """Return the filters of an address. Raises BadRequest for what no link of ours says."""
    chosen = {
        "view": query.get("vy", "enheten"),
        "check": query.get("kontroll", ""),
        "order": query.get("ordning", "brattom"),
    }
    known = chosen["view"] in VIEWS and chosen["order"] in ORDERS
    if not known or chosen["check"] not in {"", *CHECKS}:
        raise BadRequest("unknown filter")
    return chosen


def conditions(user: User, *, on: date) -> dict[str, Q]:
    """Return the condition of each view for a person."""
    reach = reach_of(user, on=on)
    ours = lies_with(user, reach)
    return {
        "mig": Q(ball_person=user) | Q(ours, ball_person__in=reach.stands_for),
        "enheten": ours,
        "ingen": ours & Q(ball_person=None),
        "andra": ~ours & ~Q(ball=""),
        "uppfoljning": Q(status=str(Status.FOLLOW_UP), followed_up_on=None, due__lt=on),
    }


def waiting(user: User, *, on: date) -> QuerySet[Engagement]:
    """Return the open, submitted engagements that a person sees."""
    visible: Any = visible_to(user, on=on)
    found: QuerySet[Engagement] = visible.exclude(ball="").exclude(status=str(Status.DRAFT))
    return found


def counts(user: User, *, on: date) -> dict[str, str]:
    """Return how many each view holds, as its reader is told: exact to ``MOST_COUNTED``."""
    who = (user.pk, on, reach_of(user, on=on))

    def rows(name: str) -> QuerySet[Engagement]:
        return waiting(user, on=on).filter(conditions(user, on=on)[name])

    found = kept.counts(
        *(Question(f"queue {name}", *who, MOST_COUNTED + 1, partial(rows, name)) for name in VIEWS)
    )
    return {name: said(many) for name, many in zip(VIEWS, found, strict=True)}


def said_of(found: QuerySet[Engagement], *, most: int) -> str:
    """Say how many there are, without counting on when nobody is told more exactly."""
    return said(querysets.counted(found, most=most), most=most)


def said(many: int, *, most: int = 0) -> str:
    """Say how many there are: exact to ``most``, or to what a queue counts, and more above it."""
    most = most or MOST_COUNTED
    least = number_format(min(many, most), force_grouping=True)
    return gettext("fler än %(number)s") % {"number": least} if many > most else least


def in_words(*, view: str, check: str, order: str) -> str:
    """Say what the filters show, and in which order."""
    said = [VIEWS[view], *([CHECKS[check][0]] if check else []), ORDERS[order][0]]
    parts = (f"{str(name)[0].lower()}{str(name)[1:]}" for name in said)
    return gettext("Visar: %(filters)s.") % {"filters": ", ".join(parts)}


def rows(user: User, *, view: str, check: str, order: str, on: date) -> QuerySet[Engagement]:
    """Return a view's engagements, filtered and ordered."""
    found: Any = waiting(user, on=on).filter(conditions(user, on=on)[view])
    if check:
        found = found.filter(CHECKS[check][1])
    chosen: QuerySet[Engagement] = found.with_ball().order_by(*ORDERS[order][1])
    return chosen


def first_rows(
    user: User, *, view: str, check: str, order: str, on: date, most: int
) -> QuerySet[Engagement]:
    """Return at least the first ``most`` of a view's engagements, in order, for a page of them.

    Few are sought by their keys. Of many the order's index gives the first, except for the order by
    organisation, which no index of a matter holds: each organisation's first are sought then.
    """
    found = rows(user, view=view, check=check, order=order, on=on)
    few = querysets.few_first(found)
    if order != "verksamhet" or few is not found:
        return few
    return found.filter(pk__in=list(islice(_by_organisation(found, most), most)))


def _by_organisation(found: QuerySet[Engagement], most: int) -> Iterator[int]:
    """Give the keys of each organisation's first ``most``, no further than somebody asks for."""
    own = found.filter(organisation=OuterRef("pk")).order_by("due", "id").values("pk")[:most]
    each = Organisation.objects.order_by("sort_name", "pk").annotate(first=ArraySubquery(own))
    firsts = each.values_list("first", flat=True)
    for begin in count(0, AT_ONCE):
        some = list(firsts[begin : begin + AT_ONCE])
        yield from chain.from_iterable(some)
        if len(some) < AT_ONCE:
            return
