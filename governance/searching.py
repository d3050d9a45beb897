"""One question to all that Utblick holds: what it says, and what a reader may find by it.

A question is words, "a phrase", -a word to leave out, and keys with a colon that narrow the
matters, and the documents with them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.contrib.postgres.search import SearchHeadline
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from engagements import gathering, places, querysets
from engagements.models import (
    Counterpart,
    DocumentText,
    Engagement,
    MatterText,
    Organisation,
    Place,
)
from engagements.permissions import visible_to
from engagements.vocabulary import Kind, Status, Term
from governance import knowledge, lessons, material, queues, talk
from governance.models import Ended, Known, MaterialEdition, Todo
from governance.strategy.clauses import CLAUSES, within

SHOWN = 30
LESSONS = 5
DOCUMENTS = 10
TEXTS = 10
TODOS = 10
KNOWN = 5
# What is shown of an edition of the network's material, and of a lesson.
OF_MATERIAL = (
    *("material__title", "material__kind"),
    *("material__organisation__name_sv", "material__organisation__name_en"),
)
OF_LESSON = (
    *("occasion", "learnt"),
    *("engagement__number", "engagement__title", "engagement__kind"),
)
# Of more hits nobody is told how many: whoever meets them writes another word.
MOST_COUNTED = 1_000
# Fewer matters than this as written, and those that are spelled like them are shown too.
THIN = 5
TOKEN = re.compile(r'"[^"]*"|(?<!\S)([^\W\d_]+):("[^"]*"|\S+)')
YEAR = re.compile(r"(?:19|20)[0-9]{2}", re.ASCII)

HELP = {
    "hos": _("hos:mig – det som ligger hos dig; hos:andra – det du väntar på"),
    "nämnd": _("nämnd:trafik – en verksamhet, med namn eller kod"),
    "plats": _("plats:Helsingfors – en plats, på vilket språk som helst"),
    "typ": _("typ:besök – en typ av ärende"),
    "status": _("status:utkast – ett läge"),
    "år": _("år:2026 – året det börjar"),
    "paragraf": _("paragraf:4.2 – det som prövades mot en paragraf i strategin, eller under den"),
}
# Every clause, and every paragraph and section that one is in, by how it is written.
PARAGRAPHS = {
    written.casefold(): name
    for clause in CLAUSES
    for name in within(clause)
    for written in (name, name.partition(":")[2] or name)
}


@dataclass(frozen=True)
class Question:
    """A question as it was understood. keys: (key, value), in the order they were written."""

    words: str
    keys: tuple[tuple[str, str], ...]


@dataclass
class Found:
    """What a reader may see of the answer. kinds: the matters as spelled, by kind's name.

    more: whether there are more of them than are shown.
    """

    kinds: dict[str, list[Engagement]] = field(default_factory=dict)
    count: str = "0"
    more: bool = False
    alike: list[Engagement] = field(default_factory=list)
    texts: list[MatterText] = field(default_factory=list)
    documents: list[DocumentText] = field(default_factory=list)
    todos: list[Todo] = field(default_factory=list)
    lessons: list[lessons.Lesson] = field(default_factory=list)
    known: dict[str, list[Known]] = field(default_factory=dict)
    material: list[MaterialEdition] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    counterparts: list[Counterpart] = field(default_factory=list)

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to show."""
        told = any((self.documents, self.todos, self.lessons, self.known, self.material))
        matters = self.kinds or self.alike or self.texts
        return not (matters or told or self.places or self.counterparts)


def understood(text: str) -> Question:
    """Return what a text asks. Raises ValidationError for a key that there is not."""
    keys = []
    for match in TOKEN.finditer(text):
        name, value = match.group(1), match.group(2)
        if not name:
            continue
        if name.lower() not in HELP:
            known = ", ".join(f"{key}:" for key in HELP)
            told = {"key": f"{name}:", "known": known}
            raise ValidationError(
                _now("Det går inte att söka med %(key)s Det går med %(known)s") % told
            )
        keys.append((name.lower(), value.strip('"').strip()))
    words = TOKEN.sub(lambda match: " " if match.group(1) else match.group(0), text)
    return Question(" ".join(words.split()), tuple(keys))


def answered(question: Question, *, user: Any, on: date) -> Found:
    """Return what a reader may see of what is asked. Raises ValidationError for a key's value."""
    rows: Any = visible_to(user, on=on)
    for key, value in question.keys:
        rows = NARROWED[key](rows, value, user, on)
    found = Found()
    if not (question.words or question.keys):
        return found
    exact = querysets.search(rows, question.words) if question.words else rows
    matters = _listed(exact)
    for row in matters[:SHOWN]:
        found.kinds.setdefault(row.get_kind_display(), []).append(row)
    found.more = len(matters) > SHOWN
    found.count = queues.said(len(matters))
    if found.more:
        found.count = queues.said_of(exact, most=MOST_COUNTED)
    if question.words and len(matters) < THIN:
        found.alike = _listed(querysets.alike(rows, question.words))[:SHOWN]
    if question.words:
        shown = {row.pk for row in (*matters, *found.alike)}
        said = texts(rows, question.words)
        found.texts = [one for one in said if one.pk not in shown]
        found.documents = documents(rows, question.words)
        found.todos = todos(rows, question.words, user=user, on=on)
    if question.words and not question.keys:
        found.known = _known(question.words, user=user, on=on)
        shared = material.current(user, on=on).select_related(None)
        told = shared.select_related("material__organisation").only(*OF_MATERIAL)
        found.material = list(material.holding(told, question.words)[:KNOWN])
        newest = lessons.found(q=question.words).order_by("-at", "-engagement")
        read = newest.select_related(None).select_related("engagement")
        found.lessons = lessons.shown_to(list(read.only(*OF_LESSON)[:LESSONS]), user=user, on=on)
        found.places = places.suggested(Place, question.words, user=user, on=on)
        found.counterparts = places.suggested(Counterpart, question.words, user=user, on=on)
    return found


def texts(rows: QuerySet[Engagement], words: str) -> list[MatterText]:
    """Return what matters say of themselves where it holds words, the newest matters first.

    ``part`` is the piece with the words.
    """
    asked = querysets.spelled(words)
    part = SearchHeadline("words", asked, config="swedish", start_sel="", stop_sel="", max_words=24)
    found = MatterText.objects.filter(search=asked, engagement__in=rows)
    told = found.order_by("-engagement").select_related("engagement").annotate(part=part)
    return list(told.only("engagement__number", "engagement__title", "engagement__kind")[:TEXTS])


def documents(rows: QuerySet[Engagement], words: str) -> list[DocumentText]:
    """Return the documents of some matters that hold words, the newest first.

    As spelled; where there are none, those that are spelled like them.
    """
    current = DocumentText.objects.filter(document__replaced_by=None, document__engagement__in=rows)
    for asked in (Q(search=querysets.spelled(words)), Q(search_alike=querysets.like(words))):
        newest = current.filter(asked).order_by("-document")
        found = newest.select_related("document__engagement").only(
            "state", "document__name", "document__engagement__number", "document__engagement__title"
        )
        if told := list(found[:DOCUMENTS]):
            return told
    return []


def todos(rows: QuerySet[Engagement], words: str, *, user: Any, on: date) -> list[Todo]:
    """Return the tasks in some matters that hold words and a reader may read, newest first."""
    own = talk.read_by(user, on=on, among=rows).exclude(ended=Ended.HANDED_ON)
    found = knowledge.holding(own, words)
    return list(found.order_by("-pk").select_related("engagement", "owner")[:TODOS])


def _known(words: str, *, user: Any, on: date) -> dict[str, list[Known]]:
    """Return what the city knows that holds words, the newest first, by what it is called."""
    registers: tuple[QuerySet[Any], ...] = (
        knowledge.examples(user, on=on),
        knowledge.observations(),
        knowledge.comparisons(),
    )
    found = {}
    for rows in registers:
        named = rows.select_related(None).prefetch_related(None).only("title")
        if told := list(knowledge.holding(named, words).order_by("-pk")[:KNOWN]):
            found[str(rows.model._meta.verbose_name_plural).capitalize()] = told
    return found


def _listed(rows: QuerySet[Engagement]) -> list[Engagement]:
    ordered = rows.order_by("-changed_at", "-id")
    return list(querysets.with_ties(querysets.with_lists(ordered))[: SHOWN + 1])


def _held(rows: Any, value: str, user: Any, on: date) -> Any:
    if value.lower() == "mig":
        return rows.filter(pk__in=querysets.on_desk(user, on=on).values("pk"))
    if value.lower() == "andra":
        return rows.filter(pk__in=querysets.waiting_for_others(user, on=on).values("pk"))
    raise _unknown("hos", value)


def _of_organisation(rows: Any, value: str, _user: Any, _on: date) -> Any:
    named = Organisation.objects.filter(
        Q(code__iexact=value) | Q(name_sv__icontains=value) | Q(name_en__icontains=value)
    )
    keys = list(named.values_list("pk", flat=True))
    if not keys or not value:
        raise _unknown("nämnd", value)
    return rows.filter(organisation__in=keys)


def _at_place(rows: Any, value: str, _user: Any, _on: date) -> Any:
    # Which places they are is known before the matters are asked for, so that few are looked at.
    keys = list(places.named(Place, value).values_list("pk", flat=True))
    return gathering.tied(rows, Q(place__in=keys))


def _of_year(rows: Any, value: str, _user: Any, _on: date) -> Any:
    if not YEAR.fullmatch(value):
        raise _unknown("år", value)
    return rows.filter(starts_on__range=(date(int(value), 1, 1), date(int(value), 12, 31)))


def _of_paragraph(rows: Any, value: str, _user: Any, _on: date) -> Any:
    clause = PARAGRAPHS.get(value.strip("§ .").casefold())
    if clause is None:
        raise _unknown("paragraf", value)
    return rows.filter(clauses__contains=[clause])


def _of_term(column: str, key: str, terms: type[Term]) -> Callable[..., Any]:
    def narrowed(rows: Any, value: str, _user: Any, _on: date) -> Any:
        asked = value.casefold()
        fits = [
            str(term)
            for term in terms
            if asked and any(name.casefold().startswith(asked) for name in (term.sv, term.en))
        ]
        if not fits:
            raise _unknown(key, value)
        return rows.filter(**{f"{column}__in": fits})

    return narrowed


def _unknown(key: str, value: str) -> ValidationError:
    told = {"key": key, "value": value, "help": str(HELP[key])}
    return ValidationError(_now("%(key)s:%(value)s finns inte. Skriv till exempel %(help)s") % told)


NARROWED: dict[str, Callable[..., Any]] = {
    "hos": _held,
    "nämnd": _of_organisation,
    "plats": _at_place,
    "typ": _of_term("kind", "typ", Kind),
    "status": _of_term("status", "status", Status),
    "år": _of_year,
    "paragraf": _of_paragraph,
}
