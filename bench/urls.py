"""The product's addresses and, beside them, the bare views that everything is measured against.

One shows four words a row. The other shows what a row of our list shows, as it would be written by
who need not ask who may see it, count, filter, or draw anything else on the page.
"""

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

CELLS = engines["django"].from_string(
    "<!doctype html><title>Bare</title><table>{% for row in rows %}<tr><th>"
    '<a href="{{ row.get_absolute_url }}">{{ row.title }}</a> {{ row.get_kind_display }}'
    " {{ row.organisation }} {{ row.number }}"
    "{% for tie in row.ties.all %}{% if tie.place %}"
    ' <a href="{{ tie.place.get_absolute_url }}">{{ tie.place }}</a>{% elif tie.counterpart %}'
    ' <a href="{{ tie.counterpart.get_absolute_url }}">{{ tie.counterpart }}</a>{% endif %}'
    "{% endfor %}</th><td>{{ row.get_status_display }}</td>"
    "<td>{% firstof row.ball_person row.ball_organisation row.get_ball_display %}</td>"
    '<td>{{ row.starts_on|date:"j F Y" }} {{ row.ends_on|date:"j F Y" }}</td>'
    "<td>{% for verdict, count in row.tally.items %}{{ verdict }} {{ count }} {% endfor %}</td>"
    "{% endfor %}</table>"
)


@login_required
def bare(request: HttpRequest, rows: int) -> HttpResponse:
    """Show rows of one indexed query in a plain table."""
    found = Engagement.objects.only("number", "title", "status", "due")
    return HttpResponse(
        TABLE.render({"rows": found.order_by("-changed_at", "-id")[:rows]}, request)
    )


@login_required
def cells(request: HttpRequest, rows: int) -> HttpResponse:
    """Show rows of one indexed query with what stands on a row of our list."""
    found = Engagement.objects.select_related("organisation", "ball_organisation", "ball_person")
    found = found.defer("clauses", "search", "search_alike", "search_words")
    found = found.prefetch_related("ties__counterpart", "ties__place")
    return HttpResponse(
        CELLS.render({"rows": found.order_by("-changed_at", "-id")[:rows]}, request)
    )


urlpatterns = [path("bare/<int:rows>/", bare), path("cells/<int:rows>/", cells), *product]
