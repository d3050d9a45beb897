"""The lists of the rooms where work is done: the queue, the meetings, plans and rounds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import F, Q
from django.http import Http404, QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from engagements.models import Organisation
from engagements.permissions import HANDLERS, reach_of
from engagements.vocabulary import Kind, Party
from governance import completeness, plans, queues, rounds
from governance.completeness import Gap
from governance.forms_settings import FIRST_YEAR, LAST_YEAR
from governance.models import Meeting
from governance.reports.listing import Chosen, Part, Shown, register, shown
from governance.reports.lists import INSIDE, holder, named, organisation_name
from governance.reports.stored import labelled


def only(by: Any, on: date, *parties: Party) -> None:
    """Raise Http404 for who is none of the parties."""
    if not reach_of(by, on=on).wide & set(parties):
        raise Http404


def year_of(asked: str, *, on: date) -> int:
    """Return a year that an address asks for; this year when it asks for none. Raises Http404."""
    if asked == "":
        return on.year
    if not (asked.isascii() and asked.isdecimal() and FIRST_YEAR <= int(asked) <= LAST_YEAR):
        raise Http404
    return int(asked)


# --- the queue -----------------------------------------------------------------------------------
def queue_columns() -> Sequence[Shown]:
    """Return the columns of the queue."""
    return (
        shown(
            _("Ärende"),
            F("title"),
            Part(_("Typ"), labelled("kind", named(Kind))),
            Part(_("Verksamhet"), organisation_name("organisation")),
            Part(_("Ärendenummer"), F("number")),
        ),
        Shown(
            _("Kontroll"),
            (
                Part(_("Stödjer"), F("supporting")),
                Part(_("Behöver motiveras"), F("judgements")),
                Part(_("Hindrar"), F("breaches")),
            ),
        ),
        shown(_("Svar senast"), F("due"), css="r"),
        shown(_("Bollen ligger hos"), holder()),
    )


def queued(asked: QueryDict, *, by: Any, on: date) -> Chosen:
    """Return a view of the queue, as its address filters and orders it."""
    only(by, on, *HANDLERS)
    return Chosen(queues.rows(by, **queues.asked_for(asked), on=on))


# --- meetings ------------------------------------------------------------------------------------
def meeting_columns() -> Sequence[Shown]:
    """Return the columns of the committee's meetings."""
    return (
        shown(_("När"), lambda row: f"{timezone.localtime(row.starts_at):%Y-%m-%d %H:%M}"),
        shown(_("Plats"), lambda row: row.place),
        shown(_("Handlingar senast"), lambda row: row.papers_by),
        shown(_("Läge"), lambda row: str(row.get_state_display())),
    )


def meetings(_asked: QueryDict, *, by: Any, on: date) -> Chosen:
    """Return the meetings: those to come, the next one first, then those that have been."""
    only(by, on, *INSIDE)
    now = timezone.now()  # noqa: TID251 - a meeting to come has an hour, and a list has a day
    coming = Q(closed_at=None, starts_at__gte=now)
    return Chosen(
        Meeting.objects.filter(coming).order_by("starts_at"),
        then=Meeting.objects.exclude(coming).order_by("-starts_at"),
    )


# --- plans and rounds ----------------------------------------------------------------------------
def _of_their_own(by: Any, on: date) -> list[Organisation]:
    if not plans.enters(by, on=on):
        raise Http404
    everybody = plans.sees_all(by, on=on)
    return list(plans.planning(on=on) if everybody else plans.readable(by, on=on))


def plan_columns() -> Sequence[Shown]:
    """Return the columns of the plans of a year."""

    def left(row: plans.Overview) -> int | None:
        return None if row.standing.over_sek else row.standing.left_sek

    return (
        shown(_("Verksamhet"), lambda row: str(row.organisation)),
        shown(_("Ram"), lambda row: row.standing.frame_sek, css="p-sum"),
        shown(_("Beslutat"), lambda row: row.standing.decided_sek, css="p-sum"),
        shown(
            _("Kvar"),
            left,
            Part(_("Över ramen"), lambda row: row.standing.over_sek or None),
            css="p-sum",
        ),
        shown(_("Planerat"), lambda row: row.planned_sek if row.plan else None, css="p-sum"),
        shown(
            _("Insatser"),
            lambda row: row.lines if row.plan else None,
            Part(_("Har blivit ärenden"), lambda row: row.came if row.plan else None),
        ),
    )


def planned(asked: QueryDict, *, by: Any, on: date) -> Chosen:
    """Return the year of every organisation whose plan the reader reads."""
    year = year_of(str(asked.get("ar", "")), on=on)
    return Chosen(plans.overviews(_of_their_own(by, on), year=year))


def round_columns() -> Sequence[Shown]:
    """Return the columns of a round."""

    def count_of(gap: Gap) -> Shown:
        said = Part(str(gap.label), lambda row: dict(row.cells)[gap])
        return Shown(str(completeness.SHORT[gap]), (said,), "p-round__n")

    return (
        shown(_("Verksamhet"), lambda row: str(row.organisation)),
        Shown(
            _("Svar"),
            (
                Part(_("Svarade"), lambda row: _local(row.confirmation)),
                Part(_("Av"), lambda row: str(row.confirmation.by) if row.confirmation else ""),
                Part(_("Ändrat sedan dess"), lambda row: _("Ja") if row.changed else ""),
                Part(
                    _("Påmind"),
                    lambda row: None if row.confirmation else row.reminded_on,
                ),
            ),
        ),
        *(count_of(gap) for gap in Gap),
    )


def _local(confirmation: Any) -> date | None:
    return timezone.localtime(confirmation.at).date() if confirmation else None


def answered(asked: QueryDict, *, by: Any, on: date) -> Chosen:
    """Return what every organisation has answered in a round. Raises Http404 for no round."""
    own = _of_their_own(by, on)
    slug = asked.get("omgang")
    of = rounds.newest(on=on) if slug is None else rounds.of_slug(str(slug))
    if of is None:
        raise Http404
    rows = rounds.answers(of, own, on=on)
    which = str(asked.get("visa", rounds.ALL))
    return Chosen([row for row in rows if rounds.is_among(row, which)])


def add_lists() -> None:
    """Make the lists known; called at start."""
    register("ko", title=gettext_lazy("Kö"), page="queue", columns=queue_columns, choose=queued)
    register(
        "sammantraden",
        title=gettext_lazy("Sammanträden"),
        page="meetings",
        columns=meeting_columns,
        choose=meetings,
    )
    register(
        "planer", title=gettext_lazy("Planer"), page="plans", columns=plan_columns, choose=planned
    )
    register(
        "uppfoljning",
        title=gettext_lazy("Uppföljning"),
        page="rounds",
        columns=round_columns,
        choose=answered,
    )
