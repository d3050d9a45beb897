"""Words in both languages of the product."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence in Swedish and in English."""

    sv: str
    en: str

    def get(self, language: str) -> str:
        """Return the sentence in ``language``: English for "en…", else Swedish."""
        return self.en if language.startswith("en") else self.sv

    def __str__(self) -> str:
        """Return the Swedish sentence."""
        return self.sv
