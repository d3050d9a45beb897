"""The kinds of this app: one room each, whose tables Django finds here."""

from visits.reception.models import DateOption, Reception
from visits.visit.models import Visit

__all__ = ["DateOption", "Reception", "Visit"]
