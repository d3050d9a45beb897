"""The calendar: the weeks ahead as a list, a month as a grid."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from governance import almanac
from governance.almanac import Asked, Entry, weeks
from governance.forms_calendar import MONTH, ON, CalendarForm

# Nobody reads further on a page; a calendar program is given more.
MOST = 200


@login_required
@require_GET
def calendar(request: HttpRequest) -> HttpResponse:
    """Show what stands on the days that an address asks for, of what the reader may see."""
    today = timezone.localdate()
    form = CalendarForm(request.GET)
    if not form.is_valid():
        # A day can be written wrong; a choice that no page of ours offers is no address.
        if set(form.errors) - {"dag"}:
            raise BadRequest(form.errors.as_text())
        return render(request, "calendar/page.html", {"form": form}, status=422)
    asked = form.cleaned_data
    by_month = asked["vy"] == MONTH
    day = asked["dag"] or today
    goes_on = asked["fran"] == ON and not by_month
    first, last = _days(day, by_month=by_month)
    if goes_on:
        first = day
    found = almanac.entries(_asked(request.user, asked, first, last, today))
    context = {
        "form": form,
        "by_month": by_month,
        "day": day,
        "first": first,
        "last": last,
        "today": today,
        "count": len(found),
        "most": MOST if almanac.is_cut(found, most=MOST) else 0,
        "filtered": any(asked[name] for name in ("visa", "hos", "verksamhet")),
        **_around(request, day, by_month=by_month, goes_on=goes_on),
    }
    if by_month:
        context["weeks"] = weeks.month(found, day, language=get_language() or "sv")
    else:
        context |= _listed(request, found, first, last, goes_on=goes_on)
    return render(request, "calendar/page.html", context)


def _listed(
    request: HttpRequest, found: list[Entry], first: date, last: date, *, goes_on: bool
) -> dict[str, Any]:
    """Return the weeks that a page has room for, how much it has none for, and where that is.

    goes_on: what began before the first day stood on the page before.
    """
    if goes_on:
        found = [entry for entry in found if entry.first >= first]
    shown, rest = weeks.fitting(found, first)
    until = rest - weeks.ONE_DAY if rest else last
    count = (weeks.monday(until) - weeks.monday(first)) // weeks.ONE_WEEK + 1
    monday, language = weeks.monday(first), get_language() or "sv"
    listed = {"weeks": weeks.listed(shown, monday, weeks=count, language=language), "last": until}
    if rest is None:
        return listed
    where = _query(request, dag=rest.isoformat(), fran=ON)
    return listed | {"rest": rest, "more": len(found) - len(shown), "after": where}


def _days(day: date, *, by_month: bool) -> tuple[date, date]:
    """Return the first and the last day that a page shows."""
    if not by_month:
        first = weeks.monday(day)
        return first, first + weeks.WEEKS * weeks.ONE_WEEK - weeks.ONE_DAY
    first, last = weeks.bounds(day)
    return weeks.monday(first), weeks.monday(last) + 6 * weeks.ONE_DAY


def _asked(user: Any, asked: dict[str, Any], first: date, last: date, today: date) -> Asked:
    mine = asked["hos"] == "mig"
    which = almanac.which(user, on=today, mine=mine, organisation=asked["verksamhet"])
    return Asked(user, first, last, today, which, asked["visa"], MOST)


def _around(request: HttpRequest, day: date, *, by_month: bool, goes_on: bool) -> dict[str, str]:
    """Return where the page before, the one after, today and the other view are.

    goes_on: the page before has the days of the same week that come before the day.
    """
    if by_month:
        first, last = weeks.bounds(day)
        before, after = first - timedelta(days=1), last + timedelta(days=1)
    else:
        first = weeks.monday(day)
        step = weeks.WEEKS * weeks.ONE_WEEK
        before, after = day - weeks.ONE_DAY if goes_on else first - step, first + step
    return {
        "before": _query(request, dag=before.isoformat(), fran=""),
        "after": _query(request, dag=after.isoformat(), fran=""),
        "now": _query(request, dag="", fran=""),
        "as_weeks": _query(request, vy="", fran=""),
        "as_month": _query(request, vy=MONTH, fran=""),
    }


def _query(request: HttpRequest, **changed: str) -> str:
    kept = request.GET.copy()
    for name, value in changed.items():
        kept.pop(name, None)
        if value:
            kept[name] = value
    return f"?{kept.urlencode()}"
