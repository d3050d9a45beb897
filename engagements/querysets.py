"""What a person's pages ask of engagements: what waits for them, for others, and page by page."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Generic, TypeVar

from django.contrib.postgres.search import SearchQuery
from django.core.exceptions import BadRequest
from django.db.models import Model, Prefetch, Q, QuerySet, Value
from django.utils.dateparse import parse_datetime

from engagements.conditions import of, row_by_row
from engagements.models import Consultation, Engagement, Tie, User
from engagements.models.searching import Folded
from engagements.permissions import UNDECIDED, reach_of, read_too, visible_to
from engagements.turns import holds
from engagements.vocabulary import Status

Row = TypeVar("Row", bound=Model)
PAGE = 30
# What a row is found by, and no page shows.
UNREAD = ("search", "search_alike", "search_words")
# Who holds a matter, and the columns that the rows of a list are drawn, ordered and led on by.
HOLDERS = ("organisation", "ball_organisation", "ball_person")
SHOWN = (
    *("kind", "number", "title", "status", "ball", "counterpart", "starts_on", "ends_on"),
    *("breaches", "unanswered", "judgements", "notes", "supporting", "changed_at"),
    *("organisation__name_sv", "organisation__name_en", "organisation__board"),
    *("ball_organisation__name_sv", "ball_organisation__name_en", "ball_organisation__board"),
    *("ball_person__name", "ball_person__email"),
)
# How much of a word's end may differ, and the letters that may not.
ENDING, SHORT = 2, 5
# Digits and the Latin letters that are letters alone without their accents: a query takes them.
LETTERS = re.compile(
    "[0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u013e\u0141-\u0148\u014a-\u017e]+"
)
# What may be a matter's number: an index of words is asked alone for what is none.
NUMBERED = re.compile(r"\S*[0-9]\S*", re.ASCII)
# Who has turned three hundred pages wants a filter instead.
LAST_PAGE = 300
MOST_ASKED = 500
FEW = 500
# With so many organisations, to ask for each alone takes as long as for all.
SOME = 12


def waiting_for(user: User, *, on: date, role: str = "") -> QuerySet[Engagement]:
    """Return what waits for ``user``, drafts aside, most urgent first. role: in that role alone."""
    held: QuerySet[Engagement] = Engagement.objects.filter(
        _held(user, on=on, role=role), read_too(user, on=on)
    )
    return held.order_by("due", "id")


def _held(user: User, *, on: date, role: str = "") -> Q:
    mine = holds(user, reach_of(user, on=on, role=role))
    return mine & ~Q(ball="") & ~Q(status=str(Status.DRAFT))


def on_desk(user: User, *, on: date) -> QuerySet[Engagement]:
    """Return what waits for ``user``, and what they are asked about."""
    asked = list(asked_of(user, on=on).values_list("engagement", flat=True)[:MOST_ASKED])
    return visible_to(user, on=on).filter(_held(user, on=on) | Q(pk__in=asked))


def asked_of(
    user: User, *, on: date, role: str = "", among: QuerySet[Engagement] | None = None
) -> QuerySet[Consultation]:
    """Return the questions about others' matters that ``user`` has to answer, soonest first.

    Nobody is asked of a matter that is decided, or that they may not read any more.
    among: those about some of the matters that they may read.
    """
    owns = reach_of(user, on=on, role=role).owns
    if not owns:
        return Consultation.objects.none()
    open_ones = Consultation.objects.filter(organisation__in=owns, answered_at=None)
    matters = visible_to(user, on=on) if among is None else among
    matters = matters.filter(status__in=[str(status) for status in UNDECIDED])
    found = open_ones.filter(engagement__in=matters.values("pk")).exclude(
        engagement__conflicts__user=user
    )
    return found.order_by("due", "pk")


def waiting_for_others(
    user: User, *, on: date, role: str = "", most: int = 0
) -> QuerySet[Engagement]:
    """Return one's organisations' engagements, and one's boards', that wait for somebody else.

    most: at least so many of the first; all when it is 0.
    """
    reach = reach_of(user, on=on, role=role)
    # Whoever owns them reads them.
    rows: QuerySet[Engagement] = Engagement.objects.filter(reach.own)
    hosts = reach.owns
    if reach.boards:
        hosts |= reach.hosts
        rows = Engagement.objects.filter(reach.own | of(reach.hosts), read_too(user, on=on))
    rows = rows.exclude(holds(user, reach)).exclude(ball="").exclude(status=str(Status.DRAFT))
    if most and not reach.keeps:
        rows = first_of_each(rows, hosts, "ball_since", "id", most=most)
    return rows.order_by("ball_since", "id")


def first_of_each(
    rows: QuerySet[Engagement], organisations: Collection[int], *order: str, most: int
) -> QuerySet[Engagement]:
    """Return the first of each organisation's, for a page that shows the first ``most`` of all.

    Each is walked by an index that begins with the organisation. Of many together all would be
    read and put in order. rows: no others than theirs.
    """
    if len(organisations) not in range(2, SOME):
        return rows
    firsts = [
        rows.filter(of([pk])).order_by(*order).values("pk")[:most] for pk in sorted(organisations)
    ]
    return Engagement.objects.filter(pk__in=firsts[0].union(*firsts[1:]))


def drafts_of(user: User, *, on: date, role: str = "") -> QuerySet[Engagement]:
    """Return the drafts of one's organisations, last touched first."""
    own = reach_of(user, on=on, role=role).own
    drafts = Engagement.objects.filter(own, status=str(Status.DRAFT))
    return drafts.order_by("-changed_at", "-id")


def coming(user: User, *, on: date, role: str = "") -> QuerySet[Engagement]:
    """Return what one may read that is decided and yet to take place, soonest first."""
    reach = reach_of(user, on=on, role=role)
    rows: QuerySet[Engagement] = visible_to(user, on=on)
    if reach.owns:
        rows = Engagement.objects.filter(organisation__in=reach.owns)
    return rows.filter(status=str(Status.APPROVED), starts_on__gte=on).order_by("starts_on", "id")


def with_lists(rows: QuerySet[Engagement]) -> QuerySet[Engagement]:
    """Return the rows with what a row of a table shows, and no more, in one query."""
    found: QuerySet[Engagement] = rows.select_related(*HOLDERS).only(*SHOWN)
    return found


def with_work(rows: QuerySet[Engagement]) -> QuerySet[Engagement]:
    """Return the rows with what is shown of what somebody has to do: by when too, and why then."""
    found: QuerySet[Engagement] = rows.select_related(*HOLDERS, "deadline")
    return found.only(*SHOWN, "due", "ball_since", "replied_on", "followed_up_on", "deadline")


def with_ties(rows: QuerySet[Engagement]) -> QuerySet[Engagement]:
    """Return the rows with the counterparts and places that the list leads to, in one query."""
    named = ("engagement", "place__name_sv", "place__name_en", "counterpart__name")
    ties = Tie.objects.select_related("place", "counterpart").only(*named).order_by("pk")
    return rows.prefetch_related(Prefetch("ties", ties))


def counted(rows: QuerySet[Row], *, most: int) -> int:
    """Count the rows; ``most`` + 1 when there are more than ``most``."""
    return rows.order_by()[: most + 1].count()


def told(rows: QuerySet[Row], *, most: int) -> str:
    """Say how many rows there are, without counting on when nobody reads further: "99+"."""
    found = counted(rows, most=most)
    return f"{most}+" if found > most else str(found)


def search(rows: QuerySet[Engagement], text: str) -> QuerySet[Engagement]:
    """Return the rows that hold the words of ``text`` as they are spelled; or a bare number."""
    return rows.filter(_as_written(text))


def alike(rows: QuerySet[Engagement], text: str) -> QuerySet[Engagement]:
    """Return the rows with words that begin as those of ``text``, and not as it is spelled.

    Accents don't count, nor how a long word ends: "biblioteket" is like "bibliotek". A number
    beside words is spelled in one way, and leaves few rows to look for the words in.
    """
    words = LETTERS.findall(text)
    numbers = [word for word in words if not word.isalpha()]
    found = Q(search_alike=like(text))
    if numbers and len(numbers) < len(words):
        exact = SearchQuery(" ".join(numbers), config="simple", search_type="plain")
        rest = like(" ".join(word for word in words if word.isalpha()))
        found = Q(row_by_row(Q(search_alike=rest)), search_alike=exact)
    return rows.filter(found).exclude(_as_written(text))


def like(text: str, *, ending: int = ENDING) -> SearchQuery:
    """Return the question for words that begin as those of ``text``, but for their ends."""
    asked = SearchQuery(Folded(Value(text)), config="simple", search_type="plain")
    words = [word[: max(len(word) - ending, SHORT)] for word in LETTERS.findall(text)]
    if words:
        begun = Folded(Value(" & ".join(f"{word}:*" for word in words)))
        asked |= SearchQuery(begun, config="simple", search_type="raw")
    return asked


def spelled(text: str) -> SearchQuery:
    """Return the question for the words of ``text`` as they are spelled, in any Swedish form."""
    return SearchQuery(text, config="swedish", search_type="websearch")


def _as_written(text: str) -> Q:
    found = Q(search=spelled(text))
    if NUMBERED.fullmatch(text.strip()):
        found |= Q(number=text.strip().upper())
    if text.isascii() and text.isdecimal():
        found |= Q(search=SearchQuery(text.zfill(4), config="simple", search_type="plain"))
    return found


@dataclass(frozen=True)
class NumberedPage(Generic[Row]):
    """A page of a list whose length nobody counts. number: from 1."""

    rows: list[Row]
    number: int
    has_next: bool

    @property
    def before(self) -> int:
        """The number of the page before; 0 when this is the first."""
        return self.number - 1

    @property
    def after(self) -> int:
        """The number of the page after."""
        return self.number + 1


def number_of(asked: str) -> int:
    """Return the number of a page in an address. Raises BadRequest for what is no such number."""
    if not (asked.isascii() and asked.isdecimal() and 0 < int(asked) <= LAST_PAGE):
        raise BadRequest(asked)
    return int(asked)


def numbered(rows: QuerySet[Row], asked: str) -> NumberedPage[Row]:
    """Return the page that an address asks for. Raises BadRequest for what is no such number."""
    number = number_of(asked)
    first = (number - 1) * PAGE
    found = list(rows[first : first + PAGE + 1])
    return NumberedPage(found[:PAGE], number, len(found) > PAGE)


def few_first(rows: QuerySet[Row]) -> QuerySet[Row]:
    """Return rows that are to be put in order, by their keys where they are few. One query.

    In the order of an index they are looked for from the newest on until there are enough; where
    there are not, to the last of the city's. For who reads those of few organisations.
    """
    keys = list(rows.order_by().values_list("pk", flat=True)[: FEW + 1])
    return rows if len(keys) > FEW else rows.filter(pk__in=keys)


@dataclass(frozen=True)
class KeysetPage:
    """A page of a list that is ordered by when rows last changed; ``after`` leads to the next."""

    rows: list[Engagement]
    after: str


def page_after(rows: QuerySet[Engagement], cursor: str) -> KeysetPage:
    """Return the page that follows ``cursor`` ("" for the first). Raises BadRequest."""
    rows = rows.order_by("-changed_at", "-id")
    if cursor:
        when, pk = _read(cursor)
        rows = rows.filter(Q(changed_at__lt=when) | Q(changed_at=when, id__lt=pk))
    found = list(rows[: PAGE + 1])
    last: Any = found[PAGE - 1] if len(found) > PAGE else None
    return KeysetPage(found[:PAGE], f"{last.changed_at.isoformat()}_{last.pk}" if last else "")


def _read(cursor: str) -> tuple[datetime, int]:
    written, _sign, pk = cursor.rpartition("_")
    try:
        when = parse_datetime(written)
    except ValueError as error:
        raise BadRequest(cursor) from error
    if when is None or when.tzinfo is None or not pk.isdecimal() or len(pk) > 18:
        raise BadRequest(cursor)
    return when, int(pk)
