"""Who may read one matter: ``permissions.visible_to`` seen from the other end, as people."""

from datetime import date

from django.db.models import Q, QuerySet

from engagements.models import Conflict, Engagement, EngagementUserObjectPermission, Role, User
from engagements.offices import OFFICES
from engagements.permissions import OWNERS, REGISTERS, SEES_SECRET, SLK_UNITS, WIDE
from engagements.turns import in_office
from engagements.vocabulary import Body, Party, RoleName, Status

# Each as roles of the city as a whole.
ALL_WIDE = frozenset(WIDE)
ALL_SECRET = frozenset(name for name, party in WIDE.items() if party in SEES_SECRET)
COUNCIL = frozenset(name for name, party in WIDE.items() if party is Party.KF)


def readers_of(engagement: Engagement, *, on: date) -> QuerySet[User]:
    """Return the active people who may read an engagement on a day."""
    named = EngagementUserObjectPermission.objects.filter(
        content_object=engagement, permission__codename="view_engagement"
    )
    own = _owning(engagement)
    if not engagement.secret:
        own |= _at(OWNERS, engagement.consultations.values("organisation"))
    found = own | _of_others(engagement) if _handed_in(engagement) else own
    roles = Role.objects.on(on).filter(found)
    sees = Q(pk__in=named.values("user")) | Q(pk__in=roles.values("user"))
    if engagement.secret and _handed_in(engagement) and engagement.ball in OFFICES:
        sees |= Q(pk__in=in_office(engagement, Body(engagement.ball), on=on))
    return User.objects.filter(sees, is_active=True).order_by("name", "pk")


def internal_readers_of(engagement: Engagement, *, on: date) -> QuerySet[User]:
    """Return the active people who may read the internal comments of an engagement on a day."""
    found = _owning(engagement)
    if _handed_in(engagement):
        found |= Q(name__in=SLK_UNITS)
    roles = Role.objects.on(on).filter(found)
    people = User.objects.filter(pk__in=roles.values("user"), is_active=True).order_by("name", "pk")
    return without_conflict(people, engagement)


def without_conflict(people: QuerySet[User], engagement: Engagement) -> QuerySet[User]:
    """Leave out those who have said that they have a conflict of interest."""
    aside = Conflict.objects.filter(engagement=engagement)
    return people.exclude(pk__in=aside.values("user"))


def _handed_in(engagement: Engagement) -> bool:
    if engagement.status == Status.WITHDRAWN:
        return engagement.submitted_at is not None
    return engagement.status != Status.DRAFT


def _owning(engagement: Engagement) -> Q:
    """Return the condition on a role that its organisation's matters of the kind are one's own."""
    unit = REGISTERS.get(engagement.kind)
    names = [str(name) for name in (*OWNERS, *([unit] if unit else []))]
    return Q(name__in=names, organisation=engagement.organisation_id)


def _of_others(engagement: Engagement) -> Q:
    """Return the condition on a role that reads what others have handed in."""
    if engagement.secret:
        council = COUNCIL if engagement.ball == Body.CITY_COUNCIL else frozenset()
        return Q(name__in=ALL_SECRET | council)
    here = [engagement.organisation_id, engagement.organisation.board_id]
    shared = engagement.taking_part.values("organisation")
    found = Q(name__in=ALL_WIDE) | _at({RoleName.BOARD_SECRETARY}, here)
    return found | _at(OWNERS | {RoleName.BOARD_SECRETARY}, shared)


def _at(names: set[RoleName], organisations: object) -> Q:
    return Q(name__in=[str(name) for name in names], organisation__in=organisations)
