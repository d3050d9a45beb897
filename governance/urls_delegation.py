"""Addresses of decisions by delegation, and of reporting them."""

from django.urls import path

from engagements.addresses import posted
from governance.views import delegation, delegation_reports

ONE = "anmalan/<int:pk>/"

urlpatterns = [
    path("", delegation.delegation, name="delegation"),
    path("beslutade/", delegation.made, name="delegation_made"),
    path("anmalan/", delegation_reports.reports, name="delegation_reports"),
    path(ONE, delegation_reports.report, name="delegation_report"),
    path(f"{ONE}gor/", posted(delegation_reports.act, "delegation_report"), name="report_act"),
    path(f"{ONE}lista.xlsx", delegation_reports.file, name="delegation_report_file"),
]
