"""What people do with what they are told: read it, and choose how it reaches them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from engagements.models import User
from governance import notices
from governance.models import NEVER_OFF, Notice, NoticeChoice, Sort, Way


class NotPossible(Exception):
    """A choice that can't be made. sort: the answer to look at."""

    def __init__(self, sentence: str, sort: Sort) -> None:
        super().__init__(sentence)
        self.sort = sort


@transaction.atomic
def choose(chosen: Mapping[Sort, Way], *, by: User, at: datetime) -> None:
    """Keep how a person wants to be told; what they leave out stays as it was. Raises NotPossible.

    What waits for a person may be quiet but never off, and nothing is gathered in a mail that is
    not sent.
    """
    now = notices.ways([by], on=timezone.localdate(at))[by.pk] | dict(chosen)
    for sort in NEVER_OFF:
        if now[sort] == Way.OFF:
            raise NotPossible(str(_("Det här kan inte stängas av.")), sort)
    gathered = [sort for sort, way in now.items() if way == Way.DIGEST]
    if gathered and now[Sort.DIGEST] == Way.OFF:
        raise NotPossible(
            str(
                _(
                    "Måndagsmejlet behövs för det du samlar där. Välj något annat för det, eller "
                    "ha mejlet på."
                )
            ),
            Sort.DIGEST,
        )
    for sort, way in chosen.items():
        NoticeChoice.objects.update_or_create(person=by, sort=sort, defaults={"way": way})


@transaction.atomic
def read(notice: Notice, *, by: User, at: datetime) -> Notice:
    """Write down that a person has opened what they were told; the first time counts."""
    row = Notice.objects.select_for_update().get(pk=notice.pk, person=by)
    if row.read_at is None:
        row.read_at = at
        row.save(update_fields=["read_at"])
    return row


@transaction.atomic
def read_all(*, by: User, at: datetime) -> int:
    """Write down that a person has read all they were told until now; returns how much."""
    return Notice.objects.filter(person=by, read_at=None, at__lte=at).update(read_at=at)
