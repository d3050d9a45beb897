"""Memberships from a spreadsheet: each stands already, and was not decided here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as translate
from django.utils.translation import gettext_lazy as _

from engagements.models import Engagement, Organisation, User
from engagements.registration import register, save_draft
from engagements.vocabulary import Currency, Kind, Scope
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
from memberships.membership import reviewing
from memberships.membership.models import FeeYear, Membership
from memberships.membership.register import in_force

OWN = (
    "member_since",
    "last_review_on",
    "next_review_on",
    "scope",
    "aim",
    "responsible",
    "country",
    "city",
    "website",
    "has_statutes",
    "has_vote",
)


def _known(organisation: Organisation) -> set[tuple[str, ...]]:
    names = in_force().filter(organisation=organisation).values_list("counterpart", flat=True)
    return {key([name]) for name in names}


def _check(answers: Mapping[str, Any], on: date) -> dict[str, str]:
    wrong = {}
    for name in ("member_since", "last_review_on"):
        if answers[name] and answers[name] > on:
            wrong[name] = translate("Dagen har inte varit än")
    if answers["fee"] is not None and not answers["fee_year"]:
        wrong["fee_year"] = translate("Skriv vilket år avgiften gäller")
    if answers["fee_year"] and not 1900 <= answers["fee_year"] <= 2100:
        wrong["fee_year"] = translate("Skriv årtalet med fyra siffror")
    return wrong


def _save(
    answers: Mapping[str, Any], *, organisation: Organisation, by: User, at: datetime
) -> Engagement:
    name = answers["counterpart"]
    title = translate("Medlemskap i %(name)s") % {"name": name}
    item = register(Membership, organisation=organisation, title=title[:200], by=by, at=at)
    row: Membership = item.membership
    item.counterpart, row.is_new = name, False
    put(row, answers, OWN)
    if answers["fee_year"]:
        _fee(item, answers, by=by)
    item = save_draft(item, row, version=None, by=by, at=at, changed=())
    return reviewing.take_up(item, by=by, at=at)


def _fee(item: Engagement, answers: Mapping[str, Any], *, by: User) -> None:
    currency = str(answers["currency"] or Currency.SEK)
    fee = FeeYear(
        engagement=item, place=0, year=answers["fee_year"], amount=answers["fee"], currency=currency
    )
    fee._history_user = by  # type: ignore[attr-defined]
    fee.save()


IMPORTABLE = Importable(
    kind=str(Kind.MEMBERSHIP),
    slug="medlemskap",
    title=_("Medlemskap"),
    about=_(
        "Organisationer och nätverk som ni är med i. De tas upp i registret och omprövas när "
        "det är dags."
    ),
    key=("counterpart",),
    known=_known,
    save=_save,
    check=_check,
    columns=(
        Column(
            "counterpart",
            _("Organisation eller nätverk"),
            _("Namnet, utan förkortning om det går"),
            text(180),
            needed=True,
            also=("Namn", "Organisation", "Nätverk", "Medlemskap", "Medlemskap i", "Name"),
            example="Eurocities",
        ),
        Column(
            "member_since",
            _("Medlem sedan"),
            _("Dag eller år"),
            day,
            needed=True,
            also=("Från", "Startår", "År", "Sedan", "Inträde", "Member since"),
            example="2012",
        ),
        Column("scope", _("Räckvidd"), _("Som i formuläret"), one_of(Scope), also=("Omfattning",)),
        Column("aim", _("Mål"), _("Varför ni är med"), text(2000), also=("Syfte", "Aim")),
        Column(
            "responsible",
            _("Ansvarig funktion"),
            _("En funktion, inget personnamn"),
            text(120),
            also=("Ansvarig",),
        ),
        Column("country", _("Land"), _("På svenska eller engelska"), country, also=("Säte land",)),
        Column("city", _("Stad"), _("Där den har sitt säte"), text(80), also=("Ort", "Säte")),
        Column("website", _("Webbplats"), _("Adressen"), text(300), also=("Länk", "Hemsida")),
        Column("has_statutes", _("Har stadgar"), _("Ja eller nej"), yes_or_no, also=("Stadgar",)),
        Column("has_vote", _("Ger rösträtt"), _("Ja eller nej"), yes_or_no, also=("Rösträtt",)),
        Column(
            "fee_year",
            _("Avgiften gäller år"),
            _("Fyra siffror"),
            whole,
            also=("Avgiftsår",),
            example="2026",
        ),
        Column(
            "fee",
            _("Avgift"),
            _("Hela kronor, eller hela enheter av valutan. Tomt betyder okänt"),
            whole,
            also=("Årsavgift", "Medlemsavgift", "Kostnad"),
        ),
        Column("currency", _("Valuta"), _("Kronor när den är tom"), one_of(Currency)),
        Column("last_review_on", _("Senast omprövat"), _("Dag eller år"), day, also=("Omprövad",)),
        Column("next_review_on", _("Omprövas senast"), _("Dag"), day, also=("Nästa omprövning",)),
    ),
)
