"""How numbers and countries stand in an address, and what a read of a posting address answers."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import register_converter, reverse
from django.urls.converters import StringConverter


class Number(StringConverter):
    """A diary number such as INT-2026-0041. Anything else in its place is no address of ours."""

    regex = "[A-Z]{2,5}-[0-9]{4}-[0-9]{1,9}"


class Country(StringConverter):
    """A country by its two letters, such as no. Digits in its place are a place's own number."""

    regex = "[a-z]{2}"


register_converter(Number, "number")
register_converter(Country, "country")


def posted(
    view: Callable[..., HttpResponseBase], back: str, *, only: str = ""
) -> Callable[..., HttpResponseBase]:
    """Bring whoever reads an address that only takes posts to the page ``back``.

    only: the one part of the address that the page has as well; all, when it is left out.

    A reload, or another language chosen after an error, reads the address that was posted to.
    """

    @wraps(view)
    def answer(request: HttpRequest, **where: Any) -> HttpResponseBase:
        if request.method in ("GET", "HEAD"):
            address = reverse(back, kwargs={only: where[only]} if only else where)
            query = request.META["QUERY_STRING"]
            return HttpResponseRedirect(f"{address}?{query}" if query else address, status=303)
        return view(request, **where)

    return answer
