"""The demo's projects: fifteen and an amendment, at every stage, by the site's own actions."""

from collections import Counter

import pytest
from django.utils import timezone

from engagements.models import Engagement
from engagements.vocabulary import ProjectStage, Status
from memberships import projects as register
from memberships.demo import projects
from memberships.models import Call, EuProject

pytestmark = pytest.mark.django_db


def test_fifteen_projects_stand_at_every_stage(world, amina):
    today = timezone.localtime().replace(second=0, microsecond=0)

    for at, act in sorted(projects.steps(world, today), key=lambda step: step[0]):
        act(at)

    made = Counter(Engagement.objects.values_list("kind", flat=True))
    assert made == {"eu_project": 13, "aid_project": 3}
    amendment = EuProject.objects.get(amending=True)
    assert amendment.engagement.status == Status.DECISION
    found = register.projects_of(world["johan.ekstrom"], on=timezone.localdate())
    assert amendment.engagement not in found
    assert set(found.values_list("stage", flat=True)) == {str(stage) for stage in ProjectStage}
    rate = register.landing(found)
    assert (rate.landed, rate.answered, rate.ended, rate.percent) == (2, 3, 4, 67)
    assert Call.objects.count() == len(projects.CALLS)
