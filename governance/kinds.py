"""The registry of kinds: each kind says how its rows become facts. Kinds register at start."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from engagements.models import Engagement
from engagements.vocabulary import Kind
from governance.strategy import Facts


class ReplyTo(Protocol):
    """Where a kind's counterpart gets its answer."""

    def __call__(self, engagement: Engagement) -> tuple[str, str]: ...


class FactsOf(Protocol):
    """How a kind translates its rows."""

    def __call__(self, engagement: Engagement, *, stage: str, on: date) -> Facts: ...


@dataclass(frozen=True)
class KindEntry:
    """What the house knows about one kind.

    reply_to: address and language of the counterpart, where the kind answers anybody.
    """

    facts: FactsOf
    reply_to: ReplyTo | None = None


class UnknownKind(LookupError):
    """A kind that no app has registered."""


REGISTRY: dict[str, KindEntry] = {}


def register(kind: Kind, *, facts: FactsOf, reply_to: ReplyTo | None = None) -> None:
    """Make a kind known; called from the app's ``ready``."""
    REGISTRY[str(kind)] = KindEntry(facts, reply_to)


def entry_of(engagement: Engagement) -> KindEntry:
    """Return what the house knows about an engagement's kind. Raises UnknownKind."""
    try:
        return REGISTRY[engagement.kind]
    except KeyError:
        raise UnknownKind(engagement.kind) from None


def facts_of(engagement: Engagement, *, stage: str, on: date) -> Facts:
    """Return an engagement's facts for a stage: "draft", "submission" or "decision"."""
    return entry_of(engagement).facts(engagement, stage=stage, on=on)
