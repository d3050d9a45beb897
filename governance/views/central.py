"""On the item page: what the Mayor decides, and what secretaries write down of other bodies."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from engagements import documents
from engagements.lifecycle import StaleVersion
from engagements.models import Engagement
from engagements.permissions import NotNow, allowed_to
from engagements.vocabulary import Action, Body, Outcome, Recommendation, RoleName, Status
from governance import assessing, kinds, strategy
from governance.actions import advising, deciding, demands, way
from governance.actions import central as acting
from governance.forms_delegation import AnewForm, MatterForm, PreparedForm, WrittenAnewForm
from governance.models import Decision
from governance.views import answers, fresh
from governance.views.item import assessment_of, central_form, page, said, speaks_for

NO_WAY = (deciding.HasConflict, deciding.NotOpen)
ON_FORM = (documents.Refused, demands.NeedsGrounds, demands.NotAnswered)
REFUSED = (demands.NeedsAdvice, deciding.AlreadyDecided, StaleVersion, *NO_WAY)


@login_required
@require_POST
@allowed_to(Action.VIEW)
def decide(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Write down what the Mayor, the Executive Board or the City Council decides."""
    body = _open_for(engagement, Status.DECISION)
    if body is None:
        return _too_late(request, engagement)
    assessment = assessment_of(engagement, on=timezone.localdate())
    form = central_form(engagement, assessment, request.POST, request.FILES)
    if not form.is_valid():
        return page(request, engagement, status=422, central_form=form)
    if body is Body.FINANCE_MAYOR and (again := _again(request, engagement, form)):
        return again
    try:
        decision = acting.decide(engagement, body=body, **_given(form), **_who(request))
    except ON_FORM as error:
        _put_on(form, error)
        return page(request, engagement, status=422, central_form=form)
    except REFUSED as error:
        return _refuse(request, engagement, form, error)
    answers.done(request, _("Beslutet %(number)s är sparat.") % {"number": decision.number})
    return redirect(engagement)


def _put_on(form: MatterForm, error: Exception) -> None:
    """Say at its field what an answer still lacks."""
    if isinstance(error, documents.Refused):
        form.add_error("minutes", str(error))
    elif isinstance(error, demands.NeedsGrounds):
        form.add_error("grounds", _("Skriv varför, med en mening: %s") % " ".join(error.reasons))
    elif isinstance(error, demands.NotAnswered):
        form.add_error("outcome", [str(error), *said(error.findings)])


def _refuse(
    request: HttpRequest, engagement: Engagement, form: MatterForm, error: Exception
) -> HttpResponse:
    """Answer with the page that says why nothing was decided, and what happens instead."""
    if isinstance(error, demands.NeedsAdvice):
        return _send_back(request, engagement, error.unit, str(error))
    if isinstance(error, acting.NotDealtWith):
        unit = assessment_of(engagement, on=timezone.localdate()).route.advice_unit
        return _send_back(request, engagement, unit, str(error))
    if isinstance(error, deciding.AlreadyDecided):
        return answers.already_decided(request, engagement, error)
    if isinstance(error, StaleVersion):
        return answers.changed_meanwhile(request, engagement, error, form.cleaned_data["grounds"])
    return answers.refused(request, engagement, error)


def _open_for(engagement: Engagement, status: Status) -> Body | None:
    """Return the body that the reader answers for now; None when they do not."""
    waits = engagement.status == status and engagement.ball in acting.ROLES
    return Body(engagement.ball) if waits and Action.DECIDE in engagement.allowed else None


def _too_late(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Tell somebody who could have answered that it is done; anybody else that it is not theirs."""
    own = speaks_for(request.user, engagement)
    made = engagement.decisions.filter(body__in=own).select_related("by").order_by("-id").first()
    declared = engagement.conflicts.filter(user=request.user).exists()  # type: ignore[misc]
    if made is None or declared:
        raise NotNow(engagement, Action.DECIDE)
    return answers.already_decided(request, engagement, deciding.AlreadyDecided(made))


def _again(request: HttpRequest, engagement: Engagement, form: MatterForm) -> HttpResponse | None:
    label = kinds.outcome_label(engagement, form.cleaned_data["outcome"])
    sentence = f"{engagement.number} {engagement.title}: {label}"
    return fresh.ask(request, said=[sentence], back=engagement.get_absolute_url())


def _given(form: Any) -> dict[str, Any]:
    given = form.cleaned_data
    return {
        "outcome": Outcome(given["outcome"]),
        "grounds": given["grounds"],
        "held": form.held() if "minutes" in given else None,
        "version": given["version"] or 0,
    }


def _who(request: HttpRequest) -> dict[str, Any]:
    return {"by": request.user, "at": timezone.now()}


def _send_back(
    request: HttpRequest, engagement: Engagement, unit: RoleName, why: str
) -> HttpResponse:
    """Send a matter that can't be decided as it reads back to be prepared anew, and say so."""
    text = _("Ärendet måste beredas på nytt, innan någon beslutar.")
    advising.ask(engagement, unit=unit, text=text, **_who(request))
    answers.done(request, _("%(why)s Frågan är skickad dit.") % {"why": why})
    return redirect(engagement)


@login_required
@require_POST
@allowed_to(Action.DECIDE)
def prepare(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Write down what the Executive Board proposes to the City Council."""
    if _open_for(engagement, Status.PREPARATION) is None:
        raise NotNow(engagement, Action.DECIDE)
    form = PreparedForm(request.POST, request.FILES, auto_id="beredning-%s")
    if form.is_valid():
        try:
            way.board_prepared(
                engagement,
                Recommendation(form.cleaned_data["recommendation"]),
                grounds=form.cleaned_data["grounds"],
                held=form.held(),
                **_who(request),
            )
        except documents.Refused as error:
            form.add_error("minutes", str(error))
        except demands.NeedsGrounds as needed:
            form.add_error("grounds", " ".join(needed.reasons))
        except NO_WAY as refused:
            return answers.refused(request, engagement, refused)
        else:
            answers.done(request, _("Kommunstyrelsens förslag är sparat."))
            return redirect(engagement)
    return page(request, engagement, status=422, prepared_form=form)


@login_required
@require_http_methods(["GET", "POST"])
@allowed_to(Action.SUPERSEDE)
def anew(request: HttpRequest, engagement: Engagement, pk: int) -> HttpResponse:
    """Put a new decision in the place of one that stands."""
    standing = get_object_or_404(engagement.decisions.select_related("dealing", "by"), pk=pk)
    if standing.body not in speaks_for(request.user, engagement):
        raise NotNow(engagement, Action.SUPERSEDE)
    assessment = assessing.judge(engagement, stage="decision", on=timezone.localdate())
    form = _anew_form(request, engagement, standing, assessment)
    if request.method == "POST" and form.is_valid():
        mayors = standing.body == Body.FINANCE_MAYOR
        if mayors and (again := _again(request, engagement, form)):
            return again
        if done := _supersede(request, engagement, standing, form):
            return done
    context = {"engagement": engagement, "decision": standing, "form": form}
    context["assessment"] = assessment
    status = 422 if form.errors else 200
    return render(request, "delegation/anew.html", context, status=status)


def _anew_form(
    request: HttpRequest,
    engagement: Engagement,
    standing: Decision,
    assessment: strategy.Assessment,
) -> AnewForm:
    kind = AnewForm if standing.body == Body.FINANCE_MAYOR else WrittenAnewForm
    return kind(
        request.POST or None,
        request.FILES or None,
        engagement=engagement,
        dealing=standing.dealing,
        assessment=assessment,
    )


def _supersede(
    request: HttpRequest, engagement: Engagement, standing: Decision, form: AnewForm
) -> HttpResponse | None:
    """Return the answer; None when the form has something to say."""
    given = _given(form)
    given.pop("version")
    try:
        made = acting.supersede(standing, why=form.cleaned_data["why"], **given, **_who(request))
    except ON_FORM as error:
        _put_on(form, error)
        return None
    except deciding.AlreadyDecided as earlier:
        return answers.already_decided(request, engagement, earlier)
    except (demands.NeedsAdvice, *NO_WAY) as error:
        form.add_error("outcome", str(error))
        return None
    answers.done(request, _("Beslutet %(number)s är sparat.") % {"number": made.number})
    return redirect(engagement)
