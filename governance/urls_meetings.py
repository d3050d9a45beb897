"""Addresses of the International Committee's room."""

from django.urls import path

from engagements.addresses import posted
from governance.views import (
    calendar_files,
    meeting_lift,
    meeting_minutes,
    meeting_papers,
    meeting_seats,
    meeting_table,
    meetings,
)

ONE = "<int:pk>/"
TABLE = f"{ONE}bordet/"
ITEM = f"{ONE}punkt/<int:item>/"

urlpatterns = [
    path("", meetings.meetings, name="meetings"),
    path("platser/", meeting_seats.seats, name="meeting_seats"),
    path(
        "platser/franvaro/<int:absence>/",
        meeting_seats.back,
        name="meeting_absence",
    ),
    path(ONE, meetings.meeting, name="meeting"),
    path(f"{ONE}kalender.ics", calendar_files.meeting, name="meeting_ics"),
    path(f"{ONE}andra/", meetings.change, name="meeting_change"),
    path(f"{ONE}gor/", posted(meetings.act, "meeting"), name="meeting_act"),
    path(f"{ITEM}flytta/", meetings.move, name="meeting_move"),
    path(f"{ITEM}forslag/", meetings.propose, name="meeting_propose"),
    path(TABLE, meeting_table.table, name="meeting_table"),
    path(f"{TABLE}lage/", meeting_table.state, name="meeting_table_state"),
    path(f"{TABLE}resten/", posted(meeting_table.rest, "meeting_table"), name="meeting_rest"),
    path(f"{TABLE}avsluta/", posted(meeting_table.close, "meeting_table"), name="meeting_close"),
    path(f"{ITEM}markera/", meeting_table.mark, name="meeting_mark"),
    path(f"{ITEM}lyft/", meeting_lift.lift, name="meeting_lift"),
    path(f"{ITEM}hallning/", meeting_table.stance, name="meeting_stance"),
    path(f"{ONE}anteckningar/", meeting_minutes.minutes, name="meeting_minutes"),
    path(f"{ONE}anteckningar.pdf", meeting_papers.minutes, name="meeting_minutes_pdf"),
    path(f"{ONE}handlingar.pdf", meeting_papers.pack, name="meeting_pack"),
]
