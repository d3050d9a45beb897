"""Addresses of reports and of the files made from them."""

from django.urls import path

from governance.views import jobs, reports

urlpatterns = [
    path("rapporter/besok/", reports.visits, name="report_visits"),
    path("rapporter/besok/fil/", reports.export, name="report_visits_file"),
    path("jobb/<uuid:pk>/", jobs.job, name="job"),
    path("jobb/<uuid:pk>/avbryt/", jobs.cancel, name="job_cancel"),
    path("jobb/<uuid:pk>/fil/", jobs.download, name="job_file"),
]
