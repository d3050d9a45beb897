"""The kinds of this app: one room each, whose tables Django finds here."""

from visits.reception.models import DateOption, Reception
from visits.trip.models import Conference, Traveller, Trip, TripCost
from visits.visit.models import Visit

__all__ = ["Conference", "DateOption", "Reception", "Traveller", "Trip", "TripCost", "Visit"]
