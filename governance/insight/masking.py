"""Which parts of a matter are secret now, and by which section of the law."""

from __future__ import annotations

from engagements.models import Engagement
from governance.models import Part, SecretPart


def masks_of(engagement: Engagement) -> dict[str, str]:
    """Return the section of each part that is secret now, documents aside."""
    marked = SecretPart.objects.filter(engagement=engagement, lifted_at=None, document=None)
    found = dict(marked.order_by("pk").values_list("part", "section"))
    if engagement.secret:
        found[str(Part.WHOLE)] = engagement.secrecy_section
    return found


def secret_documents(engagement: Engagement) -> dict[int, str]:
    """Return the section of each document that is secret now, by its key."""
    marked = SecretPart.objects.filter(engagement=engagement, lifted_at=None)
    return dict(marked.exclude(document=None).values_list("document", "section"))
