"""Addresses of visits' own pages."""

from django.urls import path

from engagements.addresses import posted
from visits.visit import views

ITEM = "arenden/<number:number>/"

urlpatterns = [
    path("arenden/nytt/besok/", views.new, name="visit_new"),
    path(f"{ITEM}steg/<int:step>/", views.step, name="visit_step"),
    path(f"{ITEM}kontroll/", posted(views.check, "engagement"), name="visit_check"),
    path(f"{ITEM}kvitto/", views.receipt, name="visit_receipt"),
]
