"""What we know of the world: places and counterparts, each with all that the city has there."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from engagements import gathering, merging, places
from engagements.countries import NORDIC, country_name, is_country
from engagements.forms.text import UnfitText, clean_text
from engagements.models import Counterpart, Engagement, Place
from engagements.permissions import allowed_to
from engagements.vocabulary import Action
from governance.forms_places import CounterpartFilter, PlaceFilter, RegisterFilter
from governance.reports import lists
from governance.views.settings_room import administers

PAGE = 30
LONGEST = 200
AT_HOME = 30
REGISTERS: dict[str, Any] = {"place": Place, "counterpart": Counterpart}


@login_required
@require_GET
def places_list(request: HttpRequest) -> HttpResponse:
    """List and search places, in alphabetical order."""
    return _list(request, PlaceFilter(request.GET), Place, "places/places.html")


@login_required
@require_GET
def counterparts_list(request: HttpRequest) -> HttpResponse:
    """List and search counterparts, in alphabetical order."""
    return _list(request, CounterpartFilter(request.GET), Counterpart, "places/counterparts.html")


def _list(request: HttpRequest, form: RegisterFilter, register: Any, template: str) -> HttpResponse:
    context: dict[str, Any] = {"form": form}
    if not form.is_valid():
        # The box can be written wrong; a choice that no page of ours offers is no address.
        if set(form.errors) - {"q"}:
            raise BadRequest(form.errors.as_text())
        return render(request, template, context, status=422)
    asked, today = form.cleaned_data, timezone.localdate()
    rows = lists.registered(register, asked, form, by=request.user, on=today)
    found, after = _page(rows, register, asked["efter"])
    following = request.GET.copy()
    following["efter"] = str(after)
    context |= {
        "rows": found,
        "asked": asked,
        "filtered": any(value for name, value in asked.items() if name != "efter"),
        "following": f"?{following.urlencode()}" if after else "",
    }
    return render(request, template, context)


def _page(rows: QuerySet[Any], register: Any, cursor: int | None) -> tuple[list[Any], int | None]:
    """Return the rows that follow a row by name, and the row that leads to the next page."""
    if cursor:
        last = register.objects.filter(pk=cursor).values_list("sort_name", flat=True).first()
        if last is None:
            raise BadRequest(cursor)
        rows = rows.filter(Q(sort_name__gt=last) | Q(sort_name=last, pk__gt=cursor))
    found = list(rows.order_by("sort_name", "pk")[: PAGE + 1])
    return found[:PAGE], found[PAGE - 1].pk if len(found) > PAGE else None


@login_required
@require_GET
def place(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a place: what the city has there, with whom, and who knows whom."""
    row = _known(request, Place, pk)
    if row.merged_into:
        return redirect(merging.survivor(row), permanent=False)
    today = timezone.localdate()
    home = places.known_to(places.offered(Counterpart).filter(place=row), request.user, on=today)
    context = {
        "place": row,
        "counterparts": home.order_by("sort_name", "pk")[:AT_HOME],
        "gathered": gathering.gather(Q(place=row), user=request.user, on=today),
        "all": f"{reverse('engagements')}?plats={row.pk}",
        "trail": _trail("places", _("Platser"), str(row)),
        **_for_administrators(request, row),
    }
    return render(request, "places/place.html", context)


@login_required
@require_GET
def counterpart(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a counterpart: what the city has with it, and who knows whom."""
    row = _known(request, Counterpart, pk)
    if row.merged_into:
        return redirect(merging.survivor(row), permanent=False)
    today = timezone.localdate()
    context = {
        "counterpart": row,
        "gathered": gathering.gather(Q(counterpart=row), user=request.user, on=today),
        "all": f"{reverse('engagements')}?motpart={row.pk}",
        "trail": _trail("counterparts", _("Motparter"), str(row)),
        **_for_administrators(request, row),
    }
    return render(request, "places/counterpart.html", context)


@login_required
@require_GET
def country(request: HttpRequest, code: str) -> HttpResponse:
    """Show a country: its places and counterparts, and what the city has there."""
    code = code.upper()
    if not is_country(code):
        raise Http404
    today, user = timezone.localdate(), request.user
    towns = places.offered(Place).filter(country=code)
    bodies = places.offered(Counterpart).filter(country=code).select_related("place")
    context = {
        "name": country_name(code),
        "nordic": code in NORDIC,
        "places": places.known_to(towns, user, on=today).order_by("-capital", "sort_name")[
            :AT_HOME
        ],
        "counterparts": places.known_to(bodies, user, on=today).order_by("sort_name")[:AT_HOME],
        "gathered": gathering.gather(gathering.of_country(code), user=user, on=today),
        "all": f"{reverse('engagements')}?land={code}",
        "code": code,
        "trail": _trail("places", _("Platser"), country_name(code)),
    }
    return render(request, "places/country.html", context)


def _known(request: HttpRequest, register: Any, pk: int) -> Any:
    """Return a row that the reader may know of; else there is no such page."""
    rows = register.objects.select_related("merged_into")
    return get_object_or_404(places.known_to(rows, request.user, on=timezone.localdate()), pk=pk)


def _trail(name: str, title: str, here: str) -> list[tuple[str, str]]:
    return [(_("Start"), reverse("start")), (title, reverse(name)), (here, "")]


def _for_administrators(request: HttpRequest, row: Place | Counterpart) -> dict[str, Any]:
    """Return what was merged into a row and what may be the same; nothing to others."""
    if not administers(request):
        return {}
    asked = _text(request, "lik")
    like = places.alike(type(row), asked or row.names[0]).exclude(pk=row.pk)
    known = places.known_to(like, request.user, on=timezone.localdate())
    standing = merging.pairings_of(row)
    return {"administers": True, "pairings": standing, "like": known[:5], "asked": asked}


def _text(request: HttpRequest, name: str) -> str:
    """Return a text of the address; nothing when it can't be read as one."""
    try:
        return clean_text(request.GET.get(name, "")[:LONGEST])
    except UnfitText:
        return ""


@login_required
@require_GET
def place_suggestions(request: HttpRequest) -> HttpResponse:
    """Answer with the places that somebody may mean while they write."""
    return _suggestions(request, Place)


@login_required
@require_GET
def counterpart_suggestions(request: HttpRequest) -> HttpResponse:
    """Answer with the counterparts that somebody may mean while they write."""
    return _suggestions(request, Counterpart)


def _suggestions(request: HttpRequest, register: Any) -> HttpResponse:
    land = request.GET.get("land", "")
    found = places.suggested(
        register,
        _text(request, "text"),
        country=land if is_country(land) else "",
        user=request.user,
        on=timezone.localdate(),
    )
    return render(request, "places/_suggestions.html", {"rows": found, "about": register.register})


@login_required
@require_POST
@allowed_to(Action.CHANGE)
def say_which(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Write down which place or counterpart an engagement's answer means."""
    about, chosen = request.POST.get("about", ""), request.POST.get("choice", "")
    tie_pk = request.POST.get("tie", "")
    if about not in REGISTERS or not tie_pk.isdecimal():
        raise BadRequest(_("Välj bland svaren som visas"))
    tie = get_object_or_404(engagement.ties.select_for_update(of=("self",)), pk=int(tie_pk))
    row = None
    if chosen != "new":
        rows = places.known_to(
            places.offered(REGISTERS[about]),
            request.user,
            on=timezone.localdate(),
        )
        row = get_object_or_404(rows, pk=int(chosen) if chosen.isdecimal() else 0)
    places.choose(tie, about, row, by=request.user, at=timezone.now())  # type: ignore[arg-type]
    back = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure()):
        return redirect(back)
    return redirect(engagement)
