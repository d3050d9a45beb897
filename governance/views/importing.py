"""Reading in a spreadsheet: choose it, say which column is which, see what is wrong, read it in."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from engagements.querysets import numbered
from governance.forms_importing import FileForm, MappingForm
from governance.importing import saving
from governance.importing.columns import REGISTRY
from governance.importing.rows import rows_of
from governance.importing.sheets import Unreadable, read
from governance.importing.template import template_of
from governance.models import ImportFile, ImportState
from governance.reports import upkeep
from governance.views.settings_room import shared

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HERE = "imports"
SHOWN = 200


def _own(request: HttpRequest, pk: UUID) -> ImportFile:
    own = upkeep.read_in_for(request.user, on=timezone.localdate())
    mine = ImportFile.objects.filter(organisation__in=own)
    return get_object_or_404(mine.select_related("organisation", "by"), pk=pk)


@login_required
@require_http_methods(["GET", "POST"])
def imports(request: HttpRequest) -> HttpResponse:
    """Take in a file, and show those that were read in lately."""
    today = timezone.localdate()
    organisations = upkeep.read_in_for(request.user, on=today)
    form = FileForm(request.POST or None, request.FILES or None, organisations=organisations)
    if request.method == "POST" and form.is_valid():
        try:
            file = saving.choose(
                REGISTRY[form.cleaned_data["slug"]],
                organisation=form.cleaned_data["organisation"],
                name=form.cleaned_data["file"].name,
                content=form.cleaned_data["file"].read(),
                by=request.user,  # type: ignore[arg-type]
                at=timezone.now(),
            )
            return redirect("import_columns", pk=file.pk)
        except Unreadable as refused:
            form.add_error("file", str(refused))
    files: Any = upkeep.imports(request.GET, by=request.user, on=today).rows
    context = {
        "form": form,
        "importables": [REGISTRY[slug] for slug in sorted(REGISTRY)],
        "page": numbered(files, request.GET.get("sida", "1")),
        **shared(request, HERE),
    }
    return render(request, "importing/imports.html", context, status=422 if form.errors else 200)


@login_required
@require_GET
def template(request: HttpRequest, slug: str) -> HttpResponse:
    """Hand over the template of a kind."""
    upkeep.read_in_for(request.user, on=timezone.localdate())
    if slug not in REGISTRY:
        raise Http404
    answer = HttpResponse(template_of(REGISTRY[slug]), content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="mall-{slug}.xlsx"'
    return answer


@login_required
@require_http_methods(["GET", "POST"])
def columns(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say which column is which; the guess is what the organisation chose last."""
    file = _own(request, pk)
    if file.state != ImportState.CHOSEN:
        return redirect(file)
    importable, sheet = REGISTRY[file.slug], read(bytes(file.content), file.name)
    form = MappingForm(
        request.POST if request.method == "POST" else None,
        importable=importable,
        headings=sheet.headings,
        mapping=file.mapping,
    )
    if form.is_valid():
        saving.map_columns(file, form.mapping, sheet)
        return redirect(file)
    context = {
        "form": form,
        "file": file,
        "importable": importable,
        **shared(request, HERE, file.name),
    }
    return render(request, "importing/columns.html", context, status=422 if form.errors else 200)


@login_required
@require_GET
@never_cache
def one(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show what is wrong with a file before it is read in, how far it has come, or what it gave."""
    return _page(request, _own(request, pk))


def _page(request: HttpRequest, file: ImportFile, *, refused: str = "") -> HttpResponse:
    context: dict[str, Any] = {"file": file, "importable": REGISTRY[file.slug], "refused": refused}
    if file.state == ImportState.CHOSEN:
        found = rows_of(file, on=timezone.localdate())
        context |= {"found": found, "problems": found.problems[:SHOWN], "shown": SHOWN}
    elif file.state == ImportState.DONE:
        made = file.rows.select_related("engagement").order_by("row")
        context |= {"rows": made[:SHOWN], "shown": SHOWN}
    if request.headers.get("HX-Request") == "true":
        return render(request, "importing/_progress.html", context)
    context |= shared(request, HERE, file.name)
    return render(request, "importing/file.html", context, status=409 if refused else 200)


@login_required
@require_POST
def begin(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Read a file in, whole, or those rows of it that can be read."""
    file = _own(request, pk)
    try:
        saving.begin(file, only_good="only_good" in request.POST, at=timezone.now())
    except saving.NotAllGood as refused:
        return _page(request, file, refused=str(refused))
    return redirect(file)
