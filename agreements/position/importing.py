"""Positions from a spreadsheet: those that were sent before Utblick."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as translate
from django.utils.translation import gettext_lazy as _

from agreements.position import references
from agreements.position.forms import lasts_until_heard
from agreements.position.models import Effort, Position
from engagements import lifecycle
from engagements.models import Engagement, Organisation, User
from engagements.registration import register, save_draft
from engagements.vocabulary import Effect, Kind, PositionChannel, Scope, Status
from governance.actions.standing import take_up
from governance.importing.columns import Column, Importable, day, key, one_of, put, text

OWN = (
    "process",
    "reference",
    "sent_on",
    "deadline_on",
    "position_channel",
    "effect",
    "scope",
    "city_interest",
    "position_text",
)


def _reference(value: str) -> str:
    """Read the number of a proposal, however it is spelled."""
    return references.normal(text(60)(value))


def _known(organisation: Organisation) -> set[tuple[str, ...]]:
    gone = [str(Status.WITHDRAWN), str(Status.REJECTED)]
    rows = Position.objects.filter(engagement__organisation=organisation)
    there = rows.exclude(engagement__status__in=gone)
    return {key(row) for row in there.values_list("process", "sent_on")}


def _check(answers: Mapping[str, Any], on: date) -> dict[str, str]:
    if answers["sent_on"] > on:
        return {
            "sent_on": translate("Det är inte skickat än. Registrera det som ett ärende i stället")
        }
    return {}


def _save(
    answers: Mapping[str, Any], *, organisation: Organisation, by: User, at: datetime
) -> Engagement:
    process, sent = answers["process"], answers["sent_on"]
    item = register(Position, organisation=organisation, title=process, by=by, at=at)
    row: Position = item.position
    item.counterpart = answers["counterpart"] or ""
    put(row, answers, OWN)
    row.deadline_on = row.deadline_on or sent
    lasts_until_heard(item, row)
    item = save_draft(item, row, version=None, by=by, at=at, changed=())
    why = translate("det skickades före Utblick")
    item = take_up(item, why=why, by=by, at=at)
    Effort.objects.create(
        engagement=item,
        done_on=sent,
        what=translate("Skickat"),
        came_of=answers["came_of"] or "",
        by=by,
        at=at,
    )
    if row.deadline_on < at.date():
        for status in (Status.FOLLOW_UP, Status.CLOSED):
            item = lifecycle.move(item, status, by=by, at=at, why=why, ball=None)
    return item


IMPORTABLE = Importable(
    kind=str(Kind.POSITION),
    slug="stallningstaganden",
    title=_("Ställningstaganden"),
    about=_("Det som ni har skickat. Står dagen för att få gehör kvar följer ni upp det här."),
    key=("process", "sent_on"),
    known=_known,
    save=_save,
    check=_check,
    columns=(
        Column(
            "process",
            _("Vad som ska påverkas"),
            _("Förslaget eller processen"),
            text(200),
            needed=True,
            also=("Fråga", "Förslag", "Ämne", "Ärende", "Process"),
            example="Luftkvalitetsdirektivet",
        ),
        Column(
            "sent_on",
            _("Skickat den"),
            _("Som 2025-05-31"),
            day,
            needed=True,
            also=("Skickat", "Datum", "Inskickat"),
            example="2025-05-31",
        ),
        Column(
            "reference",
            _("Förslagets beteckning"),
            _("Till exempel COM(2022) 542"),
            _reference,
            also=("Beteckning", "KOM-nummer", "COM"),
        ),
        Column(
            "counterpart",
            _("Mottagare"),
            _("Till vem det skickades"),
            text(180),
            also=("Till", "Adressat"),
            example="Europeiska kommissionen",
        ),
        Column(
            "deadline_on",
            _("Sista dag att få gehör"),
            _("Den dag det skickades när den är tom"),
            day,
            also=("Sista dag", "Svar senast"),
        ),
        Column(
            "position_channel",
            _("Väg"),
            _("Som i formuläret"),
            one_of(PositionChannel),
            also=("Kanal",),
        ),
        Column("effect", _("Vad det gör med staden"), _("Som i formuläret"), one_of(Effect)),
        Column("scope", _("Räckvidd"), _("Som i formuläret"), one_of(Scope), also=("Omfattning",)),
        Column(
            "city_interest",
            _("Stadens intresse"),
            _("Fri text"),
            text(2000),
            also=("Intresse",),
        ),
        Column(
            "position_text",
            _("Ställningstagandet"),
            _("Texten, eller det viktigaste i den"),
            text(5000),
            also=("Text", "Innehåll"),
        ),
        Column(
            "came_of",
            _("Vad det ledde till"),
            _("Tomt när ingen vet än"),
            text(500),
            also=("Resultat", "Utfall"),
        ),
    ),
)
