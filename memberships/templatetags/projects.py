"""What the item page shows of a project beside what all kinds have."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django import template
from django.utils import timezone
from django.utils.translation import get_language

from engagements.labels import label
from engagements.models import Engagement
from engagements.vocabulary import ProjectStage
from governance import difference
from memberships import project_forms
from memberships.eu_project import amending, stages
from memberships.eu_project.models import EuProject, ReportDate

register = template.Library()


class Step(NamedTuple):
    """A step of the way, as the stepper shows it."""

    state: str
    title: str
    detail: str = ""


class Next(NamedTuple):
    """A step that may be taken now, and its form."""

    stage: str
    title: str
    form: project_forms.MoveForm


class Dated(NamedTuple):
    """A report, and the form that changes it."""

    report: ReportDate
    form: project_forms.ReportForm

    @classmethod
    def of(cls, row: ReportDate) -> Dated:
        """Return a report with its form filled in."""
        known = {"report": row.pk, "what": row.what, "due_on": row.due_on}
        return cls(row, project_forms.ReportForm(initial=known, auto_id=f"rapport-{row.pk}-%s"))


@dataclass(frozen=True)
class Shown:
    """An EU project's own part of the item page. mine: whether the reader writes in it."""

    steps: list[Step]
    moves: list[Any]
    next: list[Next]
    parties: list[stages.Party]
    reports: list[Dated]
    amendments: list[Any]
    asked_on: date | None
    mine: bool
    decided: bool
    party_form: project_forms.PartyForm
    amend_form: project_forms.AmendForm
    report_form: project_forms.ReportForm
    today: date


class Amending(NamedTuple):
    """What an amendment of a project shows: the project, what is said of it, and what differs."""

    whole: Engagement
    noted: Any
    changes: list[difference.Change]


@register.simple_tag
def project_amended(engagement: Engagement) -> Amending | None:
    """Return what a working copy would change, or has changed; None for a project itself."""
    row = engagement.euproject
    if row.amends is None:
        return None
    whole, today = row.amends.engagement, timezone.localdate()
    if row.came_of:
        changes = difference.told(engagement, language=get_language() or "sv")
    else:
        changes = difference.changes(whole, engagement, on=today, without=amending.WITHOUT)
    return Amending(whole, engagement.project_amendment, changes)


@register.simple_tag
def eu_project(engagement: Engagement) -> Shown:
    """Return what the item page shows of an EU project."""
    today = timezone.localdate()
    moves = list(engagement.stagemove_set.select_related("by").order_by("pk"))
    now = stages.stage_of(engagement)
    parties = stages.parties(engagement)
    decided = engagement.status in stages.DECIDED
    mine = decided and stages.is_open_to_write(engagement)
    asked = stages.asked_on(engagement)
    coming = stages.NEXT[now] if decided and mine else ()
    if now is ProjectStage.ENDED and asked and today < asked:
        coming = ()
    return Shown(
        steps=_steps(now),
        moves=moves,
        next=[
            Next(
                str(stage),
                label(stage),
                project_forms.MoveForm(
                    today=today, initial={"on": today, "stage": str(stage)}, auto_id=f"{stage}-%s"
                ),
            )
            for stage in coming
        ],
        parties=parties,
        reports=[Dated.of(row) for row in engagement.reportdate_rows.order_by("due_on", "place")],
        amendments=list(
            engagement.amendment_set.select_related("by", "matter").order_by("on", "pk")
        ),
        asked_on=asked,
        mine=mine,
        decided=decided,
        party_form=project_forms.PartyForm(
            today=today, parties=[one.organisation for one in parties], auto_id="part-%s"
        ),
        amend_form=project_forms.AmendForm(today=today, auto_id="andring-%s"),
        report_form=project_forms.ReportForm(auto_id="rapport-ny-%s"),
        today=today,
    )


def _steps(now: ProjectStage) -> list[Step]:
    """Return the way; the days stand in the list below it, where there is room for them."""
    path = list(stages.PATH)
    if now is ProjectStage.REFUSED:
        path = [ProjectStage.IDEA, ProjectStage.APPLIED, now]
    if now is ProjectStage.NOT_LANDED:
        path[-1] = now
    place = path.index(now)
    return [
        Step("done" if at < place else "now" if at == place else "todo", label(stage))
        for at, stage in enumerate(path)
    ]


@register.filter
def aid_sums(engagement: Engagement) -> dict[str, int | None]:
    """Return what others outside the city's group pay of the whole, and what lacks."""
    whole = engagement.aidproject.whole_cost_sek
    rows = list(engagement.projectfunding_rows.all())
    others = sum(row.sek or 0 for row in rows if row.own_group is False)
    share = others * 100 // whole if whole else None
    lacks = max(whole - others, 0) if whole is not None else None
    return {"whole": whole, "others": others, "share": share, "lacks": lacks}


@register.filter
def is_late(row: EuProject) -> bool:
    """Whether the last day to apply has been, and no application was sent."""
    now = stages.stage_of(row.engagement)
    late = bool(row.apply_by and row.apply_by < timezone.localdate())
    return late and now is ProjectStage.IDEA and row.amends_id is None
