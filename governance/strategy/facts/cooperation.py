"""The facts of a cooperation agreement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engagements.vocabulary import Kind
from governance.strategy.facts.agreement import AgreementFacts


@dataclass(frozen=True, kw_only=True, slots=True)
class CooperationFacts(AgreementFacts):
    """A cooperation agreement (4.2). Every field is shared with letters of intent."""

    kind: ClassVar[Kind] = Kind.COOPERATION
