"""The lists of the rooms: the queue, the committee's meetings, plans and rounds, the settings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from django.db.models import F, Q
from django.http import Http404, QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from engagements.models import Organisation, OrientationGoal, Role, User
from engagements.models.organisations import NEEDS_CONTACT_PERSON
from engagements.permissions import HANDLERS, OWNERS, reach_of
from engagements.vocabulary import Kind, Party, RoleName
from governance import completeness, plans, queues, rounds
from governance.actions import setting
from governance.completeness import Gap
from governance.forms_settings import FIRST_YEAR, LAST_YEAR
from governance.models import Frame, Meeting, PolicyValue
from governance.reports.listing import Chosen, Part, Shown, register, shown
from governance.reports.lists import INSIDE, holder, named, organisation_name
from governance.reports.stored import labelled
from governance.strategy import Value
from governance.valued import area_of, title_of
from governance.valued import shown as said


def _only(by: Any, on: date, *parties: Party) -> None:
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
    _only(by, on, *HANDLERS)
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
    _only(by, on, *INSIDE)
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


# --- settings ------------------------------------------------------------------------------------
class Held(NamedTuple):
    """An organisation with those who answer for its international work."""

    organisation: Organisation
    contacts: list[User]
    deputies: list[User]


def held(*, on: date) -> list[Held]:
    """Return the organisations with their contact persons and deputies on a day."""
    roles = Role.objects.on(on).filter(name__in=[str(name) for name in OWNERS])
    found: dict[tuple[int, str], list[User]] = {}
    for role in roles.select_related("user").order_by("user__name"):
        found.setdefault((role.organisation_id, role.name), []).append(role.user)
    return [
        Held(
            row,
            found.get((row.pk, str(RoleName.CONTACT_PERSON)), []),
            found.get((row.pk, str(RoleName.DEPUTY)), []),
        )
        for row in Organisation.objects.filter(active=True).order_by("sort_name")
    ]


def organisation_columns() -> Sequence[Shown]:
    """Return the columns of the organisations."""
    return (
        shown(
            _("Verksamhet"),
            lambda row: str(row.organisation),
            Part(_("Slag"), lambda row: str(row.organisation.get_kind_display())),
        ),
        shown(_("Kontaktperson"), lambda row: ", ".join(map(str, row.contacts))),
        shown(_("Ersättare"), lambda row: ", ".join(map(str, row.deputies))),
    )


def organisations(_asked: QueryDict, *, by: Any, on: date) -> Chosen:
    """Return the organisations that there are."""
    _only(by, on, Party.ADMIN, Party.SLK)
    return Chosen(held(on=on))


class Framed(NamedTuple):
    """An organisation's frame of a year, and the last change of it."""

    organisation: Organisation
    frame: Frame | None
    change: Any


def framed(year: int) -> list[Framed]:
    """Return the frames of a year: of each organisation that has one, or should."""
    kinds = [str(kind) for kind in NEEDS_CONTACT_PERSON]
    frames = {row.organisation_id: row for row in Frame.objects.filter(year=year)}
    wanted = Organisation.objects.filter(Q(active=True, kind__in=kinds) | Q(pk__in=frames))
    newest = Frame.history.filter(year=year).select_related("history_user")
    newest = newest.order_by("organisation_id", "-history_id").distinct("organisation_id")
    changes = {row.organisation_id: row for row in newest}
    return [
        Framed(row, frames.get(row.pk), changes.get(row.pk)) for row in wanted.order_by("sort_name")
    ]


def frame_columns() -> Sequence[Shown]:
    """Return the columns of the frames."""
    return (
        shown(_("Verksamhet"), lambda row: str(row.organisation)),
        shown(_("Ram"), lambda row: row.frame.amount_sek if row.frame else None),
        shown(
            _("Senast ändrad"),
            lambda row: timezone.localtime(row.change.history_date).date() if row.change else None,
            Part(_("Av"), lambda row: str((row.change and row.change.history_user) or "")),
        ),
    )


def frames(asked: QueryDict, *, by: Any, on: date) -> Chosen:
    """Return the frames of a year."""
    _only(by, on, Party.ADMIN)
    return Chosen(framed(year_of(str(asked.get("ar", "")), on=on)))


class Valued(NamedTuple):
    """A value that rules read. now: what holds; coming: what will, the first first."""

    known: Value
    now: PolicyValue | None
    coming: list[PolicyValue]

    @property
    def title(self) -> str:
        """What it is called."""
        return title_of(self.known)

    @property
    def area(self) -> str:
        """What it is about."""
        return area_of(self.known.key)

    @property
    def value(self) -> str:
        """What holds, in words."""
        return said(self.known, self.now.value if self.now else self.known.value)

    @property
    def then(self) -> list[tuple[str, PolicyValue]]:
        """What is to come, in words."""
        return [(said(self.known, row.value), row) for row in self.coming]


def valued(*, on: date) -> list[Valued]:
    """Return the values that rules read, as they hold on a day and as they will, area by area."""
    found = setting.value_rows()
    rows = [
        Valued(
            known,
            next((row for row in found[key] if row.valid_from <= on), None),
            [row for row in reversed(found[key]) if row.valid_from > on],
        )
        for key, known in setting.DEFINED.items()
    ]
    areas = list(dict.fromkeys(row.area for row in rows))
    return sorted(rows, key=lambda row: areas.index(row.area))


def value_columns() -> Sequence[Shown]:
    """Return the columns of the values."""

    def sum_of(row: Valued) -> Any:
        value = row.now.value if row.now else row.known.value
        return said(row.known, value) if isinstance(value, bool) else value

    return (
        shown(
            _("Riktvärde"),
            lambda row: row.title,
            Part(_("Område"), lambda row: row.area),
            Part(_("Kommer att gälla"), lambda row: ", ".join(value for value, _row in row.then)),
            Part(
                _("Gäller från"),
                lambda row: ", ".join(str(later.valid_from) for later in row.coming),
            ),
        ),
        shown(_("Gäller nu"), sum_of),
        shown(_("Från"), lambda row: row.now.valid_from if row.now else None),
        shown(_("Källa"), lambda row: row.now.source if row.now else ""),
    )


def values(_asked: QueryDict, *, by: Any, on: date) -> Chosen:
    """Return the values that rules read."""
    _only(by, on, Party.ADMIN)
    return Chosen(valued(on=on))


def goal_columns() -> Sequence[Shown]:
    """Return what is said of the council's goals."""
    return (
        shown(_("Mål"), str),
        shown(_("År"), lambda row: row.year),
        shown(_("Stängt från"), lambda row: row.closed_on),
    )


def goals(_asked: QueryDict, *, by: Any, on: date) -> Chosen:
    """Return the council's goals, the newest year first."""
    _only(by, on, Party.ADMIN)
    return Chosen(OrientationGoal.objects.order_by("-year", "pk"))


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
    register(
        "verksamheter",
        title=gettext_lazy("Verksamheter och roller"),
        page="settings",
        columns=organisation_columns,
        choose=organisations,
    )
    register(
        "ramar",
        title=gettext_lazy("Ramar"),
        page="settings_frames",
        columns=frame_columns,
        choose=frames,
    )
    register(
        "riktvarden",
        title=gettext_lazy("Riktvärden"),
        page="settings_values",
        columns=value_columns,
        choose=values,
    )
    register(
        "inriktningsmal",
        title=gettext_lazy("Inriktningsmål"),
        page="settings_goals",
        columns=goal_columns,
        choose=goals,
    )
