"""The facts of a letter of intent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engagements.vocabulary import Kind
from governance.strategy.facts.agreement import AgreementFacts


@dataclass(frozen=True, kw_only=True, slots=True)
class IntentFacts(AgreementFacts):
    """A letter of intent (4.3). With a single city it is judged as a cooperation agreement."""

    kind: ClassVar[Kind] = Kind.INTENT
