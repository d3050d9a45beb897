"""The item page: everything about one engagement, with the forms that its reader may use."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from engagements import organisations, timeline, turns
from engagements.lacking import remember_lacking
from engagements.models import Document, Engagement, Organisation
from engagements.permissions import ANSWERS, allowed_to, parties, reach_of
from engagements.standing_in import Absent, absent
from engagements.turns import holds
from engagements.vocabulary import Action, Body, Outcome, Status
from governance import assessing, bulk, committee, forms, kinds, outcomes, strategy, talk
from governance.actions import central, demands, following_up, stops
from governance.actions.following_up import STEPS, gift_findings
from governance.almanac import days
from governance.forms_assigning import offered
from governance.forms_deadlines import ExtendForm, PauseForm
from governance.forms_delegation import MatterForm, PreparedForm, WrittenForm
from governance.forms_talk import CommentForm, TodoForm
from governance.models import FollowUp, Part
from governance.views import seats, steps

DECIDED = {
    Status.COORDINATION,
    Status.APPROVED,
    Status.FOLLOW_UP,
    Status.CLOSED,
    Status.REJECTED,
}


@login_required
@require_GET
@allowed_to(Action.VIEW, whole=True)
def item(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Show an engagement."""
    return page(request, engagement)


@require_GET
def address(request: HttpRequest, number: str) -> HttpResponse:
    """Lead from a number as address to its page: the city's own, or the one for all to read."""
    return redirect("engagement" if request.user.is_authenticated else "insight_item", number)


def page(
    request: HttpRequest, engagement: Engagement, *, status: int = 200, **bound: Any
) -> HttpResponse:
    """Answer with the item page. bound: forms that came back with errors, by their names."""
    today = timezone.localdate()
    remember_lacking(engagement)
    steps.read(engagement)
    assessment = assessment_of(engagement, on=today)
    route = stops.route_of(engagement, assessment)
    rows = _rows(engagement)
    context: dict[str, Any] = {
        "engagement": engagement,
        "pages": kinds.pages_of(engagement),
        "today": today,
        "may": {str(action): True for action in engagement.allowed},
        "is_over": following_up.is_over(engagement, on=today),
        "has_days": _has_days(request.user, engagement, rows["talk"], on=today),
        "my_turn": _my_turn(request.user, engagement, on=today),
        "gone": _gone(engagement, on=today),
        "can_remind": _can_remind(request.user, engagement),
        "assessment": assessment,
        "lift": getattr(engagement, "lift", None),
        "route": route,
        "names": _names(route, engagement.organisation),
        "states": steps.states_of(route, engagement),
        "stepper": steps.of(engagement, route),
        "own_bodies": speaks_for(request.user, engagement) if rows["decisions"] else [],
        "five_steps": [(name, getattr(engagement, field)) for field, name in STEPS],
        **rows,
        "gift_findings": _gift_findings(engagement, rows["follow_up"], on=today),
        "compared": outcomes.compared(engagement, on=today),
        "overrun": outcomes.asked_anew(engagement),
        **_forms(request.user, engagement, assessment, on=today),
        **bound,
        "bound": next(iter(bound.values()), None),
    }
    return render(request, "governance/engagement.html", context, status=status)


def assessment_of(engagement: Engagement, *, on: date) -> strategy.Assessment:
    """Return today's judgement, or the one that was decided on once there is one."""
    if engagement.status in DECIDED:
        kept = engagement.assessments.order_by("-id").first()
        if kept:
            return strategy.replay(json.loads(kept.receipt))
    stage = "draft" if engagement.status == Status.DRAFT else "decision"
    return assessing.judge(engagement, stage=stage, on=on)


def _gift_findings(
    engagement: Engagement, told: FollowUp | None, *, on: date
) -> list[strategy.Finding]:
    """Return what is said of a gift: it comes after the judgement that the page shows."""
    if told is None or not told.gift_received_sek:
        return []
    return gift_findings(engagement, on=on)


def _my_turn(user: Any, engagement: Engagement, *, on: date) -> bool:
    mine = holds(user, reach_of(user, on=on))
    return bool(engagement.ball) and Engagement.objects.filter(mine, pk=engagement.pk).exists()


def _gone(engagement: Engagement, *, on: date) -> list[Absent]:
    """Return those whose turn it is and who are away."""
    holders = turns.holders(engagement, on=on).values_list("pk", flat=True)
    return list(absent(holders, on=on).values()) if engagement.ball else []


def _can_remind(user: Any, engagement: Engagement) -> bool:
    """Say whether the reader may remind whoever holds it, and it has not been done today."""
    if Action.REMIND not in engagement.allowed:
        return False
    return not bulk.no_reminding(engagement, by=user, at=timezone.now())


def _has_days(user: Any, engagement: Engagement, told: talk.Talk, *, on: date) -> bool:
    """Whether a reader has anything of a matter to put into a calendar, also as a stand-in."""
    if any((*days.of_matter(engagement), *days.of_due(engagement))):
        return True
    owners = {user.pk, *reach_of(user, on=on).stands_for}
    if not any(todo.owner_id in owners for todo in told.todos):
        return False
    mine = talk.waits_for(user, on=on, instead=True)
    return mine.filter(engagement=engagement).exists()


def _names(route: strategy.Route, host: Organisation) -> dict[str, str]:
    """Return the names of those on the way, and the host's."""
    return organisations.names([host.code, *(step.organisation for step in route.steps)])


def _rows(engagement: Engagement) -> dict[str, Any]:
    own = kinds.pages_of(engagement).spoken.outcomes
    return {
        "advice": engagement.advice.all(),
        "talk": talk.of(engagement),
        "decisions": engagement.decisions.all(),
        "replies": engagement.replies.all(),
        "documents": _unreplaced(engagement),
        "follow_up": getattr(engagement, "follow_up", None),
        "conflicts": engagement.conflicts.all(),
        "secret_parts": [
            row
            for row in engagement.secret_parts.all()
            if row.lifted_at is None and row.part != Part.WHOLE
        ],
        "shown_gain": next(
            (row for row in engagement.shown_gains.all() if row.hidden_at is None), None
        ),
        "events": [
            (timeline.icon(row), timeline.sentence(row, outcomes=own), row)
            for row in engagement.events.all()
        ],
    }


def _unreplaced(engagement: Engagement) -> list[Document]:
    rows = engagement.documents.all()
    replaced = {row.replaces_id for row in rows}
    return [row for row in rows if row.pk not in replaced]


def _forms(
    user: Any, engagement: Engagement, assessment: strategy.Assessment, *, on: date
) -> dict[str, Any]:
    """Return an empty form for everything that the reader may do now."""
    may, version = engagement.allowed, {"version": engagement.version}
    found: dict[str, Any] = {}
    if user.pk not in {conflict.user_id for conflict in engagement.conflicts.all()}:
        found["conflict_form"] = forms.ConflictForm(auto_id="jav-%s")
    if Action.ADVISE in may:
        found["advice_form"] = forms.AdviceForm(
            assessment=assessment, initial=version, auto_id="rad-%s"
        )
        if assign_form := offered(engagement, on=on):
            found["assign_form"] = assign_form
    if Action.ASK in may:
        found["ask_form"] = forms.AskForm(auto_id="fraga-%s")
    if may & {Action.ADVISE, Action.ASK}:
        found["message_form"] = forms.MessageForm(auto_id="trad-%s")
    if Action.COMMENT in may:
        about: dict[str, Any] = {"engagement": engagement, "today": on}
        found["comment_form"] = CommentForm(**about, auto_id="kommentar-%s")
        found["todo_form"] = TodoForm(**about, auto_id="uppgift-%s")
    if Action.DECIDE in may:
        found |= _decision_forms(user, engagement, assessment, on=on)
    if Action.COORDINATE in may:
        found["coordination_form"] = forms.CoordinationForm(auto_id="samordning-%s")
    if Action.FILE in may:
        found["document_form"] = forms.DocumentForm(auto_id="handling-%s")
    if Action.SHARE in may:
        found["share_form"] = forms.ShareForm(auto_id="dela-%s")
    if Action.WITHDRAW in may:
        found["withdraw_form"] = forms.WithdrawForm(auto_id="aterta-%s")
    if engagement.due and Action.PAUSE in may and engagement.ball != Body.DELEGATION:
        found["pause_form"] = PauseForm(auto_id="pausa-%s")
    if engagement.due and Action.EXTEND in may:
        found["extend_form"] = ExtendForm(auto_id="forlang-%s")
    if Action.SECRECY in may:
        initial = {"section": engagement.secrecy_section}
        found["secrecy_form"] = forms.SecrecyForm(initial=initial, auto_id="secrecy_form-%s")
        found["part_form"] = forms.SecretPartForm(engagement=engagement, today=on, auto_id="del-%s")
        found["open_part_form"] = forms.OpenPartForm(auto_id="oppna-del-%s")
        if engagement.secret:
            found["open_form"] = forms.OpenForm(auto_id="open_form-%s")
    if Action.REGISTER in may:
        found["registry_form"] = forms.RegistryNumberForm(
            initial={"registry_number": engagement.registry_number}, auto_id="diarium-%s"
        )
    return found


def speaks_for(user: Any, engagement: Engagement) -> list[str]:
    """Return the city's own bodies that a person acts for, or keeps the books of, in a matter."""
    own = parties(user, engagement, on=timezone.localdate())
    return [str(body) for body, party in ANSWERS.items() if party in own]


def _decision_forms(
    user: Any, engagement: Engagement, assessment: strategy.Assessment, *, on: date
) -> dict[str, Any]:
    if engagement.status == Status.PREPARATION:
        return {"prepared_form": PreparedForm(auto_id="beredning-%s")}
    asked = _asked_of_decider(engagement, assessment)
    if engagement.ball not in ANSWERS:
        own = seats.deciding(user, engagement, on=on)
        return asked | {"decision_form": decision_form(engagement, own)}
    body = Body(engagement.ball)
    obstacle = central.obstacle(engagement, assessment, body=body)
    return asked | {
        "obstacle": obstacle,
        "central_form": central_form(engagement, assessment),
        "dealing": central.dealing_for(engagement),
        "seat": committee.mayor_in(engagement, on=on) if body is Body.FINANCE_MAYOR else None,
    }


def central_form(
    engagement: Engagement, assessment: strategy.Assessment, data: Any = None, files: Any = None
) -> MatterForm:
    """Return the form of the Mayor's decision, or of what a secretary writes down."""
    kind = MatterForm if engagement.ball == Body.FINANCE_MAYOR else WrittenForm
    return kind(
        data,
        files,
        engagement=engagement,
        dealing=central.dealing_for(engagement),
        assessment=assessment,
        auto_id="beslut-%s",
    )


def said(findings: Iterable[strategy.Finding]) -> list[str]:
    """Return why, in the reader's language."""
    return [finding.why.get(get_language() or "sv") for finding in findings]


def _asked_of_decider(engagement: Engagement, assessment: strategy.Assessment) -> dict[str, Any]:
    """Return what a yes would demand, so that nobody learns it by being refused."""
    kept = demands.Kept(engagement, assessment)
    unit = demands.advice_lacking(assessment, kept)
    return {
        "unanswered": said(demands.unanswered_of(assessment, Outcome.ACCEPTED)),
        "reasons": demands.reasons_for_grounds(assessment, Outcome.ACCEPTED, kept),
        "advice_lacking": unit.label(get_language() or "sv") if unit else "",
    }


def decision_form(
    engagement: Engagement, own: Iterable[Organisation], data: Any = None
) -> forms.DecisionForm:
    """Return the form in which organisations answer, those that the reader speaks for."""
    overrun = outcomes.asked_anew(engagement)
    own = list(own)
    if overrun:
        own = [row for row in own if row.pk == overrun.decision.organisation_id]
    return forms.DecisionForm(
        data,
        organisations=own,
        about_cost=bool(overrun),
        wants_letter=bool(getattr(engagement.detail, "wants_letter", False)),
        spoken=kinds.pages_of(engagement).spoken,
        initial={"version": engagement.version},
        auto_id="stallning-%s",
    )
