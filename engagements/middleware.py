"""What every request needs: the reader's language, pages that no cache keeps, and one look."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from engagements.standing import seen_once

Handler = Callable[[HttpRequest], HttpResponse]


def language(get_response: Handler) -> Handler:
    """Speak the language the reader chose, Swedish until they choose: never the browser's."""

    def middleware(request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, settings.LANGUAGE_CODE)
        known = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(known):
            request.LANGUAGE_CODE = known
            response = get_response(request)
        response.headers.setdefault("Content-Language", known)
        return response

    return middleware


def signed_in_pages_are_private(get_response: Handler) -> Handler:
    """Keep what a signed-in person saw out of every cache (design/reliability.md, B74)."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        # Without a database nobody can say who reads; then nothing is kept at all.
        if response.status_code == 503 or request.user.is_authenticated:
            response.headers["Cache-Control"] = "no-store, private"
        response.headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        return response

    return middleware


def tables_seen_once(get_response: Handler) -> Handler:
    """Let a page ask once whether what is kept has changed, however often it wants it."""

    def middleware(request: HttpRequest) -> HttpResponse:
        with seen_once():
            return get_response(request)

    return middleware
