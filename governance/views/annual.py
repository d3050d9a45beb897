"""The annual report, read: as it is now, as it was frozen, and the rows behind each figure."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from engagements.models import Organisation
from engagements.permissions import reach_of
from engagements.vocabulary import Party
from governance.annual import changes, document, drawing, keeping
from governance.annual.document import Document
from governance.annual.grids import Figure, Grid
from governance.annual.sections import OWN
from governance.forms_annual import FreezeForm, YearForm
from governance.models import AnnualEdition

WRITERS = {Party.SLK, Party.ADMIN}
FIRST = 2020
SHOWN, KEPT = 15, 20


class Scope:
    """Whose report it is, and what its reader may do with it. Raises Http404 for no reader."""

    def __init__(self, request: HttpRequest, year: int, code: str = "") -> None:
        self.year, self.code = year, code
        reach = reach_of(request.user, on=timezone.localdate())
        self.wide = bool(reach.wide)
        self.organisation = get_object_or_404(Organisation, code=code) if code else None
        if self.organisation:
            own = self.organisation.pk in reach.owns
            board = self.organisation.board_id or self.organisation.pk
            reads, self.writes = self.wide or own or board in reach.boards, own
        else:
            reads, self.writes = self.wide, bool(reach.wide & WRITERS)
        if not reads or not FIRST <= year <= timezone.localdate().year:
            raise Http404

    def address(self, name: str, **parts: Any) -> str:
        """Return the address of a page of this report."""
        parts["year"] = self.year
        if self.code:
            return reverse(f"{name}_of", kwargs=parts | {"code": self.code})
        return reverse(name, kwargs=parts)

    def trail(self, *below: tuple[str, str]) -> list[tuple[str, str]]:
        """Return the way to a page of this report."""
        here = f"{self.year} {self.organisation or ''}".strip()
        way = [(_("Start"), reverse("start")), (_("Årsrapport"), reverse("annual_years"))]
        return [*way, (here, self.address("annual") if below else ""), *below]


@login_required
@require_GET
def years(request: HttpRequest) -> HttpResponse:
    """Ask for a year; who reads the whole city chooses among all, others among their own."""
    today = timezone.localdate()
    reach = reach_of(request.user, on=today)
    form = YearForm(request.GET or None, initial={"ar": today.year})
    own = Organisation.objects.filter(pk__in=reach.owns) | Organisation.objects.filter(
        board__in=reach.boards
    )
    reads = bool(reach.wide or own)
    if request.GET and reads and form.is_valid():
        year = form.cleaned_data["ar"]
        if FIRST <= year <= today.year:
            if reach.wide:
                return redirect("annual", year=year)
            return redirect("annual_of", year=year, code=own.order_by("sort_name")[0].code)
        said = _("Välj ett år från %(first)s till %(last)s.")
        form.add_error("ar", said % {"first": FIRST, "last": today.year})
    context = {
        "form": form if reads else None,
        "own": own.order_by("sort_name").distinct(),
        "year": today.year,
        "frozen": _frozen() if reach.wide else [],
        "trail": [(_("Start"), reverse("start")), (_("Årsrapport"), "")],
    }
    return render(request, "annual/years.html", context, status=422 if form.errors else 200)


def _frozen() -> QuerySet[AnnualEdition]:
    rows = AnnualEdition.objects.filter(organisation=None).defer("data")
    return rows.order_by("-year", "-number")[:KEPT]


@login_required
@require_GET
def report(request: HttpRequest, year: int, code: str = "") -> HttpResponse:
    """Show the report as it is now, with its draft and what people wrote."""
    scope = Scope(request, year, code)
    made = keeping.report(year, scope.organisation, by=request.user, at=timezone.now())  # type: ignore[arg-type]
    editions = AnnualEdition.objects.filter(year=year, organisation=scope.organisation)
    context = _shown(scope, made) | {
        "editions": editions.select_related("by", "organisation").order_by("-number"),
        "freeze": FreezeForm(),
        "own_address": scope.address("annual_text", section=OWN) if scope.code else "",
        "others": _others(scope),
    }
    return render(request, "annual/report.html", context)


def _others(scope: Scope) -> list[tuple[str, str]]:
    """Return each organisation's own report, for who reads the whole city's."""
    if scope.code or not scope.wide:
        return []
    rows = Organisation.objects.filter(active=True).order_by("sort_name")
    return [
        (str(row), reverse("annual_of", kwargs={"year": scope.year, "code": row.code}))
        for row in rows
    ]


def _shown(scope: Scope, made: Document, edition: AnnualEdition | None = None) -> dict[str, Any]:
    chapters = []
    for one in made.chapters:
        bars = drawing.bars_of(made, one)
        tables = [_table(scope, made.grids[key], edition) for key in one.tables]
        counted = [
            (sentence.text, [_figure(scope, made, each, edition) for each in sentence.counted])
            for sentence in one.sentences
        ]
        edit = scope.address("annual_text", section=one.key)
        chapters.append((one, counted, bars, tables, edit))
    return {
        "scope": scope,
        "made": made,
        "chapters": chapters,
        "edition": edition,
        "trail": scope.trail(
            *([(_("Utgåva %(n)s") % {"n": edition.number}, "")] if edition else [])
        ),
        "formats": [("docx", "Word"), ("pdf", "PDF"), ("xlsx", "Excel"), ("json", "JSON")],
        "file_address": scope.address("annual_file"),
    }


def _below(edition: AnnualEdition | None) -> list[tuple[str, str]]:
    return [(_("Utgåva %(n)s") % {"n": edition.number}, "")] if edition else []


def _table(scope: Scope, grid: Grid, edition: AnnualEdition | None) -> dict[str, Any]:
    brief = grid.on_paper()
    return {
        "grid": brief,
        "caption": _("Tabell: %(title)s") % {"title": brief.title},
        "rows": brief.rows[:SHOWN],
        "more": len(brief.rows) - SHOWN,
        "address": _asked(scope, Figure(grid.key), edition),
    }


def _figure(
    scope: Scope,
    made: Document,
    counted: tuple[str, Figure, int, bool],
    edition: AnnualEdition | None,
) -> tuple[str, int, str]:
    """Return what a figure is called, the figure, and the page with its rows.

    An edition holds no rows of the year before: there its figures of it open nothing.
    """
    _name, figure, value, before = counted
    said = figure.of or made.grids[figure.table].title
    if before:
        said = f"{said} {made.year - 1}"
    address = "" if before and edition else _asked(scope, figure, edition, before=before)
    return said, value, address


def _asked(
    scope: Scope, figure: Figure, edition: AnnualEdition | None, *, before: bool = False
) -> str:
    """Return the address of the rows that a figure counts."""
    pairs = [(f"={name}", value) for name, values in figure.where.items() for value in values]
    if edition:
        pairs.append(("utgava", str(edition.number)))
    parts: dict[str, Any] = {"year": scope.year - 1 if before else scope.year, "key": figure.table}
    if scope.code:
        address = reverse("annual_table_of", kwargs=parts | {"code": scope.code})
    else:
        address = reverse("annual_table", kwargs=parts)
    return f"{address}?{urlencode(pairs)}" if pairs else address


@login_required
@require_GET
def table(request: HttpRequest, year: int, key: str, code: str = "") -> HttpResponse:
    """Show the rows behind a figure, or a whole table."""
    scope = Scope(request, year, code)
    where: dict[str, list[str]] = {
        name[1:]: request.GET.getlist(name) for name in request.GET if name.startswith("=")
    }
    try:
        grid = _grid(request, scope, key)
        rows = grid.chosen(where)
    except KeyError as error:
        raise Http404 from error
    except ValueError as error:
        raise BadRequest(_("Tabellen har ingen sådan kolumn.")) from error
    context = {
        "scope": scope,
        "grid": grid,
        "rows": rows,
        "where": where,
        "items": grid.headings[0] == "Ärendenummer",
        "back": scope.address("annual"),
        "trail": scope.trail((grid.title, "")),
    }
    return render(request, "annual/table.html", context)


def _grid(request: HttpRequest, scope: Scope, key: str) -> Grid:
    """Return a table as it is now, or as it was frozen. Raises KeyError, Http404."""
    user: Any = request.user
    number = request.GET.get("utgava", "")
    if not number:
        return document.table(key, scope.year, scope.organisation, by=user, at=timezone.now())
    if not number.isdecimal():
        raise Http404
    return document.read(edition_of(scope, int(number)).data).grids[key]


def edition_of(scope: Scope, number: int) -> AnnualEdition:
    """Return a frozen edition of a report. Raises Http404."""
    rows = AnnualEdition.objects.select_related("by", "organisation")
    return get_object_or_404(rows, year=scope.year, organisation=scope.organisation, number=number)


@login_required
@require_GET
def edition(request: HttpRequest, year: int, number: int, code: str = "") -> HttpResponse:
    """Show a frozen edition, and what has changed since."""
    scope = Scope(request, year, code)
    kept = edition_of(scope, number)
    frozen = document.read(kept.data)
    now = keeping.report(year, scope.organisation, by=request.user, at=timezone.now())  # type: ignore[arg-type]
    context = _shown(scope, frozen, kept) | {
        "changes": changes.between(frozen, now),
        "whole": document.sum_of(kept.data) == kept.sha256,
    }
    return render(request, "annual/edition.html", context)
