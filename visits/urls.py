"""Addresses of what only trips have: the event that is looked for first, and events that merge."""

from django.urls import path

from visits.views import conferences, trips

# Before the addresses of all kinds, since a trip begins with a page of its own.
urlpatterns = [
    path("arenden/nytt/resa/", trips.new, name="trip_new"),
    path("evenemang/", trips.found, name="events_found"),
    path("installningar/evenemang/", conferences.conferences, name="settings_events"),
    path("installningar/evenemang/<int:pk>/", conferences.conference, name="settings_event"),
]
