"""The product's addresses and, beside them, the bare view that everything is measured against."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from engagements.models import Engagement
from stadsinternationell.urls import urlpatterns as product

TABLE = engines["django"].from_string(
    "<!doctype html><title>Bare</title><table>{% for row in rows %}<tr><td>{{ row.number }}"
    "<td>{{ row.title }}<td>{{ row.status }}<td>{{ row.due }}{% endfor %}</table>"
)


@login_required
def bare(request: HttpRequest, rows: int) -> HttpResponse:
    """Show rows of one indexed query in a plain table."""
    found = Engagement.objects.only("number", "title", "status", "due")
    return HttpResponse(
        TABLE.render({"rows": found.order_by("-changed_at", "-id")[:rows]}, request)
    )


urlpatterns = [path("bare/<int:rows>/", bare), *product]
