"""Projects as far along as a test wants them. They need the ``world`` fixture."""

from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from engagements.models import Engagement, Organisation, User
from engagements.registration import register
from memberships.demo import projects
from memberships.models import (
    AidProject,
    EuProject,
    ProjectFunding,
    ProjectPartner,
    ReportDate,
)
from tests.factories.matters import fresh


def eu_draft(
    *,
    by: User,
    at: datetime | None = None,
    host: str = "MF",
    name: str = "Energidelning",
    partners: tuple[tuple[str, str, str | None], ...] = (("KTH", "academia", None),),
    reports: tuple[tuple[str, date], ...] = (),
    paid: tuple[tuple[str, int, bool], ...] = (("EU", 18_500_000, False),),
    **answers: Any,
) -> Engagement:
    """Return an EU project with every answer it needs. partners: name, sector, code of a body."""
    at = at or timezone.now()
    today = timezone.localdate(at)
    item = _begin(EuProject, host, name, by, at)
    usual = projects.usual_eu(starts=today + timedelta(days=40), ends=date(today.year + 4, 12, 31))
    bodies = {row.code: row for row in Organisation.objects.all()}
    rows: list[Any] = [
        (ProjectPartner, {"name": who, "sector": sector, "body": bodies.get(code or "")})
        for who, sector, code in partners
    ]
    rows += [(ReportDate, {"what": what, "due_on": due}) for what, due in reports]
    rows += [
        (ProjectFunding, {"funder": funder, "sek": sek, "own_group": own})
        for funder, sek, own in paid
    ]
    return projects.write(item, usual | answers, rows, by=by, at=at)


def aid_draft(
    *,
    by: User,
    at: datetime | None = None,
    host: str = "SVOA",
    sek: int = 1_000_000,
    paid: tuple[tuple[str, int, bool], ...] = (("Sida genom ICLD", 1_000_000, False),),
    **answers: Any,
) -> Engagement:
    """Return a project of aid character with every answer it needs."""
    at = at or timezone.now()
    today = timezone.localdate(at)
    item = _begin(AidProject, host, "Avfallssortering i Nakuru", by, at)
    usual = projects.usual_aid(sek=sek, counterpart="Nakuru County") | {
        "country": "KE",
        "starts_on": today + timedelta(days=40),
        "ends_on": date(today.year + 2, 12, 31),
    }
    rows: list[Any] = [
        (ProjectFunding, {"funder": funder, "sek": given, "own_group": own})
        for funder, given, own in paid
    ]
    return projects.write(item, usual | answers, rows, by=by, at=at)


def decided(item: Engagement, *, by: User, at: datetime | None = None) -> Engagement:
    """Return a project that its own body has said yes to."""
    at = at or timezone.now()
    projects.hand_in(item, by=by, at=at)
    projects.decide(fresh(item), by=by, at=at)
    return fresh(item)


def _begin(model: Any, host: str, name: str, by: User, at: datetime) -> Engagement:
    organisation = Organisation.objects.get(code=host)
    return register(model, organisation=organisation, title=name, by=by, at=at)
