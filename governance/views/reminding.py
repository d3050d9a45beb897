"""Reminding whoever holds a matter, from its own page; many at once are reminded of in a list."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from engagements.models import Engagement
from engagements.permissions import allowed_to
from engagements.vocabulary import Action
from governance import bulk
from governance.actions import reminding
from governance.views import answers


@login_required
@require_POST
@allowed_to(Action.REMIND)
def remind(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Tell whoever holds a matter that somebody waits for them, once a day at most."""
    try:
        reminding.remind(engagement, by=request.user, at=timezone.now())  # type: ignore[arg-type]
    except reminding.NotPossible as error:
        said = reminding.NotPossible(str(bulk.REASONS[error.args[0]]))
        return answers.refused(request, engagement, said)
    answers.done(request, _("Påminnelsen är skickad."))
    return redirect(engagement)
