"""The file of a matter as one PDF: its own pages tagged, those of documents laid in as they are."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.translation import gettext as _
from pypdf import PdfReader, PdfWriter

from engagements.models import Engagement, User
from governance.dossier.documents import PICTURES, Paper, Way, papers_of
from governance.dossier.masking import PERSONS, Hidden, Mask, instead, short
from governance.dossier.telling import at_time, chapters, cover
from governance.models import Part
from governance.reports.files import clean

logger = logging.getLogger(__name__)
TEMPLATE = Path(__file__).with_name("dossier.typ")
Seen = Callable[[], None]


def made(
    engagement: Engagement,
    mask: Mask,
    *,
    masked: bool,
    by: User,
    at: datetime,
    seen: Seen = lambda: None,
) -> bytes:
    """Return the file as PDF; the mask then knows what was hidden. seen: called for each document.

    Without pages of others' it keeps PDF/UA-1.
    """
    papers = []
    for paper in papers_of(engagement, mask):
        papers.append(paper)
        seen()
    data = _data(engagement, papers, mask, masked=masked, by=by, at=at)
    laid_in = [paper for paper in papers if paper.pages]
    with TemporaryDirectory() as folder:
        _lay_out(Path(folder), data, papers)
        front = _drawn(Path(folder), accessible=not laid_in)
    return _together(front, laid_in, mask) if laid_in else front


def _drawn(folder: Path, *, accessible: bool) -> bytes:
    """Return the file's own pages. accessible: whether they can keep PDF/UA-1.

    That refuses a letter which our font lacks, such as a Chinese one. The text is then told
    without it, in whatever fonts the machine has; it is tagged all the same.
    """
    asked: dict[str, Any] = {"root": str(folder), "format": "pdf", "ignore_system_fonts": True}
    page = str(folder / TEMPLATE.name)
    if accessible:
        try:
            kept: bytes = typst.compile(page, pdf_standards=["ua-1"], **asked)
        except typst.TypstError as error:
            logger.warning("a file without PDF/UA-1: %s", error)
        else:
            return kept
    made: bytes = typst.compile(page, **asked | {"ignore_system_fonts": False})
    return made


def _lay_out(folder: Path, data: dict[str, Any], papers: list[Paper]) -> None:
    (folder / TEMPLATE.name).write_bytes(TEMPLATE.read_bytes())
    (folder / "data.json").write_text(clean(json.dumps(data, ensure_ascii=False)), "utf-8")
    for paper in papers:
        if paper.way is Way.PICTURE or paper.is_attached:
            (folder / _stored(paper)).write_bytes(paper.content)


def _stored(paper: Paper) -> str:
    return f"{paper.number}.{PICTURES.get(paper.row.media_type, 'bin')}"


def _together(front: bytes, laid_in: list[Paper], mask: Mask) -> bytes:
    """Lay the pages of documents after the page that names each, the last one first."""
    writer = PdfWriter(clone_from=io.BytesIO(front))
    headings = dict(_headings(PdfReader(io.BytesIO(front))))
    for paper in reversed(laid_in):
        after = headings[_heading(paper, mask)]
        writer.merge(after + 1, io.BytesIO(paper.content), import_outline=False)
    whole = io.BytesIO()
    writer.write(whole)
    return whole.getvalue()


def _headings(reader: PdfReader) -> Iterator[tuple[str, int]]:
    """Give each bookmark with the number of its page, from 0."""
    waiting: list[Any] = list(reader.outline)
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, list):
            waiting = [*one, *waiting]
        else:
            yield str(one.title), reader.get_destination_page_number(one) or 0


def _data(
    engagement: Engagement,
    papers: list[Paper],
    mask: Mask,
    *,
    masked: bool,
    by: User,
    at: datetime,
) -> dict[str, Any]:
    made_at = timezone.localtime(at)
    heading = mask.part(Part.TITLE, engagement.title)
    version = _("Maskerad akt, för utlämnande") if masked else _("Hela akten, för arbetet i staden")
    data: dict[str, Any] = {
        "title": f"{engagement.number} {heading}",
        "heading": heading,
        "number": engagement.number,
        "city": _("Stockholms stad"),
        "version": version,
        "date": {
            name: getattr(made_at, name)
            for name in ("year", "month", "day", "hour", "minute", "second")
        },
        "cover_head": (_("Uppgift"), _("Innehåll")),
        "cover": cover(engagement, mask),
        "opening": _opening(masked=masked, by=by, at=at),
        "contents_title": _("Innehåll"),
        "page_word": _("Sida"),
        "of_word": _("av"),
        "chapters": [asdict(chapter) for chapter in chapters(engagement, mask)],
        "documents_title": _("Handlingar"),
        "documents_lines": _about_documents(papers),
        "papers": [_told(paper, papers, mask) for paper in papers],
    }
    # What is hidden is counted while all else is told, so the log comes last.
    data["log"] = _log(mask, by=by, at=at) if masked else None
    data["after"] = papers[-1].pages if papers and not masked else 0
    return data


def _opening(*, masked: bool, by: User, at: datetime) -> list[str]:
    taken = _("Framtagen %(when)s av %(who)s ur Utblick.") % {"when": at_time(at), "who": by.name}
    if masked:
        rest = _(
            "Det som är sekretessmarkerat är maskat, med bestämmelsen på sin plats. "
            "Vad som är maskat står i loggen på sista sidan."
        )
    else:
        rest = _(
            "Akten kan innehålla uppgifter som omfattas av sekretess. Lämna inte ut den så här."
        )
    return [taken, rest]


def _about_documents(papers: list[Paper]) -> list[str]:
    if not papers:
        return [_("Inga handlingar.")]
    said = _("Varje handling står med namn och SHA-256. Sidorna följer efter.")
    attached = _("Det som inte ritas ligger som bilaga i PDF-filen.")
    return [said, *([attached] if any(paper.is_attached for paper in papers) else [])]


def _heading(paper: Paper, mask: Mask) -> str:
    if paper.way is Way.LEFT_OUT:
        return _("Handling %(number)s, utelämnad") % {"number": paper.number}
    told = {"number": paper.number, "name": mask(paper.row.name)}
    return clean(" ".join((_("Handling %(number)s: %(name)s") % told).split()))


def _told(paper: Paper, papers: list[Paper], mask: Mask) -> dict[str, Any]:
    row = paper.row
    facts = [(_("Slag"), row.get_kind_display()), (_("Tillagd"), at_time(row.added_at))]
    if paper.way is not Way.LEFT_OUT:
        later = [other.number for other in papers if other.row.replaces_id == row.pk]
        facts += [
            (_("Av"), str(row.added_by)),
            (_("Storlek"), filesizeformat(row.size)),
            (_("SHA-256"), row.sha256),
            (_("Ersatt av"), _("handling %(number)s") % {"number": later[0]} if later else ""),
            (_("Personuppgifter"), _("Ja") if row.personal_data else ""),
        ]
    facts.append((_("I akten"), _how(paper, mask)))
    own_page = paper.way in (Way.PAGES, Way.PICTURE) or any(
        other.pages for other in papers if other.number == paper.number - 1
    )
    annex = {"path": _stored(paper), "name": _annex(paper), "media_type": row.media_type}
    return {
        "heading": _heading(paper, mask),
        "table": [(_("Uppgift"), _("Innehåll")), *(fact for fact in facts if fact[1])],
        "picture": _stored(paper) if paper.way is Way.PICTURE else None,
        "annex": annex if paper.is_attached else None,
        "pages": paper.pages,
        "own_page": own_page,
    }


def _annex(paper: Paper) -> str:
    return f"{paper.number:02d} {paper.row.name}"


def _how(paper: Paper, mask: Mask) -> str:
    if paper.way is Way.PAGES:
        return _("%(n)s sidor följer efter den här") % {"n": paper.pages}
    if paper.way is Way.PICTURE:
        return _("Bilden visas här nedanför")
    if paper.way is Way.LEFT_OUT:
        (hidden,) = [one for one in mask.left_out if one.number == paper.number]
        told = f"{instead(hidden.section)} " if hidden.section else ""
        return told + paper.why
    if paper.is_attached:
        return _("%(why)s Filen ligger som bilaga.") % {"why": paper.why}
    return paper.why


def _log(mask: Mask, *, by: User, at: datetime) -> dict[str, Any]:
    hidden = mask.log()
    head = (_("Vad"), _("Bestämmelse"), _("Ställen"))
    rows = [
        (named(one), short(one.section) if one.section else "–", str(one.places)) for one in hidden
    ]
    taken = _("Framtagen %(when)s av %(who)s.") % {"when": at_time(at), "who": by.name}
    said = (
        _("Maskningen följer de ställningstaganden till sekretess som gällde då.")
        if hidden
        else _("Inget är maskat.")
    )
    return {"title": _("Logg över maskning"), "lines": [taken, said], "table": [head, *rows]}


def named(one: Hidden) -> str:
    """Say what was hidden, without saying it."""
    if one.number is not None:
        return _("Handling %(number)s utelämnad. %(why)s") % {"number": one.number, "why": one.why}
    if one.part == PERSONS:
        return _("Personuppgifter")
    return str(Part(one.part).label)
