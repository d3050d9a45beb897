"""What leaves the house: the whole chain, and the day's anchor."""

import hashlib
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.db import connection, transaction

from governance.ledger.canon import CHAIN
from governance.models import Anchor

BATCH = 1000


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
