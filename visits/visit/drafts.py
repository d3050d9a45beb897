"""How a visit's answers are written down, from a whole step or from what is readable so far."""

import uuid
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from engagements import lifecycle
from engagements.models import Engagement, Organisation, User
from engagements.registration import register, save_draft, set_cost, set_taking_part
from engagements.vocabulary import Status
from governance import assessing
from governance.actions import advising
from governance.strategy import Assessment
from visits.visit.forms import StepForm
from visits.visit.models import Visit


@transaction.atomic
def begin(
    *, organisation: Organisation, answers: dict[str, Any], key: uuid.UUID, by: User, at: datetime
) -> Engagement:
    """Make a draft of a visit from its first answers; the same key gives the same draft."""
    name = answers["requesting_organisation"]
    title = _("Besök från %(name)s") % {"name": name}
    engagement = register(
        Visit, organisation=organisation, title=title[:200], by=by, at=at, key=key
    )
    visit: Visit = engagement.visit
    if visit.requesting_organisation:
        return engagement
    engagement.starts_on = answers["starts_on"]
    engagement.counterpart = name
    for field in ("requesting_organisation", "country", "contact_email", "delegation_size"):
        setattr(visit, field, answers[field])
    visit.received_on = timezone.localdate(at)
    return save_draft(engagement, visit, version=None, by=by, at=at, changed=())


@transaction.atomic
def write(form: StepForm, *, version: int | None, by: User, at: datetime, on: date) -> Assessment:
    """Write the form's readable answers, and judge the visit anew.

    form: bound to an engagement whose row is locked. version: what the page was made from; one's
    own later changes are no conflict, since a page saves by itself while it is filled in.
    Raises lifecycle.StaleVersion when somebody else has changed it since then.
    """
    engagement, visit = form.engagement, form.visit
    if version != engagement.version and _changed_by_others(engagement, version, by=by):
        raise lifecycle.StaleVersion(engagement)
    answers = form.answers()
    _put(form, answers, by=by)
    assessment = assessing.judge(engagement, stage="draft", on=on)
    if not answers:
        return assessment
    assessing.remember_counts(engagement, assessment)
    labels = [str(form.fields[name].label) for name in answers]
    save_draft(engagement, visit, version=None, by=by, at=at, changed=labels)
    if engagement.status != Status.DRAFT:
        advising.void_stale(engagement, by=by, at=at)
    return assessment


def _changed_by_others(engagement: Engagement, since: int | None, *, by: User) -> bool:
    later = Engagement.history.filter(id=engagement.pk, version__gt=since or 0)
    return bool(later.exclude(history_user=by).exists())


def _put(form: StepForm, answers: dict[str, Any], *, by: User) -> None:
    engagement, visit = form.engagement, form.visit
    touches = dict(zip(visit.agenda, visit.agenda_touches, strict=False))
    for name, value in answers.items():
        if name in form.engagement_fields:
            setattr(engagement, name, value)
        elif name in form.visit_fields:
            setattr(visit, name, value)
        elif name in form.costs:
            set_cost(engagement, form.costs[name].value, by=by, per_person_sek=value)
        elif name in form.lines:
            touches[form.lines[name]] = value
    # A line that is new or reworded is unanswered; the others keep their answers.
    answered = [touches.get(line) for line in visit.agenda]
    visit.agenda_touches = [] if set(answered) <= {None} else answered
    if "areas" in answers:
        set_taking_part(engagement, answers["areas"], by=by)
    if "requesting_organisation" in answers:
        engagement.counterpart = visit.requesting_organisation
