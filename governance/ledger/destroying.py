"""Making unrecoverable what stands behind commitments, and telling that it was done."""

from __future__ import annotations

from django.db import connection

from engagements.models import Engagement, User
from governance.ledger.canon import CHAIN
from governance.ledger.writing import append, person

# Entries of an engagement that have secrets left. What tells of a destruction stays.
KEEPING = """
select seq from ledger.told
    where chain = %s and body ->> 'id' = %s and body ->> 'kind' <> 'destroyed' and said <> '{}'
    order by seq
"""


def destroy(engagement: Engagement, *, rule: str, by: User) -> int:
    """Destroy all secrets of an engagement's entries, and write who did it by which rule.

    The commitments stay in the chain, which still holds; nobody can open them any more. Of a
    secret engagement the entries' whole bodies are destroyed. Call inside a transaction.
    """
    with connection.cursor() as cursor:
        cursor.execute(KEEPING, [CHAIN, str(engagement.pk)])
        entries = [row[0] for row in cursor.fetchall()]
        cursor.execute(
            "delete from ledger.secret where chain = %s and seq = any(%s)", [CHAIN, entries]
        )
    body = {"rule": rule, "entries": entries}
    return append("destroyed", engagement=engagement, body=body, secret=person(by))
