"""A visit's rows as the facts that the strategy reads: the only translation between the two."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from engagements.models import Engagement, Tie
from engagements.prepared import Prepared
from engagements.vocabulary import Status
from governance import assessing, fact_rows
from governance.strategy import VisitFacts
from governance.surroundings import around
from visits.visit.models import Visit

OWN = (
    "received_on",
    "digital",
    "country",
    "city",
    "counterpart_kind",
    "requesting_organisation",
    "intermediary",
    "delegation_size",
    "own_participants",
    "head_title",
    "political_level",
    "city_priority",
    "wishes",
    "agenda",
    "stockholm_learns",
    "they_learn",
    "learning_kinds",
    "image_gain",
    "comparison",
    "good_examples",
    "state_partner",
    "wants_letter",
    "particularly_prioritised",
    "prioritised_by",
    "priority_grounds",
    "asks_twinning",
    "aid_character",
    "external_share",
    "funder",
    "procurement_with_party",
    "alcohol",
    "gift_to_official",
    "process",
    "effect",
    "city_interest",
    "eu_matter",
    "eu_principles",
    "secrecy_possible",
)


def facts(engagement: Engagement, *, stage: str, on: date) -> VisitFacts:
    """Return what is known about a visit on a day; what nobody has answered is None.

    stage: "draft", "submission" or "decision". Raises Visit.DoesNotExist for another kind.
    """
    visit: Visit = engagement.visit
    near = around(engagement, on=on)
    return VisitFacts(
        **fact_rows.common(engagement, stage=stage, on=on, near=near),
        **fact_rows.answers(visit, OWN) | fact_rows.examples(near, visit, stage=stage),
        **fact_rows.per_person(near),
        agenda_touches=_touches(visit),
        secrecy_assessed=True if engagement.secret else None,
        funder_own_group=fact_rows.is_ours(visit.funder),
        earlier_visits=_earlier_visits(engagement, visit, on=on),
    )


def content(engagement: Engagement) -> dict[str, Any]:
    """Return what is answered beside the facts; what a guest needs for access is theirs alone."""
    return fact_rows.content(engagement.visit, judged=OWN)


def _touches(visit: Visit) -> tuple[bool | None, ...]:
    """Return the answer on each line of the agenda, or nothing when no line is answered."""
    answered = tuple(visit.agenda_touches)
    return answered if any(touches is not None for touches in answered) else ()


def _years_before(day: date, years: int) -> date:
    """Return the same day some years earlier; 28 February for a leap day that was not."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def _earlier_visits(engagement: Engagement, visit: Visit, *, on: date) -> int:
    """Count other visits of the same body within the city's number of years before this one.

    The same body is one of the same name, or the same counterpart in the register.
    """
    if not visit.requesting_organisation:
        return 0
    day = engagement.starts_on or on
    return _OTHERS.count(
        visit=visit.pk,
        body=visit.requesting_organisation,
        country=visit.country,
        since=_years_before(day, assessing.value_of("visit.repeat_years", on=on)),
        day=day,
    )


def _others(*, visit: int, body: str, country: str, since: date, day: date) -> QuerySet[Visit, Any]:
    unmade = Q(engagement__status__in=[Status.DRAFT, Status.WITHDRAWN, Status.REJECTED])
    others = Visit.objects.filter(engagement__starts_on__range=(since, day)).exclude(unmade)
    others = others.exclude(pk=visit)
    same_name = others.filter(requesting_organisation__iexact=body, country=country)
    known = Tie.objects.filter(engagement=visit, organisation=body).exclude(counterpart=None)
    same_body = others.filter(engagement__ties__counterpart__in=known.values("counterpart"))
    # Put together from two, since an index answers each and none answers both.
    return same_name.values("pk").union(same_body.values("pk"))


_OTHERS = Prepared(_others)
