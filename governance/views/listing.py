"""Any list as a file: CSV as it is read, a workbook at once or by the worker when it is long."""

from __future__ import annotations

import tempfile
from datetime import datetime
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from governance.reports import jobs, listing
from governance.reports.files import write_xlsx
from governance.views.jobs import MEDIA


@login_required
@require_GET
def file(request: HttpRequest, name: str, wanted: str) -> HttpResponseBase:
    """Hand over the rows that the address asks for, all pages of them."""
    if name not in listing.LISTINGS or wanted not in ("csv", "xlsx"):
        raise Http404
    now, user = timezone.now(), request.user
    asked, one = listing.without_page(request.GET), listing.LISTINGS[name]
    chosen = one.choose(request.GET, by=user, on=timezone.localdate(now))
    if wanted == "xlsx" and chosen.count > listing.AT_ONCE:
        query = {"lista": name, "fraga": asked}
        return redirect("job", pk=jobs.ask(listing.NAME, "xlsx", query, by=user, at=now).pk)  # type: ignore[arg-type]
    return handed_over(name, one, chosen, wanted, by=user, at=now, asked=asked)


def handed_over(
    name: str,
    one: listing.Listing,
    chosen: listing.Chosen,
    wanted: str,
    *,
    by: Any,
    at: datetime,
    asked: str,
) -> HttpResponseBase:
    """Return a list as a file, made at once. wanted: csv or xlsx."""
    called = f"{name}-{timezone.localdate(at)}.{wanted}"
    if wanted == "csv":
        lines = listing.csv_lines(one, chosen, get_language() or "sv")
        return _handed(StreamingHttpResponse(lines, content_type=MEDIA["csv"]), called)
    report = listing.report_of(one, chosen, by=by, at=at, asked=asked)
    target = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    write_xlsx(report, target, lambda _done: None)
    target.seek(0)
    return FileResponse(target, as_attachment=True, filename=called, content_type=MEDIA["xlsx"])


def _handed(answer: StreamingHttpResponse, called: str) -> StreamingHttpResponse:
    answer["Content-Disposition"] = f'attachment; filename="{called}"'
    return answer
