"""The adopted text of clauses, where the city has loaded it, and what is quoted where."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from engagements.standing import kept
from governance.models import AdoptedText
from governance.strategy import EDITIONS, clauses


class Passage(NamedTuple):
    """What an edition says in one clause, its translation if there is one, and its source."""

    text: str
    text_en: str = ""
    source: str = ""


Passages = Mapping[tuple[str, str], Passage]


def clauses_of(edition: str) -> tuple[str, ...]:
    """Return the clauses that an edition has, in their order. Raises UnknownEdition."""
    return tuple(clause.id for clause in clauses.clauses_of(EDITIONS.named(edition)))


def passages(*, editions: Collection[str] = (), only: Collection[str] = ()) -> Passages:
    """Return what is loaded, by edition and clause; all of it where nothing is asked for."""
    return {
        (edition, clause): passage
        for (edition, clause), passage in _loaded().items()
        if not editions or edition in editions
        if not only or clause in only
    }


@kept(AdoptedText)
def _loaded() -> Passages:
    found = AdoptedText.objects.values_list("edition", "clause", "text", "text_en", "source")
    return {(edition, clause): Passage(*parts) for edition, clause, *parts in found}


def quoted(edition: str, passage: Passage) -> dict[str, str]:
    """Return a passage as components/_quote.html shows it."""
    return {"edition": edition, **passage._asdict()}
