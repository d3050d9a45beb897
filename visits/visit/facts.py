"""A visit's rows as the facts that the strategy reads: the only translation between the two."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q, Sum

from engagements.models import Conflict, Engagement, Organisation, Role
from engagements.permissions import OWNERS
from engagements.vocabulary import CostLine, RoleName, Status, Task
from governance import assessing
from governance.models import Decision, FollowUp, Frame
from governance.strategy import VisitFacts
from visits.visit.models import Visit

PER_PERSON = (
    CostLine.MEAL,
    CostLine.GIFT,
    CostLine.RECEPTION,
    CostLine.TRANSPORT,
    CostLine.LODGING,
    CostLine.OTHER,
)
COMMON = (
    "directions",
    "goals",
    "sdgs",
    "qualities",
    "audiences",
    "cooperation_purposes",
    "partner_sectors",
    "initiative",
    "goal_contribution",
    "sdg_how",
    "touches_foreign_policy",
    "estimated_sek",
    "working_hours",
    "budget_line",
    "in_operational_plan",
    "starts_on",
    "ends_on",
)
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
)
UNJUDGED = ("engagement_id", *Visit.PERSONAL)


def facts(engagement: Engagement, *, stage: str, on: date) -> VisitFacts:
    """Return what is known about a visit on a day; what nobody has answered is None.

    stage: "draft", "submission" or "decision". Raises Visit.DoesNotExist for another kind.
    """
    visit: Visit = engagement.visit
    return VisitFacts(
        stage=stage,
        title=engagement.title,
        **_answers(engagement, COMMON),
        **_answers(visit, OWN),
        agenda_touches=_touches(visit),
        **_places(engagement),
        **_costs(engagement),
        **_frame(engagement, on=on),
        **_gift(engagement),
        funder_own_group=_is_ours(visit.funder),
        contact_person_appointed=_has_contact_person(engagement, on=on),
        conflicts=_conflicts(engagement, on=on),
        earlier_visits=_earlier_visits(engagement, visit, on=on),
    )


def content(engagement: Engagement) -> dict[str, Any]:
    """Return what is answered beside the facts; what a guest needs for access is theirs alone."""
    visit: Visit = engagement.visit
    columns = {field.attname for field in Visit._meta.concrete_fields} - {*OWN, *UNJUDGED}
    return {name: getattr(visit, name) for name in sorted(columns)}


def _answers(row: Any, names: Iterable[str]) -> dict[str, Any]:
    return {name: _answer(getattr(row, name)) for name in names}


def _answer(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)
    return None if value == "" else value


def _touches(visit: Visit) -> tuple[bool | None, ...]:
    """Return the answer on each line of the agenda, or nothing when no line is answered."""
    answered = tuple(visit.agenda_touches)
    return answered if any(touches is not None for touches in answered) else ()


def _gift(engagement: Engagement) -> dict[str, Any]:
    """Return what the register of gifts says, once the visit is followed up."""
    names = ("gift_received_sek", "gift_kept_personally")
    return FollowUp.objects.filter(engagement=engagement).values(*names).first() or {}


def _places(engagement: Engagement) -> dict[str, Any]:
    host = engagement.organisation
    touched = sorted(
        (row.organisation for row in engagement.taking_part.select_related("organisation__board")),
        key=lambda organisation: organisation.code,
    )
    return {
        "host": host.code,
        "host_board": host.board.code if host.board else None,
        "host_is_company": host.is_company,
        "areas": tuple(organisation.code for organisation in touched),
        "area_boards": tuple(organisation.deciding_code for organisation in touched),
    }


def _costs(engagement: Engagement) -> dict[str, Any]:
    per_person = dict(engagement.costs.values_list("line", "per_person_sek"))
    return {f"{line.value}_sek": per_person.get(line.value) for line in PER_PERSON}


def _frame(engagement: Engagement, *, on: date) -> dict[str, Any]:
    year = (engagement.starts_on or on).year
    host = engagement.organisation
    frame = Frame.objects.filter(organisation=host, year=year).values_list("amount_sek", flat=True)
    decided = (
        Decision.objects.filter(
            organisation__in=[host.pk, host.board_id or host.pk],
            engagement__organisation=host,
            engagement__starts_on__year=year,
            task=str(Task.DECIDES),
        )
        .exclude(engagement=engagement)
        .exclude(engagement__status=str(Status.WITHDRAWN))
        .aggregate(total=Sum("cost_sek"))["total"]
    )
    return {"frame_sek": frame.first(), "decided_sek": decided or 0}


def _is_ours(funder: str) -> bool | None:
    """Whether a funder bears the name of one of the city's own bodies; None without a funder."""
    if not funder:
        return None
    named = Q(name_sv__iexact=funder) | Q(name_en__iexact=funder)
    return Organisation.objects.filter(named).exists()


def _conflicts(engagement: Engagement, *, on: date) -> tuple[str, ...]:
    """Return who has stepped aside, and "decides" when nobody of the organisation's is left."""
    declared = Conflict.objects.filter(engagement=engagement).order_by("user_id")
    aside = list(declared.values_list("user_id", flat=True))
    if not aside:
        return ()
    seats = Role.objects.on(on).filter(organisation=engagement.organisation, name__in=OWNERS)
    left = set(seats.values_list("user_id", flat=True)) - set(aside)
    return (*(str(pk) for pk in aside), *(() if left else (str(Task.DECIDES),)))


def _has_contact_person(engagement: Engagement, *, on: date) -> bool | None:
    if not engagement.organisation.needs_contact_person:
        return None
    return (
        Role.objects.on(on)
        .filter(organisation=engagement.organisation, name=str(RoleName.CONTACT_PERSON))
        .exists()
    )


def _years_before(day: date, years: int) -> date:
    """Return the same day some years earlier; 28 February for a leap day that was not."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def _earlier_visits(engagement: Engagement, visit: Visit, *, on: date) -> int:
    """Count other visits of the same body within the city's number of years before this one."""
    if not visit.requesting_organisation:
        return 0
    day = engagement.starts_on or on
    since = _years_before(day, assessing.value_of("visit.repeat_years", on=on))
    unmade = Q(engagement__status__in=[Status.DRAFT, Status.WITHDRAWN, Status.REJECTED])
    return (
        Visit.objects.filter(
            requesting_organisation__iexact=visit.requesting_organisation,
            country=visit.country,
            engagement__starts_on__range=(since, day),
        )
        .exclude(unmade)
        .exclude(pk=visit.pk)
        .count()
    )
