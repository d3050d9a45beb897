"""What a colleague must know first of a membership."""

from django.utils.translation import gettext as _

from engagements.forms.choices import country_name
from engagements.forms.summary import Brief, Filled, said
from engagements.models import Engagement
from engagements.templatetags.utblick import day
from memberships.membership.words import fee_words, form_words


def brief(engagement: Engagement, filled: Filled) -> list[Brief]:
    """Return what a colleague must know first, in eight rows; empty ones are left out."""
    row = engagement.membership
    seat = country_name(row.country) if row.country else ""
    proposed = [row.get_proposal_display(), row.proposal_grounds]
    rows = [
        Brief(1, _("Vad"), ", ".join(filter(None, [engagement.counterpart, row.city, seat]))),
        Brief(1, _("Form"), form_words(engagement)),
        Brief(1, _("Gäller"), said(filled, "scope")),
        Brief(1, _("Medlem sedan"), day(row.begun.since) if row.begun.since else ""),
        Brief(1, _("Årsavgift"), fee_words(engagement)),
        Brief(2, _("Målet"), row.aim),
        Brief(2, _("Ansvarig"), ", ".join(filter(None, [row.responsible, row.representative]))),
        Brief(3, _("Förslag"), ". ".join(filter(None, proposed))),
        Brief(3, _("Omprövas"), day(row.next_review_on) if row.next_review_on else ""),
    ]
    return [brief for brief in rows if brief.value]
