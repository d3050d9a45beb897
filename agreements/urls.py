"""Addresses of what only agreements have."""

from django.urls import path

from agreements.views import amending, consultation, positions, register
from engagements.addresses import posted

ITEM = "arenden/<number:number>/remiss/"
POSITION = "arenden/<number:number>/"

urlpatterns = [
    path("standpunkter/", positions.positions, name="positions"),
    path(f"{POSITION}samrad/", posted(positions.consult, "engagement"), name="position_consult"),
    path(f"{POSITION}logg/", posted(positions.note, "engagement"), name="position_note"),
    path(
        f"{POSITION}koncernstyrelsen/",
        posted(positions.group_board, "engagement"),
        name="position_group_board",
    ),
    path("avtal/", register.agreements, name="agreements"),
    path("arenden/<number:number>/andra/", posted(amending.amend, "engagement"), name="amend"),
    path(
        "arenden/<number:number>/nytt-avtal/",
        posted(amending.begin_anew, "engagement"),
        name="agreement_anew",
    ),
    path(ITEM, consultation.consultation, name="consultation"),
    path(f"{ITEM}fraga/", posted(consultation.ask, "consultation"), name="consultation_ask"),
    path(f"{ITEM}svar/", posted(consultation.answer, "consultation"), name="consultation_answer"),
    path(
        f"{ITEM}annan/", posted(consultation.outside, "consultation"), name="consultation_outside"
    ),
]
