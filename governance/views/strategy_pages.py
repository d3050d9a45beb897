"""The strategy as the product reads it: every clause, what serves it, and what came of it."""

from __future__ import annotations

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
from governance import adopted, assessing, receipts
from governance.strategy import DEFAULT_VALUES
from governance.strategy.clauses import CLAUSES, Clause, editions_with, source_of, worded
from governance.strategy.facts import ALL
from governance.strategy.readings import readings
from governance.strategy.serving import RoutedStep, service_of
from governance.templatetags.findings import LOOKS, source
from governance.valued import shown, title_of

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
    editions = _editions(clause)
    in_force, others = _quotes(clause, editions)
    context = {
        "clause": _shown(CLAUSES[clause]),
        "section": (_section(CLAUSES[clause]), SECTIONS[_section(CLAUSES[clause])]),
        "quote": in_force,
        "other_quotes": others,
        "editions": editions,
        "values": _values(clause),
        "readings": [row for row in readings() if row.is_of(clause)],
        "given": [(LOOKS[verdict], _said(verdict.label), n) for verdict, n in given.items()],
    }
    return render(request, "strategy/clause.html", context)


def _editions(clause: str) -> list[dict[str, Any]]:
    """Return the editions that have a clause; with its words where they are others than ours."""
    held = assessing.current_editions()
    today = held.on(timezone.localdate())
    rows = [(held.named(row.id), worded(clause, row)) for row in editions_with(clause)]
    return [
        {
            "id": edition.id,
            "title": _said(edition.title),
            "valid_from": edition.valid_from,
            "valid_to": edition.valid_to,
            "in_force": today.get(edition.source) == edition,
            "words": "" if own == CLAUSES[clause] else _said(own.plain),
        }
        for edition, own in rows
    ]


def _values(clause: str) -> list[tuple[str, str]]:
    """Return what the clause leaves to the city to set, as it holds today."""
    today = timezone.localdate()
    held = assessing.current_values()
    return [
        (title_of(known), shown(known, held.get(known.key, today)))
        for known in DEFAULT_VALUES
        if known.clause == clause
    ]


def _quotes(
    clause: str, editions: list[dict[str, Any]]
) -> tuple[dict[str, str] | None, list[dict[str, str]]]:
    """Return the adopted text of a clause in the edition in force, and those of other editions."""
    loaded = adopted.passages(only=[clause])
    in_force, others = None, []
    for row in editions:
        passage = loaded.get((row["id"], clause))
        if passage and row["in_force"]:
            in_force = adopted.quoted(row["title"], passage)
        elif passage:
            others.append(adopted.quoted(row["title"], passage))
    return in_force, others


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
