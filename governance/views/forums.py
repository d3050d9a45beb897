"""The page where a new matter answers for the forums in which the city already takes part."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from engagements.models import Engagement
from engagements.permissions import allowed_to
from engagements.vocabulary import Action
from governance import forums, kinds
from governance.forms_forums import ForumsForm


@login_required
@require_http_methods(["GET", "POST"])
@allowed_to(Action.CHANGE)
def known(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Show what is there already, and write down what is answered about each."""
    wanted = kinds.pages_of(engagement).forums
    if wanted is None or not wanted.asked(engagement):
        raise Http404
    if engagement.status not in forums.LOOKING:
        return redirect(f"{engagement.get_absolute_url()}#forum")
    found = forums.found(engagement)
    form = ForumsForm(request.POST if request.method == "POST" else None, found=found)
    if form.is_valid():
        forums.answer(engagement, form.said, by=request.user, at=timezone.now())  # type: ignore[arg-type]
        messages.success(request, _("Svaren är sparade."))
        return redirect("engagement_step", number=engagement.number, step=wanted.step)
    context = {"engagement": engagement, "form": form, "step": wanted.step}
    return render(request, "forums/known.html", context, status=422 if form.errors else 200)
