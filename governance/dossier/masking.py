"""What of a matter's file is hidden, wherever it stands, and what was.

A person has decided what is secret, part by part. Here that becomes words: a secret title is hidden
also in the letter that quotes it, a secret cost also in the advice that names the sum. What says
the same in other words is found by nobody but a reader.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from babel import Locale
from django.apps import apps
from django.db.models import IntegerField
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from engagements.models import Detail, Engagement, Line
from engagements.vocabulary import SecrecySection
from governance import kinds
from governance.insight.masking import masks_of, secret_documents
from governance.models import FollowUp, Overrun, Part, SecretPart

PERSONS = "persons"
# People outside the city, where whoever takes the file out has weighed that they be left out.
PERSONS_SECTION = str(SecrecySection.PERSONAL_DATA)
ORDER = (Part.WHOLE, Part.TITLE, Part.COUNTERPART, Part.COST, Part.GAIN, PERSONS)
SHORTEST = 3
AMOUNT = (
    r"(?<![\w.,])(?:(?:SEK|EUR|USD)\s?)?\d[\d\s]*(?:[.,]\d+)?\s?"
    r"(?:kr|kronor|SEK|tkr|mnkr|mkr|miljoner|EUR|euro|USD|dollar)(?!\w)"
)
GAINED = ("learnt", "acted_on", "told", "image", "purpose_met", "contacts", "usable", "goes_into")


@dataclass(frozen=True)
class Hidden:
    """What was hidden in a file. document: its key and place, where one was left out."""

    part: str
    section: str
    places: int
    document: int | None = None
    number: int | None = None
    why: str = ""

    def data(self) -> dict[str, Any]:
        """Return it as it is kept."""
        return {
            "part": self.part,
            "section": self.section,
            "places": self.places,
            "document": self.document,
            "number": self.number,
            "why": self.why,
        }


def instead(section: str) -> str:
    """Return what stands in the place of what is secret: "[maskat: OSL 15:1]"."""
    return _("[maskat: %(section)s]") % {"section": short(section)}


def short(section: str) -> str:
    """Name a section by its number: "OSL 15:1"."""
    return (
        SecrecySection(section or SecrecySection.OTHER).label(get_language() or "sv").split(",")[0]
    )


@dataclass
class Mask:
    """Hides what is secret in texts, and counts where.

    sections: of each part that is hidden. words: texts that are hidden wherever they stand, by
    part. documents: the section of each one that is secret, by its key.
    """

    sections: dict[str, str] = field(default_factory=dict)
    words: dict[str, list[str]] = field(default_factory=dict)
    documents: dict[int, str] = field(default_factory=dict)
    counted: Counter[str] = field(default_factory=Counter)
    left_out: list[Hidden] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Put all words into one pattern, the longest first, so that none is hidden in half."""
        rules = sorted(
            ((word, part) for part, words in self.words.items() for word in words),
            key=lambda rule: (-len(rule[0]), rule[1]),
        )
        self._parts = [part for _word, part in rules]
        patterns = [_pattern(word) for word, _part in rules]
        if Part.COST in self.sections:  # first, so that a sum goes with its currency
            self._parts.insert(0, str(Part.COST))
            patterns.insert(0, AMOUNT)
        told = "|".join(f"(?P<w{n}>{pattern})" for n, pattern in enumerate(patterns))
        self._pattern = re.compile(told, re.I) if told else None

    def __call__(self, text: object) -> str:
        """Return a text with what is secret hidden."""
        said = str(text)
        if Part.WHOLE in self.sections:
            return self.part(Part.WHOLE, said)
        if self._pattern is None:
            return said
        return self._pattern.sub(self._hide, said)

    def _hide(self, found: re.Match[str]) -> str:
        part = self._parts[int(str(found.lastgroup)[1:])]
        self.counted[part] += 1
        return instead(self.sections[part])

    def part(self, part: str, text: object) -> str:
        """Return a text that belongs to a part: hidden whole where the part is."""
        if part not in self.sections:
            return self(text)
        if not str(text):
            return ""
        self.counted[str(part)] += 1
        return instead(self.sections[part])

    def names(self, text: str) -> str:
        """Return the part that a text tells of; empty when it holds nothing that is hidden."""
        if Part.WHOLE in self.sections:
            return str(Part.WHOLE)
        found = self._pattern.search(text) if self._pattern else None
        return self._parts[int(str(found.lastgroup)[1:])] if found else ""

    @property
    def hides(self) -> bool:
        """Whether anything of the file is hidden."""
        return bool(self.sections or self.documents)

    def log(self) -> list[Hidden]:
        """Return what was hidden, in order: parts and then documents, with where each is named."""
        parts = [
            Hidden(part, self.sections[part], self.counted[part])
            for part in map(str, ORDER)
            if self.counted[part]
        ]
        return parts + [
            replace(one, places=one.places + self.counted[name_of(one.document)])
            for one in self.left_out
        ]


def name_of(document: int | None) -> str:
    """Return the part that the name of a secret document is."""
    return f"{Part.DOCUMENT}-{document}"


def _pattern(word: str) -> str:
    """Return a pattern for a word as people write it: any space, any case, an ending after it."""
    told = r"\s+".join(re.escape(one) for one in word.split())
    ending = r"\w*" if len(word) > SHORTEST and word[-1].isalpha() else r"(?!\w)"
    return rf"(?<!\w){told}{ending}"


def mask_of(engagement: Engagement, *, persons: bool) -> Mask:
    """Return what is hidden when a matter's file is handed out.

    persons: whether people outside the city are left out too.
    """
    sections, documents = masks_of(engagement), secret_documents(engagement)
    standing = SecretPart.objects.filter(engagement=engagement, lifted_at=None)
    words: dict[str, list[str]] = {}
    if Part.TITLE in sections:
        words[Part.TITLE] = [engagement.title]
    if Part.COUNTERPART in sections:
        words[Part.COUNTERPART] = list(_counterpart(engagement))
    if Part.COST in sections:
        words[Part.COST] = list(_amounts(engagement))
    if Part.GAIN in sections:
        words[Part.GAIN] = list(_gained(engagement))
    for document in engagement.documents.filter(pk__in=documents):
        sections[name_of(document.pk)] = documents[document.pk]
        words[name_of(document.pk)] = [document.name, document.name.rpartition(".")[0]]
    for secret in standing.exclude(part=Part.WHOLE):
        part = name_of(secret.document_id) if secret.document_id else str(secret.part)
        words.setdefault(part, []).append(secret.grounds)
    if persons:
        sections[PERSONS] = PERSONS_SECTION
        words[PERSONS] = list(people(engagement))
    kept = {str(part): _worth(texts) for part, texts in words.items()}
    return Mask({str(part): code for part, code in sections.items()}, kept, documents)


def _worth(texts: Iterable[str]) -> list[str]:
    """Return texts once each; a short one would hide half of all words."""
    return list(dict.fromkeys(text.strip() for text in texts if len(text.strip()) >= SHORTEST))


def _counterpart(engagement: Engagement) -> Iterator[str]:
    yield engagement.counterpart
    for named in engagement.detail.named:
        yield from (named.organisation, named.city)
        for language in ("sv", "en"):
            yield Locale(language).territories.get(named.country, "")


def _amounts(engagement: Engagement) -> Iterator[str]:
    """Give every sum that is kept of a matter, as it may be written without its currency."""
    rows: list[Any] = [engagement, *engagement.costs.all(), *engagement.decisions.all()]
    rows += Overrun.objects.filter(engagement=engagement)
    rows += FollowUp.objects.filter(engagement=engagement)
    rows += _own_rows(engagement)
    for row in rows:
        for column in row._meta.concrete_fields:
            if column.name.endswith("_sek") and isinstance(column, IntegerField):
                value = getattr(row, column.attname)
                if value:
                    yield str(value)
                    yield f"{value:,}".replace(",", " ")


def _gained(engagement: Engagement) -> Iterator[str]:
    told = FollowUp.objects.filter(engagement=engagement).values(*GAINED).first() or {}
    yield from told.values()
    for name in kinds.pages_of(engagement).outcome:
        value = getattr(engagement.detail, name)
        if isinstance(value, str):
            yield value


def people(engagement: Engagement) -> Iterator[str]:
    """Give what a matter holds of people outside the city (docs/adr/0006)."""
    rows: list[Any] = [*_own_rows(engagement), *engagement.replies.all()]
    for row in rows:
        for name in row.PERSONAL:
            value = getattr(row, name)
            if isinstance(value, str):
                yield value


def _own_rows(engagement: Engagement) -> Iterator[Detail | Line]:
    for model in apps.get_models():
        if issubclass(model, Detail | Line):
            yield from model._default_manager.filter(engagement=engagement)
