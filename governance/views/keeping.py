"""Small acts on the item page: jäv, sharing, secrecy, registry number, taking back."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from engagements.lifecycle import IllegalMove
from engagements.models import Engagement
from engagements.permissions import allowed_to
from engagements.vocabulary import Action
from governance import forms
from governance.actions import intake, keeping
from governance.actions import secrecy as acting
from governance.models import SecretPart
from governance.views import answers
from governance.views.item import page


@login_required
@require_POST
@allowed_to(Action.VIEW)
def declare_conflict(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Declare one's own conflict of interest."""
    form = forms.ConflictForm(request.POST, auto_id="jav-%s")
    if not form.is_valid():
        return page(request, engagement, status=422, conflict_form=form)
    grounds = form.cleaned_data["grounds"]
    keeping.declare_conflict(engagement, grounds=grounds, by=request.user, at=timezone.now())  # type: ignore[arg-type]
    answers.done(request, _("Jäv är anmält. Du deltar inte längre i ärendet."))
    return redirect(engagement)


@login_required
@require_POST
@allowed_to(Action.SHARE)
def share(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Let a named colleague read."""
    reader = request.user.email  # type: ignore[union-attr]
    form = forms.ShareForm(request.POST, reader=reader, auto_id="dela-%s")
    if not form.is_valid():
        return page(request, engagement, status=422, share_form=form)
    email = form.cleaned_data["email"]
    try:
        sharing = partial(keeping.share_with, engagement, email=email)
        answers.once(request, engagement, form, sharing)
    except keeping.NoSuchColleague as error:
        form.add_error("email", str(error))
        return page(request, engagement, status=422, share_form=form)
    answers.done(request, _("%(email)s kan nu läsa ärendet.") % {"email": email})
    return redirect(engagement)


@login_required
@require_POST
@allowed_to(Action.REGISTER)
def registry_number(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Write down the city's own number."""
    form = forms.RegistryNumberForm(request.POST, auto_id="diarium-%s")
    if not form.is_valid():
        return page(request, engagement, status=422, registry_form=form)
    number = form.cleaned_data["registry_number"]
    keeping.set_registry_number(engagement, number=number, by=request.user, at=timezone.now())  # type: ignore[arg-type]
    answers.done(request, _("Diarienumret är sparat."))
    return redirect(engagement)


@login_required
@require_POST
@allowed_to(Action.SECRECY)
def secrecy(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Mark that secrecy is weighed, or that it is not any more."""
    opening = "open" in request.POST
    kind = forms.OpenForm if opening else forms.SecrecyForm
    name = "open_form" if opening else "secrecy_form"
    form = kind(request.POST, auto_id=f"{name}-%s")
    if not form.is_valid():
        return page(request, engagement, status=422, **{name: form})
    act: Any = acting.make_open if opening else acting.make_secret
    try:
        act(engagement, **form.cleaned_data, by=request.user, at=timezone.now())
    except acting.NothingToChange as error:
        return answers.refused(request, engagement, error)
    answers.done(request, _("Ärendet är öppet.") if opening else _("Sekretess prövas."))
    return redirect(engagement)


@login_required
@require_POST
@allowed_to(Action.SECRECY)
def mask_part(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Keep one part secret."""
    today = timezone.localdate()
    form = forms.SecretPartForm(request.POST, engagement=engagement, today=today, auto_id="del-%s")
    if not form.is_valid():
        return page(request, engagement, status=422, part_form=form)
    asked: dict[str, Any] = form.cleaned_data
    try:
        acting.mask(engagement, **asked, by=request.user, at=timezone.now())  # type: ignore[arg-type]
    except acting.NothingToChange as error:
        return answers.refused(request, engagement, error)
    answers.done(request, _("Delen är sekretessmarkerad."))
    return redirect(engagement)


@login_required
@require_POST
@allowed_to(Action.SECRECY)
def open_part(request: HttpRequest, engagement: Engagement, pk: int) -> HttpResponse:
    """Lift the secrecy of a part."""
    secret = get_object_or_404(SecretPart, pk=pk, engagement=engagement)
    form = forms.OpenPartForm(request.POST, auto_id="oppna-del-%s")
    if not form.is_valid():
        return page(request, engagement, status=422, open_part_form=form)
    try:
        acting.unmask(secret, **form.cleaned_data, by=request.user, at=timezone.now())  # type: ignore[arg-type]
    except acting.NothingToChange as error:
        return answers.refused(request, engagement, error)
    answers.done(request, _("Delen är öppen."))
    return redirect(engagement)


@login_required
@require_POST
@allowed_to(Action.FILE)
def gain(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Let all read what it gave, or only the city."""
    hiding = "hide" in request.POST
    act: Any = acting.hide_gain if hiding else acting.show_gain
    try:
        act(engagement, by=request.user, at=timezone.now())
    except acting.NothingToChange as error:
        return answers.refused(request, engagement, error)
    said = _("Vad det gav läses bara i staden.") if hiding else _("Vad det gav läses nu av alla.")
    answers.done(request, said)
    return redirect(engagement)


@login_required
@require_POST
@allowed_to(Action.WITHDRAW)
def withdraw(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Take an engagement back."""
    form = forms.WithdrawForm(request.POST, auto_id="aterta-%s")
    if not form.is_valid():
        return page(request, engagement, status=422, withdraw_form=form)
    why = form.cleaned_data["why"]
    try:
        intake.withdraw(engagement, why=why, by=request.user, at=timezone.now())  # type: ignore[arg-type]
    except IllegalMove as error:
        return answers.refused(request, engagement, error)
    answers.done(request, _("Ärendet är återtaget."))
    return redirect(engagement)
