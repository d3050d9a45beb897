"""A file with the adopted text of an edition, as an administrator makes it: JSON or CSV.

JSON: ``{"edition": …, "source": …, "clauses": {"4.5": "text", …}}``, where a clause may also be
``{"text": …, "english": …, "source": …}``. CSV: one clause a row, its text, perhaps its English.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from engagements.forms.text import clean_text
from governance.adopted import Passage, clauses_of
from governance.strategy.clauses import CLAUSES, EDITIONS

LARGEST = 500_000  # bytes; a strategy takes a tenth of it
MOST_ROWS = 1_000
LONGEST_SOURCE = 200
HEADINGS = {"clause", "punkt", "klausul"}
DELIMITER = re.compile(r'\s*"?[^;,\t\n"]*"?\s*([;,\t])')
PARTS = ("text", "english", "source")
EDITION_IDS = tuple(edition.id for edition in EDITIONS)


@dataclass(frozen=True)
class Sheet:
    """What a file says of one edition: a passage for each clause that it names."""

    edition: str
    passages: dict[str, Passage]


@dataclass(frozen=True)
class Problem:
    """What is wrong, in a sentence that says where. field: the answer to look at."""

    sentence: str
    field: str = "file"


class Unreadable(Exception):
    """The file can't be loaded; ``problems`` holds everything that is wrong."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(problem.sentence for problem in problems))
        self.problems = problems


@dataclass(frozen=True)
class _Row:
    place: str
    clause: str
    parts: dict[str, str]


def read(content: bytes, *, edition: str = "", source: str = "") -> Sheet:
    """Return what a file says. Raises Unreadable with every problem that it has.

    edition, source: which edition it must be, and the source of what names none.
    """
    text = _decoded(content)
    if text.lstrip().startswith(("{", "[")):
        named, own_source, rows, problems = _from_json(text)
    else:
        named, own_source, (rows, problems) = "", "", _from_csv(text)
    found = named or edition
    problems += _of_edition(named, edition)
    problems += _of_source(own_source or source, rows)
    if not rows and not problems:
        problems.append(Problem(_("Filen har inga punkter.")))
    passages: dict[str, Passage] = {}
    for row in rows:
        problems += _put(row, passages, found, own_source or source)
    if problems:
        raise Unreadable(*problems)
    return Sheet(found, passages)


def written(sheet: Sheet) -> str:
    """Return a sheet as JSON that ``read`` takes for the same sheet."""
    sources = [passage.source for passage in sheet.passages.values()]
    common = max(sorted(set(sources)), key=sources.count, default="")
    told = {"edition": sheet.edition, "source": common}
    clauses = {id: _told(passage, common) for id, passage in sheet.passages.items()}
    return json.dumps(told | {"clauses": clauses}, ensure_ascii=False, indent=2) + "\n"


def _told(passage: Passage, common: str) -> str | dict[str, str]:
    more = {"english": passage.text_en} if passage.text_en else {}
    more |= {"source": passage.source} if passage.source != common else {}
    return {"text": passage.text, **more} if more else passage.text


def _decoded(content: bytes) -> str:
    if len(content) > LARGEST:
        raise Unreadable(Problem(_("Filen är större än 500 kB. Den ska bara ha text.")))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        said = _("Filen är inte sparad som UTF-8. Välj ”CSV UTF-8” när du sparar i Excel.")
        raise Unreadable(Problem(said)) from error


class _Pairs(list[tuple[str, Any]]):
    """An object of JSON with every key that it has, also one that comes twice."""


def _from_json(text: str) -> tuple[str, str, list[_Row], list[Problem]]:
    try:
        top = json.loads(text, object_pairs_hook=_Pairs)
    except json.JSONDecodeError as error:
        said = _("Filen är inte riktig JSON: rad %(line)s, tecken %(column)s.")
        where = {"line": error.lineno, "column": error.colno}
        raise Unreadable(Problem(said % where)) from error
    except (ValueError, RecursionError) as error:
        raise Unreadable(Problem(_("Filen är inte riktig JSON."))) from error
    known = dict(top) if isinstance(top, _Pairs) else {}
    clauses = known.get("clauses")
    if not isinstance(clauses, _Pairs):
        said = _("Filen ska ha ”edition”, ”source” och ”clauses” med en text för varje punkt.")
        raise Unreadable(Problem(said))
    _not_too_many(len(clauses))
    problems = [
        Problem(_("”%(name)s” ska vara text.") % {"name": name})
        for name in ("edition", "source")
        if not isinstance(known.get(name, ""), str)
    ]
    rows = []
    for clause, value in clauses:
        place = _("Punkt %(clause)s") % {"clause": _short(clause)}
        parts = dict(value) if isinstance(value, _Pairs) else {"text": value}
        if set(parts) <= set(PARTS) and all(isinstance(part, str) for part in parts.values()):
            rows.append(_Row(place, clause.strip(), parts))
        else:
            said = _("%(place)s: skriv en text, eller ”text”, ”english” och ”source”.")
            problems.append(Problem(said % {"place": place}))
    named, source = (str(known.get(name, "")).strip() for name in ("edition", "source"))
    return named, source, rows, problems


def _from_csv(text: str) -> tuple[list[_Row], list[Problem]]:
    sign = DELIMITER.match(text)
    lines = csv.reader(
        io.StringIO(text, newline=""), delimiter=sign[1] if sign else ";", strict=True
    )
    rows: list[_Row] = []
    problems: list[Problem] = []
    for number, cells in _numbered(lines):
        while cells and not cells[-1].strip():
            cells.pop()
        if not cells or (number == 1 and cells[0].strip().lower() in HEADINGS):
            continue
        place = _("Rad %(n)s") % {"n": number}
        clause, *parts = cells
        if len(parts) > 2:
            said = _("%(place)s har fler än tre kolumner. Sätt texten inom citattecken.")
            problems.append(Problem(said % {"place": place}))
            continue
        _not_too_many(len(rows))
        if clause.strip():
            place = _("%(place)s, punkt %(clause)s") % {"place": place, "clause": _short(clause)}
        rows.append(_Row(place, clause.strip(), dict(zip(PARTS, parts, strict=False))))
    return rows, problems


def _numbered(lines: Iterable[list[str]]) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows as Excel numbers them. Raises Unreadable at one that can't be told apart."""
    number, rest = 0, iter(lines)
    while True:
        number += 1
        try:
            yield number, next(rest)
        except StopIteration:
            return
        except csv.Error as error:
            said = _("Rad %(n)s går inte att läsa. Se över citattecknen.")
            raise Unreadable(Problem(said % {"n": number})) from error


def _not_too_many(count: int) -> None:
    if count > MOST_ROWS:
        raise Unreadable(Problem(_("Filen har fler än 1 000 punkter.")))


def _of_edition(named: str, wanted: str) -> list[Problem]:
    if not (named or wanted):
        return [Problem(_("Filen säger inte vilken utgåva den är."))]
    if (named or wanted) not in EDITION_IDS:
        words = {"edition": _short(named or wanted), "known": ", ".join(EDITION_IDS)}
        return [Problem(_("Utgåvan %(edition)s finns inte. Det här finns: %(known)s.") % words)]
    if named and wanted and named != wanted:
        words = {"named": named, "wanted": wanted}
        return [Problem(_("Filen är för utgåvan %(named)s, inte %(wanted)s.") % words)]
    return []


def _of_source(source: str, rows: list[_Row]) -> list[Problem]:
    if not source and any(not row.parts.get("source", "").strip() for row in rows):
        return [Problem(_("Skriv källan. Filen säger den inte själv."), "source")]
    sources = {source, *(row.parts.get("source", "") for row in rows)}
    if any(len(text) > LONGEST_SOURCE for text in sources):
        return [Problem(_("Källan får ha högst 200 tecken."))]
    return []


def _put(row: _Row, passages: dict[str, Passage], edition: str, source: str) -> list[Problem]:
    """Add a row's passage; return what is wrong with it."""
    wrong = [_of_clause(row.clause, edition)]
    if row.clause in passages:
        wrong.append(_("punkten finns mer än en gång i filen."))
    parts = {"text": "", "english": ""} | row.parts
    parts["source"] = row.parts.get("source", "").strip() or source
    try:
        cleaned = {name: clean_text(part) for name, part in parts.items()}
    except ValidationError as error:
        wrong += error.messages
    else:
        wrong += [] if cleaned["text"] else [_("texten är tom.")]
        passages[row.clause] = Passage(cleaned["text"], cleaned["english"], cleaned["source"])
    return [Problem(f"{row.place}: {sentence}") for sentence in wrong if sentence]


def _of_clause(clause: str, edition: str) -> str:
    if not clause:
        return _("punktens nummer saknas.")
    if clause not in CLAUSES:
        return _("punkten finns inte.")
    if edition in EDITION_IDS and clause not in clauses_of(edition):
        return _("punkten hör inte till utgåvan %(edition)s.") % {"edition": edition}
    return ""


def _short(text: str) -> str:
    """Return enough of what a file says to be found there again."""
    text = " ".join(text.split())
    return text if len(text) <= 40 else f"{text[:39]}…"
