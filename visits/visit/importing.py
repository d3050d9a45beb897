"""Visits from a spreadsheet: those that have been, which nobody decides on any more."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as translate
from django.utils.translation import gettext_lazy as _

from engagements import lifecycle
from engagements.models import Engagement, Organisation, User
from engagements.registration import register, save_draft
from engagements.vocabulary import CounterpartKind, Kind, Status
from governance.importing.columns import (
    Column,
    Importable,
    country,
    day,
    key,
    one_of,
    put,
    text,
    whole,
    yes_or_no,
)
from visits.visit.models import Visit

OWN = (
    "requesting_organisation",
    "counterpart_kind",
    "country",
    "city",
    "delegation_size",
    "wishes",
    "stockholm_learns",
    "places",
    "digital",
)
WAY = (Status.DECISION, Status.APPROVED, Status.FOLLOW_UP, Status.CLOSED)


def _known(organisation: Organisation) -> set[tuple[str, ...]]:
    there = Visit.objects.filter(engagement__organisation=organisation).exclude(
        engagement__status__in=[str(Status.DRAFT), str(Status.WITHDRAWN), str(Status.REJECTED)]
    )
    return {
        key(row) for row in there.values_list("requesting_organisation", "engagement__starts_on")
    }


def _check(answers: Mapping[str, Any], on: date) -> dict[str, str]:
    wrong = {}
    if answers["starts_on"] >= on:
        wrong["starts_on"] = translate(
            "Besöket har inte varit än. Registrera det som ett ärende i stället"
        )
    if answers["ends_on"] and answers["ends_on"] < answers["starts_on"]:
        wrong["ends_on"] = translate("Besöket slutar före det börjar")
    if (answers["delegation_size"] or 0) > 32_000:
        wrong["delegation_size"] = translate("Talet är för stort")
    return wrong


def _save(
    answers: Mapping[str, Any], *, organisation: Organisation, by: User, at: datetime
) -> Engagement:
    name = answers["requesting_organisation"]
    title = translate("Besök från %(name)s") % {"name": name}
    item = register(Visit, organisation=organisation, title=title[:200], by=by, at=at)
    row: Visit = item.visit
    item.counterpart, item.starts_on, item.ends_on = (
        name,
        answers["starts_on"],
        answers["ends_on"],
    )
    put(row, answers, OWN)
    item = save_draft(item, row, version=None, by=by, at=at, changed=())
    why = str(translate("besöket ägde rum före Utblick"))
    for status in WAY:
        item = lifecycle.move(item, status, by=by, at=at, why=why, ball=None)
    return item


IMPORTABLE = Importable(
    kind=str(Kind.VISIT),
    slug="besok",
    title=_("Besök"),
    about=_("Besök som har varit. De räknas i statistiken och finns på platsernas sidor."),
    key=("requesting_organisation", "starts_on"),
    known=_known,
    save=_save,
    check=_check,
    columns=(
        Column(
            "requesting_organisation",
            _("Organisation"),
            _("Vilka som kom"),
            text(160),
            needed=True,
            also=("Besökare", "Delegation", "Namn", "Motpart", "Organisation eller delegation"),
            example="City of Oslo",
        ),
        Column(
            "starts_on",
            _("Första dagen"),
            _("Som 2025-05-31"),
            day,
            needed=True,
            also=("Datum", "Dag", "Besöksdatum", "Date"),
            example="2025-05-31",
        ),
        Column("ends_on", _("Sista dagen"), _("Tomt när det var en dag"), day, also=("Slutdatum",)),
        Column(
            "country",
            _("Land"),
            _("På svenska eller engelska"),
            country,
            needed=True,
            also=("Country",),
            example="Norge",
        ),
        Column("city", _("Stad"), _("Varifrån de kom"), text(80), also=("Ort", "City")),
        Column(
            "counterpart_kind",
            _("Typ av organisation"),
            _("Som i formuläret"),
            one_of(CounterpartKind),
            also=("Typ",),
        ),
        Column(
            "delegation_size",
            _("Antal personer"),
            _("Heltal"),
            whole,
            also=("Antal", "Antal besökare", "Deltagare"),
        ),
        Column(
            "wishes",
            _("Vad besöket handlade om"),
            _("Fri text"),
            text(4000),
            also=("Ämne", "Tema", "Syfte"),
        ),
        Column(
            "stockholm_learns", _("Vad ni lärde er"), _("Fri text"), text(4000), also=("Lärdomar",)
        ),
        Column("places", _("Platser"), _("Var besöket var"), text(2000), also=("Plats", "Lokal")),
        Column("digital", _("Digitalt"), _("Ja eller nej"), yes_or_no),
    ),
)
