"""Addresses of plans, priorities and the year's follow-ups."""

from django.urls import path

from engagements.addresses import posted
from governance.views import planning, priorities, rounds

YEAR = "<str:code>/<int:year>/"
ROUND = "uppfoljning/<slug:slug>/"

urlpatterns = [
    path("", planning.overview, name="plans"),
    path("uppfoljning/", rounds.first, name="rounds"),
    path(ROUND, rounds.table, name="round"),
    path(f"{ROUND}paminn/", posted(rounds.remind, "round"), name="round_remind"),
    path(f"{ROUND}<str:code>/", rounds.answer, name="round_answer"),
    path("prioriteringar/", priorities.priorities, name="priorities"),
    path("prioriteringar/<int:pk>/", priorities.priority, name="priority"),
    path(YEAR, planning.plan, name="plan"),
    path(f"{YEAR}mal/", planning.aims, name="plan_aims"),
    path(f"{YEAR}kopiera/", posted(planning.copy, "plan"), name="plan_copy"),
    path(f"{YEAR}insats/", planning.line, name="plan_line_new"),
    path(f"{YEAR}insats/<int:pk>/", planning.line, name="plan_line"),
]
