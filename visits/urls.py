"""Addresses of what only one kind of this app does."""

from django.urls import path

from visits import views

urlpatterns = [
    path("arenden/<number:number>/dag/<int:place>/", views.choose_day, name="reception_day"),
]
