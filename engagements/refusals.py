"""What a person is told when the house can't do it now: a page of ours, and what they typed."""

import logging
import re
from collections.abc import Callable

from django.conf import settings
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django.template.loader import render_to_string
from psycopg import errors

Handler = Callable[[HttpRequest], HttpResponse]

# Somebody else holds the row, or the two waited for each other: the same attempt can succeed soon.
BUSY = (
    errors.LockNotAvailable,
    errors.QueryCanceled,
    errors.DeadlockDetected,
    errors.SerializationFailure,
)
RETRY_AFTER = "30"
UNTYPED = {"csrfmiddlewaretoken", "next"}
# What a control sends on its own: codes, keys and numbers of rows.
CODE = re.compile(r"[a-z0-9_.-]*")

logger = logging.getLogger(__name__)


class Refusals:
    """Answer for a busy row, an absent database, a method that a page does not take, and a form
    that was sent when its writer had been signed out.
    """

    def __init__(self, get_response: Handler) -> None:
        """Keep what comes after."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Give a bare 405 a page, and what was typed back to who has to sign in again."""
        response = self.get_response(request)
        if response.status_code == 405 and not response.content:
            response.content = render_to_string("405.html", {}, request).encode()
        elif _sent_to_sign_in(request, response) and (typed := typed_in(request)):
            return _signed_out(request, response, typed)
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Turn what the database says into a page. The view's transaction is rolled back by now."""
        if not isinstance(error, OperationalError):
            return None
        typed = {"typed": typed_in(request)}
        if isinstance(error.__cause__, BUSY):
            logger.warning("Busy: %s", request.path, exc_info=error)
            return HttpResponse(render_to_string("409.html", typed, request), status=409)
        logger.error("No database: %s", request.path, exc_info=error)
        # Without the request: who reads is in the database too.
        page = render_to_string("503.html", typed)
        return HttpResponse(page, status=503, headers={"Retry-After": RETRY_AFTER})


def _signed_out(request: HttpRequest, redirect: HttpResponse, typed: list[str]) -> HttpResponse:
    """Return the page that gives the texts back, in the place of a way to sign in."""
    told = {"typed": typed, "sign_in": redirect["Location"]}
    headers = {**redirect.headers, "Cache-Control": "no-store, private"}
    del headers["Location"]
    page = render_to_string("signed_out.html", told, request)
    return HttpResponse(page, status=403, headers=headers)


def _sent_to_sign_in(request: HttpRequest, response: HttpResponse) -> bool:
    """Tell whether somebody who is not signed in sent a form by themselves, not by a script."""
    by_hand = "text/html" in request.headers.get("Accept", "") and not request.headers.get(
        "HX-Request"
    )
    where = response.headers.get("Location", "").partition("?")[0]
    return request.method == "POST" and by_hand and where == resolve_url(settings.LOGIN_URL)


def typed_in(request: HttpRequest) -> list[str]:
    """Return the texts that a person wrote in the form they posted, passwords aside."""
    return [
        text
        for name, texts in request.POST.lists()
        if name not in UNTYPED and "password" not in name
        for text in map(str, texts)
        if not CODE.fullmatch(text)
    ]
