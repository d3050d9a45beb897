"""Addresses of visits' own pages."""

from django.urls import path

from visits import views

urlpatterns = [
    path("arenden/nytt/besok/", views.new, name="visit_new"),
    path("arenden/<str:number>/steg/<int:step>/", views.step, name="visit_step"),
    path("arenden/<str:number>/kontroll/", views.check, name="visit_check"),
    path("arenden/<str:number>/kvitto/", views.receipt, name="visit_receipt"),
]
