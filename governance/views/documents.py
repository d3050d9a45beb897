"""Documents of an engagement: added, and downloaded in a way that can't run anything."""

from __future__ import annotations

from functools import partial

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from engagements import documents
from engagements.models import Document, Engagement
from engagements.permissions import allowed_to
from engagements.vocabulary import Action, DocumentKind
from governance import forms
from governance.views import answers
from governance.views.item import page


@login_required
@require_POST
@allowed_to(Action.FILE)
def add(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Add a document."""
    form = forms.DocumentForm(request.POST, request.FILES, auto_id="handling-%s")
    if form.is_valid():
        try:
            adding = partial(
                documents.add,
                engagement,
                upload=form.cleaned_data["file"],
                kind=DocumentKind(form.cleaned_data["kind"]),
                personal_data=form.cleaned_data["personal_data"],
            )
            answers.once(request, engagement, form, adding)
        except documents.Refused as error:
            form.add_error("file", str(error))
        else:
            answers.done(request, _("Handlingen är tillagd."))
            return redirect(f"{engagement.get_absolute_url()}#handlingar")
    return page(request, engagement, status=422, document_form=form)


@login_required
@require_GET
@allowed_to(Action.VIEW)
def download(_request: HttpRequest, engagement: Engagement, pk: int) -> FileResponse:
    """Send a document as a file to save, never as a page to show."""
    return answers.to_save(get_object_or_404(Document, pk=pk, engagement=engagement))
