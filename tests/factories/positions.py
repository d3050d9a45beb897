"""Positions as far along as a test wants them. They need the ``world`` fixture."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from agreements.demo.pleading import usual_answers, write_answers
from agreements.demo.positions import PLEAS
from agreements.position import tending
from agreements.position.models import Position
from engagements.models import Engagement, Organisation, User
from engagements.registration import register, set_taking_part
from engagements.vocabulary import Outcome, RoleName
from governance import assessing
from governance.actions import deciding, intake
from tests.factories.matters import fresh, supported

AIR = PLEAS[0]
WHO, SAID = "Maria Kallio, EU-enheten", "Förslaget följer EU-policyn."


def organisation(code: str) -> Organisation:
    """Return an organisation by its code."""
    return Organisation.objects.select_related("board").get(code=code)


@transaction.atomic
def draft(
    *,
    by: User,
    at: datetime | None = None,
    host: str = "MF",
    areas: tuple[str, ...] = (),
    title: str = "Yttrande om luften",
    days: int = 30,
    **answers: Any,
) -> Engagement:
    """Return a position with every answer it needs but SLK's word. days: until it is too late."""
    at = at or timezone.now()
    item = register(Position, organisation=organisation(host), title=title, by=by, at=at)
    set_taking_part(item, Organisation.objects.filter(code__in=areas), by=by)
    usual = usual_answers(AIR, deadline=timezone.localdate(at) + timedelta(days=days))
    return write_answers(item, usual | answers, by=by, at=at)


def handed_in(item: Engagement, *, by: User, at: datetime | None = None) -> Engagement:
    """Hand a position in, with grounds for what calls for them."""
    at = at or timezone.now()
    judged = assessing.judge(fresh(item), stage="submission", on=timezone.localdate(at))
    grounds = {assessing.key_of(f): "Vi har vägt det mot strategin." for f in judged.needs_weighing}
    unit = assessing.advice_needed(judged)
    intake.submit(fresh(item), version=None, ask=unit, question="", weighings=grounds, by=by, at=at)
    return fresh(item)


def consulted(item: Engagement, *, by: User, at: datetime | None = None) -> Engagement:
    """Write down what SLK said."""
    at = at or timezone.now()
    on = timezone.localdate(at)
    return tending.consult(fresh(item), on=on, who=WHO, said=SAID, by=by, at=at)


def advised(item: Engagement, *, by: User, at: datetime | None = None) -> Engagement:
    """Let the EU unit support a position."""
    return supported(
        item, "Linjen följer EU-policyn.", clause="5.4.3b", unit=RoleName.EU_UNIT, by=by, at=at
    )


def decided(
    item: Engagement, *, by: User, at: datetime | None = None, outcome: Outcome = Outcome.ACCEPTED
) -> Engagement:
    """Let the responsible board or company decide."""
    row = fresh(item)
    deciding.decide(
        row,
        outcome=outcome,
        grounds="Texten är avstämd och följer EU-policyn.",
        organisation=organisation(row.organisation.code),
        role=RoleName.CONTACT_PERSON,
        by=by,
        at=at or timezone.now(),
    )
    return fresh(item)


def said(item: Engagement, *, by: User, unit: User) -> Engagement:
    """Bring a complete draft to an adopted position."""
    consulted(item, by=by)
    handed_in(item, by=by)
    advised(item, by=unit)
    return decided(item, by=by)
