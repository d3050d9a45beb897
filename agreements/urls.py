"""Addresses of what only agreements have."""

from django.urls import path

from agreements.declaration import views
from engagements.addresses import posted

ITEM = "arenden/<number:number>/remiss/"

urlpatterns = [
    path(ITEM, views.consultation, name="consultation"),
    path(f"{ITEM}fraga/", posted(views.ask, "consultation"), name="consultation_ask"),
    path(f"{ITEM}svar/", posted(views.answer, "consultation"), name="consultation_answer"),
    path(f"{ITEM}annan/", posted(views.outside, "consultation"), name="consultation_outside"),
]
