"""A membership's own page: what it has given and costs, its reviews, and what is written down."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from engagements.lifecycle import IllegalMove
from engagements.models import Engagement
from engagements.permissions import allowed_to, visible_to
from engagements.vocabulary import Action, ActivityKind, Currency, Kind, MembershipForm, Status
from governance.views import answers
from memberships import forms
from memberships.membership import register, reviewing, tending
from memberships.membership.models import begun
from memberships.membership.sheet import sheet_of

REFUSALS = (tending.NotMember, reviewing.NoMember, IllegalMove)


@login_required
@require_GET
@allowed_to(Action.VIEW)
def membership(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Show a membership; a review leads to its own, and what is undecided to its item."""
    if engagement.kind != Kind.MEMBERSHIP:
        raise Http404
    whole = begun(engagement)
    if whole != engagement:
        return redirect("membership", number=whole.number)
    if engagement.status not in (register.GOES_ON, *register.ENDED):
        return redirect(engagement)
    return page(request, engagement)


def page(
    request: HttpRequest, engagement: Engagement, *, status: int = 200, **bound: Any
) -> HttpResponse:
    """Answer with the page of a membership. bound: a form that came back with errors."""
    today = timezone.localdate()
    reviews = _reviews(request.user, engagement, on=today)
    context = {
        "engagement": engagement,
        "row": register.row_of(engagement, on=today),
        "sheet": sheet_of(engagement, on=today),
        "reviews": reviews,
        "review": next((one for one in reviews if one.status not in reviewing.OVER), None),
        "may_review": _may_review(engagement),
        **_forms(request.user, engagement, on=today),
        **bound,
        "bound": next(iter(bound.values()), None),
    }
    return render(request, "memberships/membership.html", context, status=status)


def _reviews(user: Any, engagement: Engagement, *, on: date) -> list[Engagement]:
    """Return the reviews that the person may read; a draft is its organisation's own."""
    found = visible_to(user, on=on).filter(membership__review_of=engagement.pk)
    return list(found.select_related("membership").order_by("-pk"))


def _may_review(engagement: Engagement) -> bool:
    goes_on = engagement.status == Status.APPROVED and engagement.ends_on is None
    return goes_on and Action.FOLLOW_UP in engagement.allowed


def _forms(user: Any, engagement: Engagement, *, on: date) -> dict[str, Any]:
    if Action.FOLLOW_UP not in engagement.allowed:
        return {}
    kept = engagement.membership
    names = ("responsible", "representative", "representative_email")
    return {
        "contribution_form": forms.ContributionForm(on=on, auto_id="insats-%s"),
        "fee_form": forms.FeeForm(
            initial={"year": on.year, "currency": str(Currency.SEK)}, auto_id="avgift-%s"
        ),
        "responsible_form": forms.ResponsibleForm(
            initial={name: getattr(kept, name) for name in names}, auto_id="ansvarig-%s"
        ),
        "cite_form": forms.CiteForm(reader=user, on=on, auto_id="arende-%s"),
    }


@login_required
@require_POST
@allowed_to(Action.FOLLOW_UP)
def review(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Begin a review, or go on with the one that has been begun."""
    who: dict[str, Any] = {"by": request.user, "at": timezone.now()}
    try:
        made = reviewing.begin_review(engagement, **who)
    except reviewing.ReviewGoesOn as going_on:
        return redirect(going_on.review)
    except reviewing.NoMember as error:
        return answers.refused(request, engagement, error)
    return redirect("engagement_step", number=made.number, step=3)


@login_required
@require_POST
@allowed_to(Action.SUBMIT)
def take_up(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Take up in the register what was decided before Utblick."""
    who: dict[str, Any] = {"by": request.user, "at": timezone.now()}
    try:
        reviewing.take_up(engagement, **who)
    except (reviewing.NotKnown, IllegalMove) as error:
        return answers.refused(request, engagement, error)
    answers.done(request, _("Medlemskapet är upptaget i registret."))
    return redirect("membership", number=engagement.number)


@login_required
@require_POST
@allowed_to(Action.FOLLOW_UP)
def contribute(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Log something that was done."""
    form = forms.ContributionForm(request.POST, on=timezone.localdate(), auto_id="insats-%s")

    def act(**who: Any) -> None:
        given = form.cleaned_data
        tending.contribute(
            engagement,
            done_on=given["done_on"],
            kind=ActivityKind(given["kind"]),
            what=given["what"],
            **who,
        )

    return _write(request, engagement, "contribution_form", form, act, _("Insatsen är antecknad."))


@login_required
@require_POST
@allowed_to(Action.FOLLOW_UP)
def fee(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Write down a year's fee."""
    form = forms.FeeForm(request.POST, auto_id="avgift-%s")

    def act(**who: Any) -> None:
        given = form.cleaned_data
        tending.note_fee(
            engagement,
            year=given["year"],
            amount=given["amount"],
            currency=Currency(given["currency"]),
            amount_sek=given["amount_sek"],
            **who,
        )

    return _write(request, engagement, "fee_form", form, act, _("Avgiften är antecknad."))


@login_required
@require_POST
@allowed_to(Action.FOLLOW_UP)
def responsible(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Say who looks after it."""
    form = forms.ResponsibleForm(request.POST, auto_id="ansvarig-%s")
    names = ("responsible", "representative", "representative_email")

    def act(**who: Any) -> None:
        given = {name: form.cleaned_data[name] for name in names}
        tending.look_after(engagement, **given, **who)

    return _write(request, engagement, "responsible_form", form, act, _("Ansvarig är sparad."))


@login_required
@require_POST
@allowed_to(Action.FOLLOW_UP)
def cite(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Let a matter count as something done in the membership."""
    on = timezone.localdate()
    form = forms.CiteForm(request.POST, reader=request.user, on=on, auto_id="arende-%s")

    def act(**who: Any) -> None:
        if form.matter:
            tending.cite(engagement, form.matter, **who)

    try:
        return _write(request, engagement, "cite_form", form, act, _("Ärendet är kopplat."))
    except tending.NotToBeCited as error:
        form.add_error("number", str(error))
        return page(request, engagement, status=422, cite_form=form)


@login_required
@require_POST
@allowed_to(Action.CLASSIFY)
def classify(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Let SLK say what it is, in place of the answers."""
    form = forms.ClassifyForm(request.POST, auto_id="form-%s")
    if not form.is_valid():
        context = {"engagement": engagement, "form": form}
        return render(request, "memberships/classify.html", context, status=422)

    def act(**who: Any) -> None:
        given = form.cleaned_data
        tending.classify(
            engagement, form=MembershipForm(given["form"]), grounds=given["grounds"], **who
        )

    try:
        answers.once(request, engagement, form, act)
    except IllegalMove as error:
        return answers.refused(request, engagement, error)
    answers.done(request, _("Formen är ändrad. Beslutsvägen följer den."))
    return redirect(engagement)


def _write(
    request: HttpRequest, engagement: Engagement, name: str, form: Any, act: Any, said: str
) -> HttpResponse:
    if not form.is_valid():
        return page(request, engagement, status=422, **{name: form})
    try:
        answers.once(request, engagement, form, act)
    except REFUSALS as error:
        return answers.refused(request, engagement, error)
    answers.done(request, said)
    return redirect("membership", number=engagement.number)
