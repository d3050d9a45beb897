"""The anchors of the ledger, for anybody to keep."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from governance.models import Anchor


@never_cache
@require_safe
def anchors(_request: HttpRequest) -> HttpResponse:
    """Give every anchor, a line each, the oldest first; nobody is asked who they are."""
    rows = Anchor.objects.order_by("day", "chain")
    text = "".join(f"{row}\n" for row in rows)
    return HttpResponse(text, content_type="text/plain; charset=utf-8")
