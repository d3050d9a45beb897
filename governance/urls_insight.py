"""Addresses that anybody may read, without signing in. They stay as they are."""

from django.urls import path

from governance.views import insight, insight_data

urlpatterns = [
    path("", insight.overview, name="insight"),
    path("beslut/", insight.decided, name="insight_items"),
    path("arende/<number:number>/", insight.item, name="insight_item"),
    path("medlemskap/", insight.memberships, name="insight_memberships"),
    path("avtal/", insight.agreements, name="insight_agreements"),
    path("anteckningar/", insight.notes, name="insight_notes"),
    path("data/", insight_data.data, name="insight_data"),
    path("data/dcat.jsonld", insight_data.dcat, name="insight_dcat"),
    path("data/<slug:name>.<slug:form>", insight_data.file, name="insight_file"),
    path("data/<int:year>/<slug:name>.<slug:form>", insight_data.file, name="insight_year_file"),
]
