"""Changes of a decided project: noted, or decided anew as a matter of their own."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from engagements import lifecycle
from engagements.models import Engagement, User
from engagements.registration import register
from engagements.timeline import record
from engagements.vocabulary import ProjectStage, Status
from governance import assessing
from governance.actions import copying
from governance.actions.deciding import NotOpen
from governance.difference import kept
from governance.outcomes import ALLOWED
from memberships.eu_project import stages
from memberships.eu_project.forms import REPORTS
from memberships.eu_project.models import Amendment, EuProject
from memberships.project.models import ProjectFunding
from memberships.project.rows import FUNDING, PARTNERS, own_sek

# What belongs to the matter and not to the project.
OF_THE_MATTER = ("engagement", "amends", "amending", "came_of")
CARRIED = tuple(field.name for field in EuProject._meta.fields if field.name not in OF_THE_MATTER)
# Reports are dated on the project itself, without a decision.
ROWS = (PARTNERS, FUNDING)
WITHOUT = (REPORTS.name,)
OVER = (Status.CLOSED, Status.REJECTED, Status.WITHDRAWN)


def is_running(engagement: Engagement) -> bool:
    """Whether a project is decided and neither refused by its programme nor at its end."""
    over = (*stages.OVER, ProjectStage.REFUSED)
    return engagement.status == Status.APPROVED and stages.stage_of(engagement) not in over


def open_copy(project: Engagement) -> Engagement | None:
    """Return the working copy of a project that is not decided, if there is one."""
    found = _marked(project)
    return None if found is None or found.status in OVER else found


def _marked(project: Engagement) -> Engagement | None:
    row = project.euproject.amendments.filter(amending=True).select_related("engagement").first()
    return row.engagement if row else None


@transaction.atomic
def amend(
    project: Engagement,
    *,
    on: date,
    what: str,
    grounds: str,
    added_sek: int,
    new_role: bool,
    by: User,
    at: datetime,
) -> Amendment:
    """Write down a change. A new role, or far more money, is decided anew by each party.

    The city's own decision is then made on a working copy, one at a time. Raises stages.NotYet.
    """
    row = lifecycle.lock(project.pk)
    if row.status not in stages.DECIDED:
        raise stages.NotYet(_("Projektet är inte beslutat än. Ändra i ärendet i stället."))
    most = (row.estimated_sek or 0) * int(assessing.value_of(ALLOWED, on=on)) // 100
    anew = new_role or added_sek > most
    matter = _copy(row, added_sek=added_sek, by=by, at=at) if anew else None
    made = Amendment.objects.create(
        engagement=row,
        on=on,
        what=what,
        grounds=grounds,
        added_sek=added_sek,
        new_role=new_role,
        decides_anew=anew,
        matter=matter,
        by=by,
        at=at,
    )
    record(row, "project_amended", by=by, at=at, what=what)
    return made


def _copy(whole: Engagement, *, added_sek: int, by: User, at: datetime) -> Engagement:
    """Make the working copy of a project, with what the city adds filled in."""
    if not is_running(whole):
        raise stages.NotYet(_("Projektet är slut, så det finns inget nytt att besluta om."))
    if marked := _marked(whole):
        if marked.status not in OVER:
            said = _("Ändringen %(number)s är inte beslutad än. Fortsätt den i stället.")
            raise stages.NotYet(said % {"number": marked.number})
        _mark(marked.euproject, False, by=by)
    title = _("Ändring av projektet %(name)s") % {"name": whole.title}
    copy = register(EuProject, organisation=whole.organisation, title=title[:200], by=by, at=at)
    row = copy.euproject
    row.amends, row.amending = whole.euproject, True
    copying.carry(whole, copy, own=CARRIED, rows=ROWS, by=by)
    _add(copy, added_sek, by=by)
    copy = copying.save(copy, by=by, at=at)
    record(whole, "amendment_opened", by=by, at=at, number=copy.number)
    return copy


def _add(copy: Engagement, sek: int, *, by: User) -> None:
    """Add what the city would pay more to its part, and to the rows that say who pays."""
    row = copy.euproject
    if not sek:
        return
    row.cofinancing_sek = (row.cofinancing_sek or 0) + sek
    if row.own_budget_sek is not None:
        row.own_budget_sek += sek
    if own_sek(copy) is not None:
        last = copy.projectfunding_rows.order_by("place").last()
        place = last.place + 1 if last else 0
        line = ProjectFunding(
            engagement=copy, place=place, funder=str(_("Ökning")), sek=sek, own_group=True
        )
        line._history_user = by  # type: ignore[attr-defined]
        line.save()
    own = own_sek(copy)
    copy.estimated_sek = row.cofinancing_sek if own is None else own


@transaction.atomic
def settle(engagement: Engagement, *, by: User, at: datetime) -> Engagement:
    """Let an approved amendment change its project, and close it. A project itself stays as it is.

    Raises NotOpen when the project has ended meanwhile.
    """
    row = engagement.euproject
    if row.amends_id is None:
        return engagement
    whole = lifecycle.lock(row.amends_id)
    if not is_running(whole):
        raise NotOpen(_("Projektet är slut, så det finns inget nytt att besluta om."))
    row.came_of = kept(whole, engagement, on=timezone.localdate(at), without=WITHOUT)
    _mark(row, False, by=by)
    copying.carry(engagement, whole, own=CARRIED, rows=ROWS, by=by)
    return copying.take_effect(engagement, whole, by=by, at=at)


def _mark(row: EuProject, amending: bool, *, by: User) -> None:
    row.amending = amending
    copying.save_detail(row, by=by)
