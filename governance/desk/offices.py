"""What units and secretaries look after: a queue, and what bodies are to be told of."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import partial

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from engagements.context import MOST_TOLD, told
from engagements.kept import Question, counts
from engagements.labels import label
from engagements.models import Engagement, User
from engagements.permissions import SLK_UNITS, reach_of, visible_to
from engagements.templatetags.utblick import day
from engagements.turns import lies_with
from engagements.vocabulary import RoleName, Status
from governance import kinds
from governance.actions import reporting
from governance.desk import SHOWN, Card, Chore
from governance.models import Decision, DelegationReport, ReportState

LATELY = timedelta(days=30)


def units(user: User, at: datetime) -> Card:
    """Return what lies with one's units at the City Executive Office, and what nobody has taken."""
    today = timezone.localdate(at)
    reach = reach_of(user, on=today)
    own = [name for name in RoleName if name in reach.roles & SLK_UNITS]
    wanted = [("late follow-ups", partial(_late_follow_ups, user, today))]
    for name in own:
        wanted += [(f"free {name}", partial(_free, user, name, today))]
        wanted += [(f"late {name}", partial(_late, user, name, today))]
    late, *numbers = counts(
        *(Question(said, user.pk, today, reach, MOST_TOLD + 1, rows) for said, rows in wanted)
    )
    found = zip(own, numbers[::2], numbers[1::2], strict=True)
    chores = [
        chore for name, free, passed in found for chore in _unit(user, name, free, passed, today)
    ]
    if late:
        about = _("Inte uppföljt i tid hos verksamheterna: %(n)s") % {"n": told(late)}
        url = f"{reverse('queue')}?vy=uppfoljning"
        chores.append(Chore(_("Sen uppföljning"), (about,), url, None, _("Se och påminn")))
    return Card(
        "enheten",
        _("Enhetens kö"),
        _("Stadsledningskontoret ger råd om det som kommer in."),
        "5.5.1",
        reverse("queue"),
        _("Hela kön"),
        _("Ingenting väntar på enheten."),
        chores,
    )


def _late_follow_ups(user: User, today: date) -> QuerySet[Engagement]:
    rows = visible_to(user, on=today).filter(status=str(Status.FOLLOW_UP), followed_up_on=None)
    return rows.filter(due__lt=today)


def _open(user: User, name: RoleName, today: date) -> QuerySet[Engagement]:
    ours = visible_to(user, on=today).filter(lies_with(user, reach_of(user, on=today, role=name)))
    return ours.exclude(ball="").exclude(status=str(Status.DRAFT))


def _free(user: User, name: RoleName, today: date) -> QuerySet[Engagement]:
    return _open(user, name, today).filter(ball_person=None)


def _late(user: User, name: RoleName, today: date) -> QuerySet[Engagement]:
    return _open(user, name, today).filter(due__lt=today)


def _unit(user: User, name: RoleName, free: int, late: int, today: date) -> list[Chore]:
    """Return what a unit holds: what nobody has put their name on, and what is late."""
    found = []
    if free:
        rows = _free(user, name, today).order_by("due", "pk")
        first = rows.values_list("due", flat=True).first()
        title = _("%(unit)s: ingen har tagit") % {"unit": label(name)}
        about = _("Antal: %(n)s, det som är mest bråttom först") % {"n": told(free)}
        found.append(Chore(title, (about,), f"{reverse('queue')}?vy=ingen", first, _("Ta ett")))
    if late:
        title = _("%(unit)s: försenade") % {"unit": label(name)}
        about = _("Har passerat sin sista dag: %(n)s") % {"n": told(late)}
        url = f"{reverse('queue')}?vy=enheten&ordning=brattom"
        found.append(Chore(title, (about,), url, None, _("Se dem")))
    return found


def executive_board(_user: User, _at: datetime) -> Card:
    """Return the Mayor's decisions that the Executive Board has not been told of (KL 6:40)."""
    lists = DelegationReport.objects.filter(state=ReportState.DRAFT).order_by("meets_on")[:SHOWN]
    chores = [_list(row) for row in lists]
    chores += [_decision(row) for row in reporting.unreported()[: SHOWN - len(chores)]]
    return Card(
        "anmalan",
        _("Att anmäla till kommunstyrelsen"),
        _("Du är kommunstyrelsens sekreterare. Beslut på delegation anmäls till styrelsen."),
        "law:KL 6:40",
        reverse("delegation_reports"),
        _("Alla beslut och listor"),
        _("Alla beslut på delegation är anmälda."),
        chores,
    )


def _list(row: DelegationReport) -> Chore:
    title = _("Listan till sammanträdet %(day)s") % {"day": day(row.meets_on)}
    about = _("Anmäl listan och skriv in paragrafen")
    return Chore(title, (about,), row.get_absolute_url(), row.meets_on, _("Öppna listan"))


def _decision(row: Decision) -> Chore:
    answer = kinds.outcome_label(row.engagement, row.outcome)
    return Chore(
        row.engagement.title,
        (row.number, answer, day(row.decided_on)),
        reverse("delegation_reports"),
        reporting.last_day(row),
        _("Sätt på en lista"),
    )


def board(user: User, at: datetime) -> Card:
    """Return what was lately decided in one's boards' names, for the boards to be told."""
    today = timezone.localdate(at)
    boards = reach_of(user, on=today).boards
    own = Q(organisation__in=boards) | Q(organisation__board__in=boards)
    made = Decision.objects.filter(
        own, at__gte=at - LATELY, body="", engagement__in=visible_to(user, on=today).values("pk")
    )
    rows = made.select_related("engagement__organisation", "organisation", "by").order_by("-at")
    return Card(
        "namnden",
        _("Beslutat i nämndens namn, de senaste 30 dagarna"),
        _("Du är nämndens sekreterare. Det som beslutas på delegation anmäls till nämnden."),
        "law:KL 6:40",
        reverse("engagements"),
        _("Alla ärenden"),
        _("Inget har beslutats de senaste 30 dagarna."),
        [_made(row) for row in rows[:SHOWN]],
    )


def _made(row: Decision) -> Chore:
    answer = kinds.outcome_label(row.engagement, row.outcome)
    about = (row.number, answer, str(row.organisation), f"{row.by}, {day(row.decided_on)}")
    return Chore(row.engagement.title, about, row.engagement.get_absolute_url(), None, _("Läs"))
