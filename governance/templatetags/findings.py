"""The check against the strategy and the route of a decision, as they are shown everywhere.

Fed with the pure objects of governance.strategy: Assessment, Finding, Route. The product states
each clause in its own plain words with the clause id.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from django import template
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import slugify
from django.utils.translation import get_language, ngettext_lazy
from django.utils.translation import gettext as _

from engagements.models import Engagement
from engagements.vocabulary import Body, Task
from governance import adopted, kinds
from governance.strategy import CLAUSES, EDITIONS, Assessment, Finding, Route, Step, Text, Verdict
from governance.strategy.changing import Change, nearest

register = template.Library()


class Look(NamedTuple):
    """How a verdict looks: the style's key, its icon and its word in a sum."""

    key: str
    icon: str
    words: Promise


LOOKS: Mapping[Verdict, Look] = {
    Verdict.BREACH: Look("stop", "x", ngettext_lazy("hindrar", "hindrar", "count")),
    Verdict.UNANSWERED: Look(
        "none", "circle-dashed", ngettext_lazy("inte prövad än", "inte prövade än", "count")
    ),
    Verdict.JUDGE: Look(
        "ask", "bang", ngettext_lazy("behöver motiveras", "behöver motiveras", "count")
    ),
    Verdict.NOTE: Look("note", "info", ngettext_lazy("att tänka på", "att tänka på", "count")),
    Verdict.SUPPORTS: Look("ok", "check", ngettext_lazy("stödjer", "stödjer", "count")),
}
SUPPORTS_SHOWN = 4
CENTRAL = (Body.FINANCE_MAYOR, Body.EXECUTIVE_BOARD, Body.CITY_COUNCIL)
ALWAYS_COUNTED = (Verdict.BREACH, Verdict.JUDGE, Verdict.SUPPORTS)


def _said(text: Text | None) -> str:
    return "" if text is None else text.get(get_language() or "sv")


def source(clause: str) -> str:
    """Name the paragraph a clause id points at: "Strategin 4.5", "Lag: KL 6:28"."""
    if clause.startswith("law:"):
        return _("Lag: %(law)s") % {"law": clause.removeprefix("law:")}
    if clause.startswith(("city:", "eu:")):
        known = CLAUSES.get(clause)
        return _said(known.title) if known else clause
    return _("Strategin %(clause)s") % {"clause": clause}


@register.simple_tag
def cite(clause: str, name: str = "") -> str:
    """Name a clause with a link to its page; one that the registry lacks has none."""
    # Not a template of its own: its last line break would stand as a space before a comma.
    said = name or source(clause)
    if clause not in CLAUSES:
        return said
    return format_html('<a href="{}">{}</a>', reverse("clause", args=[clause]), said)


def _passages(context: template.Context, findings: Collection[Finding]) -> adopted.Passages:
    """Return the adopted texts to quote from: read once a page, and not where nothing is found.

    A page may list findings of several editions, one list after another, so all texts are read.
    """
    request = getattr(context, "request", None)
    if request is None or not findings:
        return {}
    if not hasattr(request, "adopted_passages"):
        request.adopted_passages = adopted.passages()
    found: adopted.Passages = request.adopted_passages
    return found


def _quote(finding: Finding, passages: adopted.Passages) -> dict[str, str] | None:
    passage = passages.get((finding.edition, finding.clause))
    if passage is None:
        return None
    return adopted.quoted(_said(EDITIONS.named(finding.edition).title), passage)


def _shown(
    finding: Finding, change: Change | None, places: Mapping[str, str], *, opened: bool
) -> dict[str, object]:
    look = LOOKS[finding.verdict]
    # A finding that asks has said already what to answer; only the way to the question is new.
    is_said = change is None or (change.written and finding.verdict is Verdict.UNANSWERED)
    return {
        "id": slugify(f"punkt {finding.clause} {finding.rule} {finding.part or ''}"),
        "key": look.key,
        "icon": look.icon,
        "clause": finding.clause,
        "part": finding.part,
        "verdict": _said(finding.verdict.label),
        "title": _said(finding.title),
        "why": _said(finding.why),
        "mend": _said(finding.mend),
        "change": "" if is_said or change is None else _said(change.why),
        "place": places.get(change.fact, "") if change else "",
        "open": opened,
    }


def _counted(
    counts: Mapping[Verdict, int], *, always: Sequence[Verdict] = ()
) -> list[dict[str, object]]:
    return [
        {
            "key": look.key,
            "icon": look.icon,
            "count": counts.get(verdict, 0),
            "words": look.words % {"count": counts.get(verdict, 0)},
        }
        for verdict, look in LOOKS.items()
        if counts.get(verdict, 0) or verdict in always
    ]


@register.inclusion_tag("components/clauses.html", takes_context=True)
def clause_list(
    context: template.Context,
    findings: Collection[Finding],
    open: int = 1,
    of: Assessment | None = None,
    places: Mapping[str, str] | None = None,
) -> dict[str, object]:
    """List findings, gravest first as assessed; the first ``open`` grave ones are unfolded.

    What supports is folded away beyond the first few, so that what needs somebody stands out.
    Each quotes its clause as the edition it was judged by has it, where the city has loaded that.
    of: their assessment, where what would change them is told too. places: addresses of the
    questions, by fact, for those who may answer them.
    """
    passages = _passages(context, findings)
    findings = list(findings)
    changes = nearest(of, findings) if of else [None] * len(findings)
    shown: list[dict[str, object]] = []
    supporting: list[dict[str, object]] = []
    left = open
    for finding, change in zip(findings, changes, strict=True):
        grave = finding.verdict in (Verdict.BREACH, Verdict.JUDGE)
        row = _shown(finding, change, places or {}, opened=grave and left > 0)
        row["quote"] = _quote(finding, passages)
        (supporting if finding.verdict is Verdict.SUPPORTS else shown).append(row)
        left -= grave
    room = max(SUPPORTS_SHOWN - len(shown), 1)
    if len(supporting) > room + 1:
        return {"findings": [*shown, *supporting[:room]], "folded": supporting[room:]}
    return {"findings": [*shown, *supporting], "folded": []}


@register.inclusion_tag("components/conditions.html")
def condition_list(engagement: Engagement, assessment: Assessment) -> dict[str, object]:
    """List a kind's own conditions one by one, those that are met too; nothing for most kinds."""
    asked = kinds.pages_of(engagement).conditions
    rows = []
    for condition in asked(assessment) if asked else []:
        verdict = condition.verdict
        look = LOOKS[Verdict.SUPPORTS if verdict is None else verdict]
        told = _("Uppfyllt") if look.key == "ok" else _said(verdict.label if verdict else None)
        rows.append({"key": look.key, "icon": look.icon, "text": condition.text, "said": told})
    return {"conditions": rows, "met": sum(row["key"] == "ok" for row in rows)}


@register.inclusion_tag("components/findings.html")
def findings_in_brief(assessment: Assessment) -> dict[str, object]:
    """List what somebody must weigh, each on a line or two, and count what supports."""
    told = [row for row in assessment.findings if row.verdict is not Verdict.SUPPORTS]
    return {
        "findings": [_shown(row, None, {}, opened=False) for row in told],
        "supports": len(assessment.findings) - len(told),
    }


@register.inclusion_tag("components/tally.html")
def tally(assessment: Assessment) -> dict[str, object]:
    """Sum the check in figures: what stops, what must be judged, what supports."""
    return {"counts": _counted(assessment.counts, always=ALWAYS_COUNTED)}


@register.simple_tag
def tally_line(counts: Mapping[str, int]) -> SafeString:
    """Sum the check on one line of a table or list; ``counts`` maps verdict to number."""
    return _line(get_language() or "sv", tuple(counts.items()))


@lru_cache(maxsize=1024)
def _line(_language: str, counts: tuple[tuple[str, int], ...]) -> SafeString:
    """Draw the sum once for the many rows that say the same."""
    counted = _counted({Verdict(verdict): count for verdict, count in counts})
    return render_to_string("components/tally_line.html", {"counts": counted})


@register.simple_tag
def tally_words(assessment: Assessment) -> str:
    """Sum the check in a few words: "1 hindrar, 2 behöver motiveras"."""
    counted = _counted(assessment.counts)
    if not counted:
        return _("Ingen punkt i strategin berörs än")
    return ", ".join(f"{row['count']} {row['words']}" for row in counted)


@register.simple_tag
def finding_line(finding: Finding) -> str:
    """Tell of a finding on one line: its verdict, title, why and source."""
    told = f"{_said(finding.verdict.label)}: {_said(finding.title)}. {_said(finding.why)}"
    return f"{told} ({source(finding.clause)})"


@register.simple_tag
def check_status(assessment: Assessment) -> str:
    """Say what a screen reader hears when the check has changed; only the sum."""
    return _("Kontrollen är uppdaterad: %(sum)s.") % {"sum": tally_words(assessment)}


def _actor(step: Step, names: Mapping[str, str]) -> str:
    # The Mayor decides on the Executive Board's behalf, and is named by the office.
    by_office = step.body is Body.FINANCE_MAYOR
    if step.organisation and step.organisation in names and not by_office:
        return names[step.organisation]
    return step.body.label(get_language() or "sv")


@register.inclusion_tag("components/route.html")
def route_steps(
    route: Route, names: Mapping[str, str] | None = None, states: Sequence[str] = ()
) -> dict[str, object]:
    """Show who does what and why.

    names: codes to names. states: "done", "now" or "todo" for each step; all to do without them.
    """
    language = get_language() or "sv"
    steps = []
    for index, step in enumerate(route.steps):
        steps.append(
            {
                "state": states[index] if states else "todo",
                "actor": _actor(step, names or {}),
                "task": step.task.label(language),
                "decides": step.task is Task.DECIDES,
                "why": _said(step.why),
                "clause": step.clause,
                "stated": step.stated,
            }
        )
    return {"steps": steps}


@register.simple_tag
def route_summary(route: Route, own: Collection[str] = ()) -> str:
    """Say in one sentence who decides. own: codes of the bodies that the reader answers for."""
    deciding = route.doing(Task.DECIDES)
    # A department does not decide for the offices and bodies that its own board is part of.
    ours = [step for step in deciding if step.organisation in own and step.body not in CENTRAL]
    if not ours:
        return _said(route.summary)
    alone = len(ours) == len(deciding)
    who = _("dig") if alone else _("er och de andra mottagande verksamheterna")
    if route.coordinator:
        return _("%(who)s, och kommunstyrelsen samordnar") % {"who": who}
    return who


@register.inclusion_tag("components/steps.html")
def case_steps(steps: Iterable[object]) -> dict[str, object]:
    """Show the way of an engagement: each step has ``state`` (done, now, todo), title, detail."""
    return {"steps": steps}


@register.inclusion_tag("components/stepbar.html")
def form_steps(steps: Iterable[object]) -> dict[str, object]:
    """Show the steps of a form: each has ``state`` (done, now, todo), title and perhaps a url."""
    return {"steps": steps}


@register.simple_tag
def part_name(part: str) -> str:
    """Name a part of an engagement: "inbjudningsbrevet", "dagordningens punkt 2"."""
    kind, _sign, number = part.partition(":")
    if kind == "agenda":
        return _("dagordningens punkt %(n)s") % {"n": number}
    names = {"letter": _("inbjudningsbrev"), "twinning": _("vänort"), "gift": _("gåvan")}
    return names.get(part, part)
