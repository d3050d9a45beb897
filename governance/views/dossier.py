"""The whole file of a matter: asked for here, made by the worker, and who has taken it out."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from engagements.models import Engagement
from engagements.permissions import allowed_to
from engagements.vocabulary import Action
from governance.dossier.reports import NAME
from governance.forms_dossier import MASKED, WHOLE, DossierForm
from governance.insight.masking import masks_of, secret_documents
from governance.models import Part
from governance.reports import jobs


@login_required
@require_http_methods(["GET", "POST"])
@allowed_to(Action.TAKE_OUT)
def dossier(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Say what the file holds and what is masked in it, and ask the worker for it."""
    initial = {"version": WHOLE, "persons": True}
    form = DossierForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        masked = form.cleaned_data["version"] == MASKED
        query = {
            "number": engagement.number,
            "masked": "1" if masked else "",
            "persons": "1" if masked and form.cleaned_data["persons"] else "",
        }
        job = jobs.ask(NAME, "pdf", query, by=request.user, at=timezone.now())  # type: ignore[arg-type]
        return redirect("job", pk=job.pk)
    secret = secret_documents(engagement)
    documents = engagement.documents.order_by("pk")
    whole = Part.WHOLE in masks_of(engagement)
    context = {
        "engagement": engagement,
        "form": form,
        "secret_parts": engagement.secret_parts.filter(lifted_at=None).order_by("pk"),
        "going": [] if whole else [row for row in documents if row.pk not in secret],
        "staying": [row for row in documents if whole or row.pk in secret],
    }
    return render(request, "dossier/page.html", context, status=422 if form.is_bound else 200)
