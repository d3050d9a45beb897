"""Addresses of the calendar."""

from django.urls import path

from governance.views import calendar, calendar_files

urlpatterns = [
    path("", calendar.calendar, name="calendar"),
    path("prenumerera/", calendar_files.subscribe, name="calendar_feed"),
    path("flode/<str:secret>.ics", calendar_files.feed, name="calendar_read"),
]
