"""Known forums first (3.3.3): what the city is already in that meets something new, and why.

A kind says where its forums are (``register``) or that it looks for them (``Pages.forums``). What
is looked for is said in the matter's own words; PostgreSQL knows their Swedish forms, and a list of
themes knows which words mean the same. Secret matters are found by nobody.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import SearchQuery, SearchQueryField, SearchVectorField
from django.db import connection, transaction
from django.db.models import (
    BooleanField,
    CharField,
    ExpressionWrapper,
    Func,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
)
from django.db.models.functions import Cast, Concat
from django.utils import translation
from django.utils.translation import gettext as _

from engagements import lifecycle
from engagements.lifecycle import IllegalMove
from engagements.models import Engagement, MatterText, User
from engagements.timeline import record
from engagements.vocabulary import Status
from governance import kinds
from governance.models import ForumAnswer, Suffices, Theme
from governance.strategy.facts.rows import Forum

# How much what is met counts, and how much makes two forums alike enough to ask about.
COUNTERPART, PLACE, THEME, NAME, WORD = 4, 2, 2, 2, 1
ENOUGH, MOST = 2, 10
LONGEST = 120
# Where what is written can still change, and with it what there is to answer.
LOOKING = (Status.DRAFT, Status.RETURNED, Status.COUNTERED)
WORDS = re.compile(r"[^\W_]{3,}")
# Words that say nothing of the subject: they stand in what every network says of itself.
EMPTY = frozenset(
    WORDS.findall(
        """
alla andra annan ansluta arbeta arbete arbetet bygga delta dela drive driva driver driv egen egna
erfarenheter europa europas europe european europeisk europeiska first frågor frågan fråga föra
följa förening föreningen gemensam gemensamma gemensamt genom global globala göra internationell
internationella international initiativ jämföra kommun kunskap lära medlem medlemmar medlemskap
metoder många mycket mål målen nätverk network nätverket nya organisation påverka regler samarbeta
samarbete samverka samverkan ska stad staden stadens stockholm stockholms stor storstad storstäder
städer städers städerna city cities tillsammans the and for union ute utveckla utveckling varandra
verksamhet vill vår våra världen världens world ökad öka avtal avsiktsförklaring deklaration hållbar
hållbara hållbart alliance association council kring prova pröva sätt använda bättre fler mer minska
"""
    )
)


class Source(NamedTuple):
    """Where a kind's forums are. rows: those that go on. columns: what they say they are for."""

    rows: Callable[[], QuerySet[Engagement]]
    columns: tuple[str, ...]


SOURCES: dict[str, Source] = {}


def register(kind: str, rows: Callable[[], QuerySet[Engagement]], columns: tuple[str, ...]) -> None:
    """Say where the forums of a kind are; called from an app's ``ready``."""
    SOURCES[str(kind)] = Source(rows, columns)


@dataclass
class Found:
    """A forum that meets a matter. met: by what, in words. said: what is answered about it."""

    forum: Engagement
    met: list[str] = field(default_factory=list)
    weight: int = 0
    said: ForumAnswer | None = None

    @property
    def name(self) -> str:
        """What it is called."""
        return self.forum.counterpart or self.forum.title

    def meets(self, what: str, weight: int) -> None:
        """Count something that both have."""
        if what not in self.met:
            self.met.append(what)
            self.weight += weight


class ThemeQuery(Func):
    """The words of a theme as a query, see the function in the database."""

    function = "theme_query"
    arity = 1
    output_field = SearchQueryField()


class Swedish(Func):
    """A text as the words it holds, in their Swedish stems."""

    template = "to_tsvector('swedish', %(expressions)s)"
    output_field = SearchVectorField()


def _meets(vector: Any) -> ExpressionWrapper:
    both = Func(vector, ThemeQuery("words"), template="(%(expressions)s)", arg_joiner=" @@ ")
    return ExpressionWrapper(both, output_field=BooleanField())


def themes_in(text: str) -> QuerySet[Theme]:
    """Return the themes that a text speaks of, in any form of their words."""
    return Theme.objects.alias(met=_meets(Swedish(Value(text)))).filter(met=True)


def themes_of(engagement: Engagement) -> dict[Theme, SearchQuery]:
    """Return the themes that a matter's title or texts speak of, with what finds others of them."""
    named = _meets(Subquery(Engagement.objects.filter(pk=engagement.pk).values("search")))
    said = _meets(Subquery(MatterText.objects.filter(pk=engagement.pk).values("search")))
    met = Theme.objects.alias(named=named, said=said).filter(Q(named=True) | Q(said=True))
    rows: Any = met.order_by("name_sv").annotate(stems=Cast(ThemeQuery("words"), TextField()))
    return {row: SearchQuery(row.stems, config="simple", search_type="raw") for row in rows}


def looks(engagement: Engagement) -> bool:
    """Whether a matter has to look for what is there already."""
    wanted = kinds.pages_of(engagement).forums
    return wanted is not None and wanted.asked(engagement)


def found(engagement: Engagement) -> list[Found]:
    """Return the forums that meet a matter, those that meet most first, with what is answered.

    What was answered before stays, also when its words have changed since. The same number of
    queries, however many there are.
    """
    if not looks(engagement):
        return []
    answers = {row.forum_id: row for row in answers_of(engagement)}
    rows = {one.forum.pk: one for one in _search(engagement)}
    for pk, answer in answers.items():
        one = rows.setdefault(pk, Found(answer.forum, list(answer.met)))
        one.said = answer
    return sorted(rows.values(), key=lambda one: (-one.weight, one.name))


def answers_of(engagement: Engagement) -> list[ForumAnswer]:
    """Return what is answered, but for forums that have become secret since."""
    rows = engagement.forum_answers.filter(forum__secret=False)
    return list(rows.select_related("forum__organisation", "by").order_by("name", "pk"))


def facts(engagement: Engagement, *, stage: str, written: Iterable[Any]) -> tuple[Forum, ...]:
    """Return the forums as facts: those that somebody wrote, and those that were found.

    written: rows with ``name`` and ``why_not``. Once it is handed in, what is answered counts.
    """
    own = [
        Forum(name=row.name or None, why_not=row.why_not or None)
        for row in sorted(written, key=lambda row: row.place)
    ]
    if stage != "decision" and engagement.status in LOOKING:
        return (*own, *(_fact(one.name, one.said) for one in found(engagement)))
    return (*own, *(_fact(row.name, row) for row in answers_of(engagement)))


def _fact(name: str, said: ForumAnswer | None) -> Forum:
    """Return a forum as a fact; one that is said to do is no reason for something new."""
    leaves = said is not None and said.suffices != Suffices.YES
    return Forum(name=name, why_not=said.why_not if said and leaves else None)


def _search(engagement: Engagement) -> list[Found]:
    wanted = kinds.pages_of(engagement).forums
    assert wanted is not None  # noqa: S101 - looks() said so
    words = " ".join(_said(engagement, wanted.columns))
    themes = {theme.pk: theme for theme in themes_in(words)}
    stems = _stems(words)
    ties = list(engagement.ties.all())
    places = {tie.place_id for tie in ties if tie.place_id} if wanted.by_place else set()
    counterparts = {tie.counterpart_id for tie in ties if tie.counterpart_id}
    alike = []
    for source in SOURCES.values():
        for row in _documents(source, list(themes)).exclude(pk=engagement.pk):
            one = Found(row)
            _count_ties(one, counterparts, places)
            for pk in row.themes_met or ():
                one.meets(_("ämnet %(name)s") % {"name": themes[pk]}, THEME)
            _count_words(one, stems)
            if one.weight >= ENOUGH:
                alike.append(one)
    return sorted(alike, key=lambda one: (-one.weight, one.name))[:MOST]


def _said(engagement: Engagement, columns: Iterable[str]) -> list[str]:
    """Return what a matter says that it is for."""
    own = [getattr(engagement.detail, column) for column in columns]
    return [str(text) for text in (engagement.title, engagement.counterpart, *own) if text]


def _stems(text: str) -> dict[str, str]:
    """Return the words of a text that say something, by their stems."""
    words = {word.lower() for word in WORDS.findall(text) if not word.isdecimal()} - EMPTY
    with connection.cursor() as cursor:
        cursor.execute(
            "select word, unnest(tsvector_to_array(to_tsvector('swedish', word))) "
            "from unnest(%s::text[]) as word",
            [sorted(words)],
        )
        return {stem: word for word, stem in cursor.fetchall()}


def _documents(source: Source, themes: list[int]) -> QuerySet[Any]:
    """Return the forums of a kind with their stems and the themes they meet, secret ones not."""
    text: Any = Concat(
        "counterpart",
        *(part for column in source.columns for part in (Value(" "), column)),
        output_field=TextField(),
    )
    stems = ArrayField(CharField())
    outer: Any = Swedish(OuterRef("forum_text"))
    return (
        source.rows()
        .filter(secret=False)
        .select_related("organisation")
        .prefetch_related("ties__counterpart", "ties__place")
        .annotate(
            forum_text=text,
            stems=Func(Swedish(text), function="tsvector_to_array", output_field=stems),
            name_stems=Func(
                Swedish("counterpart"), function="tsvector_to_array", output_field=stems
            ),
            themes_met=ArraySubquery(
                Theme.objects.filter(pk__in=themes)
                .alias(met=_meets(outer))
                .filter(met=True)
                .order_by("name_sv")
                .values("pk")
            ),
        )
        .defer("search", "search_alike", "search_words")
    )


def _count_ties(one: Found, counterparts: set[int], places: set[int]) -> None:
    for tie in one.forum.ties.all():
        if tie.counterpart_id in counterparts:
            one.meets(_("samma motpart: %(name)s") % {"name": tie.counterpart}, COUNTERPART)
        if tie.place_id in places:
            one.meets(_("samma plats: %(name)s") % {"name": tie.place}, PLACE)


def _count_words(one: Found, stems: Mapping[str, str]) -> None:
    forum: Any = one.forum
    for stem in sorted(stems.keys() & set(forum.stems or ())):
        weight = NAME if stem in (forum.name_stems or ()) else WORD
        one.meets(_("ordet %(word)s") % {"word": stems[stem]}, weight)


@transaction.atomic
def answer(
    engagement: Engagement,
    said: Mapping[int, tuple[str, str]],
    *,
    by: User,
    at: datetime,
) -> list[ForumAnswer]:
    """Write down whether forums serve, by their keys: a Suffices, and why not.

    Forums that do not meet the matter are left alone. Raises lifecycle.IllegalMove once the matter
    is handed in.
    """
    row = lifecycle.lock(engagement.pk)
    if row.status not in LOOKING:
        raise IllegalMove(_("Ärendet är inskickat. Svaren om forumen går inte att ändra nu."))
    written = []
    with translation.override("sv"):  # what is kept is kept in the city's language
        alike = found(row)
    for one in alike:
        suffices, why_not = said.get(one.forum.pk, ("", ""))
        if not suffices:
            continue
        kept = one.said or ForumAnswer(engagement=row, forum=one.forum)
        if (kept.suffices, kept.why_not) == (suffices, why_not):
            continue
        kept.name, kept.met = one.name, [what[:LONGEST] for what in one.met]
        kept.suffices, kept.why_not = suffices, why_not
        kept.by, kept.at = by, at
        kept._history_user = by  # type: ignore[attr-defined]
        kept.save()
        written.append(kept)
    if written:
        names = ", ".join(one.name for one in written)
        record(row, "forums_answered", by=by, at=at, names=names)
    return written
