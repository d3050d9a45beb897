"""What the city knows, beside the matters and places that it may serve."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils import timezone

from engagements.models import Engagement, Place, User
from governance import knowledge, network
from governance.models import Comparison, KnowledgeCitation, NetworkQuestion

register = template.Library()


@register.simple_tag
def known_for(engagement: Engagement, reader: User) -> list[knowledge.Suggestion]:
    """Return what a matter may rest on and does not cite yet."""
    return knowledge.suggested(engagement, user=reader, on=timezone.localdate())


@register.simple_tag
def cited_in(engagement: Engagement) -> list[KnowledgeCitation]:
    """Return what a matter rests on."""
    return knowledge.cited_in(engagement)


@register.simple_tag
def known_at(place: Place) -> dict[str, Any]:
    """Return what was seen at a place, and in what it is compared."""
    seen, compared = knowledge.at_place(place)
    return {"seen": seen, "compared": compared}


@register.simple_tag
def network_asks(reader: User) -> list[NetworkQuestion]:
    """Return the questions to the network that wait for the reader's own organisations."""
    return network.waits_for(reader, on=timezone.localdate())


@register.filter
def measured(value: Any) -> str:
    """Write a value of a comparison."""
    return knowledge.number(value)


@register.filter
def cities(row: Comparison) -> str:
    """Write the cities of a comparison with year and value."""
    return knowledge.cities_of(row)
