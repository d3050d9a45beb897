"""The ledger: what was submitted, advised and decided, in a chain that shows every change.

PostgreSQL extends the chain (migration 0002). Here a body is put into canonical form, and the
chain is written out, anchored and verified. ``deploy/verify_ledger.py`` verifies it elsewhere,
without this code.
"""

import hashlib
import json
import secrets
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from django.db import connection, transaction

from engagements.models import Engagement
from governance.models import Anchor

CHAIN = "utblick"
VERSION = 1
BATCH = 1000


class NotCanonical(ValueError):
    """A body that would not have exactly one written form."""


class OutsideTransaction(Exception):
    """An entry was about to be written apart from what it tells of."""


def _plain(value: Any) -> Any:
    """Return ``value`` in NFC. Raises NotCanonical for what has more than one written form."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str) and "\x00" not in value:
        return unicodedata.normalize("NFC", value)
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        for key in value:
            if not (isinstance(key, str) and key.isascii() and key and key == key.lower()):
                raise NotCanonical(f"key {key!r}")
        return {key: _plain(item) for key, item in value.items()}
    raise NotCanonical(f"value {value!r}")


def canonical(body: dict[str, Any]) -> str:
    """Return the one way to write ``body``: sorted keys, no spaces, NFC, no floats."""
    return json.dumps(_plain(body), sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def commitment(salt: bytes, value: str) -> str:
    """Return what binds us to ``value`` without telling it, in hexadecimals."""
    return hashlib.sha256(salt + value.encode()).hexdigest()


def append(
    kind: str,
    *,
    engagement: Engagement,
    body: dict[str, Any],
    secret: dict[str, str] | None = None,
) -> int:
    """Add an entry and return its place in the chain.

    body: public facts. secret: texts that the entry commits to; they are kept beside the chain,
    where they can be destroyed. Of a secret engagement the whole body is kept there.
    The chain is locked until the transaction ends: write the entry as late as you can.
    """
    if not connection.in_atomic_block:
        raise OutsideTransaction(kind)
    hidden = {
        field: (secrets.token_bytes(32), unicodedata.normalize("NFC", value))
        for field, value in (secret or {}).items()
    }
    entry = body | {"v": VERSION, "kind": kind, "item": engagement.number, "id": engagement.pk}
    entry["history"] = _newest_history(engagement)
    entry["secret"] = {field: {"commit": commitment(*pair)} for field, pair in hidden.items()}
    text = canonical(entry)
    if engagement.secret:
        hidden["body"] = (secrets.token_bytes(32), text)
        text = canonical({"v": VERSION, "sealed": {"commit": commitment(*hidden["body"])}})
    return _insert(text, hidden)


def _newest_history(engagement: Engagement) -> int | None:
    rows = engagement.history.order_by("-history_id")  # type: ignore[attr-defined]
    return rows.values_list("history_id", flat=True).first()


def _insert(text: str, hidden: dict[str, tuple[bytes, str]]) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into ledger.entry (chain, body) values (%s, %s) returning seq", [CHAIN, text]
        )
        seq = int(cursor.fetchone()[0])
        for field, (salt, value) in hidden.items():
            cursor.execute(
                "insert into ledger.secret (chain, seq, field, salt, value)"
                " values (%s, %s, %s, %s, %s)",
                [CHAIN, seq, field, salt, value],
            )
    return seq


def reveal(seq: int) -> dict[str, str]:
    """Return the texts behind an entry's commitments that have not been destroyed."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select field, value from ledger.secret where chain = %s and seq = %s", [CHAIN, seq]
        )
        return dict(cursor.fetchall())


def export() -> Iterator[dict[str, Any]]:
    """Give every entry in order, as the standalone verifier reads it."""
    columns = ("chain", "seq", "recorded_at", "body", "hash")
    last = 0
    while True:
        with connection.cursor() as cursor:
            cursor.execute(
                "select chain, seq, ledger.written(recorded_at), body, encode(hash, 'hex')"
                " from ledger.entry where chain = %s and seq > %s order by seq limit %s",
                [CHAIN, last, BATCH],
            )
            rows = cursor.fetchall()
        if not rows:
            return
        for row in rows:
            yield dict(zip(columns, row, strict=True))
        last = rows[-1][1]


class Tree:
    """A Merkle tree hash over the chain's hashes (RFC 9162, 2.1.1), in memory of log n."""

    def __init__(self) -> None:
        self._parts: list[tuple[int, bytes]] = []

    def add(self, value: bytes) -> None:
        """Add the next leaf."""
        size, node = 1, hashlib.sha256(b"\x00" + value).digest()
        while self._parts and self._parts[-1][0] == size:
            _same, left = self._parts.pop()
            size, node = size * 2, hashlib.sha256(b"\x01" + left + node).digest()
        self._parts.append((size, node))

    def root(self) -> str:
        """Return the root over what has been added, in hexadecimals."""
        if not self._parts:
            return hashlib.sha256(b"").hexdigest()
        *rest, (_size, node) = self._parts
        for _size, left in reversed(rest):
            node = hashlib.sha256(b"\x01" + left + node).digest()
        return node.hex()


@transaction.atomic
def anchor(*, day: date, at: datetime) -> Anchor:
    """Return the day's anchor, made now when the day has none yet."""
    if made := Anchor.objects.filter(day=day, chain=CHAIN).first():
        return made
    tree, seq, head = Tree(), 0, hashlib.sha256(f"{CHAIN}:genesis".encode()).hexdigest()
    for entry in export():
        seq, head = entry["seq"], entry["hash"]
        tree.add(bytes.fromhex(head))
    return Anchor.objects.create(
        day=day, chain=CHAIN, seq=seq, hash=head, root=tree.root(), made_at=at
    )


def verify(published: Iterable[str] | None = None) -> list[str]:
    """Return what is wrong with the chain, worst first; empty when it is sound.

    published: anchor lines from outside. Without them the database's own anchors are used, which
    whoever can rewrite the chain can rewrite too.
    """
    if published is None:
        published = [str(row) for row in Anchor.objects.filter(chain=CHAIN).order_by("day")]
    return _broken_links() + _broken_anchors(published) + _broken_decisions()


LINKS = """
with link as (
    select chain, seq, hash, prev_hash, ledger.link(prev_hash, seq, recorded_at, body) as made,
        lag(seq, 1, 0::bigint) over w as before,
        lag(hash, 1, ledger.genesis(chain)) over w as expected
    from ledger.entry where chain = %(chain)s window w as (partition by chain order by seq)
)
select chain || ': entry ' || seq || case
        when seq <> before + 1 then ' follows ' || before || ', so entries are missing'
        when hash <> made then ' does not match its hash'
        else ' does not build on the entry before it' end
    from link where seq <> before + 1 or hash <> made or prev_hash <> expected
union all
select h.chain || ': the head says ' || h.seq || ' entries, the chain has ' || coalesce(e.seq, 0)
    from ledger.head h left join lateral (
        select seq, hash from ledger.entry where chain = h.chain order by seq desc limit 1
    ) e on true
    where h.chain = %(chain)s and (h.seq <> coalesce(e.seq, 0) or h.hash <> e.hash)
"""


def _broken_links() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(LINKS, {"chain": CHAIN})
        return [row[0] for row in cursor.fetchall()]


def _broken_anchors(published: Iterable[str]) -> list[str]:
    expected = {}
    for line in published:
        day, chain, seq, head, root = line.split()
        if chain == CHAIN and int(seq):
            expected.setdefault(int(seq), []).append((day, head, root))
    found, tree = [], Tree()
    for entry in export():
        tree.add(bytes.fromhex(entry["hash"]))
        for day, head, root in expected.pop(entry["seq"], []):
            if (head, root) != (entry["hash"], tree.root()):
                found.append(f"{CHAIN}: entry {entry['seq']} differs from the anchor of {day}")
    for seq, lines in sorted(expected.items()):
        found += [f"{CHAIN}: entry {seq}, anchored on {day}, is gone" for day, _h, _r in lines]
    return found


DECISIONS = """
select d.number from governance_decision d
    left join ledger.entry e on e.chain = %(chain)s and e.seq = d.ledger_seq
    left join ledger.secret s on s.chain = e.chain and s.seq = e.seq and s.field = 'body'
    where e.seq is null
        or coalesce(s.value, e.body)::jsonb ->> 'no' is distinct from d.number
            and coalesce(s.value, e.body)::jsonb ->> 'sealed' is null
        or coalesce(s.value, e.body)::jsonb ->> 'outcome' is distinct from d.outcome
            and coalesce(s.value, e.body)::jsonb ->> 'sealed' is null
"""


def _broken_decisions() -> list[str]:
    """Return the decisions that say something else than their entry."""
    with connection.cursor() as cursor:
        cursor.execute(DECISIONS, {"chain": CHAIN})
        return [f"{CHAIN}: decision {row[0]} differs from its entry" for row in cursor.fetchall()]
