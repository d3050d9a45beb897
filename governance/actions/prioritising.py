"""What is prioritised for a while: by the city, or by one organisation."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from engagements.models import Organisation, User
from governance.actions.setting import NotPossible
from governance.models import Priority, Theme


@transaction.atomic
def add(
    organisation: Organisation | None,
    *,
    theme: Theme | None,
    country: str,
    valid_from: date,
    valid_to: date | None,
    source: str,
    by: User,
    at: datetime,
) -> Priority:
    """Prioritise a theme or a country from a day on; for the whole city without an organisation.

    A second click finds the same priority.
    """
    given: dict[str, Any] = {
        "organisation": organisation,
        "theme": theme,
        "country": country,
        "valid_from": valid_from,
        "valid_to": valid_to,
        "source": source,
    }
    if same := Priority.objects.filter(**given).first():
        return same
    row = Priority(**given, set_by=by, set_at=at)
    row._history_user, row._history_date = by, at  # type: ignore[attr-defined]
    row.save()
    return row


@transaction.atomic
def end(priority: Priority, *, valid_to: date, by: User, at: datetime) -> Priority:
    """Set the last day of a priority. Raises NotPossible."""
    row = Priority.objects.select_for_update(of=("self",)).get(pk=priority.pk)
    if valid_to < row.valid_from:
        raise NotPossible(_("Sista dagen måste vara samma dag som start eller senare."), "valid_to")
    row.valid_to = valid_to
    row._history_user, row._history_date = by, at  # type: ignore[attr-defined]
    row.save()
    return row
