"""The network's shared material: found, shared, renewed, archived and back, downloaded (5.6.3)."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from engagements import documents
from engagements.querysets import numbered
from governance import material
from governance.actions import sharing
from governance.actions.setting import NotPossible
from governance.forms_material import (
    ArchiveForm,
    DescribeForm,
    EditionForm,
    MaterialFilter,
    RestoreForm,
    ShareMaterialForm,
)
from governance.models import Material, MaterialEdition
from governance.views import answers
from governance.views.network import open_to, room
from governance.views.planning import who

HERE = "network_material"
for_readers = open_to(material.enters)


def _own(request: HttpRequest, pk: int, *, archived: bool = False) -> Material:
    row = get_object_or_404(Material, pk=pk, archived_on__isnull=not archived)
    if not material.changes(request.user, row, on=timezone.localdate()):
        raise Http404
    return row


@login_required
@for_readers
@require_GET
def listed(request: HttpRequest) -> HttpResponse:
    """List what the network shares, the last shared first."""
    form, today = MaterialFilter(request.GET), timezone.localdate()
    if not form.is_valid():
        raise BadRequest(form.errors.as_text())
    context = {
        "form": form,
        "filtered": any(form.cleaned_data.values()),
        "page": numbered(form.narrowed(request.user, on=today), request.GET.get("sida", "1")),
        **room(request, HERE),
    }
    return render(request, "network/material.html", context)


@login_required
@for_readers
@require_http_methods(["GET", "POST"])
def share(request: HttpRequest) -> HttpResponse:
    """Share a file with the network."""
    own = material.sharers(request.user, on=timezone.localdate())
    form = ShareMaterialForm(request.POST or None, request.FILES or None, own=own)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            row = sharing.share(upload=given.pop("file"), **given, **who(request))
        except documents.Refused as error:
            form.add_error("file", str(error))
        else:
            answers.done(request, _("Materialet är delat med nätverket."))
            return redirect(row)
    return _write(request, form, _("Dela material"), _("Dela"), files=True)


def _write(
    request: HttpRequest, form: Any, title: str, verb: str, *, files: bool = False
) -> HttpResponse:
    context = {"form": form, "title": title, "verb": verb, "files": files}
    context |= room(request, HERE, (title, ""))
    return render(request, "network/write.html", context, status=422 if form.errors else 200)


@login_required
@for_readers
@require_GET
def piece(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a material with all its editions."""
    return _page(request, get_object_or_404(Material, pk=pk))


def _page(request: HttpRequest, row: Material, **bound: Any) -> HttpResponse:
    told = material.editions(row)
    may_change = material.changes(request.user, row, on=timezone.localdate())
    context = {
        "material": row,
        "newest": told[0],
        "newest_alone": told[:1],
        "earlier": told[1:],
        "may_change": may_change and not row.archived_on,
        "may_restore": may_change and row.archived_on,
        "edition_form": EditionForm(auto_id="utgava-%s"),
        "archive_form": ArchiveForm(auto_id="arkivera-%s"),
        "restore_form": RestoreForm(auto_id="igen-%s"),
        **room(request, HERE, (row.title, "")),
        **bound,
    }
    return render(request, "network/piece.html", context, status=422 if bound else 200)


@login_required
@for_readers
@require_POST
def renew(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a new edition in the place of the newest."""
    row = _own(request, pk)
    form = EditionForm(request.POST, request.FILES, auto_id="utgava-%s")
    if form.is_valid():
        given = form.cleaned_data
        try:
            sharing.renew(row, upload=given["file"], changed=given["changed"], **who(request))
        except (documents.Refused, NotPossible) as error:
            form.add_error("file", str(error))
        else:
            answers.done(request, _("Den nya utgåvan är delad. Den förra finns kvar här."))
            return redirect(row)
    return _page(request, row, edition_form=form)


@login_required
@for_readers
@require_http_methods(["GET", "POST"])
def describe(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is said of a material."""
    row = _own(request, pk)
    own = material.sharers(request.user, on=timezone.localdate())
    kept = {name: getattr(row, name) for name in DescribeForm.base_fields}
    form = DescribeForm(request.POST or None, own=own, initial=kept)
    if request.method == "POST" and form.is_valid():
        sharing.describe(row, **form.cleaned_data, **who(request))
        answers.done(request, _("Beskrivningen är sparad."))
        return redirect(row)
    return _write(request, form, _("Ändra beskrivningen"), _("Spara"))


@login_required
@for_readers
@require_POST
def archive(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a material out of use, and say why."""
    row, form = _own(request, pk), ArchiveForm(request.POST, auto_id="arkivera-%s")
    if not form.is_valid():
        return _page(request, row, archive_form=form)
    sharing.archive(row, why=form.cleaned_data["why"], **who(request))
    answers.done(request, _("Materialet är arkiverat."))
    return redirect(row)


@login_required
@for_readers
@require_POST
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an archived material into use again, and say why."""
    row, form = _own(request, pk, archived=True), RestoreForm(request.POST, auto_id="igen-%s")
    if not form.is_valid():
        return _page(request, row, restore_form=form)
    sharing.restore(row, why=form.cleaned_data["why"], **who(request))
    answers.done(request, _("Materialet är i bruk igen."))
    return redirect(row)


@login_required
@for_readers
@require_GET
def download(_request: HttpRequest, pk: int, number: int) -> FileResponse:
    """Send an edition as a file to save."""
    return answers.to_save(get_object_or_404(MaterialEdition, material=pk, number=number))
