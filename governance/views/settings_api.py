"""Settings: the keys by which other systems ask for judgements."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from engagements.vocabulary import Party
from governance.actions import api_keys
from governance.actions.setting import NotPossible
from governance.forms_settings import ApiTokenForm
from governance.models import ApiToken
from governance.reports import upkeep
from governance.views import answers
from governance.views.settings_room import open_to, shared

FIRST_LENGTH = timedelta(days=90)


@login_required
@open_to(Party.ADMIN)
@require_http_methods(["GET", "POST"])
def tokens(request: HttpRequest) -> HttpResponse:
    """List the keys and make one; its secret stands in the answer to that post alone."""
    today = timezone.localdate()
    first = {"expires_on": today + FIRST_LENGTH}
    form = ApiTokenForm(request.POST or None, initial=first)
    secret = None
    if request.method == "POST" and form.is_valid():
        who: dict[str, Any] = {"by": request.user, "at": timezone.now()}
        try:
            _token, secret = api_keys.create(**form.cleaned_data, **who)
        except NotPossible as error:
            form.add_error(error.field, str(error))
        else:
            form = ApiTokenForm(initial=first)
    context = {
        "form": form,
        "secret": secret,
        "rows": upkeep.tokens(request.GET, by=request.user, on=today).rows,
        "today": today,
        **shared(request, "settings_api"),
    }
    answer = render(request, "settings/api.html", context, status=422 if form.errors else 200)
    answer.headers["Cache-Control"] = "no-store"
    return answer


@login_required
@open_to(Party.ADMIN)
@require_POST
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Revoke a key."""
    who: dict[str, Any] = {"by": request.user, "at": timezone.now()}
    api_keys.revoke(get_object_or_404(ApiToken, pk=pk), **who)
    answers.done(request, _("Nyckeln är återkallad."))
    return redirect("settings_api")
