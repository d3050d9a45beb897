"""Lists that people keep: which there are, whether their filters still hold, and what is new."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import BadRequest
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from engagements import finding, places, querysets
from engagements.forms.search import SearchForm
from engagements.models import Engagement, Organisation, Role, User
from engagements.permissions import HANDLERS, SLK_UNITS, reach_of
from engagements.vocabulary import RoleName
from governance import queues
from governance.models import SavedView, ViewRoom, ViewSeen, ViewWatch

# What a view may hold to be watched, and how long its filters may be.
MOST_WATCHED = 2_000
LONGEST = 2_000
NOBODY = "jag"
Rows = QuerySet[Engagement]
QUEUE_WORDS = {
    "vy": gettext_lazy("Vy"),
    "kontroll": gettext_lazy("Kontroll"),
    "ordning": gettext_lazy("Ordning"),
}
# What the hidden filters of the list are called in words.
WORDS = {
    "plats": gettext_lazy("Plats"),
    "motpart": gettext_lazy("Motpart"),
    "part": gettext_lazy("Motpart"),
    "beraknat": gettext_lazy("Kostnaden är beräknad"),
    "uppfoljt": gettext_lazy("Uppföljt"),
    "inskickat": gettext_lazy("Inskickat"),
}


class Gone(Exception):
    """A view asks for what there is no more, or is not understood any more. filters: by name."""

    def __init__(self, filters: list[str]) -> None:
        super().__init__(", ".join(filters))
        self.filters = filters


@dataclass(frozen=True)
class Room:
    """A list that can be kept.

    page: the name of its address. names: the filters it knows. wrong: those whose answers it does
    not take. rows: what they let through of what a person may read. said: the filters in words.
    """

    page: str
    names: Callable[[], Collection[str]]
    wrong: Callable[[QueryDict], list[str]]
    rows: Callable[[QueryDict, User, date], Rows]
    said: Callable[[QueryDict, User, date], str]
    open_to: Callable[[User, date], bool]


# --- the two rooms -------------------------------------------------------------------------------
def _wrong_in_queue(query: QueryDict) -> list[str]:
    known: dict[str, Collection[str]] = {
        "vy": queues.VIEWS,
        "kontroll": ["", *queues.CHECKS],
        "ordning": queues.ORDERS,
    }
    wrong = [name for name, codes in known.items() if name in query and query[name] not in codes]
    return [str(QUEUE_WORDS[name]) for name in wrong]


def _queue_rows(query: QueryDict, user: User, on: date) -> Rows:
    return queues.rows(user, **queues.asked_for(query), on=on)


def _has_queue(user: User, on: date) -> bool:
    return bool(reach_of(user, on=on).wide & HANDLERS)


def _matter_names() -> Collection[str]:
    return [name for name in SearchForm.base_fields if name != "efter"] + list(finding.FILTERS)


def _wrong_in_list(query: QueryDict) -> list[str]:
    form = SearchForm(query)
    return [_label(name, form) for name in form.errors]


def _matter_rows(query: QueryDict, user: User, on: date) -> Rows:
    form = SearchForm(query)
    if not form.is_valid():
        raise BadRequest(form.errors.as_text())
    asked = form.cleaned_data
    chosen = finding.selected(user, asked, on)
    rows = querysets.search(chosen, asked["q"]) if asked["q"] else chosen
    return rows.order_by("-changed_at", "-id")


def _label(name: str, form: SearchForm) -> str:
    return str(WORDS.get(name) or form[name].label)


def _matters_said(query: QueryDict, user: User, on: date) -> str:
    form = SearchForm(query)
    form.is_valid()
    answers = [(name, value) for name, value in form.cleaned_data.items() if value or value == 0]
    parts = [_answer_said(name, value, form, user, on) for name, value in answers]
    return "; ".join(parts) or _("Alla ärenden")


def _answer_said(name: str, value: Any, form: SearchForm, user: User, on: date) -> str:
    """Say an answer; a place or a counterpart that its reader may not know goes without a name."""
    label, field = _label(name, form), form.fields[name]
    if value == finding.YES:
        return label
    if name in ("plats", "motpart"):
        register = type(value).objects.filter(pk=value.pk)
        known = places.known_to(register, user, on=on).exists()
        return f"{label}: {value if known else _('en som du inte får läsa om')}"
    if isinstance(field, forms.ModelChoiceField):
        return f"{label}: {value}"
    offered = dict(getattr(field, "choices", ()))
    many = value if isinstance(value, list) else [value]
    return f"{label}: {', '.join(str(offered.get(one, one)) for one in many)}"


ROOMS: Mapping[str, Room] = {
    ViewRoom.QUEUE: Room(
        "queue",
        lambda: QUEUE_WORDS,
        _wrong_in_queue,
        _queue_rows,
        lambda query, _user, _on: queues.in_words(**queues.asked_for(query)),
        _has_queue,
    ),
    ViewRoom.MATTERS: Room(
        "engagements",
        _matter_names,
        _wrong_in_list,
        _matter_rows,
        _matters_said,
        lambda _user, _on: True,
    ),
}


# --- what a view says ----------------------------------------------------------------------------
def canonical(room: str, query: QueryDict) -> str:
    """Return the filters of an address as a view keeps them. Raises BadRequest."""
    one = ROOMS[room]
    kept = QueryDict(mutable=True)
    for name in one.names():
        values = [value for value in query.getlist(name) if value]
        if values:
            kept.setlist(name, values)
    if kept and one.wrong(kept):
        raise BadRequest("unknown filter")
    return kept.urlencode()


def filters(view: SavedView) -> QueryDict:
    """Return what a view asks for. Raises Gone where its list does not take that any more."""
    room, query = ROOMS[view.room], QueryDict(view.query)
    known = room.names()
    gone = [name for name in query if name not in known] or room.wrong(query)
    if gone:
        raise Gone(gone)
    return query


def address(view: SavedView) -> str:
    """Return the address of the list as a view narrows it. Raises Gone."""
    filters(view)
    page = reverse(ROOMS[view.room].page)
    return f"{page}?{view.query}" if view.query else page


def in_words(view: SavedView, user: User, *, on: date) -> str:
    """Say what a view shows, or that it shows nothing any more."""
    try:
        return ROOMS[view.room].said(filters(view), user, on)
    except Gone as gone:
        return gone_in_words(gone)


def is_gone(view: SavedView) -> bool:
    """Whether a view asks for what there is no more."""
    try:
        filters(view)
    except Gone:
        return True
    return False


def gone_in_words(gone: Gone) -> str:
    """Say which filters there are no more."""
    return _("Filter som inte finns längre: %(filters)s.") % {"filters": ", ".join(gone.filters)}


def rows(view: SavedView, user: User, *, on: date) -> Rows:
    """Return what a view holds of what a person may read. Raises Gone."""
    return ROOMS[view.room].rows(filters(view), user, on)


# --- whose it is ---------------------------------------------------------------------------------
def readable(user: User, *, on: date, room: str = "") -> QuerySet[SavedView]:
    """Return a person's own views and those that are shared with them, by name.

    room: those of that list alone.
    """
    held = reach_of(user, on=on).held
    organisations = {organisation for _name, organisation in held}
    units = {name for name, _organisation in held} & {str(unit) for unit in SLK_UNITS}
    shared = Q(organisation__in=organisations) | Q(unit__in=units)
    asked = [room] if room else ROOMS
    open_rooms = [code for code in asked if ROOMS[code].open_to(user, on)]
    found = SavedView.objects.filter(Q(by=user) | shared, room__in=open_rooms)
    return found.select_related("by", "organisation").order_by("name", "pk")


def groups(user: User, *, on: date) -> list[tuple[str, str]]:
    """Return whom a person can share with, as codes and words: their units and organisations."""
    roles = Role.objects.filter(user=user).on(on).select_related("organisation")
    language = get_language() or "sv"
    found = {NOBODY: _("Bara jag")}
    for role in roles.order_by("organisation__sort_name", "name"):
        if role.name in SLK_UNITS:
            unit = RoleName(role.name)
            found[f"unit:{unit}"] = _("Alla på %(unit)s") % {"unit": unit.label(language)}
        found[f"organisation:{role.organisation_id}"] = _("Alla med en roll i %(name)s") % {
            "name": role.organisation
        }
    return list(found.items())


def group_of(view: SavedView) -> str:
    """Return the code of those a view is shared with."""
    if view.unit:
        return f"unit:{view.unit}"
    return f"organisation:{view.organisation_id}" if view.organisation_id else NOBODY


def group_in_words(view: SavedView) -> str:
    """Return the name of those a view is shared with."""
    return str(view.get_unit_display() if view.unit else view.organisation or "")


def named(group: str) -> tuple[Organisation | None, str]:
    """Return the organisation and the unit that a code stands for."""
    sort, _sign, which = group.partition(":")
    if sort == "organisation":
        return Organisation.objects.get(pk=int(which)), ""
    return None, which


# --- what is new ---------------------------------------------------------------------------------
def unseen(watch: ViewWatch, *, on: date) -> Rows:
    """Return what has come into a watched view since it began to be watched, and is untold.

    Nothing where its person can't open the view any more, or where it asks for what is gone.
    """
    person, view = watch.person, watch.view
    if not person.is_active or not readable(person, on=on).filter(pk=view.pk).exists():
        return Engagement.objects.none()
    try:
        found = rows(view, person, on=on)
    except Gone:
        return Engagement.objects.none()
    told = ViewSeen.objects.filter(watch=watch, engagement=OuterRef("pk"))
    return found.filter(~Exists(told))
