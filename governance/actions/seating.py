"""Offices of the International Committee: who sits there, who stands in, who is away (5.3.1)."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from engagements import people
from engagements.models import Organisation, Role, User
from engagements.people import NotPossible
from engagements.vocabulary import RoleName
from governance.committee import CODE
from governance.models import Absence, Office, Seating


@transaction.atomic
def found_office(*, name_sv: str, name_en: str, chairs: bool, by: User, at: datetime) -> Office:
    """Give one more office a seat. Raises NotPossible when it has one, or another chairs."""
    last = Office.objects.aggregate(last=Max("order"))["last"] or 0
    office = Office(name_sv=name_sv, name_en=name_en, chairs=chairs, order=last + 1)
    return _write(office, by=by, at=at)


@transaction.atomic
def end_office(office: Office, *, by: User, at: datetime) -> Office:
    """Take the seat from an office; who sat there is kept in the history."""
    row = Office.objects.select_for_update().get(pk=office.pk)
    row.active = False
    return _write(row, by=by, at=at)


def _write(office: Office, *, by: User, at: datetime) -> Office:
    office._history_user, office._history_date = by, at  # type: ignore[attr-defined]
    try:
        with transaction.atomic():
            office.save()
    except IntegrityError as error:
        if "one_office_chairs" in str(error):
            raise NotPossible(_("Ett annat ämbete leder redan mötet."), "chairs") from error
        raise NotPossible(_("Ämbetet har redan en plats."), "name_sv") from error
    return office


@transaction.atomic
def seat(
    office: Office,
    *,
    email: str,
    name: str,
    substitute: bool,
    valid_from: date,
    valid_to: date | None,
    by: User,
    at: datetime,
) -> Seating:
    """Appoint somebody to an office, or to stand in for who holds it. Raises NotPossible."""
    Office.objects.select_for_update().get(pk=office.pk)
    if not substitute and _held(office, valid_from, valid_to):
        raise NotPossible(_("Ämbetet har redan en ledamot de dagarna."), "valid_from")
    organisation = Organisation.objects.get(code=CODE)
    same = Role.objects.filter(
        user__email=email.strip().lower(),
        name=str(RoleName.COMMITTEE_MEMBER),
        organisation=organisation,
        valid_from=valid_from,
        valid_to=valid_to,
    ).first()
    role = same or people.appoint(
        email,
        name=name,
        role=RoleName.COMMITTEE_MEMBER,
        organisation=organisation,
        valid_from=valid_from,
        valid_to=valid_to,
        by=by,
        at=at,
    )
    seating, made = Seating.objects.get_or_create(
        office=office, role=role, defaults={"substitute": substitute}
    )
    if not made:
        raise NotPossible(_("Personen har redan en plats i ämbetet."), "email")
    return seating


def _held(office: Office, first: date, last: date | None) -> bool:
    rows = Seating.objects.filter(office=office, substitute=False)
    if last:
        rows = rows.filter(role__valid_from__lte=last)
    return rows.exclude(role__valid_to__lt=first).exists()


@transaction.atomic
def be_away(user: User, *, first: date, last: date, by: User, at: datetime) -> Absence:
    """Write down that a member is away; the substitute acts at once. Raises NotPossible."""
    absence = Absence(user=user, first=first, last=last, by=by, at=at)
    try:
        absence.validate_constraints()
    except ValidationError as error:
        raise NotPossible(" ".join(error.messages), "last") from error
    absence.save()
    return absence


@transaction.atomic
def be_back(absence: Absence, *, by: User, at: datetime) -> Absence:
    """End an absence now; an absence that has ended stays as it is."""
    row = Absence.objects.select_for_update().get(pk=absence.pk)
    if row.ended_at is None:
        row.ended_by, row.ended_at = by, at
        row.save(update_fields=["ended_by", "ended_at"])
    return row
