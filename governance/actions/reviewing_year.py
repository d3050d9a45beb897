"""Writing the annual report's texts, and freezing it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from engagements import once
from engagements.models import Organisation, User
from governance.annual import document
from governance.annual.sections import OWN
from governance.models import AnnualEdition, AnnualText


class StaleText(Exception):
    """Somebody else wrote in the meantime. newest: what they wrote."""

    def __init__(self, newest: AnnualText) -> None:
        super().__init__(
            _("%(who)s skrev här medan du skrev. Läs det och spara igen.") % {"who": newest.by}
        )
        self.newest = newest


class NothingToFreeze(Exception):
    """The edition would say the same as the one before it."""


class UnknownSection(LookupError):
    """The report has no section of that key."""


@transaction.atomic
def write(
    year: int,
    organisation: Organisation | None,
    section: str,
    text: str,
    *,
    seen: int,
    by: User,
    at: datetime,
) -> AnnualText:
    """Write a section anew; the older texts stay. An empty text gives the draft back.

    seen: the key of the text that was on the page, 0 for none. Raises StaleText, UnknownSection.
    """
    if section not in document.sections() and not (section == OWN and organisation):
        raise UnknownSection(section)
    _alone(year, organisation)
    rows = AnnualText.objects.filter(year=year, organisation=organisation, section=section)
    newest = rows.select_related("by").order_by("-pk").first()
    if newest and newest.pk != seen:
        raise StaleText(newest)
    if newest and newest.text == text.strip():
        return newest
    return AnnualText.objects.create(
        year=year, organisation=organisation, section=section, text=text.strip(), by=by, at=at
    )


@transaction.atomic
def freeze(
    year: int, organisation: Organisation | None, *, why: str = "", by: User, at: datetime
) -> AnnualEdition:
    """Keep the report as it is now, as a new edition. Raises NothingToFreeze."""
    _alone(year, organisation)
    made = document.build(year, organisation, by=by, at=at)
    last = document.edition_of(year, organisation)
    if last and _same(document.read(last.data), made):
        raise NothingToFreeze
    text = made.canonical()
    return AnnualEdition.objects.create(
        year=year,
        organisation=organisation,
        number=last.number + 1 if last else 1,
        why=why.strip(),
        data=text,
        sha256=document.sum_of(text),
        by=by,
        at=at,
    )


def _same(one: document.Document, other: document.Document) -> bool:
    return one.data() | {"made_at": ""} == other.data() | {"made_at": ""}


def _alone(year: int, organisation: Organisation | None) -> None:
    """Let nobody else write or freeze the same report until the transaction ends."""
    once.wait_for(f"annual {year} {organisation.code if organisation else ''}")
