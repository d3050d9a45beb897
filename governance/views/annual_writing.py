"""The annual report, written: its texts, its frozen editions and its files."""

from __future__ import annotations

from typing import cast

from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from engagements.models import User
from governance.actions import reviewing_year as acting
from governance.annual import document, files
from governance.annual.reports import NAME
from governance.annual.sections import OWN
from governance.annual.telling import Sentence
from governance.forms_annual import FreezeForm, TextForm
from governance.models import AnnualText
from governance.reports import jobs
from governance.views import answers
from governance.views.annual import KEPT, Scope, edition_of


@login_required
@require_http_methods(["GET", "POST"])
def text(request: HttpRequest, year: int, section: str, code: str = "") -> HttpResponse:
    """Write a section, beside its draft and its earlier texts."""
    scope = Scope(request, year, code)
    known = document.sections()
    if not scope.writes or (section not in known and not (section == OWN and code)):
        raise Http404
    rows = AnnualText.objects.filter(year=year, organisation=scope.organisation, section=section)
    kept = list(rows.select_related("by").order_by("-pk")[:KEPT])
    draft = _draft(request, scope, section)
    said = "\n\n".join(sentence.text for sentence in draft)
    initial = {"text": kept[0].text if kept and kept[0].text else said}
    initial["seen"] = str(kept[0].pk) if kept else "0"
    form = TextForm(request.POST or None, initial=initial)
    if (
        request.method == "POST"
        and form.is_valid()
        and _written(request, scope, section, form, said)
    ):
        return redirect(scope.address("annual") + f"#{section}")
    context = {
        "scope": scope,
        "form": form,
        "title": known[section].title if section in known else _("Vårt eget avsnitt"),
        "kept": kept,
        "draft": draft,
        "trail": scope.trail((_("Skriv"), "")),
    }
    return render(request, "annual/text.html", context, status=422 if form.errors else 200)


def _draft(request: HttpRequest, scope: Scope, section: str) -> list[Sentence]:
    """Return the sentences of a section; an organisation's own has none."""
    known, user = document.sections(), cast("User", request.user)
    if section not in known:
        return []
    asked = (known[section], scope.year, scope.organisation)
    return document.draft(*asked, by=user, at=timezone.now())


def _written(request: HttpRequest, scope: Scope, section: str, form: TextForm, draft: str) -> bool:
    """Keep a text; the draft itself is no text of anybody's. Puts what is wrong on the form."""
    typed = form.cleaned_data["text"]
    same = "\n".join(typed.split()) == "\n".join(draft.split())
    try:
        acting.write(
            scope.year,
            scope.organisation,
            section,
            "" if same else typed,
            seen=form.cleaned_data["seen"],
            by=request.user,  # type: ignore[arg-type]
            at=timezone.now(),
        )
    except acting.StaleText as error:
        form.add_error("text", str(error))
        typed_once = QueryDict(mutable=True)
        typed_once.update({"text": form.data["text"], "seen": str(error.newest.pk)})
        form.data = typed_once
        return False
    answers.done(request, _("Texten är sparad."))
    return True


@login_required
@require_POST
def freeze(request: HttpRequest, year: int, code: str = "") -> HttpResponse:
    """Keep the report as it is today."""
    scope = Scope(request, year, code)
    if not scope.writes:
        raise Http404
    form = FreezeForm(request.POST)
    if not form.is_valid():
        raise BadRequest(form.errors.as_text())
    try:
        made = acting.freeze(
            year,
            scope.organisation,
            why=form.cleaned_data["why"],
            by=request.user,  # type: ignore[arg-type]
            at=timezone.now(),
        )
    except acting.NothingToFreeze:
        answers.done(request, _("Inget har ändrats sedan den senaste utgåvan."))
        return redirect(scope.address("annual"))
    answers.done(request, _("Utgåva %(n)s är fryst.") % {"n": made.number})
    return redirect(made)


@login_required
@require_POST
def file(request: HttpRequest, year: int, code: str = "") -> HttpResponse:
    """Ask the worker for the report as a file."""
    scope = Scope(request, year, code)
    form, number = request.POST.get("format", ""), request.POST.get("utgava", "")
    if form not in files.FORMATS or (number and not number.isdecimal()):
        raise BadRequest(_("Välj ett av formaten på sidan."))
    if number:
        edition_of(scope, int(number))
    query = {"year": str(year), "organisation": code, "edition": number}
    job = jobs.ask(NAME, form, query, by=request.user, at=timezone.now())  # type: ignore[arg-type]
    return redirect("job", pk=job.pk)
