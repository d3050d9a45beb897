"""The lists of this floor and the one below: engagements, places, lessons, notices, decisions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import BadRequest
from django.db.models import F, OuterRef, Value
from django.db.models.functions import Coalesce, NullIf
from django.http import Http404, QueryDict
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from engagements import finding, gathering, places, querysets
from engagements.countries import country_name
from engagements.forms.search import SearchForm
from engagements.labels import label
from engagements.models import Counterpart, Engagement, Place, Tie
from engagements.permissions import reach_of, visible_to
from engagements.vocabulary import Body, Kind, Outcome, Party, Status, Term
from governance import kinds, lessons, notices
from governance.forms_lessons import LessonsForm
from governance.forms_places import CounterpartFilter, PlaceFilter, RegisterFilter
from governance.models import Decision, ReportState
from governance.reports.listing import Chosen, Part, Shown, register, shown
from governance.strategy import Verdict

# Who reads what the Mayor has decided by delegation.
INSIDE = {Party.COMMITTEE, Party.KS, Party.SLK, Party.REGISTRAR, Party.ADMIN}

# What an engagement's tally calls each verdict.
VERDICTS = {
    Verdict.BREACH: "breach",
    Verdict.UNANSWERED: "unanswered",
    Verdict.JUDGE: "judge",
    Verdict.NOTE: "note",
    Verdict.SUPPORTS: "supports",
}

# What the list of engagements shows.
READ = [
    "number",
    "title",
    "kind",
    "status",
    "starts_on",
    "ends_on",
    "counterpart",
    "ball",
    "changed_at",
    "breaches",
    "unanswered",
    "judgements",
    "notes",
    "supporting",
    "organisation__name_sv",
    "organisation__name_en",
    "ball_organisation__name_sv",
    "ball_organisation__name_en",
    "ball_person__name",
    "ball_person__email",
]


def _read(form: Any) -> dict[str, Any]:
    """Return what a list's filters ask for. Raises BadRequest."""
    if not form.is_valid():
        raise BadRequest(form.errors.as_text())
    asked: dict[str, Any] = form.cleaned_data
    return asked


# --- engagements ---------------------------------------------------------------------------------
def engagement_columns() -> Sequence[Shown]:
    """Return the columns of the list of engagements."""
    kinds_, states, holders = named(Kind), named(Status), named(Body)
    counts = tuple(Part(label_of(verdict), _tally_of(VERDICTS[verdict])) for verdict in VERDICTS)
    return (
        shown(
            _("Ärende"),
            lambda row: row.title,
            Part(_("Typ"), lambda row: kinds_[row.kind]),
            Part(_("Verksamhet"), lambda row: str(row.organisation)),
            Part(_("Ärendenummer"), lambda row: row.number),
            Part(_("Platser och motparter"), lambda row: ", ".join(row.tied_to)),
        ),
        shown(_("Läge"), lambda row: states[row.status]),
        shown(_("Ligger hos"), lambda row: _holder(row, holders)),
        shown(
            _("När"),
            lambda row: row.starts_on,
            Part(_("Till och med"), lambda row: row.ends_on),
        ),
        Shown(_("Kontroll"), counts),
    )


def _tally_of(name: str) -> Callable[[Engagement], int]:
    return lambda row: row.tally[name]


def label_of(verdict: Verdict) -> str:
    """Return what a verdict is called."""
    said = verdict.label
    return said.en if (get_language() or "sv").startswith("en") else said.sv


def named(terms: type[Term]) -> dict[str, str]:
    """Return the labels of a vocabulary in the reader's language, read once for a whole file."""
    return {"": ""} | {str(term): label(term) for term in terms}


def _holder(row: Engagement, holders: dict[str, str]) -> str:
    """Say who holds the ball, as the list does."""
    if row.ball_person:
        return f"{row.ball_person}, {holders[row.ball]}"
    if row.ball_organisation:
        return str(row.ball_organisation)
    return row.ball_outside or holders[row.ball]


def engagements(asked: QueryDict, *, by: Any, on: date) -> Chosen:
    """Return the engagements that an address asks for, last changed first.

    What is spelled alike comes under them where the screen has it: when all are on one page.
    """
    given = _read(SearchForm(asked))
    chosen = finding.selected(by, given, on)
    rows = querysets.search(chosen, given["q"]) if given["q"] else chosen
    newest = ("-changed_at", "-id")
    found = _short(rows).order_by(*newest)
    if not given["q"] or found[: querysets.PAGE + 1].count() > querysets.PAGE:
        return Chosen(found)
    near = querysets.alike(chosen, given["q"]).order_by(*newest)
    alike = _short(near)[: querysets.PAGE]
    return Chosen(found, then=list(alike))


def _short(rows: Any) -> Any:
    """Return the rows with what a file shows alone: each column more costs a long file seconds."""
    related = ("organisation", "ball_organisation", "ball_person")
    place: Any = F("place__name_sv")
    if (get_language() or "sv").startswith("en"):
        place = Coalesce(NullIf("place__name_en", Value("")), "place__name_sv")
    ties = Tie.objects.filter(engagement=OuterRef("pk")).order_by("pk")
    names = ties.annotate(name=Coalesce(place, "counterpart__name")).exclude(name=None)
    tied_to = ArraySubquery(names.values("name"))
    return rows.select_related(*related).only(*READ).annotate(tied_to=tied_to)


# --- places and counterparts ---------------------------------------------------------------------
def place_columns() -> Sequence[Shown]:
    """Return the columns of the list of places."""
    return (
        _named(_("Plats")),
        shown(_("Land"), lambda row: country_name(row.country) if row.country else ""),
        Shown(
            _("Om platsen"),
            (
                Part(_("Huvudstad"), lambda row: _("Ja") if row.capital else ""),
                Part(_("Norden"), lambda row: _("Ja") if row.nordic else ""),
            ),
        ),
        _counted(),
    )


def counterpart_columns() -> Sequence[Shown]:
    """Return the columns of the list of counterparts."""
    return (
        _named(_("Motpart")),
        Shown(
            _("Typ och sektor"),
            (
                Part(_("Typ"), lambda row: str(row.get_kind_display())),
                Part(_("Sektor"), lambda row: str(row.get_sector_display())),
            ),
        ),
        shown(_("Plats"), lambda row: str(row.place or "")),
        shown(_("Land"), lambda row: country_name(row.country) if row.country else ""),
        _counted(),
    )


def _named(title: str) -> Shown:
    def others(row: Any) -> str:
        return ", ".join(name for name in row.names if name != str(row))

    return shown(title, str, Part(_("Andra namn"), others))


def _counted() -> Shown:
    def told(row: Any) -> str | int:
        return "99+" if len(row.seen) >= gathering.COUNTED else len(row.seen)

    return shown(_("Ärenden"), told, css="w-num")


def registered(
    model: Any, asked: dict[str, Any], form: RegisterFilter, *, by: Any, on: date
) -> Any:
    """Return the rows of a register that its filters let through, each with what it counts."""
    rows = places.alike(model, asked["q"]) if asked["q"] else places.offered(model)
    rows = places.known_to(form.narrowed(rows), by, on=on)
    if not (asked["q"] or asked["visa"]):
        rows = gathering.in_use(rows, user=by, on=on)
    rows = gathering.with_counts(rows, user=by, on=on)
    return rows.select_related("place") if model is Counterpart else rows


def _register(model: Any, filters: type[RegisterFilter]) -> Any:
    def choose(asked: QueryDict, *, by: Any, on: date) -> Chosen:
        form = filters(asked)
        rows = registered(model, _read(form), form, by=by, on=on)
        return Chosen(rows.order_by("sort_name", "pk"))

    return choose


# --- lessons and notices -------------------------------------------------------------------------
def lesson_columns() -> Sequence[Shown]:
    """Return what stands on a lesson's card."""

    def heading(row: lessons.Lesson) -> str:
        told = row.told
        otherwise = told.engagement.title if row.readable else told.engagement.get_kind_display()
        return told.occasion or str(otherwise)

    return (
        shown(
            _("Vad det var"),
            heading,
            Part(_("Typ"), lambda row: str(row.told.engagement.get_kind_display())),
            Part(_("Verksamhet"), lambda row: str(row.told.engagement.organisation)),
            Part(
                _("Land"),
                lambda row: country_name(row.told.country) if row.told.country else "",
            ),
            Part(
                _("År"),
                lambda row: row.told.engagement.starts_on and row.told.engagement.starts_on.year,
            ),
        ),
        shown(_("Vi lärde oss"), lambda row: row.told.learnt),
        shown(_("Vi gör annorlunda"), lambda row: row.told.acted_on),
        shown(_("Andra kan använda"), lambda row: row.told.usable),
    )


def learnt(asked: QueryDict, *, by: Any, on: date) -> Chosen:
    """Return the lessons that an address asks for, the newest first."""
    given = _read(LessonsForm(asked))
    rows = lessons.asked_for(given)

    def readable(batch: Sequence[Any]) -> list[lessons.Lesson]:
        return lessons.shown_to(batch, user=by, on=on)

    return Chosen(rows.order_by("-at", "-engagement"), shows=readable)


def notice_columns() -> Sequence[Shown]:
    """Return what a notice says in the list."""
    return (
        shown(
            _("Avisering"),
            notices.said,
            Part(_("Ärende"), lambda row: row.engagement.title if row.engagement else ""),
            Part(_("Ärendenummer"), lambda row: row.engagement.number if row.engagement else ""),
            Part(_("Ny"), lambda row: _("Ja") if not (row.read_at or row.gone_on) else ""),
            Part(_("Ligger inte hos dig längre"), lambda row: _("Ja") if row.gone_on else ""),
        ),
        shown(_("När"), lambda row: f"{timezone.localtime(row.at):%Y-%m-%d %H:%M}"),
    )


def told(_asked: QueryDict, *, by: Any, on: date) -> Chosen:
    """Return what a person was told, newest first."""
    return Chosen(notices.told_to(by, on=on).select_related("engagement", "meeting", "by"))


# --- decisions by delegation ---------------------------------------------------------------------
def decision_columns() -> Sequence[Shown]:
    """Return the columns of what is decided by delegation."""

    def replaced(row: Decision) -> str:
        newer = getattr(row, "superseded_by", None)
        return newer.number if newer else ""

    return (
        shown(_("Nummer"), lambda row: row.number),
        shown(
            _("Ärende"),
            lambda row: row.engagement.title,
            Part(_("Ärendenummer"), lambda row: row.engagement.number),
        ),
        shown(
            _("Beslut"),
            lambda row: kinds.outcome_label(row.engagement, Outcome(row.outcome)),
            Part(_("Ersatt av"), replaced),
        ),
        shown(
            _("Föreslaget"),
            lambda row: timezone.localtime(row.dealing.at).date() if row.dealing else None,
        ),
        shown(
            _("Beslutat"),
            lambda row: timezone.localtime(row.at).date(),
            Part(_("Av"), lambda row: str(row.by)),
            Part(_("För"), lambda row: str(row.acts_for or "")),
        ),
        shown(_("Anmält"), reported_on),
    )


def delegated(_asked: QueryDict, *, by: Any, on: date) -> Chosen:
    """Return what has been decided by delegation, the newest first."""
    if not reach_of(by, on=on).wide & INSIDE:
        raise Http404
    rows = (
        Decision.objects.filter(body=str(Body.FINANCE_MAYOR), engagement__in=visible_to(by, on=on))
        .select_related("engagement", "by", "acts_for", "dealing", "superseded_by")
        .prefetch_related("reports__report")
        .order_by("-pk")
    )
    return Chosen(rows)


def reported_on(decision: Decision) -> Any:
    """Return the day on which a decision was reported, from rows already read; None before."""
    lists = [each.report for each in decision.reports.all()]
    return next((each.meets_on for each in lists if each.state == ReportState.MADE), None)


def add_lists() -> None:
    """Make the lists known; called at start."""
    register(
        "arenden",
        title=gettext_lazy("Ärenden"),
        page="engagements",
        columns=engagement_columns,
        choose=engagements,
    )
    register(
        "platser",
        title=gettext_lazy("Platser"),
        page="places",
        columns=place_columns,
        choose=_register(Place, PlaceFilter),
    )
    register(
        "motparter",
        title=gettext_lazy("Motparter"),
        page="counterparts",
        columns=counterpart_columns,
        choose=_register(Counterpart, CounterpartFilter),
    )
    register(
        "lardomar",
        title=gettext_lazy("Lärdomar"),
        page="lessons",
        columns=lesson_columns,
        choose=learnt,
    )
    register(
        "aviseringar",
        title=gettext_lazy("Aviseringar"),
        page="notices",
        columns=notice_columns,
        choose=told,
    )
    register(
        "delegationsbeslut",
        title=gettext_lazy("Beslutade på delegation"),
        page="delegation_made",
        columns=decision_columns,
        choose=delegated,
    )
