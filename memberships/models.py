"""The kinds of this app: one room each, whose tables Django finds here."""

from memberships.membership.models import Contribution, FeeYear, Membership, OtherForum

__all__ = ["Contribution", "FeeYear", "Membership", "OtherForum"]
