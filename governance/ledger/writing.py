"""Adding entries, and reading what stands behind their commitments."""

import secrets
import unicodedata
from datetime import UTC, datetime
from typing import Any

from django.db import connection

from engagements.models import Engagement, User
from governance.ledger.canon import CHAIN, canonical, commitment

VERSION = 1
# The entry gets its place in the chain from the database, and its secrets are kept under it.
INSERT = """
with entry as (insert into ledger.entry (chain, body) values (%s, %s) returning chain, seq),
    kept as (
        insert into ledger.secret (chain, seq, field, salt, value)
        select chain, seq, hidden.* from entry, unnest(%s::text[], %s::bytea[], %s::text[]) hidden
    )
select seq from entry
"""


class OutsideTransaction(Exception):
    """An entry was about to be written apart from what it tells of."""


def append(
    kind: str,
    *,
    engagement: Engagement | None,
    body: dict[str, Any],
    secret: dict[str, str] | None = None,
) -> int:
    """Add an entry and return its place in the chain.

    body: public facts. secret: texts that the entry commits to; they are kept beside the chain,
    where they can be destroyed. Of a secret engagement the whole body is kept there.
    engagement: None for what is about an organisation, which the body then names.
    The chain is locked until the transaction ends: write the entry as late as you can.
    """
    if not connection.in_atomic_block:
        raise OutsideTransaction(kind)
    hidden = {
        field: (secrets.token_bytes(32), unicodedata.normalize("NFC", value))
        for field, value in (secret or {}).items()
    }
    entry = body | {"v": VERSION, "kind": kind}
    if engagement:
        entry |= {"item": engagement.number, "id": engagement.pk}
        entry["history"] = _newest_history(engagement)
    entry["secret"] = {field: {"commit": commitment(*pair)} for field, pair in hidden.items()}
    text = canonical(entry)
    if engagement and engagement.secret:
        hidden["body"] = (secrets.token_bytes(32), text)
        text = canonical({"v": VERSION, "sealed": {"commit": commitment(*hidden["body"])}})
    return _insert(text, hidden)


def person(by: User) -> dict[str, str]:
    """Return the secrets that say who did it: the name as it was, and whose it is."""
    return {"by": by.name, "person": str(by.pk)}


def moment(at: datetime) -> str:
    """Return a moment as bodies write it, as ``ledger.written`` does in the database."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _newest_history(engagement: Engagement) -> int | None:
    rows = engagement.history.order_by("-history_id")
    return rows.values_list("history_id", flat=True).first()


def _insert(text: str, hidden: dict[str, tuple[bytes, str]]) -> int:
    salts, values = [list(each) for each in zip(*hidden.values(), strict=True)] or ([], [])
    with connection.cursor() as cursor:
        cursor.execute(INSERT, [CHAIN, text, list(hidden), salts, values])
        return int(cursor.fetchone()[0])


def reveal(seq: int) -> dict[str, str]:
    """Return the texts behind an entry's commitments that have not been destroyed."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select field, value from ledger.secret where chain = %s and seq = %s", [CHAIN, seq]
        )
        return dict(cursor.fetchall())
