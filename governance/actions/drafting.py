"""How answers are written down, from a whole step or from what is readable so far."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from engagements import lifecycle
from engagements.forms.stepping import BeginForm, StepForm
from engagements.models import Detail, Engagement, User
from engagements.registration import register, save_draft
from engagements.vocabulary import Status
from governance import assessing
from governance.actions import advising, way
from governance.strategy import Assessment


@transaction.atomic
def begin(form: BeginForm, *, by: User, at: datetime) -> Engagement:
    """Make a draft from its first answers; the same form twice gives the same draft."""
    engagement = register(
        form.detail,
        organisation=form.cleaned_data["organisation"],
        title=form.heading()[:200],
        by=by,
        at=at,
        key=form.cleaned_data["key"],
    )
    if engagement.version > 1:
        return engagement
    row = engagement.detail
    form.put(engagement, row)
    return save_draft(engagement, row, version=None, by=by, at=at, changed=())


@transaction.atomic
def write(form: StepForm, *, version: int | None, by: User, at: datetime, on: date) -> Assessment:
    """Write the form's readable answers, and judge the engagement anew.

    form: bound to an engagement whose row is locked. version: what the page was made from; one's
    own later changes are no conflict, since a page saves by itself while it is filled in.
    Raises lifecycle.StaleVersion when somebody else has changed it since then.
    """
    engagement = form.engagement
    if version != engagement.version and _changed_by_others(engagement, version, by=by):
        raise lifecycle.StaleVersion(engagement)
    answers = form.answers()
    form.put(answers, by=by)
    assessment = assessing.judge(engagement, stage="draft", on=on)
    if not answers:
        return assessment
    assessing.remember_counts(engagement, assessment)
    labels = [str(form.fields[name].label) for name in answers]
    save_draft(engagement, form.row, version=None, by=by, at=at, changed=labels)
    if engagement.status != Status.DRAFT:
        advising.void_stale(engagement, by=by, at=at)
        way.lift_when_burdened(engagement, by=by, at=at)
    return assessment


@transaction.atomic(savepoint=False)
def save_judged(engagement: Engagement, detail: Detail, *, by: User, at: datetime) -> Engagement:
    """Write a draft that no form wrote, and then what the strategy says of it.

    engagement and detail carry the new values. Raises what ``save_draft`` raises.
    """
    row = save_draft(engagement, detail, version=None, by=by, at=at, changed=())
    assessment = assessing.judge(row, stage="draft", on=timezone.localdate(at))
    assessing.remember_counts(row, assessment)
    return lifecycle.save(row, by=by, at=at, why="")


def _changed_by_others(engagement: Engagement, since: int | None, *, by: User) -> bool:
    later = Engagement.history.filter(id=engagement.pk, version__gt=since or 0)
    return bool(later.exclude(history_user=by).exists())
