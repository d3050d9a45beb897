"""The words of documents, so that they are found by them: read by the worker, after they came.

What can't be read is said beside the document and stops nothing.
"""

from __future__ import annotations

import logging
import re
import subprocess
import sys
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction

from engagements.models import DocumentText, Engagement, FileText, ReadState, StoredFile
from engagements.outbox import promise

logger = logging.getLogger(__name__)
TOPIC = "document.read"
# Longer than the reader gives itself, for a machine that is busy.
PATIENCE = 60
BETWEEN_WORDS = re.compile(r"[._\-]+")


@transaction.atomic
def expect(
    document: StoredFile, *, at: datetime, model: Any = DocumentText, topic: str = TOPIC
) -> FileText:
    """Let a new document be found by its name now, and by its words when they are read.

    model, topic: where the words are kept, and what reads them.
    """
    wordless = document.media_type.startswith("image/")
    state = ReadState.READ if wordless else ReadState.WAITING
    called = BETWEEN_WORDS.sub(" ", document.name)
    row: FileText = model.objects.create(document=document, called=called, state=state)
    if state == ReadState.WAITING:
        promise(topic, at=at, once=f"{topic}:{document.pk}", document_id=document.pk)
    return row


@transaction.atomic
def read(document_id: int, *, model: Any = DocumentText) -> None:
    """Keep the words of a document, once; what is read or erased already is left."""
    rows = model.objects.select_for_update(of=("self",)).select_related("document")
    row = rows.filter(document=document_id, state=ReadState.WAITING).first()
    if row is None:
        return
    words = _words(row.document)
    row.words = words or ""
    row.state = ReadState.UNREADABLE if words is None else ReadState.READ
    row.save(update_fields=["words", "state"])


def _words(document: StoredFile) -> str | None:
    """Return what a file says; None when it can't be read."""
    try:
        with document.file.open("rb") as stored:
            content = stored.read()
        found = subprocess.run(
            [sys.executable, "-m", "engagements.extracting"],
            input=content,
            capture_output=True,
            timeout=PATIENCE,
            check=True,
            cwd=settings.BASE_DIR,
        )
    except FileNotFoundError:
        logger.exception("document %s is not in the archive", document.pk)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        logger.warning("the words of document %s can't be read: %s", document.pk, type(error))
    else:
        return found.stdout.decode()
    return None


@transaction.atomic
def ask_again(*, at: datetime, model: Any = DocumentText, topic: str = TOPIC) -> int:
    """Promise to read every document that waits; returns how many."""
    waiting = model.objects.filter(state=ReadState.WAITING).order_by("pk")
    keys = list(waiting.values_list("pk", flat=True))
    for pk in keys:
        promise(topic, at=at, once=f"{topic}:{pk}", document_id=pk)
    return len(keys)


def erase(engagement: Engagement) -> None:
    """Forget what the documents of an engagement say; nobody reads them again."""
    rows = DocumentText.objects.filter(document__engagement=engagement)
    rows.update(words="", state=str(ReadState.ERASED))
