"""Addresses of what only some kinds have: an event looked for first, a day that is chosen."""

from django.urls import path

from engagements.addresses import posted
from visits.views import conferences, receptions, trips

# Before the addresses of all kinds, since a trip begins with a page of its own.
urlpatterns = [
    path("arenden/nytt/resa/", trips.new, name="trip_new"),
    path("evenemang/", trips.found, name="events_found"),
    path("installningar/evenemang/", conferences.conferences, name="settings_events"),
    path("installningar/evenemang/<int:pk>/", conferences.conference, name="settings_event"),
    path(
        "arenden/<number:number>/dag/",
        posted(receptions.choose_day, "engagement"),
        name="reception_day",
    ),
]
