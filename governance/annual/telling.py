"""What a table says in words: sentences built from recorded facts alone, each with its figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from engagements.forms.base import Words
from engagements.templatetags.utblick import number
from governance.annual.grids import Figure, Grid

MOST_NAMES = 12


@dataclass(frozen=True)
class Line:
    """A sentence to be: a text with places for figures. It is left out when its first one is 0.

    names: figures whose rows are named instead of counted. before: figures of the year before.
    """

    text: Words
    figures: Mapping[str, Figure]
    names: Mapping[str, Figure] = field(default_factory=dict)
    before: Mapping[str, Figure] = field(default_factory=dict)


@dataclass(frozen=True)
class Sentence:
    """A sentence and what it counted: name, question, answer, whether of the year before."""

    text: str
    counted: tuple[tuple[str, Figure, int, bool], ...]

    def data(self) -> dict[str, Any]:
        """Return the sentence with its questions and answers as JSON values."""
        return {
            "text": self.text,
            "counted": [
                {"name": name, "value": value, "year_before": before, **figure.data()}
                for name, figure, value, before in self.counted
            ],
        }


def of_data(data: Mapping[str, Any]) -> Sentence:
    """Return the sentence that ``data`` was made of."""
    return Sentence(
        data["text"],
        tuple(
            (
                one["name"],
                Figure(one["table"], one["where"], one["of"]).plain(),
                one["value"],
                one["year_before"],
            )
            for one in data["counted"]
        ),
    )


def told(
    lines: Sequence[Line], *, now: Mapping[str, Grid], before: Mapping[str, Grid]
) -> list[Sentence]:
    """Return the sentences of a section that have something to say."""
    found = []
    for line in lines:
        counted = [(name, f.plain(), f.value(now), False) for name, f in line.figures.items()]
        if not counted[0][2]:
            continue
        counted += [(name, f.plain(), f.value(before), True) for name, f in line.before.items()]
        said = {name: number(value) for name, _figure, value, _before in counted}
        said |= {name: _list(figure.names(now)) for name, figure in line.names.items()}
        found.append(Sentence(str(line.text) % said, tuple(counted)))
    return found


def _list(names: list[str]) -> str:
    if len(names) > MOST_NAMES:
        return _("%(names)s med flera") % {"names": ", ".join(names[:MOST_NAMES])}
    return ", ".join(names) or "–"
