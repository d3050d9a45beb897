"""What the contact persons' network shares: who finds it, and what of it is current (5.6.3)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db.models import Q, QuerySet

from engagements import querysets
from engagements.models import Organisation
from engagements.permissions import reach_of
from engagements.vocabulary import Party
from governance import network
from governance.models import Material, MaterialEdition

# Who looks after all of it.
KEEPERS = {Party.SLK, Party.ADMIN}
# What reads the words of an edition.
TOPIC = "material.read"
CURRENT, ARCHIVED = "", "arkiverat"


def keeps(user: Any, *, on: date) -> bool:
    """Whether a person looks after what everybody has shared."""
    return bool(reach_of(user, on=on).wide & KEEPERS)


def enters(user: Any, *, on: date) -> bool:
    """Whether a person finds the material: the network, and administrators."""
    return network.enters(user, on=on) or keeps(user, on=on)


def sharers(user: Any, *, on: date) -> QuerySet[Organisation]:
    """Return the organisations for which a person shares: their own, or all for who keeps."""
    rows = Organisation.objects.filter(active=True).order_by("sort_name")
    return rows if keeps(user, on=on) else rows.filter(pk__in=reach_of(user, on=on).owns)


def changes(user: Any, row: Material, *, on: date) -> bool:
    """Whether a person may renew, change and archive a material."""
    return keeps(user, on=on) or row.organisation_id in reach_of(user, on=on).owns


def current(user: Any, *, on: date, which: str = CURRENT) -> QuerySet[MaterialEdition]:
    """Return the newest edition of what a person finds, the last shared first."""
    rows = MaterialEdition.objects.filter(replaced_by=None)
    if not enters(user, on=on):
        return rows.none()
    rows = rows.filter(material__archived_on__isnull=which != ARCHIVED)
    return rows.select_related("material__organisation", "added_by", "told").order_by("-pk")


def holding(rows: QuerySet[MaterialEdition], words: str) -> QuerySet[MaterialEdition]:
    """Return the editions that hold some words: in what is said of them, their name or the file."""
    vector = SearchVector(*(f"material__{name}" for name in Material.SEARCHED), config="swedish")
    asked = SearchQuery(words, config="swedish", search_type="websearch")
    written = Q(told__search=querysets.spelled(words))
    return rows.alias(said=vector).filter(Q(said=asked) | written)


def editions(row: Material) -> list[MaterialEdition]:
    """Return all editions of a material, the newest first."""
    return list(row.editions.select_related("added_by", "told").order_by("-number"))
