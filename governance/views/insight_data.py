"""The open books as files: stable addresses, streamed, described as DCAT-AP."""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.http import http_date
from django.views.decorators.http import condition, require_safe

from governance.insight import data as books
from governance.insight import reading
from governance.views.insight import for_all


@for_all
def data(request: HttpRequest) -> HttpResponse:
    """Show the files that there are, and what stands in them."""
    context = {"datasets": books.DATASETS.values(), "years": reading.years(), "here": "data"}
    return render(request, "insight/data.html", context)


def _etag(_request: HttpRequest, **_where: Any) -> str:
    return f'"{reading.stamp()[0]}"'


def _dated(response: HttpResponseBase) -> HttpResponseBase:
    """Say when anything last changed, and let all read it from other sites."""
    newest = reading.stamp()[1]
    if newest:
        response["Last-Modified"] = http_date(newest.timestamp())
    response["Access-Control-Allow-Origin"] = "*"
    return response


@require_safe
@condition(etag_func=_etag)
def file(
    _request: HttpRequest, *, name: str, form: str, year: int | None = None
) -> HttpResponseBase:
    """Stream the rows of a year, or all."""
    if name not in books.DATASETS or form not in books.WRITERS:
        raise Http404
    lines = books.WRITERS[form](books.DATASETS[name], year)
    response = StreamingHttpResponse(lines, content_type=f"{books.MEDIA[form]}; charset=utf-8")
    saved = f"utblick-{name}-{year}.{form}" if year else f"utblick-{name}.{form}"
    response["Content-Disposition"] = f'attachment; filename="{saved}"'
    return _dated(response)


@require_safe
@condition(etag_func=_etag)
def dcat(_request: HttpRequest) -> HttpResponseBase:
    """Describe the files."""
    base = settings.PUBLIC_BASE_URL.rstrip("/") + reverse("insight_data")
    with translation.override("sv"):
        told = books.described(base, modified=reading.stamp()[1], years=reading.years())
        text = json.dumps(told, ensure_ascii=False, indent=2)
    return _dated(HttpResponse(text, content_type="application/ld+json; charset=utf-8"))
