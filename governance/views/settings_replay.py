"""History judged under other editions and values: asked for, made by the worker, read here."""

from __future__ import annotations

import json
from itertools import groupby
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from engagements.models import Organisation
from engagements.permissions import visible_to
from engagements.vocabulary import Body, Party
from governance.actions.setting import DEFINED
from governance.forms_replay import SET, ReplayForm
from governance.models import Job
from governance.reports import jobs
from governance.reports.replay import NAME
from governance.strategy import EDITIONS, Verdict
from governance.strategy.replaying import SILENT, UNKNOWN
from governance.templatetags.findings import source
from governance.valued import area_of, shown, title_of
from governance.views.settings_room import open_to, shared

PAGE = 50


@login_required
@open_to(Party.ADMIN)
@require_http_methods(["GET", "POST"])
def replay(request: HttpRequest) -> HttpResponse:
    """Ask what history is judged under, and hand it to the worker."""
    form = ReplayForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        who: dict[str, Any] = {"by": request.user, "at": timezone.now()}
        made = jobs.ask(NAME, "json", form.query(), **who)
        return redirect("job", pk=made.pk)
    fields = [(area_of(key), form[f"{SET}{key}"]) for key in DEFINED]
    context = {
        "form": form,
        "areas": [
            (area, [field for _area, field in part], any(field.errors for _area, field in part))
            for area, part in ((a, list(p)) for a, p in groupby(fields, key=lambda row: row[0]))
        ],
        "earlier": Job.objects.filter(report=NAME, asked_by=request.user).order_by("-asked_at")[:5],  # type: ignore[misc]
        **shared(request, "settings_replay"),
    }
    return render(request, "settings/replay.html", context, status=422 if form.errors else 200)


@login_required
@open_to(Party.ADMIN)
@require_GET
def replayed(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show what came out otherwise, and the items behind each figure."""
    job = get_object_or_404(Job, pk=pk, report=NAME, asked_by=request.user)
    if not jobs.is_there(job, at=timezone.now()):
        raise Http404
    with job.file.open("rb") as file:
        told = json.load(file)
    asked = {name: request.GET.get(name, "") for name in ("verksamhet", "organ", "punkt")}
    chosen = [item for item in told["items"] if _matches(item, asked)]
    page = Paginator(chosen, PAGE).get_page(request.GET.get("sida"))
    numbers = [item["number"] for item in page.object_list]
    seen = visible_to(request.user, on=timezone.localdate()).filter(number__in=numbers)
    addresses = {row.number: row.get_absolute_url() for row in seen}
    names = dict(Organisation.objects.values_list("code", _name()))
    context = {
        "job": job,
        "told": told,
        "question": _question(job.query),
        "organisations": [
            (names.get(code, code), _link(pk, verksamhet=code), count)
            for code, count in told["organisations"].items()
        ],
        "bodies": [
            (_who(was, names), _who(becomes, names), _link(pk, organ=f"{was}>{becomes}"), count)
            for was, becomes, count in told["bodies"]
        ],
        "clauses": [
            (
                source(row[0]),
                _said(row[1]),
                _said(row[2]),
                _link(pk, punkt=">".join(row[:3])),
                row[3],
            )
            for row in told["clauses"]
        ],
        "page": page,
        "chosen": any(asked.values()),
        "kept": urlencode({name: value for name, value in asked.items() if value}),
        "items": [_item(item, addresses, names) for item in page.object_list],
        **shared(request, "settings_replay", _("Resultat")),
    }
    return render(request, "settings/replayed.html", context)


def _name() -> str:
    return "name_en" if get_language() == "en" else "name_sv"


def _link(pk: UUID, **asked: str) -> str:
    return f"{reverse('settings_replayed', args=[pk])}?{urlencode(asked)}#arenden"


def _matches(item: dict[str, Any], asked: dict[str, str]) -> bool:
    """Whether an item is behind the figure that was asked for; every item when none was."""
    if asked["verksamhet"]:
        known = [flip for flip in item["flips"] if flip["after"] != UNKNOWN]
        moved = item["decided"] != item["would_decide"]
        return item["organisation"] == asked["verksamhet"] and bool(known or moved)
    if asked["organ"]:
        return f"{item['decided']}>{item['would_decide']}" == asked["organ"]
    if asked["punkt"]:
        return asked["punkt"] in {
            f"{flip['clause']}>{flip['before']}>{flip['after']}" for flip in item["flips"]
        }
    return True


def _item(item: dict[str, Any], addresses: dict[str, str], names: dict[str, str]) -> dict[str, Any]:
    moved = item["decided"] != item["would_decide"]
    return {
        "number": item["number"],
        "address": addresses.get(item["number"], ""),
        "organisation": names.get(item["organisation"], item["organisation"]),
        "fault": item["fault"],
        "flips": [
            (source(flip["clause"]), _said(flip["before"]), _said(flip["after"]), flip["weighed"])
            for flip in item["flips"]
        ],
        "decider": (_who(item["decided"], names), _who(item["would_decide"], names))
        if moved
        else None,
    }


def _said(verdict: str) -> str:
    """Return a verdict, silence or what is not known, in the reader's words."""
    if verdict == UNKNOWN:
        return _("Okänt, frågan ställdes aldrig")
    if verdict == SILENT:
        return _("Inget svar")
    said: str = Verdict(verdict).label.get(get_language() or "sv")
    return said


def _who(decider: str, names: dict[str, str]) -> str:
    """Return who decides: the organisation's name, else the body's; the Mayor is a person."""
    body, _space, code = decider.partition(" ")
    if code and body != Body.FINANCE_MAYOR:
        return names.get(code, code)
    return Body(body).label(get_language() or "sv")


def _question(query: dict[str, Any]) -> list[str]:
    """Return what history was judged under, a sentence each."""
    language = get_language() or "sv"
    told = [EDITIONS.named(one).title.get(language) for one in query["editions"]]
    told += [
        f"{title_of(DEFINED[key])}: {shown(DEFINED[key], value)}"
        for key, value in query["values"].items()
    ]
    return told
