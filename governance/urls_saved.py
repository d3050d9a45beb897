"""Addresses of saved views."""

from django.urls import path

from engagements.addresses import posted
from governance.views import saved

urlpatterns = [
    path("", saved.views, name="saved_views"),
    path("ny/<slug:room>/", saved.new, name="saved_view_new"),
    path("<int:pk>/", saved.one, name="saved_view"),
    path("<int:pk>/visa/", saved.open_one, name="saved_view_open"),
    path("<int:pk>/bevaka/", posted(saved.watch, "saved_view"), name="saved_view_watch"),
    path("<int:pk>/ta-bort/", posted(saved.remove, "saved_view"), name="saved_view_remove"),
]
