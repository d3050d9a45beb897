"""What the registrar and the administrator look after: the diary, secrecy, gaps, what failed."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from engagements import people
from engagements.models import Engagement, OutboxMessage, User
from engagements.permissions import visible_to
from engagements.querysets import told
from engagements.templatetags.utblick import day
from governance.desk import SHOWN, Card, Chore
from governance.models import ImportFile, ImportState, Job, JobState, SecretPart

AHEAD = timedelta(days=30)
LATELY = timedelta(days=30)
A_WEEK = timedelta(days=7)


def registrar(user: User, at: datetime) -> Card:
    """Return what lacks the city's diary number, and what secrecy is to be weighed anew."""
    today = timezone.localdate(at)
    parts = SecretPart.objects.filter(
        lifted_at=None,
        review_by__lte=today + AHEAD,
        engagement__in=visible_to(user, on=today).values("pk"),
    )
    rows = parts.select_related("engagement").order_by("review_by", "pk")[: SHOWN // 2]
    chores = [_part(row) for row in rows]
    lacking = without_number(user, on=today)
    chores += [
        _lacking(row) for row in lacking.select_related("organisation")[: SHOWN - len(chores)]
    ]
    n = told(lacking, most=99)
    return Card(
        "diariet",
        _("Diarium och sekretess"),
        _("Du är registrator. Utan stadens diarienummer: %(n)s.") % {"n": n},
        "law:OSL 5:1",
        empty=_("Alla ärenden har diarienummer, och ingen sekretess behöver omprövas."),
        chores=chores,
    )


def without_number(user: User, *, on: date) -> QuerySet[Engagement]:
    """Return what was handed in and has no number in the city's diary, the oldest first."""
    rows = visible_to(user, on=on).filter(registry_number="", submitted_at__isnull=False)
    return rows.order_by("submitted_at", "pk")


def _part(row: SecretPart) -> Chore:
    about = (row.get_part_display(), row.get_section_display(), row.engagement.number)
    address = row.engagement.get_absolute_url()
    return Chore(row.engagement.title, about, address, row.review_by, _("Ompröva sekretessen"))


def _lacking(row: Engagement) -> Chore:
    given = _("inskickat %(day)s") % {"day": day(row.submitted_at)}
    about = (row.number, str(row.organisation), given)
    return Chore(row.title, about, row.get_absolute_url(), None, _("Skriv in diarienummer"))


def administrator(user: User, at: datetime) -> Card:
    """Return what stands in the way of others: gaps, files read in half way, work that failed."""
    return Card(
        "ordna",
        _("Att ordna"),
        _("Du är administratör."),
        "5.6.1",
        reverse("settings"),
        _("Inställningar"),
        _("Alla verksamheter har en kontaktperson, och inget arbete har misslyckats."),
        [*_gaps(at), *_imports(user, at), *_failed(at)],
    )


def _gaps(at: datetime) -> list[Chore]:
    today = timezone.localdate(at)
    found = people.gaps(on=today)
    chores = [_gap(gap, today) for gap in found[:SHOWN]]
    if len(found) > SHOWN:
        left = len(found) - SHOWN
        title = ngettext("%(n)s lucka till", "%(n)s luckor till", left) % {"n": left}
        about = _("Verksamheter utan kontaktperson")
        chores.append(Chore(title, (about,), reverse("settings"), None, _("Se alla")))
    return chores


def _gap(gap: people.Gap, today: date) -> Chore:
    lacks = _("Saknas nu")
    if gap.first > today:
        lacks = _("Saknas från %(day)s") % {"day": day(gap.first)}
    title = _("%(who)s utan kontaktperson") % {"who": gap.organisation}
    address = reverse("settings_organisation", args=[gap.organisation.code])
    return Chore(title, (lacks,), address, gap.first, _("Utse någon"))


def _imports(user: User, at: datetime) -> list[Chore]:
    """Return files of late with rows that could not be read, and one's own that wait."""
    left = Q(state=ImportState.DONE, bad__gt=0) | Q(state=ImportState.CHOSEN, by=user)
    files = ImportFile.objects.filter(left, at__gte=at - LATELY).defer("content")
    rows = files.select_related("organisation").order_by("-at")[: SHOWN // 2]
    return [_import(row) for row in rows]


def _import(row: ImportFile) -> Chore:
    said = _("du har inte läst in den än")
    if row.bad:
        counted = ngettext("%(n)s rad kunde inte läsas", "%(n)s rader kunde inte läsas", row.bad)
        said = counted % {"n": row.bad}
    return Chore(
        row.name, (str(row.organisation), said), row.get_absolute_url(), None, _("Öppna filen")
    )


def _failed(at: datetime) -> list[Chore]:
    """Say how much failed of late; what it was is for who asked for it."""
    jobs = Job.objects.filter(state=JobState.FAILED, ended_at__gte=at - A_WEEK).count()
    dead = OutboxMessage.objects.filter(dead_at__gte=at - A_WEEK).count()
    found = []
    if jobs:
        title = ngettext("%(n)s export blev inte klar", "%(n)s exporter blev inte klara", jobs)
        about = _("Den senaste veckan. Den som bad om filen har fått veta det.")
        found.append(Chore(title % {"n": jobs}, (about,)))
    if dead:
        title = ngettext("%(n)s utskick gick inte fram", "%(n)s utskick gick inte fram", dead)
        about = _("Den senaste veckan, efter flera försök. Driftens logg säger varför.")
        found.append(Chore(title % {"n": dead}, (about,)))
    return found
