"""How an engagement comes into being, and how its draft is written down."""

import uuid
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from engagements import lifecycle, places, wording
from engagements.models import Cost, Detail, Engagement, FormKey, Organisation, TakingPart, User
from engagements.numbers import next_number
from engagements.once import wait_for
from engagements.permissions import GRANTS, NotNow
from engagements.timeline import record
from engagements.vocabulary import Action, Body, Kind, Party, Status


@transaction.atomic
def register(
    detail: type[Detail],
    *,
    organisation: Organisation,
    title: str,
    by: User,
    at: datetime,
    key: uuid.UUID | None = None,
) -> Engagement:
    """Make a draft with its number and its empty detail row, in one transaction.

    key: the form's own key; a second call with the same key returns the first engagement.
    """
    if key and (used := _used(key)):
        return used.engagement
    engagement = Engagement(
        kind=str(Kind(detail.kind)),
        number=next_number("INT", year=timezone.localtime(at).year),
        title=title,
        organisation=organisation,
        status=str(Status.DRAFT),
        ball=str(Body.CONTACT_PERSON),
        ball_organisation=organisation,
        ball_since=at,
        created_by=by,
        created_at=at,
        changed_by=by,
        changed_at=at,
    )
    engagement._history_user = by  # type: ignore[attr-defined]
    engagement.save()
    row = detail(engagement=engagement)
    row._history_user = by  # type: ignore[attr-defined]
    row.save(force_insert=True)
    wording.keep([row])
    if key:
        FormKey.objects.create(key=key, user=by, engagement=engagement, used_at=at)
    record(engagement, "registered", by=by, at=at)
    return engagement


def _used(key: uuid.UUID) -> FormKey | None:
    """Return the key when it is used; who else holds it is waited for until they commit."""
    wait_for(key)
    return FormKey.objects.select_related("engagement").filter(key=key).first()


def set_taking_part(
    engagement: Engagement, organisations: Iterable[Organisation], *, by: User
) -> None:
    """Make ``organisations`` the ones that the engagement touches beside its own."""
    wanted = {row.pk for row in organisations} - {engagement.organisation_id}
    for row in engagement.taking_part.all():
        if row.organisation_id in wanted:
            wanted.discard(row.organisation_id)
            continue
        row._history_user = by  # type: ignore[attr-defined]
        row.delete()
    for pk in wanted:
        row = TakingPart(engagement=engagement, organisation_id=pk)
        row._history_user = by  # type: ignore[attr-defined]
        row.save()
    engagement.__dict__.get("_prefetched_objects_cache", {}).pop("taking_part", None)


def set_cost(engagement: Engagement, line: str, *, by: User, **values: Any) -> None:
    """Write one cost line; a line whose values are all None is taken away."""
    row = Cost.objects.filter(engagement=engagement, line=line).first()
    if row is None and all(value is None for value in values.values()):
        return
    row = row or Cost(engagement=engagement, line=line)
    before = {name: getattr(row, name) for name in values}
    if row.pk and before == values:
        return
    for name, value in values.items():
        setattr(row, name, value)
    row._history_user = by  # type: ignore[attr-defined]
    if row.per_person_sek is row.estimate_sek is row.outcome_sek is None:
        if row.pk:
            row.delete()
        return
    row.save()


@transaction.atomic
def save_draft(
    engagement: Engagement,
    detail: Detail,
    *,
    version: int | None,
    by: User,
    at: datetime,
    changed: Iterable[str],
) -> Engagement:
    """Write what a form changed on an engagement and its detail, with history and version.

    engagement and detail carry the new values. Raises lifecycle.StaleVersion, or
    permissions.NotNow when it was decided after the person was let in.
    """
    fields = list(changed)
    row = lifecycle.lock(engagement.pk, version=version)
    if Action.CHANGE not in GRANTS[Status(row.status)].get(Party.OWNER, ()):
        raise NotNow(row, Action.CHANGE)
    engagement.search_words = detail.found_by
    lifecycle.save(engagement, by=by, at=at, why="")
    detail._history_user = by  # type: ignore[attr-defined]
    detail.save()
    wording.keep([detail])
    places.follow(engagement, detail, by=by, at=at)
    if fields and engagement.status != Status.DRAFT:
        record(engagement, "changed", by=by, at=at, fields=", ".join(fields))
    return engagement
