"""Addresses of what only one kind has: a reception's day is chosen."""

from django.urls import path

from engagements.addresses import posted
from visits.views import receptions

urlpatterns = [
    path(
        "arenden/<number:number>/dag/",
        posted(receptions.choose_day, "engagement"),
        name="reception_day",
    ),
]
