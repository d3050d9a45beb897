"""The statistics as they are shown and fetched: every figure under its name, in tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from engagements.countries import country_name
from engagements.forms.search import CHECKED
from engagements.labels import label
from engagements.models import Counterpart, Engagement, Place, User
from engagements.templatetags.utblick import period as days
from engagements.vocabulary import Body, Direction, Kind, Status
from governance.reports import charts, registry, world
from governance.reports.choosing import StatisticsForm
from governance.reports.marks import MARKS, Mark
from governance.reports.statistics import Counted, Figure, Period, chosen
from governance.reports.summed import count
from governance.reports.table import Cell, Column, Report, Table
from governance.reports.told import NONE_GIVEN

NAME = "statistik"
LISTED = 10


@dataclass(frozen=True)
class Line:
    """A row of a table: its name, its figure, and how long its bar is drawn."""

    label: str
    figure: Figure
    length: float


@dataclass(frozen=True)
class Section:
    """A table, and the chart of the same figures. head: its first column; shared: by shares too."""

    name: str
    title: str
    head: str
    about: str
    lines: list[Line]
    shared: bool = False

    @property
    def named(self) -> list[tuple[str, Figure]]:
        """The rows of its table: name and figure."""
        return [(line.label, line.figure) for line in self.lines]

    @property
    def drawn(self) -> list[Line]:
        """The rows that the chart has room for."""
        return [line for line in self.lines if line.figure.now][:MOST_DRAWN]


MOST_DRAWN = 8


@dataclass(frozen=True)
class Marked:
    """Matters that are listed one by one: the newest, and how many there are."""

    mark: Mark
    figure: Figure
    rows: list[Engagement]


@dataclass(frozen=True)
class Seen:
    """A place of the map's table. km: from Stockholm, where it is known."""

    name: str
    country: str
    figure: Figure
    km: int | None


class Statistics:
    """All that the page shows of a period: the figures are counted once."""

    def __init__(self, form: StatisticsForm, period: Period, *, by: Any, on: date) -> None:
        self.asked, self.period, self.by, self.on = form.cleaned_data, period, by, on
        self.counted: Counted = count(self.asked, period, by=by, on=on)
        self._form = form

    @property
    def whole(self) -> Figure:
        """All matters of the period."""
        return self.counted.one("alla")

    @property
    def followed_up(self) -> Figure:
        """Those that are followed up."""
        return self.counted.one("uppfoljt")

    @property
    def estimated(self) -> Figure:
        """Those whose cost is estimated, and the kronor."""
        return self.counted.one("beraknat")

    @property
    def spent(self) -> Figure:
        """Those whose follow-up says what they cost, and the kronor."""
        return self.counted.one("utfall")

    @cached_property
    def _months(self) -> list[Figure]:
        return self.counted.months()

    @cached_property
    def steps(self) -> list[tuple[str, Figure]]:
        """The period month by month; year by year when it is long."""
        months = self._months
        if len(months) <= charts.MOST_BARS:
            years = {month.period.first.year for month in months}
            return [(_month(month.period.first, years), month) for month in months]
        found: dict[str, Figure] = {}
        for month in months:
            year = str(month.period.first.year)
            found[year] = _together(found[year], month) if year in found else month
        return list(found.items())

    @property
    def columns(self) -> charts.Columns:
        """The chart over time."""
        by_year = len(self._months) > charts.MOST_BARS
        labels = [
            name if by_year else charts.short_month(step.period.first) for name, step in self.steps
        ]
        return charts.columns([step for _name, step in self.steps], labels)

    @cached_property
    def sections(self) -> list[Section]:
        """The tables, each with its chart."""
        any_of = _("Ett ärende med flera räknas en gång i var och en; andelarna delar det lika.")
        return [
            self._section("typ", _("Slag"), _("Slag"), "", _of(Kind)),
            self._section("inriktning", _("Inriktningar"), _("Inriktning"), any_of, _of(Direction)),
            self._section(
                "mal", _("Inriktningsmål"), _("Mål"), any_of, _names(self._form.offered("mal"))
            ),
            self._section("agenda", _("Agenda 2030"), _("Mål"), any_of, _world_goal),
            self._section("status", _("Läge"), _("Läge"), "", _of(Status)),
            self._section(
                "kontroll",
                _("Kontrollen mot strategin"),
                _("Vad kontrollen sade"),
                _("Så som ärendet senast prövades. Ett ärende kan stå på flera rader."),
                _names({code: str(name) for code, name in CHECKED}),
            ),
            self._section(
                "organ",
                _("Beslutat av"),
                _("Organ"),
                _("Ärenden med ett beslut som gäller, en gång för varje organ."),
                _of(Body),
            ),
            self._section(
                "verksamhet",
                _("Verksamheter"),
                _("Verksamhet"),
                "",
                _names(self._form.offered("verksamhet")),
            ),
            self._section(
                "land",
                _("Länder"),
                _("Land"),
                _("Ett ärende räknas en gång i varje land som det har att göra med."),
                country_name,
            ),
            self._section(
                "motpart",
                _("Motparter"),
                _("Motpart"),
                _("De 30 vanligaste. Ett ärende räknas en gång hos var och en."),
                _names(self._counterparts),
            ),
        ]

    def _section(
        self, name: str, title: str, head: str, about: str, named: Callable[[str], str]
    ) -> Section:
        figures = self.counted.of(name)
        rows = [figure for figure in figures if figure.code != NONE_GIVEN]
        rows += [figure for figure in figures if figure.code == NONE_GIVEN]
        lines = [
            Line(_("Ingen angiven") if row.code == NONE_GIVEN else named(row.code), row, length)
            for row, length in zip(rows, charts.lengths(rows), strict=True)
        ]
        return Section(name, title, head, about, lines, name in ("inriktning", "mal", "agenda"))

    def _codes(self, name: str) -> list[str]:
        return [figure.code for figure in self.counted.of(name) if figure.code != NONE_GIVEN]

    @property
    def _counterparts(self) -> dict[str, str]:
        rows = Counterpart.objects.filter(pk__in=self._codes("motpart"))
        return {str(row.pk): str(row) for row in rows}

    @cached_property
    def places(self) -> list[tuple[Place, Figure, tuple[float, float, int] | None]]:
        """The places, the most matters first, each with where it is drawn."""
        rows = {str(row.pk): row for row in Place.objects.filter(pk__in=self._codes("plats"))}
        found = []
        for figure in self.counted.of("plats"):
            place = rows[figure.code]
            spot = world.whereabouts(place.country, place.names)
            found.append((place, figure, world.seen(*spot) if spot else None))
        return found

    @property
    def seen(self) -> list[Seen]:
        """The map's table."""
        return [
            Seen(str(place), place.where, figure, spot[2] if spot else None)
            for place, figure, spot in self.places
        ]

    @property
    def dots(self) -> list[charts.Dot]:
        """The map's dots; Stockholm is its middle and has none of its own."""
        return charts.dots(
            [
                (str(place), figure, spot)
                for place, figure, spot in self.places
                if not spot or spot[2] > NEAR_KM
            ]
        )

    @property
    def countries(self) -> int:
        """How many countries the places lie in."""
        return len({place.country for place, figure, _spot in self.places if figure.now})

    @cached_property
    def marked(self) -> list[Marked]:
        """What is listed one by one: a query for the newest of each that counts any."""
        figures = {figure.code: figure for figure in self.counted.of("sarskilt")}
        found = []
        for name, mark in MARKS.items():
            figure = figures.get(name) or self.counted.none("sarskilt", name)
            found.append(Marked(mark, figure, self._newest(mark) if figure.now else []))
        return found

    def _newest(self, mark: Mark) -> list[Engagement]:
        rows = mark.narrow(chosen(self.asked, self.period, by=self.by, on=self.on))
        shown = rows.select_related("organisation").defer("search", "search_alike", "search_words")
        return list(shown.order_by("-changed_at", "-id")[:LISTED])


NEAR_KM = 30


def _together(one: Figure, other: Figure) -> Figure:
    return replace(
        one,
        now=one.now + other.now,
        before=one.before + other.before,
        period=Period(one.period.first, other.period.last),
        period_before=Period(one.period_before.first, other.period_before.last),
    )


def _month(day: date, years: set[int]) -> str:
    name = charts.short_month(day)
    return f"{name} {day.year}" if len(years) > 1 else name


def _of(terms: Any) -> Callable[[str], str]:
    return lambda code: label(terms(code))


def _names(known: Mapping[str, str]) -> Callable[[str], str]:
    return lambda code: known.get(code, code)


def _world_goal(code: str) -> str:
    return _("Mål %(n)s") % {"n": code}


def tables(found: Statistics) -> Sequence[Table]:
    """Return every table of the page, in its order."""
    sums = [
        (_("Ärenden"), found.whole),
        (_("Uppföljda"), found.followed_up),
        (_("Med beräknad kostnad"), found.estimated),
        (_("Med utfall"), found.spent),
    ]
    kronor = [
        (_("Beräknad kostnad, kr"), found.estimated),
        (_("Utfall, kr"), found.spent),
    ]
    whole: list[Sequence[Cell]] = [_cells(name, figure) for name, figure in sums]
    whole += [
        (name, int(row.sum_now), int(row.sum_before), int(row.sum_now - row.sum_before))
        for name, row in kronor
    ]
    listed = [(str(row.mark.title), row.figure) for row in found.marked]
    return [
        Table(_("Nyckeltal"), _heads(_("Nyckeltal")), iter(whole)),
        Table(
            _("Över tiden"),
            _heads(_("Tid")),
            iter([_cells(name, row) for name, row in found.steps]),
        ),
        *(_table(section) for section in found.sections),
        Table(
            _("Platser"),
            (Column(_("Plats")), Column(_("Land")), Column(_("Avstånd, km")), *_heads("")[1:]),
            iter(
                [(row.name, row.country, row.km, *_cells("", row.figure)[1:]) for row in found.seen]
            ),
        ),
        Table(
            _("Särskilt redovisat"),
            _heads(_("Lista")),
            iter([_cells(name, figure) for name, figure in listed]),
        ),
    ]


def _heads(first: str) -> tuple[Column, ...]:
    return (
        Column(first),
        Column(_("Antal"), _("Ärenden i perioden")),
        Column(_("Året före"), _("Ärenden i samma period ett år tidigare")),
        Column(_("Förändring")),
    )


def _cells(name: str, row: Figure) -> Sequence[Cell]:
    return (name, row.now, row.before, row.change)


def _table(section: Section) -> Table:
    heads = _heads(section.head)
    if section.shared:
        heads += (
            Column(_("Andel"), _("Varje ärende delat lika på det som det har")),
            Column(_("Andel, året före")),
        )
    lines = []
    for line in section.lines:
        row = line.figure
        shares = (_two(row.sum_now), _two(row.sum_before)) if section.shared else ()
        lines.append((*_cells(line.label, row), *shares))
    return Table(section.title, heads, iter(lines))


def _two(value: Any) -> float:
    return round(float(value), 2)


def flat(all_tables: Sequence[Table]) -> Table:
    """Return all tables as one, for a file that holds no more: each row says its table."""
    rows: list[Sequence[Cell]] = []
    for table in all_tables:
        heads = [column.title for column in table.columns[1:]]
        for first, *cells in table.rows:
            rows += [
                (table.name, first, head, cell) for head, cell in zip(heads, cells, strict=True)
            ]
    columns = (Column(_("Tabell")), Column(_("Rad")), Column(_("Uppgift")), Column(_("Värde")))
    return Table(_("Statistik"), columns, iter(rows))


def build(query: Mapping[str, str], *, by: User, at: datetime) -> Report:
    """Build the page's tables for its reader. query: "fraga", as the page's address says it."""
    today = timezone.localdate(at)
    form = StatisticsForm(QueryDict(query["fraga"]))
    if not form.is_valid():
        raise ValueError(form.errors.as_text())
    found = Statistics(form, form.period(today=today), by=by, on=today)
    made = tables(found)
    if query.get("format") == "csv":
        made = [flat(made)]
    return Report(
        title=_("Statistik"),
        query={_("Period"): days(found.period.first, found.period.last)} | _said(form),
        made_at=timezone.localtime(at),
        made_by=by.name,
        tables=made,
        total=found.whole.now,
        remarks=(
            _("Ett ärende hör till den dag det börjar, annars till den dag det registrerades."),
            _("Utkast räknas inte."),
        ),
    )


def _said(form: StatisticsForm) -> dict[str, str]:
    """Return what was chosen beside the period, by the questions' names."""
    found = {}
    for name, box in form.fields.items():
        value = form.cleaned_data.get(name)
        if name in ("fran", "till") or value in (None, "", []):
            continue
        found[str(box.label)] = ", ".join(value) if isinstance(value, list) else str(value)
    return found


registry.register(NAME, build)
