"""Agreements from a spreadsheet: those that hold already, and were decided before Utblick."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as translate
from django.utils.translation import gettext_lazy as _

from agreements.cooperation.models import Cooperation
from agreements.signing.amending import OVER
from engagements.models import Engagement, Organisation, User
from engagements.registration import register, save_draft
from engagements.vocabulary import CounterpartKind, Kind, Scope
from governance.actions.standing import take_up
from governance.importing.columns import (
    Column,
    Importable,
    country,
    day,
    key,
    listed,
    one_of,
    put,
    text,
    whole,
)

OWN = (
    "counterpart_kind",
    "country",
    "city",
    "label",
    "purpose",
    "benefit_stockholm",
    "scope",
    "next_review_on",
)


def _known(organisation: Organisation) -> set[tuple[str, ...]]:
    """Return what is signed, or on its way to be, without what came to nothing."""
    rows = Cooperation.objects.filter(engagement__organisation=organisation, amends=None)
    there = rows.exclude(engagement__status__in=[str(status) for status in OVER[1:]])
    return {key(row) for row in there.values_list("engagement__counterpart", "themes__0")}


def _check(answers: Mapping[str, Any], on: date) -> dict[str, str]:
    wrong = {}
    first, last = answers["starts_on"], answers["ends_on"]
    if first > on:
        wrong["starts_on"] = translate(
            "Avtalet gäller inte än. Registrera det som ett ärende i stället"
        )
    if last and last < on:
        wrong["ends_on"] = translate("Avtalet har redan tagit slut. Läs in det som gäller")
    return wrong


def _save(
    answers: Mapping[str, Any], *, organisation: Organisation, by: User, at: datetime
) -> Engagement:
    name = answers["counterpart"]
    title = translate("Samarbetsavtal med %(name)s") % {"name": name}
    item = register(Cooperation, organisation=organisation, title=title[:200], by=by, at=at)
    row: Cooperation = item.cooperation
    item.counterpart, item.estimated_sek = name, answers["estimated_sek"]
    item.starts_on, item.ends_on = answers["starts_on"], answers["ends_on"]
    row.open_ended = answers["ends_on"] is None
    row.themes, row.exchanges = [answers["theme"]], answers["exchanges"] or []
    put(row, answers, OWN)
    item = save_draft(item, row, version=None, by=by, at=at, changed=())
    return take_up(item, why=translate("avtalet gällde redan"), by=by, at=at)


IMPORTABLE = Importable(
    kind=str(Kind.COOPERATION),
    slug="samarbetsavtal",
    title=_("Samarbetsavtal"),
    about=_("Avtal som gäller redan. De står i registret, och ni påminns innan de tar slut."),
    key=("counterpart", "theme"),
    known=_known,
    save=_save,
    check=_check,
    columns=(
        Column(
            "counterpart",
            _("Part"),
            _("Med vem avtalet är slutet"),
            text(180),
            needed=True,
            also=("Motpart", "Avtalspart", "Med", "Namn", "Stad eller organisation", "Party"),
            example="Oslo kommune",
        ),
        Column(
            "theme",
            _("Ämne"),
            _("Ett enda ämne"),
            text(160),
            needed=True,
            also=("Tema", "Område", "Subject"),
            example="luftkvalitet",
        ),
        Column(
            "starts_on",
            _("Första dagen"),
            _("Dag eller år"),
            day,
            needed=True,
            also=("Från", "Gäller från", "Tecknat", "Undertecknat", "Startdatum"),
            example="2024-05-31",
        ),
        Column(
            "ends_on",
            _("Sista dagen"),
            _("Tomt när det gäller tills vidare"),
            day,
            also=("Till", "Till och med", "Gäller till", "Slutdatum"),
            example="2027-12-31",
        ),
        Column(
            "counterpart_kind",
            _("Typ av part"),
            _("Som i formuläret"),
            one_of(CounterpartKind),
            also=("Typ",),
        ),
        Column("country", _("Land"), _("På svenska eller engelska"), country, also=("Country",)),
        Column("city", _("Stad"), _("Där parten finns"), text(80), also=("Ort", "City")),
        Column(
            "label", _("Vad avtalet kallas"), _("Dess egen rubrik"), text(160), also=("Rubrik",)
        ),
        Column("purpose", _("Syfte"), _("Varför ni har avtalet"), text(2000), also=("Mål",)),
        Column(
            "exchanges",
            _("Vad parterna gör"),
            _("Skilj det ena från det andra med semikolon"),
            listed(300),
            also=("Innehåll", "Aktiviteter", "Utbyte"),
        ),
        Column(
            "benefit_stockholm",
            _("Vad Stockholm vinner"),
            _("Fri text"),
            text(2000),
            also=("Nytta",),
        ),
        Column("scope", _("Räckvidd"), _("Som i formuläret"), one_of(Scope), also=("Omfattning",)),
        Column("estimated_sek", _("Kostnad, kr"), _("Sammanlagt, hela kronor"), whole),
        Column("next_review_on", _("Omprövas senast"), _("Dag"), day, also=("Omprövas",)),
    ),
)
