"""A matter with papers, of which one and a part of the rest are kept secret."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from engagements import documents
from engagements.models import Document, Engagement, User
from engagements.vocabulary import DocumentKind, SecrecySection, Status
from governance.actions import secrecy
from governance.demo.papers import one_page
from governance.models import Part

REVIEW = timedelta(days=365)
PAPERS = (
    (
        "program.pdf",
        DocumentKind.PROGRAMME,
        ("Program för besöket", "09.00 Tekniska nämndhuset", "10.30 Mätstationen"),
    ),
    (
        "larm.pdf",
        DocumentKind.OTHER,
        ("Mätstationens larm", "Var givarna sitter och vem som går dit när det larmar."),
    ),
)
GROUNDS = "Ritningen visar hur mätstationen larmas, och vad skyddet kostar hänger ihop med den."


def fill(people: Mapping[str, User], *, at: datetime) -> None:
    """Give the newest visit that Amina's department has followed up two papers; mask one of them.

    What it cost is masked too; what it is about and what it gave are open.
    """
    amina, tove = people["amina.lindqvist"], people["tove.alm"]
    own = Engagement.objects.filter(
        organisation__in=amina.roles.values("organisation"),
        kind="visit",
        status=str(Status.CLOSED),
        secret=False,
    )
    matter = own.order_by("-starts_on", "-pk").first()
    if matter is None:
        return
    _programme, alarm = (_paper(matter, *paper, by=amina, at=at) for paper in PAPERS)
    review_by = timezone.localdate(at) + REVIEW
    for part, document in ((Part.DOCUMENT, alarm), (Part.COST, None)):
        secrecy.mask(
            matter,
            part=part,
            section=SecrecySection.SECURITY,
            grounds=GROUNDS,
            review_by=review_by,
            document=document,
            by=tove,
            at=at,
        )


def _paper(
    matter: Engagement,
    name: str,
    kind: DocumentKind,
    lines: tuple[str, ...],
    *,
    by: User,
    at: datetime,
) -> Document:
    upload = SimpleUploadedFile(name, one_page(*lines), content_type="application/pdf")
    return documents.add(matter, upload=upload, kind=kind, personal_data=False, by=by, at=at)
