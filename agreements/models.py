"""The kinds of this app: one room each, whose tables Django finds here."""

from agreements.cooperation.models import Cooperation
from agreements.declaration.models import Burden, Commitment, Declaration, KnownForum
from agreements.intent.models import Intent
from agreements.position.models import Effort, Position
from agreements.signing.models import PartyGain, Signatory, TriedForum

__all__ = [
    "Burden",
    "Commitment",
    "Cooperation",
    "Declaration",
    "Effort",
    "Intent",
    "KnownForum",
    "PartyGain",
    "Position",
    "Signatory",
    "TriedForum",
]
