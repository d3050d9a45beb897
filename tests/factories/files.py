"""Documents as people add them, read by the worker at once."""

import io

import typst
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from docx import Document as Paper

from engagements import documents, reading
from engagements.models import Document, Engagement, User
from engagements.vocabulary import DocumentKind


def docx(*paragraphs: str) -> bytes:
    """Return a document of Word."""
    paper, stream = Paper(), io.BytesIO()
    for text in paragraphs:
        paper.add_paragraph(text)
    paper.save(stream)
    return stream.getvalue()


def pdf(text: str) -> bytes:
    """Return a page with a text."""
    page = typst.compile(text.encode(), format="pdf")
    assert isinstance(page, bytes)
    return page


def file(item: Engagement, *, name: str, content: bytes, by: User) -> Document:
    """Add a document to a matter; nobody has read it yet."""
    return documents.add(
        item,
        upload=SimpleUploadedFile(name, content),
        kind=DocumentKind.PROGRAMME,
        personal_data=False,
        by=by,
        at=timezone.now(),
    )


def add(item: Engagement, *, name: str, content: bytes, by: User) -> Document:
    """Add a document to a matter, and read it."""
    row = file(item, name=name, content=content, by=by)
    reading.read(row.pk)
    return row
