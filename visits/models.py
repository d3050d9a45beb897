"""The kinds of this app: one room each, whose tables Django finds here."""

from visits.visit.models import Visit

__all__ = ["Visit"]
