"""Those who go, and the accounts they have here: who travels takes no part in the decision."""

from engagements.models import Engagement, User
from visits.trip.models import Traveller


def account_of(row: Traveller) -> User | None:
    """Return the account of somebody who goes: by e-mail, else by a name that one alone has."""
    if row.email:
        return User.objects.filter(email__iexact=row.email, is_active=True).first()
    if not row.name:
        return None
    found = list(User.objects.filter(name__iexact=row.name, is_active=True)[:2])
    return found[0] if len(found) == 1 else None


def recognise(engagement: Engagement, *, by: User) -> None:
    """Write down whose accounts the names and addresses are."""
    for row in Traveller.objects.filter(engagement=engagement):
        user = account_of(row)
        if row.user_id != (user.pk if user else None):
            row.user = user
            row._history_user = by  # type: ignore[attr-defined]
            row.save()
