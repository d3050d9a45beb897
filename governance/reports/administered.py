"""The lists of the settings: what the administrators keep, as on screen so in files."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Q
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from engagements.models import Organisation, OrientationGoal, Role, User
from engagements.models.organisations import NEEDS_CONTACT_PERSON
from engagements.permissions import OWNERS
from engagements.vocabulary import Party, RoleName
from governance.actions import setting
from governance.models import Frame, PolicyValue
from governance.reports.listing import Chosen, Part, Shown, register, shown
from governance.reports.rooms import only, year_of
from governance.strategy import Value
from governance.valued import area_of, title_of
from governance.valued import shown as said


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
    only(by, on, Party.ADMIN, Party.SLK)
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
    only(by, on, Party.ADMIN)
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
    only(by, on, Party.ADMIN)
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
    only(by, on, Party.ADMIN)
    return Chosen(OrientationGoal.objects.order_by("-year", "pk"))


def add_lists() -> None:
    """Make the lists known; called at start."""
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
