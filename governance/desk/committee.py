"""What the International Committee's members and secretary look after: its next meeting."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from engagements.models import User
from engagements.permissions import visible_to
from engagements.querysets import told
from engagements.templatetags.utblick import clock, day, weekday
from governance import committee
from governance.actions import meeting as acting
from governance.desk import SHOWN, Card, Chore
from governance.models import AgendaItem, Meeting, MeetingState, Minutes, MinutesState, StanceTaken

# How far back notes are asked for; what was never written then is nobody's chore any more.
NOTES = 12


def next_meeting(at: datetime) -> Meeting | None:
    """Return the meeting that is held now, or next."""
    rows = Meeting.objects.exclude(state__in=[MeetingState.CLOSED, MeetingState.CANCELLED])
    coming = rows.filter(Q(starts_at__gte=at) | Q(state=MeetingState.OPEN))
    return coming.order_by("starts_at").first()


def member(user: User, at: datetime) -> Card:
    """Return the next meeting's agenda, and what of it one has not said where one stands on."""
    why = _("Du är ledamot eller ersättare i internationella beredningen.")
    meeting = next_meeting(at)
    if meeting is None:
        return Card(
            "beredningen",
            _("Nästa sammanträde"),
            why,
            "5.3.1",
            reverse("meetings"),
            _("Alla sammanträden"),
            _("Inget sammanträde är planerat. Du får en kallelse när det är bestämt."),
        )
    items = _read(meeting, user, at)
    seated = committee.seat_of(user, on=timezone.localdate(at)) is not None
    left = sum(not item.said for item in items) if seated else 0  # type: ignore[attr-defined]
    return Card(
        "beredningen",
        _("Nästa sammanträde: %(day)s kl. %(time)s")
        % {"day": weekday(meeting.starts_at), "time": clock(meeting.starts_at)},
        f"{meeting.place}. {why} {_left(left)}",
        "5.3.1",
        meeting.get_absolute_url(),
        _("Hela dagordningen"),
        _("Dagordningen är tom än så länge."),
        [_to_read(item, meeting, seated=seated) for item in items],
    )


def _left(left: int) -> str:
    if not left:
        return ""
    said = ngettext(
        "Ett ärende har du inte sagt din hållning i.",
        "%(n)s ärenden har du inte sagt din hållning i.",
        left,
    )
    return said % {"n": left}


def _read(meeting: Meeting, user: User, at: datetime) -> list[AgendaItem]:
    """Return what of an agenda a person may read, in its order; two queries."""
    today = timezone.localdate(at)
    own = StanceTaken.objects.filter(item=OuterRef("pk"), by=user)
    rows: QuerySet[AgendaItem] = meeting.items.filter(
        removed_at=None, engagement__in=visible_to(user, on=today).values("pk")
    )
    found = rows.annotate(said=Exists(own)).select_related("engagement__organisation")
    return sorted(found, key=lambda item: item.order)


def _to_read(item: AgendaItem, meeting: Meeting, *, seated: bool) -> Chore:
    """Return an item as something to read; who fills a seat also says where they stand."""
    engagement, said = item.engagement, item.said  # type: ignore[attr-defined]
    verb = _("Läs och säg din hållning") if seated else _("Läs inför mötet")
    return Chore(
        engagement.title,
        (item.get_heading_display(), engagement.number, str(engagement.organisation)),
        f"{reverse('meeting_table', args=[meeting.pk])}#a{item.pk}",
        None if said else timezone.localdate(meeting.starts_at),
        _("Hållning sagd") if said else verb,
    )


def secretary(_user: User, at: datetime) -> Card:
    """Return what the committee's secretary does before and after meetings."""
    chores = [*_before(at), *_after(at)]
    return Card(
        "beredningen",
        _("Beredningens möten"),
        _("Du är beredningens sekreterare."),
        "5.3.1",
        reverse("meetings"),
        _("Alla sammanträden"),
        _("Nästa möte är kallat, och alla anteckningar är publicerade."),
        chores,
    )


def _before(at: datetime) -> list[Chore]:
    meeting = next_meeting(at)
    waiting = told(acting.ready(), most=99)
    found = []
    if meeting is None:
        about = _("Inget möte är planerat. Ärenden som väntar på beredningen: %(n)s") % {
            "n": waiting
        }
        return [Chore(_("Planera nästa möte"), (about,), reverse("meetings"), None, _("Planera"))]
    url, due = meeting.get_absolute_url(), meeting.papers_by
    when = {"day": weekday(meeting.starts_at)}
    if waiting != "0":
        about = _("Färdiga ärenden som inte står på någon dagordning: %(n)s") % {"n": waiting}
        title = _("Bygg dagordningen till %(day)s") % when
        found.append(Chore(title, (about,), url, due, _("Öppna mötet")))
    if meeting.called_at is None:
        title = _("Skicka kallelsen till %(day)s") % when
        about = _("Handlingarna ska vara ute senast %(day)s") % {"day": day(meeting.papers_by)}
        found.append(Chore(title, (about,), url, due, _("Skicka kallelsen")))
    if not found:
        n = meeting.items.filter(removed_at=None).count()
        about = ngettext("%(n)s ärende på dagordningen", "%(n)s ärenden på dagordningen", n)
        title, held = _("Mötet %(day)s") % when, timezone.localdate(meeting.starts_at)
        found.append(Chore(title, (about % {"n": n},), url, held, _("Öppna mötet")))
    return found


def _after(at: datetime) -> list[Chore]:
    closed = Meeting.objects.filter(state=MeetingState.CLOSED, starts_at__lt=at)
    published = Minutes.objects.filter(meeting=OuterRef("pk"), state=MinutesState.PUBLISHED)
    rows = closed.exclude(Exists(published)).annotate(dealt=Count("items__result"))
    found = rows.select_related("minutes").order_by("-starts_at")[:NOTES]
    return [_notes(row) for row in reversed(found[:SHOWN])]


def _notes(row: Meeting) -> Chore:
    notes = getattr(row, "minutes", None)
    adjusted = notes is not None and notes.state == MinutesState.ADJUSTED
    about = ngettext("%(n)s ärende behandlades", "%(n)s ärenden behandlades", row.dealt)  # type: ignore[attr-defined]
    return Chore(
        _("Minnesanteckningar från %(day)s") % {"day": weekday(row.starts_at)},
        (about % {"n": row.dealt},),  # type: ignore[attr-defined]
        reverse("meeting_minutes", args=[row.pk]),
        None,
        _("Publicera") if adjusted else _("Justera"),
    )
