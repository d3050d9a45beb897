"""Forums in which the city already takes part, on the step that asks and on the item page."""

from typing import NamedTuple

from django import template

from engagements.models import Engagement
from engagements.vocabulary import Action
from governance import forums as known
from governance import kinds

register = template.Library()


class Shown(NamedTuple):
    """What was found, how many of it wait for an answer, and whether it can be answered now."""

    found: list[known.Found]
    left: int
    open: bool


@register.simple_tag
def forums_of(engagement: Engagement) -> Shown | None:
    """Return what a matter has to answer for; None when it need not look."""
    if not known.looks(engagement):
        return None
    if engagement.status not in known.LOOKING or Action.CHANGE not in engagement.allowed:
        found = [known.Found(row.forum, row.met, 0, row) for row in known.answers_of(engagement)]
        return Shown(found, 0, open=False)
    found = known.found(engagement)
    return Shown(found, sum(one.said is None for one in found), open=True)


@register.simple_tag
def forums_step(engagement: Engagement, step: int) -> bool:
    """Whether a step is the one that shows them."""
    wanted = kinds.pages_of(engagement).forums
    return wanted is not None and wanted.step == step
