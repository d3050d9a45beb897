"""An engagement's answers, for the item page and the queue."""

from datetime import datetime
from typing import Any, NamedTuple

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from engagements.forms.summary import Brief, Part, controls, forms_of, parts, shown
from engagements.lifecycle import StaleVersion
from engagements.models import Engagement
from engagements.templatetags.utblick import clock, moment
from engagements.vocabulary import Outcome
from governance import clashes as clashing
from governance import kinds
from governance.forms import ON_COST
from governance.models import Decision

register = template.Library()


class Told(NamedTuple):
    """What is told: first what a colleague must know, then all answers by step.

    also: the template of what no other kind has, or nothing.
    """

    brief: list[Brief]
    parts: list[Part]
    also: str


@register.simple_tag
def told_of(engagement: Engagement) -> Told:
    """Return what is told of an engagement."""
    pages = kinds.pages_of(engagement)
    filled = forms_of(pages.steps, engagement, on=timezone.localdate())
    return Told(pages.brief(engagement, filled), parts(filled), pages.also)


@register.inclusion_tag("registering/_clashes.html")
def clashes(engagement: Engagement, reader: Any) -> dict[str, clashing.Clashes]:
    """Show what else its hosts have on the same days, of what the reader may see."""
    return {"found": clashing.of(engagement, by=reader, on=timezone.localdate())}


@register.simple_tag
def spoken_of(engagement: Engagement) -> kinds.Spoken:
    """Return the words of an engagement's kind."""
    return kinds.pages_of(engagement).spoken


@register.simple_tag
def answered_apart(engagement: Engagement, shares: dict[str, str]) -> str:
    """Say who was answered otherwise than the rest; empty when nobody was."""
    return " ".join(kinds.differing(engagement, shares))


@register.simple_tag
def outcome_of(decision: Decision, engagement: Engagement) -> str:
    """Return what a body answered, in the words of the kind; of a cost alone, in its own."""
    if decision.supersedes and hasattr(decision.supersedes, "overrun"):
        return str(ON_COST[Outcome(decision.outcome)])
    return kinds.outcome_label(engagement, decision.outcome)


@register.simple_tag
def outcome_answers(engagement: Engagement) -> list[tuple[str, str]]:
    """Return what the kind itself asks of what came of it, in words; unanswered is left out."""
    pages = kinds.pages_of(engagement)
    asked = pages.asked_after()
    told = [
        (str(field.label), shown(field, getattr(engagement.detail, name)))
        for name, field in asked.items()
    ]
    return [(label, value) for label, value in told if value]


@register.simple_tag
def question_links(engagement: Engagement) -> dict[str, str]:
    """Return the address of each question in the form, by fact."""
    asked = controls(tuple(kinds.pages_of(engagement).steps.items()))
    steps = {step for step, _control in asked.values()}
    pages = {step: reverse("engagement_step", args=[engagement.number, step]) for step in steps}
    return {fact: f"{pages[step]}#{control}" for fact, (step, control) in asked.items()}


@register.simple_tag
def save_line(saved_at: datetime | None, misread: int, stale: StaleVersion | None) -> str:
    """Say what became of the answers on the page: all saved, some not, or none."""
    if stale:
        return _(
            "%(who)s sparade %(when)s. Dina svar är inte sparade. "
            "Välj Spara och fortsätt för att se skillnaden."
        ) % {"who": stale.changed_by, "when": moment(stale.changed_at)}
    if misread:
        said = ngettext("Ett svar är inte sparat än", "%(n)s svar är inte sparade än", misread)
        return said % {"n": misread}
    return _("Utkast sparat kl. %(time)s") % {"time": clock(saved_at)} if saved_at else ""
