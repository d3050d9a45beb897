"""Addresses: Swedish words without å, ä, ö; the case number is the address."""

from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language

from engagements import views

handler400 = "engagements.views.bad_request"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.start, name="start"),
    path("arenden/", views.engagements, name="engagements"),
    path("sprak/", set_language, name="set_language"),
    path("hjalp/", views.page, {"template": "pages/help.html"}, name="help"),
    path(
        "tillganglighet/",
        views.page,
        {"template": "pages/accessibility.html"},
        name="accessibility",
    ),
    path("personuppgifter/", views.page, {"template": "pages/privacy.html"}, name="privacy"),
    path("health/live", views.live, name="health_live"),
    path("health/ready", views.ready, name="health_ready"),
    path("", include("visits.urls")),
    path("", include("governance.urls")),
    path("", include("allauth.urls")),
]
