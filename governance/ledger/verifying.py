"""Whether the chain, its anchors, its secrets and the rows that it tells of agree."""

import json
from collections.abc import Iterable, Iterator

from django.db import connection

from governance.ledger import comparing
from governance.ledger.canon import CHAIN, commitment
from governance.ledger.publishing import Tree, export
from governance.models import Anchor

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
SECRETS = """
select e.seq, e.body, s.field, s.salt, s.value
    from ledger.secret s join ledger.entry e using (chain, seq) where chain = %s order by e.seq
"""


def verify(published: Iterable[str] | None = None) -> list[str]:
    """Return what is wrong with the records, the chain's own faults first; empty when sound.

    published: anchor lines from outside. Without them the database's own anchors are used, which
    whoever can rewrite the chain can rewrite too.
    """
    if published is None:
        published = [str(row) for row in Anchor.objects.filter(chain=CHAIN).order_by("day")]
    return [
        *_broken_links(),
        *_broken_anchors(published),
        *_broken_secrets(),
        *comparing.lost_secrets(),
        *comparing.broken_rows(),
        *comparing.broken_receipts(),
    ]


def _broken_links() -> Iterator[str]:
    with connection.cursor() as cursor:
        cursor.execute(LINKS, {"chain": CHAIN})
        yield from (row[0] for row in cursor.fetchall())


def _broken_anchors(published: Iterable[str]) -> Iterator[str]:
    expected: dict[int, list[tuple[str, str, str]]] = {}
    for line in published:
        day, chain, seq, head, root = line.split()
        if chain == CHAIN and int(seq):
            expected.setdefault(int(seq), []).append((day, head, root))
    tree = Tree()
    for entry in export():
        tree.add(bytes.fromhex(entry["hash"]))
        for day, head, root in expected.pop(entry["seq"], []):
            if (head, root) != (entry["hash"], tree.root()):
                yield f"{CHAIN}: entry {entry['seq']} differs from the anchor of {day}"
    for place, anchors in sorted(expected.items()):
        yield from (
            f"{CHAIN}: entry {place}, anchored on {day}, is gone" for day, _h, _r in anchors
        )


def _broken_secrets() -> Iterator[str]:
    """Give the texts that are not those that an entry committed to."""
    with connection.cursor() as cursor:
        cursor.execute(SECRETS, [CHAIN])
        rows = cursor.fetchall()
    sealed = {row[0]: row[4] for row in rows if row[2] == "body"}
    for seq, body, field, salt, value in rows:
        promise = _promise(body if field == "body" else sealed.get(seq, body), field)
        if promise is not None and promise != commitment(bytes(salt), value):
            yield f"{CHAIN}: the text {field} of entry {seq} is not the one it committed to"


def _promise(body: str, field: str) -> str | None:
    """Return the commitment to a field; None in a body that was made unreadable."""
    try:
        told = json.loads(body)
        promise = told["sealed"] if field == "body" else told["secret"][field]
        return str(promise["commit"])
    except (ValueError, LookupError, TypeError):
        return None
