"""Addresses: Swedish words without å, ä, ö; the case number is the address."""

from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language

from engagements import views

# What the sign-in library offers and we do not: accounts are made by an administrator, who also
# connects them to the city's sign-in. The library asks for the names, so they stay behind these.
CLOSED = (
    "signup/",
    "email/",
    "confirm-email/",
    "confirm-email/<path:key>/",
    "login/code/confirm/",
    "password/set/",
    "reauthenticate/",
    "3rdparty/",
    "3rdparty/signup/",
    "social/<path:old>/",
)

handler400 = "engagements.views.bad_request"

urlpatterns: list[URLPattern | URLResolver] = [
    path("arenden/", views.engagements, name="engagements"),
    path("sprak/", set_language, name="set_language"),
    path("utseende/", views.colours, name="set_colours"),
    path("arbetssatt/", views.ways, name="set_ways"),
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
    path("", include("memberships.urls")),
    path("", include("visits.urls")),
    path("", include("governance.urls")),
    path("", include("agreements.urls")),
    *(path(closed, views.nothing_here) for closed in CLOSED),
    path("", include("allauth.urls")),
]
