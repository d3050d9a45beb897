"""What the invented people were told lately, without a mail; who is away, who has two roles."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from engagements import turns
from engagements.models import Engagement, Organisation, Role, User
from engagements.vocabulary import Body, RoleName, Status
from governance import notices
from governance.actions import assigning, being_away
from governance.models import Sort

LATELY = timedelta(days=14)


def two_roles(people: dict[str, User], *, since: date) -> None:
    """Let the City Executive Office's contact person sit in its international unit too."""
    Role.objects.create(
        user=people["hanna.stahl"],
        name=str(RoleName.INTERNATIONAL_UNIT),
        organisation=Organisation.objects.get(code="SLK"),
        valid_from=since,
    )


AWAY = timedelta(days=9)


def away(settled: Mapping[str, User], *, at: datetime) -> None:
    """Let a deputy be away from today, with the contact person in their stead."""
    person, instead = settled["erik.palm"], settled["amina.lindqvist"]
    first = timezone.localdate(at)
    days = {"first": first, "last": first + AWAY}
    being_away.be_away(person, **days, instead=[instead], by=person, at=at)


def assigned(settled: Mapping[str, User], *, at: datetime) -> None:
    """Let the first matter that nobody in the international unit has taken be Hanna's."""
    free = Engagement.objects.filter(status=str(Status.ADVICE), ball_person=None)
    first = free.filter(ball=str(Body.INTERNATIONAL_UNIT)).order_by("pk").first()
    if first:
        assigning.assign(first, to=settled["hanna.stahl"], by=settled["johan.ekstrom"], at=at)


def tell(*, at: datetime) -> None:
    """Tell people of the cases that have come to them lately."""
    came = Engagement.objects.with_ball().filter(ball_since__range=(at - LATELY, at))
    for engagement in came.exclude(ball="").exclude(status=str(Status.DRAFT)):
        holders = turns.holders(engagement, on=timezone.localdate(at))
        key = f"ball:{engagement.pk}:{engagement.version}"
        about: dict[str, Any] = {"engagement": engagement, "once": key, "at": engagement.ball_since}
        notices.tell(holders, Sort.BALL, "ball", **about, on=timezone.localdate(at))
