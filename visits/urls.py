"""Addresses of what only one kind has: a reception's day is chosen."""

from django.urls import path

from visits.views import receptions

urlpatterns = [
    path(
        "arenden/<number:number>/dag/<int:place>/",
        receptions.choose_day,
        name="reception_day",
    ),
]
