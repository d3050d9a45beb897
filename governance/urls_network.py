"""Addresses of the contact persons' network."""

from django.urls import path

from engagements.addresses import posted
from governance.views import material, network

urlpatterns = [
    path("", network.directory, name="network"),
    path("fragor/", network.questions, name="network_questions"),
    path("fragor/ny/", network.ask, name="network_ask"),
    path("fragor/senaste/", network.newest, name="network_newest"),
    path("fragor/<int:pk>/", network.question, name="network_question"),
    path(
        "fragor/<int:pk>/paminn/",
        posted(network.remind, "network_question"),
        name="network_remind",
    ),
    path("nyheter/", network.news, name="network_news"),
    path("nyheter/ny/", network.publish, name="network_publish"),
    path("moten/", network.meetings, name="network_meetings"),
    path("moten/nytt/", network.write_meeting, name="network_meeting_new"),
    path("moten/<int:pk>/", network.meeting, name="network_meeting"),
    path("moten/<int:pk>/andra/", network.write_meeting, name="network_meeting_change"),
    path("material/", material.listed, name="network_material"),
    path("material/nytt/", material.share, name="network_share"),
    path("material/<int:pk>/", material.piece, name="network_piece"),
    path("material/<int:pk>/andra/", material.describe, name="network_describe"),
    path(
        "material/<int:pk>/utgava/",
        posted(material.renew, "network_piece"),
        name="network_renew",
    ),
    path(
        "material/<int:pk>/arkivera/",
        posted(material.archive, "network_piece"),
        name="network_archive",
    ),
    path(
        "material/<int:pk>/igen/",
        posted(material.restore, "network_piece"),
        name="network_restore",
    ),
    path("material/<int:pk>/<int:number>/", material.download, name="network_edition"),
]
