"""Addresses of the settings."""

from django.urls import path

from governance.views import settings_api as api
from governance.views import settings_city as city
from governance.views import settings_people as people

urlpatterns = [
    path("", people.organisations, name="settings"),
    path("verksamheter/<str:code>/", people.organisation, name="settings_organisation"),
    path("roller/<int:pk>/avsluta/", people.end_role, name="settings_end_role"),
    path("personer/<int:pk>/", people.person, name="settings_person"),
    path("ramar/", city.frames, name="settings_frames"),
    path("ramar/<int:year>/<str:code>/", city.frame, name="settings_frame"),
    path("riktvarden/", city.values, name="settings_values"),
    path("riktvarden/<str:key>/", city.value, name="settings_value"),
    path("mal/", city.goals, name="settings_goals"),
    path("mal/<int:pk>/", city.goal, name="settings_goal"),
    path("api/", api.tokens, name="settings_api"),
    path("api/<int:pk>/aterkalla/", api.revoke, name="settings_api_revoke"),
]
