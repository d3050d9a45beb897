"""What a rule may answer, and the finding that carries the answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from governance.strategy.text import Text
from governance.strategy.words import Hit


class Verdict(StrEnum):
    """The five answers, most severe first (obligations, "What a rule may answer")."""

    BREACH = "breach"
    UNANSWERED = "unanswered"
    JUDGE = "judge"
    NOTE = "note"
    SUPPORTS = "supports"

    @property
    def severity(self) -> int:
        """Place in the order of severity; 0 is the most severe."""
        return SEVERITY[self]

    @property
    def label(self) -> Text:
        """The word that the user reads."""
        return _LABELS[self]


SEVERITY = {verdict: place for place, verdict in enumerate(Verdict)}

_LABELS = {
    Verdict.BREACH: Text("Hindrar", "In the way"),
    Verdict.UNANSWERED: Text("Inte prövad än", "Not answered yet"),
    Verdict.JUDGE: Text("Behöver motiveras", "Needs grounds"),
    Verdict.NOTE: Text("Att tänka på", "To keep in mind"),
    Verdict.SUPPORTS: Text("Stödjer", "Supports"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One answer of one rule on one item.

    clause: id such as "4.5", "3.0.2a" or "law:KL 6:28". part: None for the whole item, else the
    part it concerns, such as "letter" or "agenda:2". read: names of the facts it read. strong:
    a support that the clause itself lifts above others. words: what was found in the texts.
    """

    clause: str
    rule: str
    edition: str
    verdict: Verdict
    title: Text
    why: Text
    read: tuple[str, ...]
    mend: Text | None = None
    part: str | None = None
    strong: bool = False
    words: tuple[Hit, ...] = ()

    @property
    def needs_weighing(self) -> bool:
        """Whether a named person must write how they weigh it."""
        return self.verdict is Verdict.JUDGE
