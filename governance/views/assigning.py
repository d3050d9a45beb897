"""Assigning a matter to a named colleague, from its own page; many are assigned in a list."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from engagements.lifecycle import StaleVersion
from engagements.models import Engagement
from engagements.permissions import allowed_to
from engagements.vocabulary import Action
from governance.actions import assigning
from governance.actions.advising import NotWaiting
from governance.forms_assigning import AssignForm, form_of
from governance.views import answers
from governance.views.item import page


@login_required
@require_POST
@allowed_to(Action.ADVISE)
def assign(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Assign a matter to a colleague of the unit that it lies with."""
    form = form_of(engagement, request.POST, on=timezone.localdate())
    if not form.is_valid():
        return page(request, engagement, status=422, assign_form=form)
    return act(request, engagement, form) or redirect(engagement)


def act(request: HttpRequest, engagement: Engagement, form: AssignForm) -> HttpResponse | None:
    """Assign as a valid form says; return the page that says why not, where it can't be done."""
    given: dict[str, Any] = form.cleaned_data
    who: dict[str, Any] = {"by": request.user, "at": timezone.now()}
    try:
        assigning.assign(engagement, to=given["person"], version=given["version"], **who)
    except StaleVersion as stale:
        return answers.changed_meanwhile(request, engagement, stale)
    except (NotWaiting, assigning.NotPossible) as error:
        return answers.refused(request, engagement, error)
    words = {"number": engagement.number, "person": given["person"]}
    answers.done(request, _("%(person)s har fått %(number)s.") % words)
    return None
