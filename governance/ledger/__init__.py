"""The ledger: what was submitted, advised and decided, in a chain that shows every change.

PostgreSQL extends the chain (migration 0002). Here a body is put into canonical form, and the
chain is written out, anchored and verified. ``deploy/verify_ledger.py`` verifies it elsewhere,
without this code.
"""

from governance.ledger.canon import CHAIN, NotCanonical, canonical, commitment
from governance.ledger.destroying import destroy
from governance.ledger.publishing import Tree, anchor, export
from governance.ledger.telling import (
    advised,
    confirmed,
    conflict_declared,
    consulted,
    dealt_with,
    decided,
    followed_up,
    lifted,
    overrun,
    replied,
    reported,
    superseded,
    voided,
    withdrawn,
)
from governance.ledger.verifying import verify
from governance.ledger.writing import OutsideTransaction, append, moment, person, reveal

__all__ = [
    "CHAIN",
    "NotCanonical",
    "OutsideTransaction",
    "Tree",
    "advised",
    "anchor",
    "append",
    "canonical",
    "commitment",
    "confirmed",
    "conflict_declared",
    "consulted",
    "dealt_with",
    "decided",
    "destroy",
    "export",
    "followed_up",
    "lifted",
    "moment",
    "overrun",
    "person",
    "replied",
    "reported",
    "reveal",
    "superseded",
    "verify",
    "voided",
    "withdrawn",
]
