"""Declarations as far along as a test wants them. They need the ``world`` fixture."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from agreements.declaration import burdens
from agreements.declaration.models import Burden, Declaration
from agreements.demo.declarations import DECLARATIONS
from agreements.demo.stories import usual_answers, write_answers
from engagements.calendar import add_working_days
from engagements.models import Engagement, Organisation, User
from engagements.registration import register, set_taking_part
from engagements.vocabulary import Recommendation, RoleName
from governance import assessing
from governance.actions import consulting, intake, way
from tests.factories.matters import fresh, supported

C40 = replace(DECLARATIONS[0], own=(0, 0, False))
UNIT = RoleName.INTERNATIONAL_UNIT


def organisation(code: str) -> Organisation:
    """Return an organisation by its code."""
    return Organisation.objects.get(code=code)


@transaction.atomic
def draft(
    *,
    by: User,
    at: datetime | None = None,
    host: str = "SLK",
    areas: tuple[str, ...] = ("TK", "MF"),
    **answers: Any,
) -> Engagement:
    """Return a declaration with every answer it needs; ``answers`` change some of them."""
    at = at or timezone.now()
    item = register(
        Declaration, organisation=organisation(host), title="C40 om transporter", by=by, at=at
    )
    set_taking_part(item, Organisation.objects.filter(code__in=areas), by=by)
    today = timezone.localdate(at)
    usual = usual_answers(
        C40,
        starts=today + timedelta(days=60),
        review=today + timedelta(days=1400),
        expires=None,
    )
    return write_answers(item, usual | answers, C40.commitments, by=by, at=at)


@transaction.atomic
def asked(item: Engagement, *codes: str, by: User, at: datetime | None = None) -> None:
    """Ask organisations."""
    at = at or timezone.now()
    consulting.ask(
        item,
        organisations=Organisation.objects.filter(code__in=codes),
        due=add_working_days(timezone.localdate(at), 10),
        by=by,
        at=at,
    )


def said(
    item: Engagement,
    code: str,
    sek: int = 0,
    hours: int = 0,
    reporting: bool = False,
    *,
    by: User,
    seen: int = 0,
    at: datetime | None = None,
    source: str = "",
) -> Burden:
    """Let an organisation say what it adds."""
    return burdens.say(
        item,
        organisation=organisation(code),
        sek=sek,
        hours=hours,
        reporting=reporting,
        source=source,
        seen=seen,
        by=by,
        at=at or timezone.now(),
    )


def handed_in(item: Engagement, *, by: User, at: datetime | None = None) -> Engagement:
    """Hand a declaration in, with grounds for what calls for them."""
    at = at or timezone.now()
    judged = assessing.judge(fresh(item), stage="submission", on=timezone.localdate(at))
    grounds = {assessing.key_of(f): "Vi har vägt det mot strategin." for f in judged.needs_weighing}
    intake.submit(fresh(item), version=None, ask=None, question="", weighings=grounds, by=by, at=at)
    return fresh(item)


def advised(item: Engagement, *, by: User, at: datetime | None = None) -> Engagement:
    """Let the international unit support a declaration."""
    return supported(item, "Gå med.", clause="5.3.2b", unit=UNIT, by=by, at=at)


def dealt_with(item: Engagement, *, by: User, at: datetime | None = None) -> Engagement:
    """Let the Committee support a declaration."""
    way.committee_dealt(
        fresh(item),
        Recommendation.SUPPORTS,
        meeting_item_ref="IB-1:1",
        by=by,
        at=at or timezone.now(),
    )
    return fresh(item)
