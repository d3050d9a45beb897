"""Labels of the vocabulary in the reader's language, for models, forms and templates."""

from collections.abc import Iterable

from django.utils.functional import lazy
from django.utils.translation import get_language

from engagements.vocabulary import Term

__all__ = ["choices", "label", "labels"]


def label(term: Term) -> str:
    """Return the label of ``term`` in the active language."""
    return term.label(get_language() or "sv")


_lazy_label = lazy(label, str)


def choices(terms: type[Term]) -> list[tuple[str, str]]:
    """Return (code, label) pairs whose labels follow the reader's language."""
    return [(str(term), _lazy_label(term)) for term in terms]


def labels(terms: type[Term], codes: Iterable[str]) -> str:
    """Return the labels of ``codes`` as one sentence part, in the order of the vocabulary."""
    wanted = set(codes)
    return ", ".join(label(term) for term in terms if str(term) in wanted)
