"""The API: the same answers as ``manage.py assess``, over HTTP. See docs/api.md."""

from __future__ import annotations

import logging
from typing import Any

from django.db import OperationalError, transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from governance.actions import api_keys
from governance.assessing import current_editions, current_rows
from governance.strategy import FACTS_OF
from governance.strategy.described import facts_schema
from governance.strategy.interface import BadItem, answer, parsed
from governance.views.api_described import MOST_BYTES, MOST_ITEMS, MOST_WITH_CHANGES, described

READ = ("GET", "HEAD")
TITLES = {
    400: "Not JSON",
    401: "No valid key",
    404: "Not found",
    405: "Method not allowed",
    413: "Too large",
    415: "Not application/json",
    422: "Cannot be judged",
    429: "Too many calls",
    503: "Not now",
}
LATER = {"Retry-After": "30"}


logger = logging.getLogger(__name__)


class Refused(Exception):
    """A call that gets a problem instead of an answer."""

    def __init__(self, status: int, detail: str, *, headers: Any = None, **more: Any) -> None:
        super().__init__(detail)
        self.status, self.detail, self.headers, self.more = status, detail, headers or {}, more

    def response(self) -> JsonResponse:
        """Return the problem as RFC 9457 tells it."""
        told = {"type": "about:blank", "title": TITLES[self.status], "status": self.status}
        body = told | {"detail": self.detail} | self.more
        headers = {"Cache-Control": "no-store"} | self.headers
        kind = "application/problem+json"
        return JsonResponse(body, status=self.status, headers=headers, content_type=kind)


# The key opens this, no cookie does, so no other site can make a browser ask in a person's name.
# No transaction of its own: a judgement only reads, and must not hold the key's row.
@csrf_exempt
@transaction.non_atomic_requests
def assess(request: HttpRequest) -> HttpResponse:
    """Judge one item, or a list of them. Nothing is kept but that the key was used."""
    try:
        found = _judged(_item(request), changes=request.GET.get("changes") == "true")
    except Refused as refused:
        return refused.response()
    except OperationalError:
        logger.exception("no database for the API")
        return Refused(503, "Try again in a while.", headers=LATER).response()
    return JsonResponse(found, headers={"Cache-Control": "no-store"})


def _item(request: HttpRequest) -> Any:
    """Return what was sent, once all else is in order."""
    if request.method != "POST":
        raise Refused(405, "Only POST is answered here.", headers={"Allow": "POST"})
    _counted(request)
    if request.content_type != "application/json":
        raise Refused(415, "Send the item as application/json.")
    if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BYTES:
        raise Refused(413, f"At most {MOST_BYTES} bytes are read.")
    try:
        return parsed(request.body.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise Refused(400, f"not UTF-8 at byte {error.start + 1}") from None
    except BadItem as bad:
        raise Refused(400, str(bad)) from None


def _counted(request: HttpRequest) -> None:
    scheme, _space, secret = request.headers.get("Authorization", "").partition(" ")
    known = {"WWW-Authenticate": 'Bearer realm="Utblick"'}
    if scheme.lower() != "bearer" or not secret.strip():
        raise Refused(401, "Send the key as Authorization: Bearer.", headers=known)
    try:
        api_keys.count(secret.strip(), at=timezone.now())
    except api_keys.BadKey:
        known["WWW-Authenticate"] += ', error="invalid_token"'
        detail = "The key is unknown, past its last day or revoked."
        raise Refused(401, detail, headers=known) from None
    except api_keys.TooOften as often:
        wait = {"Retry-After": str(often.seconds)}
        raise Refused(429, f"A key is good for {often}.", headers=wait) from None


def _judged(sent: Any, *, changes: bool) -> dict[str, Any]:
    """Return the answer, or the answers of a list, each at its item's place.

    changes: whether what would change each finding is searched, which takes most of the time.
    """
    most = MOST_WITH_CHANGES if changes else MOST_ITEMS
    if isinstance(sent, list) and len(sent) > most:
        problem = {"path": "", "reason": f"at most {most} items, came {len(sent)}"}
        raise Refused(422, "The list is too long.", problems=[problem])
    holding: dict[str, Any] = {
        "on": timezone.localdate(),
        "city": current_rows(),
        "editions": current_editions(),
        "changes": changes,
    }
    if isinstance(sent, list):
        return {"answers": [_answer_or_problems(item, **holding) for item in sent]}
    try:
        return answer(sent, **holding)
    except BadItem as bad:
        raise Refused(422, "The item has problems.", problems=_told(bad)) from None


def _answer_or_problems(item: Any, **holding: Any) -> dict[str, Any]:
    try:
        return answer(item, **holding)
    except BadItem as bad:
        return {"problems": _told(bad)}


def _told(bad: BadItem) -> list[dict[str, str]]:
    return [{"path": problem.path, "reason": problem.reason} for problem in bad.problems]


# The two below need no database, and open no transaction.
@transaction.non_atomic_requests
@csrf_exempt
def openapi(request: HttpRequest) -> HttpResponse:
    """Describe the API, for people's tools."""
    if request.method not in READ:
        return _read_only()
    return JsonResponse(described(), json_dumps_params={"ensure_ascii": False})


@transaction.non_atomic_requests
@csrf_exempt
def schema(request: HttpRequest, kind: str) -> HttpResponse:
    """Give the JSON Schema of a kind's facts."""
    if request.method not in READ:
        return _read_only()
    if kind not in FACTS_OF:
        return Refused(404, f"The kinds are {', '.join(FACTS_OF)}.").response()
    told = facts_schema(FACTS_OF[kind])
    return JsonResponse(
        told,
        content_type="application/schema+json",
        json_dumps_params={"ensure_ascii": False},
    )


@transaction.non_atomic_requests
@csrf_exempt
def nothing_here(_request: HttpRequest, **_rest: Any) -> HttpResponse:
    """Say of any other address that there is nothing."""
    return Refused(404, "There is nothing at this address. See /api/v1/openapi.json.").response()


def _read_only() -> HttpResponse:
    return Refused(405, "Only GET is answered here.", headers={"Allow": "GET, HEAD"}).response()
