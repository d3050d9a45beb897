"""Settings: the adopted text of each edition, loaded from a file or written by hand."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from engagements.vocabulary import Party
from governance import adopted, assessing, sheets
from governance.actions import adopting
from governance.actions.setting import NotPossible
from governance.forms_settings import LoadForm, StartForm, TextForm, TextsFileForm
from governance.models import AdoptedText, EditionStart
from governance.reports import upkeep
from governance.strategy import Text
from governance.strategy.clauses import CLAUSES, EDITIONS
from governance.templatetags.findings import source
from governance.views import answers
from governance.views.settings_room import open_to, shared


@login_required
@open_to(Party.ADMIN)
@require_GET
def editions(request: HttpRequest) -> HttpResponse:
    """List the editions with how many of their clauses have a text."""
    context = {"rows": upkeep.loaded(), **shared(request, "settings_texts")}
    return render(request, "settings/editions.html", context)


@login_required
@open_to(Party.ADMIN)
@require_http_methods(["GET", "POST"])
def edition(request: HttpRequest, edition: str) -> HttpResponse:
    """Show which clauses of an edition have a text; read a file and show what it would do."""
    _known(edition)
    if request.method == "GET":
        return _page(request, edition, TextsFileForm())
    form = TextsFileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, edition, form)
    given = {"edition": edition, "source": form.cleaned_data["source"]}
    try:
        sheet = sheets.read(form.cleaned_data["file"].read(sheets.LARGEST + 1), **given)
    except sheets.Unreadable as error:
        for problem in error.problems:
            form.add_error(problem.field, problem.sentence)
        return _page(request, edition, form)
    return _preview(request, sheet)


@login_required
@open_to(Party.ADMIN)
@require_POST
def start(request: HttpRequest, edition: str) -> HttpResponse:
    """Set from when a draft holds, or take it back before it does."""
    _known(edition)
    who: dict[str, Any] = {"by": request.user, "at": timezone.now()}
    if "call_off" in request.POST:
        adopting.call_off(edition, **who)
        answers.done(request, _("Utgåvan är ett utkast igen."))
        return redirect("settings_edition", edition=edition)
    form = StartForm(request.POST, auto_id="start-%s")
    if form.is_valid():
        try:
            adopting.start(edition, **form.cleaned_data, **who)
        except adopting.NotADraft:
            raise Http404 from None
        except NotPossible as error:
            form.add_error(error.field, str(error))
        else:
            answers.done(request, _("Dagen är sparad."))
            return redirect("settings_edition", edition=edition)
    return _page(request, edition, TextsFileForm(), start_form=form)


@login_required
@open_to(Party.ADMIN)
@require_POST
def load(request: HttpRequest, edition: str) -> HttpResponse:
    """Load what the preview showed."""
    _known(edition)
    form = LoadForm(request.POST)
    if not form.is_valid():
        raise BadRequest("no preview of ours")
    try:
        sheet = sheets.read(form.cleaned_data["texts"].encode(), edition=edition)
    except sheets.Unreadable as error:
        raise BadRequest("no preview of ours") from error
    given: dict[str, Any] = {"by": request.user, "at": timezone.now()}
    given |= {name: form.cleaned_data[name] for name in ("seen", "remove_missing")}
    try:
        done = adopting.load(sheet, **given)
    except adopting.ChangedMeanwhile as error:
        return _preview(request, sheet, refused=error)
    count = len(done.new) + len(done.changed)
    sentence = ngettext("%(n)s text är laddad.", "%(n)s texter är laddade.", count)
    answers.done(request, sentence % {"n": count})
    return redirect("settings_edition", edition=edition)


@login_required
@open_to(Party.ADMIN)
@require_GET
def download(_request: HttpRequest, edition: str) -> HttpResponse:
    """Send what is loaded as the file that would load it."""
    _known(edition)
    loaded = adopted.passages(editions=[edition])
    order = [id for id in adopted.clauses_of(edition) if (edition, id) in loaded]
    sheet = sheets.Sheet(edition, {id: loaded[edition, id] for id in order})
    return HttpResponse(
        sheets.written(sheet),
        content_type="application/json; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{edition}.json"'},
    )


@login_required
@open_to(Party.ADMIN)
@require_http_methods(["GET", "POST"])
def text(request: HttpRequest, edition: str, clause: str) -> HttpResponse:
    """Set or remove the text of one clause, and show what it has been."""
    if clause not in adopted.clauses_of(_known(edition)):
        raise Http404
    who: dict[str, Any] = {"by": request.user, "at": timezone.now()}
    if "remove" in request.POST:
        adopting.remove_text(edition, clause, **who)
        answers.done(request, _("Texten är borttagen."))
        return redirect("settings_text", edition=edition, clause=clause)
    kept = adopted.passages(editions=[edition], only=[clause]).get((edition, clause))
    form = TextForm(request.POST or None, initial=kept._asdict() if kept else None)
    if request.method == "POST" and form.is_valid():
        adopting.set_text(edition, clause, passage=adopted.Passage(**form.cleaned_data), **who)
        answers.done(request, _("Texten är sparad."))
        return redirect("settings_text", edition=edition, clause=clause)
    history = AdoptedText.history.filter(edition=edition, clause=clause)
    context = {
        "edition": edition,
        "clause": _named(clause),
        "plain": _said(CLAUSES[clause].plain),
        "kept": kept,
        "form": form,
        "history": history.select_related("history_user").order_by("-history_id"),
        **_shared(request, edition, source(clause)),
    }
    return render(request, "settings/text.html", context, status=422 if form.errors else 200)


def _known(edition: str) -> str:
    if edition not in sheets.EDITION_IDS:
        raise Http404
    return edition


def _shared(request: HttpRequest, edition: str, *below: str) -> dict[str, Any]:
    """Return what the pages of an edition share; what stands below leads back to it."""
    common = shared(request, "settings_texts", edition, *below)
    if below:
        common["trail"][-2] = (edition, reverse("settings_edition", args=[edition]))
    return common


def _named(clause: str) -> dict[str, str]:
    return {"id": clause, "name": source(clause), "title": _said(CLAUSES[clause].title)}


def _said(text: Text) -> str:
    return text.get(get_language() or "sv")


def _page(
    request: HttpRequest, edition: str, form: TextsFileForm, start_form: StartForm | None = None
) -> HttpResponse:
    loaded = adopted.passages(editions=[edition])
    known = assessing.current_editions().named(edition)
    history = EditionStart.history.filter(edition=edition).select_related("history_user")
    context = {
        "edition": edition,
        "title": _said(known.title),
        "valid_from": known.valid_from,
        "came": bool(known.valid_from and known.valid_from <= timezone.localdate()),
        "draft": EDITIONS.named(edition).valid_from is None,
        "start_form": start_form or StartForm(auto_id="start-%s"),
        "starts": history.order_by("-history_id"),
        "form": form,
        "loaded": len(loaded),
        "rows": [
            (_named(clause), loaded.get((edition, clause)))
            for clause in adopted.clauses_of(edition)
        ],
        **_shared(request, edition),
    }
    wrong = form.errors or (start_form and start_form.errors)
    return render(request, "settings/edition.html", context, status=422 if wrong else 200)


def _preview(
    request: HttpRequest, sheet: sheets.Sheet, *, refused: Exception | None = None
) -> HttpResponse:
    """Show what loading a sheet would do, before it is done."""
    found = adopting.compare(sheet)
    before = adopted.passages(editions=[sheet.edition])
    form = LoadForm(initial={"texts": sheets.written(sheet), "seen": found.seen})
    if not found.missing:
        del form.fields["remove_missing"]
    context = {
        "edition": sheet.edition,
        "found": found,
        "new": [(_named(id), sheet.passages[id]) for id in found.new],
        "changed": [
            (_named(id), before[sheet.edition, id], sheet.passages[id]) for id in found.changed
        ],
        "missing": [_named(id) for id in found.missing],
        "form": form,
        "refused": refused,
        **_shared(request, sheet.edition, _("Granska filen")),
    }
    return render(request, "settings/texts_preview.html", context, status=409 if refused else 200)
