"""The lists of upkeep: keys, editions, files that were read in, and rows that are alike."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import Count, QuerySet
from django.http import Http404, QueryDict
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from engagements import merging
from engagements.models import Counterpart, Organisation, Place
from engagements.permissions import reach_of
from engagements.templatetags.places import about
from engagements.vocabulary import Party
from governance import adopted, assessing
from governance.models import AdoptedText, ApiToken, ImportFile, ImportState
from governance.reports.listing import Chosen, Part, Shown, register, shown
from governance.reports.rooms import only
from governance.strategy.clauses import Edition


def _day(moment: datetime | None) -> date | None:
    return timezone.localtime(moment).date() if moment else None


# --- keys ----------------------------------------------------------------------------------------
def state_of(token: ApiToken, *, on: date) -> str:
    """Return how a key stands, in words; nothing while it opens."""
    if token.revoked_at:
        return _("återkallad")
    return _("har gått ut") if token.expires_on < on else ""


def token_columns() -> Sequence[Shown]:
    """Return the columns of the keys. The key itself is kept by nobody."""
    return (
        shown(
            _("Till"), lambda row: row.purpose, Part(_("Nyckeln börjar"), lambda row: row.prefix)
        ),
        shown(
            _("Skapad"),
            lambda row: _day(row.created_at),
            Part(_("Av"), lambda row: str(row.created_by)),
        ),
        shown(_("Sista dag"), lambda row: row.expires_on),
        shown(_("Senast använd"), lambda row: row.last_used_on),
        shown(
            _("Läge"),
            lambda row: state_of(row, on=timezone.localdate()),
            Part(_("Återkallad"), lambda row: _day(row.revoked_at)),
        ),
    )


def tokens(_asked: QueryDict, *, by: Any, on: date) -> Chosen:
    """Return the keys, the newest first."""
    only(by, on, Party.ADMIN)
    return Chosen(ApiToken.objects.select_related("created_by").order_by("-pk"))


# --- editions ------------------------------------------------------------------------------------
class Loaded(NamedTuple):
    """An edition, with how many of its clauses have their adopted text."""

    edition: Edition
    clauses: int
    loaded: int

    @property
    def title(self) -> str:
        """What it is called in the reader's language."""
        return self.edition.title.get(get_language() or "sv")


def loaded() -> list[Loaded]:
    """Return the editions of all sources. One question of the database for their texts."""
    counted = AdoptedText.objects.order_by().values_list("edition").annotate(n=Count("pk"))
    found = dict(counted)
    return [
        Loaded(row, len(adopted.clauses_of(row.id)), found.get(row.id, 0))
        for row in assessing.current_editions()
    ]


def edition_columns() -> Sequence[Shown]:
    """Return the columns of the editions."""
    return (
        shown(
            _("Utgåva"), lambda row: row.title, Part(_("Beteckning"), lambda row: row.edition.id)
        ),
        shown(_("Gäller från"), lambda row: row.edition.valid_from),
        shown(
            _("Punkter med text"),
            lambda row: row.loaded,
            Part(_("Punkter"), lambda row: row.clauses),
        ),
    )


def editions(_asked: QueryDict, *, by: Any, on: date) -> Chosen:
    """Return the editions."""
    only(by, on, Party.ADMIN)
    return Chosen(loaded())


# --- files that were read in ---------------------------------------------------------------------
def read_in_for(by: Any, *, on: date) -> QuerySet[Organisation]:
    """Return whose rows somebody reads in: their own, for SLK and administrators anybody's.

    Raises Http404 for who reads in nobody's.
    """
    reach = reach_of(by, on=on)
    found = Organisation.objects.filter(active=True).order_by("sort_name")
    if reach.wide & {Party.SLK, Party.ADMIN}:
        return found
    if not reach.owns:
        raise Http404
    return found.filter(pk__in=reach.owns)


def import_columns() -> Sequence[Shown]:
    """Return the columns of the files."""
    return (
        shown(_("Fil"), lambda row: row.name),
        shown(_("Verksamhet"), lambda row: str(row.organisation)),
        shown(
            _("Läge"),
            lambda row: str(row.get_state_display()),
            Part(_("Inlästa"), lambda row: row.made if row.state == ImportState.DONE else None),
        ),
        shown(_("Av"), lambda row: str(row.by), Part(_("Dag"), lambda row: _day(row.at))),
    )


def imports(_asked: QueryDict, *, by: Any, on: date) -> Chosen:
    """Return the files, the newest first."""
    files = ImportFile.objects.filter(organisation__in=read_in_for(by, on=on)).defer("content")
    return Chosen(files.select_related("organisation", "by").order_by("-at", "pk"))


# --- rows that are alike -------------------------------------------------------------------------
Alike = tuple[Any, Any]


def alike_columns() -> Sequence[Shown]:
    """Return what is said of two places, or counterparts, that have much the same name."""
    return (
        shown(
            _("Den nyare"), lambda row: str(row[0]), Part(_("Om den"), lambda row: about(row[0]))
        ),
        shown(
            _("Den äldre"),
            lambda row: str(row[1]),
            Part(_("Om den äldre"), lambda row: about(row[1])),
        ),
    )


def alike(_asked: QueryDict, *, by: Any, on: date) -> Chosen:
    """Return places that are alike, and then counterparts, as far as the page shows them."""
    only(by, on, Party.ADMIN)
    who: dict[str, Any] = {"user": by, "on": on}
    return Chosen(merging.pairs(Place, **who), then=merging.pairs(Counterpart, **who))


def add_lists() -> None:
    """Make the lists known; called at start."""
    register(
        "nycklar",
        title=gettext_lazy("API-nycklar"),
        page="settings_api",
        columns=token_columns,
        choose=tokens,
    )
    register(
        "utgavor",
        title=gettext_lazy("Utgåvor"),
        page="settings_texts",
        columns=edition_columns,
        choose=editions,
    )
    register(
        "inlasningar",
        title=gettext_lazy("Inläsningar"),
        page="imports",
        columns=import_columns,
        choose=imports,
    )
    register(
        "dubbletter",
        title=gettext_lazy("Dubbletter"),
        page="settings_duplicates",
        columns=alike_columns,
        choose=alike,
    )
