"""The lists of this floor and the one below: engagements, places, lessons, notices, decisions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import BadRequest
from django.db.models import Case, F, Func, OuterRef, Q, TextField, Value, When
from django.db.models.functions import Coalesce, Concat, NullIf
from django.http import Http404, QueryDict
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from engagements import finding, gathering, places, querysets
from engagements.countries import country_name
from engagements.forms.search import SearchForm
from engagements.labels import label
from engagements.models import Counterpart, Place, Tie
from engagements.permissions import reach_of, visible_to
from engagements.vocabulary import Body, Kind, Outcome, Party, Status, Term
from governance import kinds, lessons, notices
from governance.forms_lessons import LessonsForm
from governance.forms_places import CounterpartFilter, PlaceFilter, RegisterFilter
from governance.models import Decision, ReportState
from governance.reports.listing import Chosen, Part, Shown, register, shown
from governance.reports.stored import in_language, labelled
from governance.strategy import Verdict

# Who reads what the Mayor has decided by delegation.
INSIDE = {Party.COMMITTEE, Party.KS, Party.SLK, Party.REGISTRAR, Party.ADMIN}

# Where an engagement has how many findings there are of each verdict.
TALLIED = {
    Verdict.BREACH: "breaches",
    Verdict.UNANSWERED: "unanswered",
    Verdict.JUDGE: "judgements",
    Verdict.NOTE: "notes",
    Verdict.SUPPORTS: "supporting",
}


def read(form: Any) -> dict[str, Any]:
    """Return what a list's filters ask for. Raises BadRequest."""
    if not form.is_valid():
        raise BadRequest(form.errors.as_text())
    asked: dict[str, Any] = form.cleaned_data
    return asked


# --- engagements ---------------------------------------------------------------------------------
def engagement_columns() -> Sequence[Shown]:
    """Return the columns of the list of engagements."""
    counts = tuple(Part(label_of(verdict), F(TALLIED[verdict])) for verdict in TALLIED)
    return (
        shown(
            _("Ärende"),
            F("title"),
            Part(_("Typ"), labelled("kind", named(Kind))),
            Part(_("Verksamhet"), organisation_name("organisation")),
            Part(_("Ärendenummer"), F("number")),
            Part(_("Platser och motparter"), _tied_to()),
        ),
        shown(_("Läge"), labelled("status", named(Status))),
        shown(_("Ligger hos"), holder()),
        shown(_("När"), F("starts_on"), Part(_("Till och med"), F("ends_on"))),
        Shown(_("Kontroll"), counts),
    )


def label_of(verdict: Verdict) -> str:
    """Return what a verdict is called."""
    said = verdict.label
    return said.en if (get_language() or "sv").startswith("en") else said.sv


def named(terms: type[Term]) -> dict[str, str]:
    """Return the labels of a vocabulary in the reader's language, read once for a whole file."""
    return {"": ""} | {str(term): label(term) for term in terms}


def organisation_name(name: str) -> F:
    """Return an organisation's name, as ``str`` says it."""
    english = (get_language() or "sv").startswith("en")
    return F(f"{name}__name_{'en' if english else 'sv'}")


def holder() -> Case:
    """Say who holds the ball, as the list does."""
    body = labelled("ball", named(Body))
    person = Coalesce(
        NullIf("ball_person__name", Value("")), "ball_person__email", output_field=TextField()
    )
    return Case(
        When(
            ball_person__isnull=False,
            then=Concat(person, Value(", "), body, output_field=TextField()),
        ),
        When(ball_organisation__isnull=False, then=organisation_name("ball_organisation")),
        When(~Q(counterpart=""), ball=str(Body.DELEGATION), then=F("counterpart")),
        default=body,
        output_field=TextField(),
    )


def _tied_to() -> Func:
    """Return the names of places and counterparts, in the order they were written."""
    ties = Tie.objects.filter(engagement=OuterRef("pk")).order_by("pk")
    names = ties.annotate(name=Coalesce(in_language("place__name"), "counterpart__name"))
    array = ArraySubquery(names.exclude(name=None).values("name"))
    return Func(array, Value(", "), function="array_to_string", output_field=TextField())


def engagements(asked: QueryDict, *, by: Any, on: date) -> Chosen:
    """Return the engagements that an address asks for, last changed first.

    What is spelled alike comes under them where the screen has it: when all are on one page.
    """
    given = read(SearchForm(asked))
    chosen = finding.selected(by, given, on)
    rows = querysets.search(chosen, given["q"]) if given["q"] else chosen
    newest = ("-changed_at", "-id")
    found = rows.order_by(*newest)
    if not given["q"] or found[: querysets.PAGE + 1].count() > querysets.PAGE:
        return Chosen(found)
    near = querysets.alike(chosen, given["q"]).order_by(*newest)
    return Chosen(found, then=near[: querysets.PAGE])


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
        rows = registered(model, read(form), form, by=by, on=on)
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
    given = read(LessonsForm(asked))
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
    return Chosen(notices.told_to(by, on=on).select_related("engagement", "meeting", "by", "todo"))


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
