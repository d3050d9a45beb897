"""The open books on screen: for all, without signing in, and without a trace of who reads."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language, gettext_lazy
from django.views.decorators.http import require_GET

from engagements.labels import label
from engagements.vocabulary import Kind
from governance.insight import reading
from governance.models.insight import PublicItem, Register

PAGE, NEWEST, TOLD, MEETINGS = 50, 10, 6, 12
SPENT_ON = {
    "fees": ("bar", gettext_lazy("medlemsavgifter")),
    "trips": ("bar-fasad", gettext_lazy("resor och möten")),
    "received": ("bar2", gettext_lazy("besök och mottagningar")),
    "projects": ("bar3", gettext_lazy("projekt")),
    "other": ("bar4", gettext_lazy("avtal och annat")),
}
YEAR = 365 * 24 * 60 * 60
View = Callable[..., HttpResponse]


def for_all(view: View) -> View:
    """Answer a page for all to read; ``?sprak=`` changes its language, the one thing kept."""

    @wraps(view)
    def answer(request: HttpRequest, **where: Any) -> HttpResponse:
        chosen = request.GET.get("sprak")
        if chosen in dict(settings.LANGUAGES):
            rest = [(name, value) for name, value in request.GET.items() if name != "sprak"]
            back = f"{request.path}?{urlencode(rest)}" if rest else request.path
            response: HttpResponse = HttpResponseRedirect(back)
            response.set_cookie(settings.LANGUAGE_COOKIE_NAME, chosen, max_age=YEAR, samesite="Lax")
            return response
        return view(request, **where)

    return require_GET(answer)


def _year(request: HttpRequest, known: list[int]) -> int | None:
    asked = request.GET.get("ar", "")
    return next((year for year in known if str(year) == asked), None)


@for_all
def overview(request: HttpRequest) -> HttpResponse:
    """Show a year: what it cost, what it gave, and what was decided last."""
    known = reading.years()
    year = _year(request, known) or next(iter(known), None)
    context: dict[str, Any] = {"years": known, "year": year, "here": "insight"}
    if year:
        spent = reading.spent(year)
        context |= {
            "total": sum(spent.values()),
            "bars": _bars(spent),
            "learnt": reading.learnt(year)[:TOLD],
            "items": reading.items(year=year, organisation="", kind="")[:NEWEST],
        }
    return render(request, "insight/overview.html", context)


def _bars(spent: dict[str, int]) -> list[dict[str, Any]]:
    """Return each sum with its place in a bar of 680, those of nothing left out."""
    total, place, found = sum(spent.values()), 0.0, []
    for name, sek in spent.items():
        if not sek:
            continue
        width = 680 * sek / total
        colour, said = SPENT_ON[name]
        found.append(
            {"class": colour, "x": f"{place:.1f}", "width": f"{max(width - 3, 1):.1f}"}
            | {"sek": sek, "label": said}
        )
        place += width
    return found


@for_all
def decided(request: HttpRequest) -> HttpResponse:
    """List decided matters by year, body and kind."""
    known, offered = reading.years(), reading.organisations()
    codes = {code for code, *_names in offered}
    organisation = request.GET.get("verksamhet", "")
    kind = request.GET.get("typ", "")
    chosen = {
        "year": _year(request, known),
        "organisation": organisation if organisation in codes else "",
        "kind": kind if kind in set(map(str, Kind)) else "",
    }
    english = (get_language() or "sv").startswith("en")
    rows = reading.items(**chosen)  # type: ignore[arg-type]
    context = {
        "page": Paginator(rows, PAGE).get_page(request.GET.get("sida")),
        "chosen": chosen,
        "here": "items",
        "years": known,
        "organisations": [(code, en if english else sv) for code, sv, en in offered],
        "kinds": [(str(each), label(each)) for each in Kind],
    }
    return render(request, "insight/items.html", context)


@for_all
def item(request: HttpRequest, number: str) -> HttpResponse:
    """Show one matter."""
    found = get_object_or_404(PublicItem, number=number)
    context = {
        "item": found,
        "decisions": reading.decisions_of(found),
        "fees": reading.fees_of(found),
    }
    return render(request, "insight/item.html", context)


@for_all
def memberships(request: HttpRequest) -> HttpResponse:
    """List memberships, with fees and next review."""
    return _register(request, Register.MEMBERSHIP)


@for_all
def agreements(request: HttpRequest) -> HttpResponse:
    """List agreements."""
    return _register(request, Register.AGREEMENT)


def _register(request: HttpRequest, name: Register) -> HttpResponse:
    page = Paginator(reading.register(name), PAGE).get_page(request.GET.get("sida"))
    context = {"page": page, "memberships": name is Register.MEMBERSHIP, "here": f"{name}s"}
    return render(request, "insight/register.html", context)


@for_all
def notes(request: HttpRequest) -> HttpResponse:
    """Show what the International Committee answered, meeting by meeting."""
    page = Paginator(reading.notes(), MEETINGS).get_page(request.GET.get("sida"))
    return render(request, "insight/notes.html", {"page": page, "here": "notes"})
