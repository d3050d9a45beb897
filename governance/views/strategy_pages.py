"""The strategy as the product reads it: every clause, what serves it, and what came of it."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from engagements.permissions import visible_to
from engagements.vocabulary import Kind
from governance import adopted, receipts
from governance.strategy.clauses import CLAUSES, EDITIONS, Clause, edition_on, source_of
from governance.strategy.facts import ALL
from governance.strategy.readings import readings
from governance.strategy.serving import RoutedStep, service_of
from governance.templatetags.findings import LOOKS, source

SECTIONS = {
    "1": _("1. Bakgrund"),
    "2": _("2. Mål"),
    "3": _("3. Inriktningar"),
    "4": _("4. Principer"),
    "5": _("5. Arbetssätt och ansvar"),
    "law": _("Lagar"),
    "city": _("Stadens villkor och praxis"),
    "eu": _("EU-policyn"),
}


@login_required
@require_GET
def strategy(request: HttpRequest) -> HttpResponse:
    """Show every clause, section by section, with what serves it."""
    sections = [
        (key, SECTIONS[key], [_shown(clause) for clause in clauses])
        for key, clauses in groupby(CLAUSES.values(), _section)
    ]
    with_text = {clause for _edition, clause in adopted.passages()}
    return render(request, "strategy/index.html", {"sections": sections, "with_text": with_text})


@login_required
@require_GET
def clause(request: HttpRequest, clause: str) -> HttpResponse:
    """Show one clause: what serves it, how we read it, and how often it said what."""
    visible = visible_to(request.user, on=timezone.localdate())
    given = receipts.given(clause, among=visible)
    in_force, others = _quotes(clause, on=timezone.localdate())
    context = {
        "clause": _shown(CLAUSES[clause]),
        "section": (_section(CLAUSES[clause]), SECTIONS[_section(CLAUSES[clause])]),
        "quote": in_force,
        "other_quotes": others,
        "editions": [row for row in EDITIONS if row.source == source_of(clause)],
        "readings": [row for row in readings() if row.is_of(clause)],
        "given": [(LOOKS[verdict], _said(verdict.label), n) for verdict, n in given.items()],
    }
    return render(request, "strategy/clause.html", context)


def _quotes(clause: str, *, on: date) -> tuple[dict[str, str] | None, list[dict[str, str]]]:
    """Return the adopted text of a clause in the edition in force, and those of other editions."""
    loaded = adopted.passages(clauses=[clause])
    quotes = [
        adopted.quoted(row.id, loaded[row.id, clause])
        for row in EDITIONS
        if (row.id, clause) in loaded
    ]
    current = edition_on(source_of(clause), on).id
    in_force = next((quote for quote in quotes if quote["edition"] == current), None)
    return in_force, [quote for quote in quotes if quote is not in_force]


def _section(clause: Clause) -> str:
    origin = source_of(clause.id)
    return clause.id[0] if origin == "strategy" else origin


def _shown(clause: Clause) -> dict[str, Any]:
    """Return a clause in the reader's language, with what serves it."""
    service = service_of(clause.id)
    return {
        "id": clause.id,
        "name": source(clause.id),
        "title": _said(clause.title),
        "plain": _said(clause.plain),
        "rules": [(kind.label(_language()), count) for kind, count in service.rules.items()],
        "rules_for": _kinds(tuple(service.rules)),
        "through": service.through,
        "steps": [_step(step) for step in service.steps],
        "routes_for": _kinds(tuple({k: 1 for row in service.steps for k in row.kinds})),
        "people": _said(service.people) if service.people else "",
    }


def _step(row: RoutedStep) -> dict[str, Any]:
    return {
        "actor": row.step.body.label(_language()),
        "task": row.step.task.label(_language()),
        "why": _said(row.step.why),
        "stated": row.step.stated,
        "kinds": _kinds(row.kinds),
    }


def _kinds(kinds: tuple[Kind, ...]) -> str:
    """Name kinds of engagements in a list; all of them by one word."""
    if len(kinds) == len(ALL):
        return str(_("alla slags ärenden"))
    return ", ".join(kind.label(_language()) for kind in kinds)


def _said(text: Any) -> str:
    said: str = text.get(_language())
    return said


def _language() -> str:
    return get_language() or "sv"
