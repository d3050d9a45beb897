"""Addresses of the register of memberships, and of what is written down while one lasts."""

from django.urls import path

from engagements.addresses import posted
from memberships.views import membership, projects, register

ONE = "medlemskap/<number:number>/"
PROJECT = "projekt/<number:number>/"

urlpatterns = [
    path("medlemskap/", register.memberships, name="memberships"),
    path("medlemskap/avgifter/", register.fees, name="membership_fees"),
    path(ONE, membership.membership, name="membership"),
    path(f"{ONE}omprova/", posted(membership.review, "membership"), name="membership_review"),
    path(f"{ONE}taupp/", posted(membership.take_up, "engagement"), name="membership_take_up"),
    path(f"{ONE}insats/", posted(membership.contribute, "membership"), name="membership_done"),
    path(f"{ONE}avgift/", posted(membership.fee, "membership"), name="membership_fee"),
    path(f"{ONE}ansvarig/", posted(membership.responsible, "membership"), name="membership_office"),
    path(f"{ONE}arende/", posted(membership.cite, "membership"), name="membership_cite"),
    path(f"{ONE}form/", posted(membership.classify, "engagement"), name="membership_classify"),
    path("projekt/", projects.register, name="projects"),
    path("projekt/utlysningar/", projects.calls, name="calls"),
    path("projekt/utlysningar/<int:pk>/", projects.calls, name="call"),
    path(f"{PROJECT}steg/", posted(projects.move, "engagement"), name="project_move"),
    path(f"{PROJECT}beslut/", posted(projects.party, "engagement"), name="project_party"),
    path(f"{PROJECT}andring/", posted(projects.amend, "engagement"), name="project_amend"),
    path(
        f"{PROJECT}rapportdag/",
        posted(projects.report_date, "engagement"),
        name="project_report_date",
    ),
    path(f"{PROJECT}rapport/", posted(projects.handed_in, "engagement"), name="project_report"),
]
