"""The pages that every kind shares: the list, the colours, and whether we are well."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import (
    BadRequest,
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.db import DatabaseError, connection, transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST, require_safe

from engagements import finding, people, querysets
from engagements.forms.search import SearchForm
from engagements.models import ColourScheme, Engagement
from engagements.permissions import reach_of
from engagements.standing_in import mark_absent

TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)
WAYS = {"tangenter": "shortcuts", "lasruta": "reading_pane"}
ANSWERS = {"pa": True, "av": False}


@login_required
@require_GET
def engagements(request: HttpRequest) -> HttpResponse:
    """List and search what the reader may read, last changed first."""
    user: Any = request.user
    today = timezone.localdate()
    form = SearchForm(request.GET)
    if not form.is_valid():
        # Boxes can be written wrong; a choice that no page of ours offers is no address.
        if set(form.errors) - {"q", "ar"}:
            raise BadRequest(form.errors.as_text())
        return render(request, "engagements/list.html", {"form": form}, status=422)
    asked = form.cleaned_data
    chosen = finding.selected(user, asked, today)
    rows = querysets.search(chosen, asked["q"]) if asked["q"] else chosen
    filtered = any(value for name, value in asked.items() if name != "efter")
    listed = rows if reach_of(user, on=today).wide or not filtered else querysets.few_first(rows)
    page = querysets.page_after(querysets.with_ties(querysets.with_lists(listed)), asked["efter"])
    alike = _alike(chosen, asked, page)
    mark_absent([*page.rows, *alike], on=today)
    following = request.GET.copy()
    following["efter"] = page.after
    context = {
        "form": form,
        "page": page,
        "alike": alike,
        "today": today,
        "asked": asked,
        "found": rows.count() if form.narrowed_by_others else 0,
        "filtered": filtered,
        "following": f"?{following.urlencode()}" if page.after else "",
    }
    return render(request, "engagements/list.html", context)


@login_required
@require_POST
def colours(request: HttpRequest) -> HttpResponse:
    """Keep the colours that the reader chose, and go back to the page they chose them on."""
    user: Any = request.user
    chosen = request.POST.get("utseende")
    if chosen not in ColourScheme.values:
        raise BadRequest(_("Välj bland svaren som visas"))
    people.choose_colours(ColourScheme(chosen), by=user)
    return _back_from(request)


@login_required
@require_POST
def ways(request: HttpRequest) -> HttpResponse:
    """Keep whether the reader wants keys, or the reading pane, and go back to where they were."""
    user: Any = request.user
    name, answer = request.POST.get("vad", ""), request.POST.get("val", "")
    if name not in WAYS or answer not in ANSWERS:
        raise BadRequest(_("Välj bland svaren som visas"))
    people.choose_ways(by=user, **{WAYS[name]: ANSWERS[answer]})
    return _back_from(request)


def _back_from(request: HttpRequest) -> HttpResponse:
    back = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure()):
        return redirect(back)
    return redirect("start")


def _alike(
    rows: QuerySet[Engagement], asked: dict[str, Any], page: querysets.KeysetPage
) -> list[Engagement]:
    """Return what is spelled like the words, once those spelled the same have ended."""
    if not asked["q"] or asked["efter"] or page.after:
        return []
    found = querysets.alike(rows, asked["q"]).order_by("-changed_at", "-id")
    return list(querysets.with_ties(querysets.with_lists(found))[: querysets.PAGE])


@never_cache
@require_safe
@transaction.non_atomic_requests
def live(_request: HttpRequest) -> JsonResponse:
    """Say that the process answers."""
    return JsonResponse({"status": "ok"})


@never_cache
@require_safe
@transaction.non_atomic_requests
def ready(_request: HttpRequest) -> JsonResponse:
    """Say whether the database answers; 503 when it does not."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("select 1")
    except DatabaseError:
        return JsonResponse({"status": "unavailable", "database": "down"}, status=503)
    return JsonResponse({"status": "ok", "database": "ok"})


def bad_request(_request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that what was sent can't be read, or that it is too much to be read at all.

    Without the request: reading it is what failed.
    """
    if isinstance(exception, TOO_MUCH):
        return HttpResponse(render_to_string("413.html"), status=413)
    return HttpResponseBadRequest(render_to_string("400.html"))


def nothing_here(_request: HttpRequest, **_where: str) -> HttpResponse:
    """Stand where the sign-in library has a page and we have none."""
    raise Http404


@require_safe
def page(request: HttpRequest, template: str) -> HttpResponse:
    """Show a page that is only words."""
    return render(request, template)
