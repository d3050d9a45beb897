"""The file of a matter among the reports: asked for by who may, made by the worker."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import IO

from django.utils import timezone, translation

from engagements.models import User
from engagements.permissions import fetch
from engagements.vocabulary import Action
from governance.dossier import paper
from governance.dossier.masking import Mask, mask_of
from governance.models import TakenOut
from governance.reports import registry
from governance.reports.table import Progress, Report

NAME = "akt"


def build(query: Mapping[str, str], *, by: User, at: datetime) -> Report:
    """Return the file to be made. query: "number"; "masked" and "persons", empty for no.

    Whether the one who asks may take it out is tried anew. Raises Http404 and NotNow.
    """
    engagement = fetch(by, query["number"], Action.TAKE_OUT, on=timezone.localdate(at))
    masked = bool(query.get("masked"))

    def write(report: Report, target: IO[bytes], progress: Progress) -> None:
        done = 0

        def seen() -> None:
            nonlocal done
            done += 1
            progress(done)

        with translation.override("sv"):
            persons = bool(query.get("persons"))
            mask = mask_of(engagement, persons=persons) if masked else Mask()
            made = paper.made(engagement, mask, masked=masked, by=by, at=at, seen=seen)
        # Whoever has cancelled gets no file, and then nothing was taken out.
        progress(report.total)
        target.write(made)
        TakenOut.objects.create(
            engagement=engagement,
            masked=masked,
            masks=[hidden.data() for hidden in mask.log()],
            sha256=hashlib.sha256(made).hexdigest(),
            by=by,
            at=at,
        )

    return Report(
        title=NAME,
        query=dict(query),
        made_at=timezone.localtime(at),
        made_by=by.name,
        tables=(),
        total=engagement.documents.count() + 1,
        writers={"pdf": write},
    )


registry.register(NAME, build)
