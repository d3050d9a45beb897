"""The catalogue of translations: gathered from code and templates without the gettext programs."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
PLACES = ("engagements", "governance", "visits", "agreements", "memberships")
# The header says what stays true. When a sentence changed, Git knows; a date here would make
# two runs differ though nothing was said anew.
HEADER = {
    "header_comment": "# English of Utblick, the City of Stockholm's international work.\n"
    "# Licensed under the EUPL-1.2. Gathered by `manage.py translations`; translated by hand.",
    "project": "Utblick",
    "version": "1",
    "msgid_bugs_address": "utblick@stockholm.example",
    "last_translator": "Utblick",
    "language_team": "English",
    "creation_date": datetime(2026, 11, 24, tzinfo=UTC),
    "revision_date": datetime(2026, 11, 24, tzinfo=UTC),
    "fuzzy": False,
}


def sources(root: Path) -> Iterator[tuple[Path, bytes]]:
    """Yield every file with words for people, as Python that Babel can read."""
    for place in (*PLACES, "stadsinternationell"):
        for path in sorted((root / place).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path, path.read_bytes()
    for path in sorted((root / "templates").rglob("*.*")):
        if path.suffix in (".html", ".txt"):
            text = templatize(path.read_text(encoding="utf-8"), origin=str(path))
            # Only the calls matter; blanked-out words must not look like indented blocks.
            yield path, "\n".join(line.lstrip() for line in text.splitlines()).encode()


def gather(root: Path) -> Catalog:
    """Return the messages in code and templates, each with the files it stands in."""
    catalog = Catalog(locale="en", charset="utf-8", fuzzy=False)
    for path, code in sources(root):
        found = extract(
            "python", io.BytesIO(code), keywords=KEYWORDS, options={"encoding": "utf-8"}
        )
        for _line, message, _comments, context in found:
            where = [(path.relative_to(root).as_posix(), None)]
            catalog.add(message, locations=where, context=context)  # type: ignore[arg-type]
    return catalog


def read(path: Path) -> Catalog:
    """Return the catalogue on disk; an empty one when there is none."""
    if not path.exists():
        return Catalog(locale="en", charset="utf-8", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale="en")


def update(root: Path, path: Path) -> Catalog:
    """Bring the catalogue on disk up to what is said now; what nobody says is dropped."""
    catalog = read(path)
    catalog.update(gather(root), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    for name, value in HEADER.items():
        setattr(catalog, name, value)
    with path.open("wb") as file:
        write_po(file, catalog, width=98, sort_output=True, omit_header=False, no_location=True)
    with path.with_suffix(".mo").open("wb") as file:
        write_mo(file, catalog)
    return catalog


def missing(root: Path, path: Path) -> list[str]:
    """Return the messages that people can meet and that have no English."""
    catalog = read(path)
    lacking = []
    for message in gather(root):
        if not message.id:
            continue
        known = catalog.get(message.id, message.context)
        texts = known.string if known else ""
        if not (all(texts) if isinstance(texts, tuple | list) else texts):
            first = message.id if isinstance(message.id, str) else message.id[0]
            lacking.append(first)
    return lacking
