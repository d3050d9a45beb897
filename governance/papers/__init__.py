"""Papers as accessible PDF (PDF/UA-1): tagged, with title, language and bookmarks."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path

import typst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

TEMPLATE = Path(__file__).with_name("paper.typ")


@dataclass(frozen=True)
class Picture:
    """A drawing (SVG), and what it shows for who can't see it."""

    svg: str
    alt: str


@dataclass(frozen=True)
class Block:
    """Lines under a smaller heading; without one when it is empty.

    table: rows of cells, its head first and its total last; an empty total is left out.
    numbers: the places, from 0, of the table's columns that hold numbers.
    """

    heading: str
    lines: list[str]
    table: list[tuple[str, ...]] = field(default_factory=list)
    numbers: tuple[int, ...] = ()
    picture: Picture | None = None


@dataclass(frozen=True)
class Part:
    """A section with a bookmark. page: whether it begins on a page of its own."""

    title: str
    blocks: list[Block] = field(default_factory=list)
    page: bool = True


def pdf(title: str, *, opening: Iterable[str], parts: list[Part], contents: bool) -> bytes:
    """Return a paper as PDF/UA-1 in the active language; the maker refuses what is not."""
    data = {
        "title": title,
        "lang": (get_language() or "sv")[:2],
        "opening": [line for line in opening if line],
        "contents": contents,
        "contents_title": _("Innehåll"),
        "parts": [asdict(part) for part in parts],
    }
    made: bytes = typst.compile(
        TEMPLATE.read_bytes(),
        format="pdf",
        pdf_standards=["ua-1"],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data)},
    )
    return made
