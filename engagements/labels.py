"""Labels of the vocabulary in the reader's language, for models, forms and templates."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language

from engagements.vocabulary import Term

__all__ = ["choices", "label", "labels"]


def label(term: Term) -> str:
    """Return the label of ``term`` in the active language."""
    return term.label(get_language() or "sv")


@dataclass(frozen=True, eq=False, slots=True)
class Label(Promise):
    """A term's label, in the language of whoever reads it.

    Django takes the hash of all of a field's labels each time that it shows one of them. So a
    label's hash is its term's and not its text's, which would have to be looked up, and changes.
    """

    term: Term

    def __str__(self) -> str:
        return label(self.term)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Label):
            return self.term is other.term
        return str(self) == other

    def __hash__(self) -> int:
        return hash(self.term)

    def __deepcopy__(self, _memo: Any) -> "Label":
        return self


def choices(terms: type[Term]) -> list[tuple[str, Any]]:
    """Return (code, label) pairs whose labels follow the reader's language."""
    return [(str(term), Label(term)) for term in terms]


def labels(terms: type[Term], codes: Iterable[str]) -> str:
    """Return the labels of ``codes`` as one sentence part, in the order of the vocabulary."""
    wanted = set(codes)
    return ", ".join(label(term) for term in terms if str(term) in wanted)
