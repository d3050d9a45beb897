"""The documents of a file: drawn as pages, attached as they are, or left out, and why.

A document is somebody else's file. Whatever is wrong with it, the rest is made; why it could not be
drawn is said where it should have been.
"""

from __future__ import annotations

import io
import logging
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory

from django.utils.translation import gettext as _
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject

from engagements.documents import LARGEST_UNPACKED, TYPES
from engagements.models import Document, Engagement
from governance.dossier.masking import PERSONS, PERSONS_SECTION, Hidden, Mask
from governance.models import Part

logger = logging.getLogger(__name__)
PICTURES = {TYPES["png"]: "png", TYPES["jpg"]: "jpg"}
SECONDS = 60
DRAW = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], format='pdf')"
# What a page does by itself or hides, and what ties it to a tree of tags that stays behind.
DOES = ("/AA", "/StructParents", "/StructParent", "/Metadata", "/PieceInfo", "/Thumb")
GOES = ("/URI", "/GoTo")
# Parts of an office document that are words, or say where those are.
WORDS = ("xml", ".rels", "mimetype")
# Notes that hold files of their own.
HOLDS = ("/FileAttachment", "/RichMedia", "/Movie", "/Sound", "/Screen", "/3D")


class Way(StrEnum):
    """How a document is in the file."""

    PAGES = "pages"
    PICTURE = "picture"
    ANNEX = "annex"
    MISSING = "missing"
    LEFT_OUT = "left_out"


@dataclass(frozen=True)
class Paper:
    """A document as it is in a file. number: its place. content: what is drawn or attached.

    why: what keeps it from being drawn, in a sentence. pages: how many follow its own page.
    """

    number: int
    row: Document
    way: Way
    why: str = ""
    content: bytes = b""
    pages: int = 0

    @property
    def is_attached(self) -> bool:
        """Whether the file itself lies in the paper."""
        return self.way is Way.ANNEX and bool(self.content)


class Unreadable(Exception):
    """A document can't be drawn; the sentence says why."""


def papers_of(engagement: Engagement, mask: Mask) -> Iterator[Paper]:
    """Give the documents of a matter in order, those that were replaced too."""
    rows = engagement.documents.order_by("pk")
    for number, row in enumerate(rows, start=1):
        yield _paper(number, row, mask)


def _paper(number: int, row: Document, mask: Mask) -> Paper:
    for part, section, why in _hindrances(row, mask):
        return _left_out(number, row, mask, part, section, why)
    try:
        with row.file.open("rb") as stored:
            content = stored.read()
    except OSError:
        logger.exception("document %s cannot be read", row.pk)
        return Paper(number, row, Way.MISSING, _("Filen går inte att läsa i arkivet."))
    try:
        return _drawn(number, row, content, mask)
    except Unreadable as error:
        if mask.hides:
            why = _("%(why)s Den lämnas inte ut utan att någon har läst den.") % {"why": error}
            return _left_out(number, row, mask, str(Part.DOCUMENT), "", why)
        return Paper(number, row, Way.ANNEX, str(error), content)


def _hindrances(row: Document, mask: Mask) -> Iterator[tuple[str, str, str]]:
    """Give why a document is not in the file, whatever it says."""
    whole = mask.sections.get(str(Part.WHOLE))
    if whole is not None:
        yield str(Part.WHOLE), whole, _("Hela ärendet är sekretessmarkerat.")
    if row.pk in mask.documents:
        yield str(Part.DOCUMENT), mask.documents[row.pk], _("Handlingen är sekretessmarkerad.")
    if PERSONS in mask.sections and row.personal_data:
        yield PERSONS, PERSONS_SECTION, _("Handlingen innehåller personuppgifter.")


def _left_out(number: int, row: Document, mask: Mask, part: str, section: str, why: str) -> Paper:
    mask.left_out.append(Hidden(part, section, 1, row.pk, number, why))
    return Paper(number, row, Way.LEFT_OUT, why)


def _drawn(number: int, row: Document, content: bytes, mask: Mask) -> Paper:
    """Return a document as pages, a picture or an annex.

    Raises Unreadable, also for what can't be searched for what is hidden: a picture, a scan.
    """
    if row.media_type in PICTURES:
        _try_to_draw(content, PICTURES[row.media_type])
        if mask.hides:
            raise Unreadable(_("En bild kan inte sökas igenom efter det som är maskat."))
        return Paper(number, row, Way.PICTURE, content=content)
    if row.media_type == TYPES["pdf"]:
        pages, told = _pages(content)
        if mask.hides and not all(text.strip() for text in told):
            raise Unreadable(_("Filen har sidor utan text, som en inskanning."))
        text = "\n".join(told)
        paper = Paper(number, row, Way.PAGES, content=pages, pages=len(told))
    else:
        text, holds_pictures = _packed_text(content)
        if mask.hides and holds_pictures:
            raise Unreadable(_("Filen innehåller bilder, som inte kan sökas igenom."))
        paper = Paper(number, row, Way.ANNEX, _("Formatet ritas inte här."), content)
    if part := mask.names(text) or mask.names(row.name):
        why = _("Handlingen nämner det som är maskat.")
        return _left_out(number, row, mask, part, mask.sections[part], why)
    return paper


def _pages(content: bytes) -> tuple[bytes, list[str]]:
    """Return the pages of a PDF without what runs in it, and the text of each."""
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable(_("Filen är låst med lösenord."))
        writer = PdfWriter()
        for page in reader.pages:
            _still(writer.add_page(page))
        told = [f"{page.extract_text()}\n{_noted(page)}" for page in reader.pages]
        kept = io.BytesIO()
        writer.write(kept)
    except Unreadable:
        raise
    except Exception as error:  # a file of somebody else's can be wrong in any way
        logger.warning("a document can't be read as PDF: %s", type(error).__name__)
        raise Unreadable(_("Filen är skadad och kan inte läsas som PDF.")) from error
    if not told:
        raise Unreadable(_("Filen har inga sidor."))
    return kept.getvalue(), told


def _still(page: DictionaryObject) -> None:
    """Take away what a page does by itself: a link may lead on, nothing else may run."""
    for name in DOES:
        page.pop(name, None)
    kept = ArrayObject()
    for reference in page.get("/Annots", ArrayObject()):
        note = reference.get_object()
        if note.get("/Subtype") in HOLDS:
            continue
        for name in DOES:
            note.pop(name, None)
        action = note.get("/A")
        if action is not None and action.get_object().get("/S") not in GOES:
            del note["/A"]
        kept.append(reference)
    if "/Annots" in page:
        page[NameObject("/Annots")] = kept


def _noted(page: DictionaryObject) -> str:
    """Return what notes and fields of a form say on a page."""
    notes = [one.get_object() for one in page.get("/Annots", ArrayObject())]
    return "\n".join(str(note.get(name, "")) for note in notes for name in ("/Contents", "/V"))


def _packed_text(content: bytes) -> tuple[str, bool]:
    """Return the words of all parts of an office document, and whether it holds what has none.

    Raises Unreadable.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(one.file_size for one in archive.infolist()) > LARGEST_UNPACKED:
                raise Unreadable(_("Filen innehåller för mycket när den packas upp."))
            names = archive.namelist()
            parts = [archive.read(name) for name in names if name.endswith("xml")]
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, ValueError) as error:
        raise Unreadable(_("Filen är skadad och kan inte packas upp.")) from error
    told = b"\n".join(parts).decode("utf-8", "replace")
    # A word may be cut by marks of writing, so each paragraph is read as one text.
    told = re.sub(r"</(?:w:p|text:p|si|c|dc:[a-z]+)>", "\n", told)
    wordless = any(not name.endswith((*WORDS, "/")) for name in names)
    return unescape(re.sub(r"<[^>]*>", "", told)), wordless


def _try_to_draw(content: bytes, ending: str) -> None:
    """Draw a picture in a process of its own, which it may take down. Raises Unreadable."""
    with TemporaryDirectory() as folder:
        Path(folder, f"a.{ending}").write_bytes(content)
        page = Path(folder, "a.typ")
        page.write_text(f'#image("a.{ending}", width: 2cm)')
        asked = [sys.executable, "-c", DRAW, str(page), str(Path(folder, "a.pdf"))]
        try:
            subprocess.run(asked, check=True, capture_output=True, timeout=SECONDS)
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
            raise Unreadable(_("Bilden är skadad och kan inte ritas.")) from error
