"""The whole file of a matter: all of it for the city, masked for whoever asks, and told of."""

import io
import zipfile
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import timezone, translation
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from engagements import documents
from engagements.models import Document
from engagements.permissions import GRANTS
from engagements.vocabulary import Action, DocumentKind, Party, SecrecySection
from governance import kinds, papers
from governance.actions import following_up, secrecy
from governance.dossier import paper
from governance.dossier.documents import Way, papers_of
from governance.dossier.masking import Mask, mask_of
from governance.models import Job, JobState, Part, TakenOut
from governance.reports import jobs
from tests.factories import agreements, memberships, trips, visits
from tests.factories.matters import fresh

pytestmark = pytest.mark.django_db
NOON = timezone.now().replace(microsecond=0)


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    """The folder that documents and files lie in."""
    settings.MEDIA_ROOT = tmp_path


def pdf_of(*texts):
    """Return a PDF with a page for each text."""
    with translation.override("sv"):
        blocks = [papers.Part(text, [papers.Block("", [text])]) for text in texts]
        return papers.pdf("Program", opening=[], parts=blocks[1:], contents=len(texts) > 1)


def docx_of(text):
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        half = len(text) // 2
        archive.writestr("word/document.xml", f"<w:p><w:t>{text[:half]}</w:t><w:t>{text[half:]}</w:t></w:p>")
    return kept.getvalue()


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108020000009077 53de0000000c4944415408d763f8cfc0"
    "000003010100c9fe92ef0000000049454e44ae426082".replace(" ", "")
)


def attach(item, name, content, by, *, personal=False):
    return documents.add(
        item,
        upload=SimpleUploadedFile(name, content),
        kind=DocumentKind.OTHER,
        personal_data=personal,
        by=by,
        at=timezone.now(),
    )


def drawn(item, by, mask=None, *, masked=False):
    with translation.override("sv"):
        made = paper.made(fresh(item), mask or Mask(), masked=masked, by=by, at=NOON)
    return made


def masked_file(item, by, *, persons=False):
    mask = mask_of(fresh(item), persons=persons)
    return drawn(item, by, mask, masked=True), mask


def read(made):
    """Return all that a PDF says: text, metadata, bookmarks, alternative texts and annexes."""
    reader = PdfReader(io.BytesIO(made))
    told = [page.extract_text() for page in reader.pages]
    told += [str(reader.metadata), str(reader.xmp_metadata and reader.xmp_metadata.rdf_root.toxml())]
    told += [str(one.title) for one in _flat(reader.outline)]
    for name, contents in reader.attachments.items():
        told += [name, *(content.decode("latin-1") for content in contents)]
    for number in range(1, len(reader.xref_objStm) + len(reader.xref.get(0, {})) + 1):
        told.append(_strings(reader.get_object(number)))
    return "\n".join(told).replace("\u00ad", "").replace("\xa0", " ")


def _flat(outline):
    for one in outline:
        if isinstance(one, list):
            yield from _flat(one)
        else:
            yield one


def _strings(found):
    """Return the texts of an object, as alternative texts, names and descriptions are."""
    if isinstance(found, TextStringObject):
        return str(found)
    if isinstance(found, dict):
        return " ".join(_strings(found.raw_get(key)) for key in found)
    if isinstance(found, list):
        return " ".join(_strings(one) for one in list.__iter__(found))
    return ""


def flat(text):
    return " ".join(text.split())


def mark(item, part, by, *, section=SecrecySection.FOREIGN, document=None, grounds="Kan skada"):
    return secrecy.mask(
        item,
        part=part,
        section=section,
        grounds=grounds,
        review_by=timezone.localdate() + timedelta(days=30),
        document=document,
        by=by,
        at=timezone.now(),
    )


def followed_up(item, by, learnt="Vi plogar tidigare."):
    following_up.follow_up(
        item,
        learnt=learnt,
        acted_on="Vi prövar",
        told="Alla",
        image="",
        cost_sek=98_765,
        working_hours=None,
        gift_received_sek=0,
        by=by,
        at=timezone.now() + timedelta(days=90),
    )


def test_trial(amina, johan):
    item = visits.approved(by=amina)
    attach(item, "program.pdf", pdf_of("A", "B", "C"), amina)
    made = drawn(item, amina)
    open("/tmp/f6/trial.pdf", "wb").write(made)
    print(read(made)[:6000])
    for made_by in (trips.approved, memberships.joined, agreements.agreed):
        item = made_by(by=amina)
        open(f"/tmp/f6/trial-{item.kind}.pdf", "wb").write(drawn(item, amina))
    assert 0
