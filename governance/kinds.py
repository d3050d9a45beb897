"""The registry of kinds: each kind says how its rows become facts. Kinds register at start."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol

from engagements.models import Engagement
from engagements.vocabulary import Kind
from governance.strategy import Facts


class Counterpart(NamedTuple):
    """Who gets an answer: an address, a name that may be empty, and "sv" or "en"."""

    address: str
    name: str
    language: str


class ReplyTo(Protocol):
    """Where a kind's counterpart gets its answer."""

    def __call__(self, engagement: Engagement) -> Counterpart: ...


class FactsOf(Protocol):
    """How a kind translates its rows."""

    def __call__(self, engagement: Engagement, *, stage: str, on: date) -> Facts: ...


class ContentOf(Protocol):
    """What people have answered about an engagement of a kind, beside its facts."""

    def __call__(self, engagement: Engagement) -> dict[str, object]: ...


@dataclass(frozen=True)
class KindEntry:
    """What the house knows about one kind.

    content: what else advice is given on. reply_to: who is answered, where anybody is.
    """

    facts: FactsOf
    content: ContentOf
    reply_to: ReplyTo | None = None


class UnknownKind(LookupError):
    """A kind that no app has registered."""


REGISTRY: dict[str, KindEntry] = {}


def register(
    kind: Kind, *, facts: FactsOf, content: ContentOf, reply_to: ReplyTo | None = None
) -> None:
    """Make a kind known; called from the app's ``ready``."""
    REGISTRY[str(kind)] = KindEntry(facts, content, reply_to)


def entry_of(engagement: Engagement) -> KindEntry:
    """Return what the house knows about an engagement's kind. Raises UnknownKind."""
    try:
        return REGISTRY[engagement.kind]
    except KeyError:
        raise UnknownKind(engagement.kind) from None


def facts_of(engagement: Engagement, *, stage: str, on: date) -> Facts:
    """Return an engagement's facts for a stage: "draft", "submission" or "decision"."""
    return entry_of(engagement).facts(engagement, stage=stage, on=on)


def content_of(engagement: Engagement) -> dict[str, object]:
    """Return what people have answered about an engagement, beside its facts."""
    return entry_of(engagement).content(engagement)
