"""EU projects from a spreadsheet: those that go on, and were decided before Utblick."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as translate
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from engagements.models import Engagement, Organisation, User
from engagements.registration import register, save_draft
from engagements.vocabulary import Kind, ProjectRole, ProjectStage, Status
from governance.actions.standing import take_up
from governance.importing.columns import (
    Column,
    Importable,
    day,
    key,
    listed,
    one_of,
    put,
    text,
    whole,
)
from memberships.eu_project.models import EuProject, PartyDecision, ReportDate, StageMove
from memberships.project.models import ProjectPartner
from memberships.project.rows import PARTNERS

OWN = (
    "programme",
    "role",
    "purpose",
    "budget_eur",
    "own_budget_sek",
    "cofinancing_sek",
    "plan_item",
    "after_owner",
    "documents_kept_until",
)
GOES_ON = (ProjectStage.APPLIED, ProjectStage.GRANTED, ProjectStage.RUNNING)


def _known(organisation: Organisation) -> set[tuple[str, ...]]:
    gone = [str(Status.WITHDRAWN), str(Status.REJECTED)]
    rows = EuProject.objects.filter(engagement__organisation=organisation, amends=None)
    there = rows.exclude(engagement__status__in=gone)
    return {key(row) for row in there.values_list("engagement__title", "programme")}


def _check(answers: Mapping[str, Any], on: date) -> dict[str, str]:
    wrong = {}
    stage, own, paid = answers["stage"], answers["own_budget_sek"], answers["cofinancing_sek"]
    if stage and stage not in GOES_ON:
        wrong["stage"] = translate("Läs in projekt som är sökta, beviljade eller pågår")
    if answers["ends_on"] < answers["starts_on"]:
        wrong["ends_on"] = translate("Projektet slutar före det börjar")
    elif answers["ends_on"] < on:
        wrong["ends_on"] = translate("Projektet är redan slut. Läs in det som pågår")
    if answers["decided_on"] > on:
        wrong["decided_on"] = translate("Dagen har inte varit än")
    if own is not None and paid is not None and paid > own:
        wrong["cofinancing_sek"] = translate("Staden betalar mer än sin del av budgeten")
    if len(answers["partners"] or []) > PARTNERS.most:
        wrong["partners"] = translate("Skriv högst %(most)s parter") % {"most": PARTNERS.most}
    return wrong


def _save(
    answers: Mapping[str, Any], *, organisation: Organisation, by: User, at: datetime
) -> Engagement:
    item = register(EuProject, organisation=organisation, title=answers["title"], by=by, at=at)
    row: EuProject = item.euproject
    item.counterpart, item.estimated_sek = answers["programme"], answers["cofinancing_sek"]
    item.starts_on, item.ends_on = answers["starts_on"], answers["ends_on"]
    put(row, answers, OWN)
    lines: list[Any] = [
        ProjectPartner(engagement=item, place=place, name=name)
        for place, name in enumerate(answers["partners"] or [])
    ]
    if answers["report_on"]:
        what = translate("Rapport")
        lines.append(ReportDate(engagement=item, place=0, what=what, due_on=answers["report_on"]))
    for line in lines:
        line._history_user = by
        line.save()
    item = save_draft(item, row, version=None, by=by, at=at, changed=())
    item = take_up(item, why=translate("projektet pågick redan"), by=by, at=at)
    _write(item, answers, by=by, at=at)
    return item


def _write(item: Engagement, answers: Mapping[str, Any], *, by: User, at: datetime) -> None:
    """Write down what the city has decided, and how far the project had come that day."""
    who: dict[str, Any] = {"engagement": item, "by": by, "at": at}
    PartyDecision.objects.create(
        organisation=item.organisation,
        on=answers["decided_on"],
        paragraph=answers["paragraph"],
        **who,
    )
    StageMove.objects.create(
        stage=answers["stage"] or str(ProjectStage.RUNNING),
        on=max(answers["decided_on"], min(answers["starts_on"], at.date())),
        note=translate("Fanns före Utblick"),
        **who,
    )


IMPORTABLE = Importable(
    kind=str(Kind.EU_PROJECT),
    slug="eu-projekt",
    title=pgettext_lazy("flera", "EU-projekt"),
    about=_("Projekt som är sökta, beviljade eller pågår. Ni påminns om deras rapporter."),
    key=("title", "programme"),
    known=_known,
    save=_save,
    check=_check,
    columns=(
        Column(
            "title",
            _("Projekt"),
            _("Vad det kallas"),
            text(200),
            needed=True,
            also=("Projektnamn", "Namn", "Titel", "Project"),
            example="Energidelning i flerbostadshus",
        ),
        Column(
            "programme",
            _("Program"),
            _("Programmet eller fonden"),
            text(120),
            needed=True,
            also=("Fond", "EU-program", "Programme"),
            example="Horizon Europe",
        ),
        Column(
            "starts_on",
            _("Första dagen"),
            _("Dag eller år"),
            day,
            needed=True,
            also=("Start", "Startdatum", "Från"),
            example="2025-01-01",
        ),
        Column(
            "ends_on",
            _("Sista dagen"),
            _("Som 2028-12-31"),
            day,
            needed=True,
            also=("Slut", "Slutdatum", "Till", "Till och med"),
            example="2028-12-31",
        ),
        Column(
            "decided_on",
            _("Beslutat den"),
            _("Den dag då ni själva beslutade"),
            day,
            needed=True,
            also=("Beslut", "Beslutsdatum"),
            example="2024-05-31",
        ),
        Column(
            "paragraph",
            _("Paragraf"),
            _("I protokollet, eller beslutets nummer"),
            text(20),
            needed=True,
            also=("Beslutsnummer", "§"),
            example="12",
        ),
        Column(
            "stage",
            _("Läge"),
            _("Pågår när den är tom"),
            one_of(ProjectStage),
            also=("Status",),
        ),
        Column(
            "role", _("Stadens roll"), _("Som i formuläret"), one_of(ProjectRole), also=("Roll",)
        ),
        Column("purpose", _("Syfte"), _("Vad projektet ska ge"), text(2000), also=("Mål",)),
        Column(
            "partners",
            _("Parter"),
            _("Skilj parterna åt med semikolon"),
            listed(160),
            also=("Partner", "Partners"),
        ),
        Column("budget_eur", _("Hela budgeten, euro"), _("Heltal"), whole, also=("Budget, euro",)),
        Column(
            "own_budget_sek",
            _("Stadens del, kr"),
            _("Heltal"),
            whole,
            also=("Stadens budget", "Budget, kr"),
        ),
        Column(
            "cofinancing_sek",
            _("Staden betalar, kr"),
            _("Det som staden betalar själv"),
            whole,
            also=("Medfinansiering",),
        ),
        Column("plan_item", _("Mål i verksamhetsplanen"), _("Till exempel mål 2.2"), text(200)),
        Column("after_owner", _("Tar över efteråt"), _("En funktion, inget personnamn"), text(160)),
        Column("report_on", _("Nästa rapport"), _("Dagen"), day, also=("Rapport", "Delrapport")),
        Column("documents_kept_until", _("Handlingar sparas till"), _("Dagen"), day),
    ),
)
