"""What the file of a matter says, section by section, from what is kept of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from engagements import organisations, timeline
from engagements.forms.summary import forms_of, parts
from engagements.models import Engagement
from engagements.templatetags.utblick import day, kronor, period, sv
from governance import kinds, strategy
from governance.actions import stops
from governance.dossier.masking import GAINED, PERSONS, Mask
from governance.models import Decision, FollowUp, Lift, Part, Reply, SecretPart
from governance.papers import Block
from governance.papers import Part as Chapter
from governance.templatetags.findings import part_name, route_steps, source
from governance.templatetags.registering import answered_apart, outcome_answers, outcome_of

Rows = list[tuple[str, ...]]


def at_time(value: datetime | None) -> str:
    """Write a moment so that it stands alone: "2026-11-25 23.01"."""
    return f"{timezone.localtime(value):%Y-%m-%d %H.%M}" if value else ""


def cover(engagement: Engagement, mask: Mask) -> Rows:
    """Return the facts of the first page."""
    decided = engagement.decisions.order_by("pk").last()
    rows = [
        (_("Ärendenummer"), engagement.number),
        (_("Stadens diarienummer"), engagement.registry_number),
        (_("Typ"), engagement.get_kind_display()),
        (_("Läge"), engagement.get_status_display()),
        (_("Ansvarig verksamhet"), str(engagement.organisation)),
        (_("Berörda verksamheter"), ", ".join(str(o) for o in engagement.takes_part.all())),
        (_("Motpart"), mask.part(Part.COUNTERPART, engagement.counterpart)),
        (_("När"), period(engagement.starts_on, engagement.ends_on)),
        (_("Registrerat"), day(engagement.created_at)),
        (_("Inskickat"), day(engagement.submitted_at)),
        (_("Senaste beslut"), day(decided.decided_on) if decided else ""),
    ]
    return [row for row in rows if row[1]]


def chapters(engagement: Engagement, mask: Mask) -> list[Chapter]:
    """Return the sections, in order; one that would be empty is left out."""
    if Part.WHOLE in mask.sections:
        said = _("Ärendet är sekretessmarkerat som helhet: %(mask)s")
        whole = said % {"mask": mask(engagement.title)}
        return [Chapter(_("Ärendets innehåll"), [Block("", [whole])])]
    made = [
        Chapter(_("Frågor och svar"), list(_answers(engagement, mask))),
        Chapter(_("Prövning mot strategin"), list(_assessments(engagement, mask))),
        Chapter(_("Rådgivning"), list(_advice(engagement, mask))),
        Chapter(_("Kommentarer"), list(_comments(engagement, mask))),
        Chapter(_("Beredning och beslut"), list(_decisions(engagement, mask))),
        Chapter(_("Svar"), list(_replies(engagement, mask))),
        Chapter(_("Uppföljning och kostnader"), list(_follow_up(engagement, mask))),
        Chapter(_("Sekretess och jäv"), list(_secrecy(engagement, mask))),
        Chapter(_("Det här har hänt"), list(_events(engagement, mask))),
    ]
    return [chapter for chapter in made if chapter.blocks]


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Rows:
    found = [tuple(cells) for cells in rows]
    return [head, *found] if found else []


def _answers(engagement: Engagement, mask: Mask) -> Iterator[Block]:
    head = (_("Fråga"), _("Svar"))
    filled = forms_of(
        kinds.pages_of(engagement).steps, engagement, on=timezone.localdate(engagement.created_at)
    )
    hidden = {"title": Part.TITLE, "counterpart": Part.COUNTERPART}
    persons = _personal(engagement)
    for part in parts(filled):
        rows = []
        for answer in part.answers:
            own = PERSONS if answer.name in persons else str(hidden.get(answer.name, ""))
            rows.append((answer.label, mask.part(own, sv(answer.value))))
        if rows:
            yield Block(part.title, [], _table(head, rows))
    for grid in kinds.grids_of(engagement):
        lines = [tuple(map(mask, row)) for row in (*grid.rows, grid.total) if row]
        yield Block(grid.title, [], _table(grid.head, lines), grid.numbers)


def _personal(engagement: Engagement) -> frozenset[str]:
    return frozenset(engagement.detail.PERSONAL)


def _assessments(engagement: Engagement, mask: Mask) -> Iterator[Block]:
    told_before: Rows = []
    newest = None
    for kept in engagement.assessments.select_related("made_by").order_by("pk"):
        newest = strategy.replay(json.loads(kept.receipt))
        told = [_finding(finding, mask) for finding in newest.findings]
        opening = _("%(when)s, av %(who)s. Kvittots SHA-256: %(sum)s") % {
            "when": at_time(kept.made_at),
            "who": kept.made_by,
            "sum": kept.sha256,
        }
        heading = _("Prövning %(stage)s") % {"stage": kept.get_stage_display()}
        if not told:
            yield Block(heading, [opening, _("Ingen punkt i strategin berörs.")])
        elif told == told_before:
            yield Block(heading, [opening, _("Samma svar som i prövningen före.")])
        else:
            head = (_("Bedömning"), _("Varför"), _("Punkt"))
            yield Block(heading, [opening], _table(head, told))
        told_before = told
    weighed = [
        (source(row.clause), mask(row.grounds), f"{row.by}, {at_time(row.at)}")
        for row in engagement.weighings.select_related("by").order_by("pk")
    ]
    if weighed:
        head = (_("Punkt"), _("Motivering"), _("Av"))
        yield Block(_("Vägningar"), [], _table(head, weighed))
    if newest:
        yield Block(_("Beslutsväg"), [], _route(engagement, newest, mask))


def _finding(finding: strategy.Finding, mask: Mask) -> tuple[str, ...]:
    said = f"{finding.title.get('sv')}. {finding.why.get('sv')}"
    return finding.verdict.label.get("sv"), mask(sv(said)), source(finding.clause)


def _route(engagement: Engagement, judged: strategy.Assessment, mask: Mask) -> Rows:
    route = stops.route_of(engagement, judged)
    names = organisations.names({step.organisation for step in route.steps})
    steps = route_steps(route, names)["steps"]
    told = [
        (f"{step['actor']} {step['task']}", mask(f"{step['why']} ({source(step['clause'])})"))
        for step in steps  # type: ignore[attr-defined]
    ]
    return _table((_("Vem gör vad"), _("Varför")), told)


def _advice(engagement: Engagement, mask: Mask) -> Iterator[Block]:
    for row in engagement.advice.select_related("by").order_by("pk"):
        what = row.get_kind_display() if row.kind else _("Inlägg")
        unit = f"{row.get_unit_display()}, " if row.unit else ""
        lines = [f"{unit}{row.by}, {at_time(row.at)}", *map(mask, _lines(row.text))]
        if row.clauses:
            lines.append(_("Stöd: %(what)s") % {"what": ", ".join(map(source, row.clauses))})
        if row.voided_at:
            said = _("Gäller inte längre sedan %(when)s, eftersom innehållet ändrades.")
            lines.append(said % {"when": at_time(row.voided_at)})
        yield Block(what, lines)


def _comments(engagement: Engagement, mask: Mask) -> Iterator[Block]:
    """Yield what was said to all who read the matter; what is internal is no part of its file."""
    rows = engagement.comments.filter(internal=False).select_related("by").order_by("pk")
    said = [(f"{row.by}, {at_time(row.at)}", mask(row.text)) for row in rows]
    if said:
        yield Block("", [], _table((_("Av"), _("Kommentar")), said))


def _decisions(engagement: Engagement, mask: Mask) -> Iterator[Block]:
    for dealing in engagement.dealings.select_related("by").order_by("pk"):
        apart = answered_apart(engagement, dealing.shares)
        yield Block(
            f"{dealing.get_body_display()}: {dealing.get_recommendation_display()}",
            [
                *map(mask, _lines(dealing.grounds)),
                *([mask(apart)] if apart else []),
                f"{dealing.by}, {at_time(dealing.at)} · {_in_ledger(dealing.ledger_seq)}",
            ],
        )
    lift = Lift.objects.select_related("by").filter(engagement=engagement).first()
    if lift:
        signed = f"{lift.by}, {at_time(lift.at)} · {_in_ledger(lift.ledger_seq)}"
        heading = _("Lyft till kommunstyrelsen: %(cause)s") % {"cause": lift.get_cause_display()}
        yield Block(heading, [*map(mask, _lines(lift.grounds)), signed])
    rows = engagement.decisions.select_related("organisation", "by", "document", "supersedes")
    for decision in rows.order_by("pk"):
        yield _decision(engagement, decision, mask)
    for asked in engagement.overruns.select_related("by", "decision").order_by("pk"):
        said = _("Beslutat %(decided)s, utfall %(outcome)s.") % {
            "decided": mask.part(Part.COST, kronor(asked.decided_sek)),
            "outcome": mask.part(Part.COST, kronor(asked.outcome_sek)),
        }
        signed = f"{asked.by}, {at_time(asked.at)} · {_in_ledger(asked.ledger_seq)}"
        heading = _("Nytt beslut begärt efter %(number)s") % {"number": asked.decision.number}
        yield Block(heading, [said, *map(mask, _lines(asked.why)), signed])


def _in_ledger(place: int) -> str:
    return _("liggaren nr %(place)s") % {"place": place}


def _decision(engagement: Engagement, made: Decision, mask: Mask) -> Block:
    without = ", ".join(map(part_name, made.without))
    apart = answered_apart(engagement, made.shares)
    held = (
        _("Sammanträde %(day)s § %(paragraph)s")
        % {"day": day(made.held_on), "paragraph": made.paragraph}
        if made.held_on
        else ""
    )
    cost = "" if made.cost_sek is None else mask.part(Part.COST, kronor(made.cost_sek))
    rows = [
        (_("Beslutsnummer"), made.number),
        (_("Plats i liggaren"), str(made.ledger_seq)),
        (_("Uppgift"), made.get_task_display()),
        (_("Svar"), str(outcome_of(made, engagement))),
        (_("Villkor"), _("Gäller inte: %(what)s") % {"what": without} if without else ""),
        (_("Svar var för sig"), mask(apart)),
        (_("Avsteg från strategin"), _("Ja") if made.departure else ""),
        (_("Beslutad kostnad"), cost),
        (_("Motivering"), mask(made.grounds)),
        (_("I stället för"), made.supersedes.number if made.supersedes else ""),
        (_("Varför ett nytt beslut"), mask(made.why_new)),
        (_("Fattat av"), f"{made.by}, {made.get_role_display()}"),
        (_("I stället för personen"), str(made.acts_for) if made.acts_for else ""),
        (_("När"), f"{at_time(made.at)}. {held}".strip(". ") if held else at_time(made.at)),
        (_("Handling"), mask(made.document.name) if made.document else ""),
        (_("Anmält"), "; ".join(_reported(made))),
    ]
    head = (_("Uppgift"), _("Innehåll"))
    heading = f"{made.decider}: {outcome_of(made, engagement)}"
    return Block(heading, [], _table(head, (row for row in rows if row[1])))


def _reported(made: Decision) -> Iterator[str]:
    for each in made.reports.select_related("report"):
        if each.report.state == "made":
            told = {"day": day(each.report.meets_on), "paragraph": each.report.paragraph}
            yield _("kommunstyrelsen %(day)s § %(paragraph)s") % told


def _replies(engagement: Engagement, mask: Mask) -> Iterator[Block]:
    for row in engagement.replies.select_related("written_by").order_by("pk"):
        yield _reply(row, mask)


def _reply(row: Reply, mask: Mask) -> Block:
    signed = f"{row.get_state_display()} · {row.written_by}, {at_time(row.written_at)}"
    if not row.body:
        return Block(_("Svar"), [_("Adress och text är gallrade."), signed])
    if PERSONS in mask.sections:
        return Block(_("Svar"), [mask.part(PERSONS, row.body), signed])
    to = _("Till %(to)s") % {"to": mask(row.to)}
    return Block(mask(row.subject), [to, *map(mask, _lines(row.body)), signed])


def _follow_up(engagement: Engagement, mask: Mask) -> Iterator[Block]:
    told = FollowUp.objects.select_related("by").filter(engagement=engagement).first()
    costs = [
        (
            str(cost.get_line_display()),
            mask.part(Part.COST, kronor(cost.per_person_sek)),
            mask.part(Part.COST, kronor(cost.estimate_sek)),
            mask.part(Part.COST, kronor(cost.outcome_sek)),
        )
        for cost in engagement.costs.order_by("pk")
    ]
    if told:
        names = {field.name: str(field.verbose_name) for field in FollowUp._meta.concrete_fields}
        rows = [
            (names[name].capitalize(), mask.part(Part.GAIN, getattr(told, name)))
            for name in GAINED
            if getattr(told, name)
        ]
        rows += [(asked, mask.part(Part.GAIN, text)) for asked, text in outcome_answers(engagement)]
        rows.append((_("Vad det kostade"), mask.part(Part.COST, kronor(told.cost_sek))))
        if told.working_hours is not None:
            rows.append((_("Egen arbetstid, timmar"), str(told.working_hours)))
        if told.gift_received_sek:
            gift = f"{told.gift_what}, {kronor(told.gift_received_sek)}, {told.gift_from}"
            rows.append((_("Mottagen gåva"), mask(gift)))
        signed = f"{told.by}, {at_time(told.at)}"
        yield Block(_("Vad det gav"), [signed], _table((_("Fråga"), _("Svar")), rows))
    if costs:
        head = (_("Kostnad"), _("Per person"), _("Beräknat"), _("Utfall"))
        yield Block(_("Kostnader"), [], _table(head, costs), numbers=(1, 2, 3))


def _secrecy(engagement: Engagement, mask: Mask) -> Iterator[Block]:
    """Tell in the whole file what is kept secret and who stands aside; why is nobody else's."""
    if mask.hides:
        return
    marked = SecretPart.objects.filter(engagement=engagement).select_related("document")
    rows = [
        (
            f"{row.get_part_display()}: {row.document}" if row.document else row.get_part_display(),
            row.get_section_display(),
            row.grounds,
            _("Öppen sedan %(when)s: %(why)s")
            % {"when": at_time(row.lifted_at), "why": row.lifted_grounds}
            if row.lifted_at
            else day(row.review_by),
        )
        for row in marked.order_by("pk")
    ]
    head = (_("Del"), _("Bestämmelse"), _("Skäl"), _("Omprövas senast"))
    if rows:
        yield Block(_("Sekretess"), [], _table(head, rows))
    aside = [
        (str(row.user), row.grounds, at_time(row.declared_at))
        for row in engagement.conflicts.select_related("user").order_by("pk")
    ]
    if aside:
        yield Block(_("Jäv"), [], _table((_("Vem"), _("Skäl"), _("När")), aside))


def _events(engagement: Engagement, mask: Mask) -> Iterator[Block]:
    own = kinds.pages_of(engagement).spoken.outcomes
    rows = [
        (
            at_time(row.at),
            mask(sv(timeline.sentence(row, outcomes=own))),
            str(row.by) if row.by else _("Utblick"),
        )
        for row in engagement.events.select_related("by").order_by("pk")
    ]
    if rows:
        yield Block("", [], _table((_("När"), _("Vad"), _("Vem")), rows))
