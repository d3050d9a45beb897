"""Addresses of reports and of the files made from them."""

from django.urls import path

from engagements.addresses import posted
from governance.views import jobs, listing, reports, statistics

urlpatterns = [
    path("statistik/", statistics.statistics, name="statistics"),
    path("statistik/fil/", posted(statistics.export, "statistics"), name="statistics_file"),
    path("lista/<slug:name>/<slug:wanted>/", listing.file, name="list_file"),
    path("rapporter/", reports.first, name="reports"),
    path("rapporter/<slug:name>/", reports.year, name="report"),
    path("rapporter/<slug:name>/fil/", posted(reports.export, "report"), name="report_file"),
    path("jobb/<uuid:pk>/", jobs.job, name="job"),
    path("jobb/<uuid:pk>/avbryt/", posted(jobs.cancel, "job"), name="job_cancel"),
    path("jobb/<uuid:pk>/fil/", jobs.download, name="job_file"),
]
