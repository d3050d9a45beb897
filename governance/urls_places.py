"""Addresses of what we know of the world."""

from django.urls import path

from engagements.addresses import posted
from governance.views import places

urlpatterns = [
    path("platser/", places.places_list, name="places"),
    path("platser/forslag/", places.place_suggestions, name="place_suggestions"),
    path("platser/<int:pk>/", places.place, name="place"),
    path("platser/<country:code>/", places.country, name="country"),
    path("motparter/", places.counterparts_list, name="counterparts"),
    path("motparter/forslag/", places.counterpart_suggestions, name="counterpart_suggestions"),
    path("motparter/<int:pk>/", places.counterpart, name="counterpart"),
    path(
        "arenden/<number:number>/namn/",
        posted(places.say_which, "engagement"),
        name="engagement_names",
    ),
]
