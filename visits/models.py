"""The kinds of this app: one room each, whose tables Django finds here."""

from visits.trip.models import Conference, Traveller, Trip, TripCost
from visits.visit.models import Visit

__all__ = ["Conference", "Traveller", "Trip", "TripCost", "Visit"]
