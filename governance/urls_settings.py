"""Addresses of the settings."""

from django.urls import path

from engagements.addresses import posted
from governance.views import away, importing
from governance.views import settings_api as api
from governance.views import settings_city as city
from governance.views import settings_people as people
from governance.views import settings_places as registers
from governance.views import settings_replay as replays
from governance.views import settings_texts as texts

urlpatterns = [
    path("", people.organisations, name="settings"),
    path("verksamheter/<str:code>/", people.organisation, name="settings_organisation"),
    path("roller/<int:pk>/avsluta/", people.end_role, name="settings_end_role"),
    path("personer/<int:pk>/", people.person, name="settings_person"),
    path("personer/<int:pk>/franvaro/", away.of_person, name="settings_person_away"),
    path("ramar/", city.frames, name="settings_frames"),
    path("ramar/<int:year>/<str:code>/", city.frame, name="settings_frame"),
    path("riktvarden/", city.values, name="settings_values"),
    path("riktvarden/<str:key>/", city.value, name="settings_value"),
    path("historik/", replays.replay, name="settings_replay"),
    path("historik/<uuid:pk>/", replays.replayed, name="settings_replayed"),
    path("mal/", city.goals, name="settings_goals"),
    path("mal/las-in/", city.goal_lines, name="settings_goal_lines"),
    path("mal/<int:pk>/", city.goal, name="settings_goal"),
    path("uppfoljning/", city.rounds, name="settings_rounds"),
    path("strategitexter/", texts.editions, name="settings_texts"),
    path("strategitexter/<str:edition>/", texts.edition, name="settings_edition"),
    path(
        "strategitexter/<str:edition>/ladda/",
        posted(texts.load, "settings_edition"),
        name="settings_edition_load",
    ),
    path(
        "strategitexter/<str:edition>/galler/",
        posted(texts.start, "settings_edition"),
        name="settings_edition_start",
    ),
    path("strategitexter/<str:edition>/fil/", texts.download, name="settings_edition_file"),
    path("strategitexter/<str:edition>/<clause:clause>/", texts.text, name="settings_text"),
    path("dubbletter/", registers.duplicates, name="settings_duplicates"),
    path("dubbletter/<str:register>/<int:one>/<int:other>/", registers.pair, name="settings_pair"),
    path("dubbletter/<str:register>/<int:pk>/dela/", registers.part, name="settings_part"),
    path("dubbletter/<str:register>/<int:pk>/", registers.correct, name="settings_register"),
    path("inlasning/", importing.imports, name="imports"),
    path("inlasning/mall/<slug:slug>/", importing.template, name="import_template"),
    path("inlasning/<uuid:pk>/", importing.one, name="import_file"),
    path("inlasning/<uuid:pk>/kolumner/", importing.columns, name="import_columns"),
    path(
        "inlasning/<uuid:pk>/las-in/", posted(importing.begin, "import_file"), name="import_begin"
    ),
    path("api/", api.tokens, name="settings_api"),
    path("api/<int:pk>/aterkalla/", api.revoke, name="settings_api_revoke"),
]
