"""Lists that people keep: one's own, one shared with an organisation, and a watched one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.http import QueryDict

from engagements.models import User
from engagements.vocabulary import RoleName
from governance import saved
from governance.actions import saving
from governance.models import HowOften
from governance.models.saved import ViewRoom

# Whose, which list, its filters, its name, and whom it is shared with.
VIEWS = (
    ("amina.lindqvist", ViewRoom.MATTERS, "status=follow_up", "Att följa upp", ""),
    ("amina.lindqvist", ViewRoom.MATTERS, "typ=trip", "Förvaltningens resor", "organisation"),
    (
        "johan.ekstrom",
        ViewRoom.QUEUE,
        "kontroll=hindrar",
        "Det som strategin hindrar",
        f"unit:{RoleName.INTERNATIONAL_UNIT}",
    ),
)


def fill(people: Mapping[str, User], *, at: datetime) -> None:
    """Keep the lists; Johan is told of his on Mondays."""
    for key, room, asked, name, group in VIEWS:
        by = people[key]
        if group == "organisation":
            group = f"organisation:{by.roles.get().organisation_id}"
        query = saved.canonical(room, QueryDict(asked))
        view = saving.save(room, query, name=name, group=group or saved.NOBODY, by=by, at=at)
    saving.watch(view, often=str(HowOften.MONDAY), by=by, at=at)
