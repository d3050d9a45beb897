"""The people of Utblick: who is appointed to what, whose account is open, what they choose.

Nothing is deleted: a role ends on a day, an account is shut. ``clockwork`` is nobody: the actor
behind what the clock does.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from engagements import lifecycle, outbox
from engagements.models import (
    AccountEvent,
    AccountStep,
    ColourScheme,
    Engagement,
    Organisation,
    Role,
    User,
)
from engagements.models.organisations import NEEDS_CONTACT_PERSON
from engagements.vocabulary import RoleName

# How far ahead a coming gap is told of.
AHEAD = timedelta(days=90)
ONE_DAY = timedelta(days=1)


class NotPossible(Exception):
    """An appointment that can't be made. field: the answer to look at, None for all of it."""

    def __init__(self, sentence: str, field: str | None = None) -> None:
        super().__init__(sentence)
        self.field = field


def clockwork() -> User:
    """Return the inactive user in whose name scheduled work is written down."""
    user, made = User.objects.get_or_create(
        email="klockan@utblick.invalid", defaults={"name": "Utblick", "is_active": False}
    )
    if made:
        user.set_unusable_password()
        user.save(update_fields=["password"])
    return user


def choose_colours(scheme: ColourScheme, *, by: User) -> User:
    """Remember how a person wants the pages to look, on every machine they sign in from."""
    by.color_scheme = str(scheme)
    by.save(update_fields=["color_scheme"])
    return by


def choose_ways(*, by: User, **ways: bool) -> User:
    """Remember whether a person wants ``shortcuts``, and the ``reading_pane``."""
    for name, wanted in ways.items():
        setattr(by, name, wanted)
    by.save(update_fields=list(ways))
    return by


@transaction.atomic
def appoint(
    email: str,
    *,
    name: str,
    role: RoleName,
    organisation: Organisation,
    valid_from: date,
    valid_to: date | None,
    by: User,
    at: datetime,
) -> Role:
    """Give a person a role; one who is new gets an account and an invitation.

    name: what a new person is called; of one who is known it is not read. Raises NotPossible.
    """
    person = _known(email) or _new(email, name, by=by, at=at)
    made = Role(
        user=person,
        name=str(role),
        organisation=organisation,
        valid_from=valid_from,
        valid_to=valid_to,
    )
    if _again(made):
        raise NotPossible(_("Personen har redan den rollen de dagarna."), "valid_from")
    _write(made, by=by, at=at)
    return made


def _known(email: str) -> User | None:
    person = User.objects.select_for_update().filter(email=email.strip().lower()).first()
    if person and not person.is_active:
        raise NotPossible(_("Personens konto är avstängt. Öppna det först."), "email")
    return person


def _new(email: str, name: str, *, by: User, at: datetime) -> User:
    if not name:
        raise NotPossible(_("Ingen med den adressen finns än. Skriv personens namn."), "name")
    try:
        with transaction.atomic():
            person = User.objects.create_user(email, None, name=name)
    except IntegrityError as error:
        raise NotPossible(_("Någon annan lade just till personen. Pröva igen."), "email") from error
    invite(person, by=by, at=at)
    return person


def _again(role: Role) -> bool:
    """Whether the person has the same role already, on some of the days."""
    same = Role.objects.filter(user=role.user, name=role.name, organisation=role.organisation)
    if role.valid_to:
        same = same.filter(valid_from__lte=role.valid_to)
    return same.filter(Q(valid_to=None) | Q(valid_to__gte=role.valid_from)).exists()


def _write(role: Role, *, by: User, at: datetime) -> None:
    """Save a role that the database accepts. Raises NotPossible in the constraint's words."""
    try:
        role.validate_constraints()
    except ValidationError as error:
        raise NotPossible(" ".join(error.messages)) from error
    role._history_user, role._history_date = by, at  # type: ignore[attr-defined]
    try:
        with transaction.atomic():
            role.save()
    except IntegrityError as error:  # somebody else was quicker
        raise NotPossible(_("Verksamheten har redan en kontaktperson de dagarna.")) from error


@transaction.atomic
def end_role(role: Role, *, on: date, by: User, at: datetime) -> Role:
    """End a role; ``on`` is its last day. Raises NotPossible."""
    admins = Role.objects.select_for_update().filter(name=str(RoleName.ADMIN))
    left = admins.exclude(pk=role.pk).filter(user__is_active=True)
    after = list(left.on(on + ONE_DAY))
    if role.name == RoleName.ADMIN and not after:
        raise NotPossible(_("Utse en annan administratör först."), "valid_to")
    if on < role.valid_from:
        raise NotPossible(
            _("Rollen börjar %(day)s. Välj den dagen eller en senare.")
            % {"day": role.valid_from.isoformat()},
            "valid_to",
        )
    role.valid_to = on
    _write(role, by=by, at=at)
    return role


@transaction.atomic
def invite(person: User, *, by: User, at: datetime) -> AccountEvent:
    """Promise a person a mail with a link where they choose their password."""
    event = AccountEvent.objects.create(user=person, step=AccountStep.INVITED, by=by, at=at)
    outbox.promise("mail.invitation", at=at, once=f"invitation:{event.pk}", event_id=event.pk)
    return event


@transaction.atomic
def shut(person: User, *, by: User, at: datetime) -> User:
    """Shut an account now: its sessions end, its roles end today, its work is let go.

    The password goes with it, which is what ends the sessions: they are sealed with it, and
    would otherwise come alive again with the account. Raises NotPossible.
    """
    if person.pk == by.pk:
        raise NotPossible(_("Du kan inte stänga av dig själv."))
    today = timezone.localdate(at)
    person.is_active = False
    person.set_unusable_password()
    person.save(update_fields=["is_active", "password"])
    for role in Role.objects.filter(Q(valid_to=None) | Q(valid_to__gt=today), user=person):
        role.valid_to = max(today, role.valid_from)
        _write(role, by=by, at=at)
    for held in Engagement.objects.open().filter(ball_person=person):
        row = lifecycle.lock(held.pk)
        row.ball_person = None
        lifecycle.save(row, by=by, at=at, why=_("kontot stängdes"))
    AccountEvent.objects.create(user=person, step=AccountStep.SHUT, by=by, at=at)
    return person


@transaction.atomic
def open_again(person: User, *, by: User, at: datetime) -> User:
    """Open a shut account, without roles, and invite its person to choose a password."""
    person.is_active = True
    person.save(update_fields=["is_active"])
    AccountEvent.objects.create(user=person, step=AccountStep.OPENED, by=by, at=at)
    invite(person, by=by, at=at)
    return person


@dataclass(frozen=True)
class Gap:
    """Days on which an organisation has no contact person. last: None when no end is in sight."""

    organisation: Organisation
    first: date
    last: date | None


def gaps(*, on: date) -> list[Gap]:
    """Return the gaps of today and the near future where clause 5.6.1 wants a contact person."""
    until = on + AHEAD
    wanting = Organisation.objects.filter(
        active=True, kind__in=[str(kind) for kind in NEEDS_CONTACT_PERSON]
    ).order_by("sort_name")
    roles = Role.objects.filter(name=str(RoleName.CONTACT_PERSON), valid_from__lte=until)
    held: dict[int, list[Role]] = {}
    for role in roles.filter(Q(valid_to=None) | Q(valid_to__gte=on)).order_by("valid_from"):
        held.setdefault(role.organisation_id, []).append(role)
    return [gap for row in wanting for gap in _gaps_of(row, held.get(row.pk, []), on, until)]


def _gaps_of(organisation: Organisation, roles: list[Role], on: date, until: date) -> list[Gap]:
    found, free = [], on
    for role in roles:
        if role.valid_from > free:
            found.append(Gap(organisation, free, role.valid_from - ONE_DAY))
        if role.valid_to is None:
            return found
        free = role.valid_to + ONE_DAY
    if free <= until:
        found.append(Gap(organisation, free, None))
    return found
