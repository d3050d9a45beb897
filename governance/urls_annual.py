"""Addresses of the annual report: the city's, and each organisation's under its code."""

from collections.abc import Callable
from typing import Any

from django.urls import URLPattern, path

from engagements.addresses import posted
from governance.views import annual, annual_writing


def _both(below: str, view: Callable[..., Any], name: str, back: str = "") -> list[URLPattern]:
    """Return the page of the city's report and that of an organisation's.

    back: the page that a read of an address for posts leads to.
    """
    city, one = (posted(view, back), posted(view, f"{back}_of")) if back else (view, view)
    return [
        path(f"arsrapport/<int:year>/{below}", city, name=name),
        path(f"arsrapport/<int:year>/verksamhet/<slug:code>/{below}", one, name=f"{name}_of"),
    ]


urlpatterns = [
    path("arsrapport/", annual.years, name="annual_years"),
    *_both("", annual.report, "annual"),
    *_both("tabell/<slug:key>/", annual.table, "annual_table"),
    *_both("text/<slug:section>/", annual_writing.text, "annual_text"),
    *_both("utgava/<int:number>/", annual.edition, "annual_edition"),
    *_both("frys/", annual_writing.freeze, "annual_freeze", back="annual"),
    *_both("fil/", annual_writing.file, "annual_file", back="annual"),
]
