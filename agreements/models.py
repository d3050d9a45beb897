"""The kinds of this app: one room each, whose tables Django finds here."""

from agreements.declaration.models import Burden, Commitment, Declaration, KnownForum
from agreements.position.models import Effort, Position

__all__ = ["Burden", "Commitment", "Declaration", "Effort", "KnownForum", "Position"]
