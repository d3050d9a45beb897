"""Addresses of what only agreements have."""

from django.urls import path

from agreements.views import amending, consultation, declarations, positions, register
from engagements.addresses import posted

ITEM = "arenden/<number:number>/remiss/"
REPORT = "rapporter/deklarationer/"
POSITION = "arenden/<number:number>/"

urlpatterns = [
    path("standpunkter/", positions.positions, name="positions"),
    path("standpunkter/fil/", posted(positions.export, "positions"), name="positions_file"),
    path(f"{POSITION}samrad/", posted(positions.consult, "engagement"), name="position_consult"),
    path(f"{POSITION}logg/", posted(positions.note, "engagement"), name="position_note"),
    path(
        f"{POSITION}koncernstyrelsen/",
        posted(positions.group_board, "engagement"),
        name="position_group_board",
    ),
    path("avtal/", register.agreements, name="agreements"),
    path("avtal/fil/", posted(register.export, "agreements"), name="agreements_file"),
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
    path(REPORT, declarations.declarations, name="report_declarations"),
    path(
        f"{REPORT}fil/",
        posted(declarations.export, "report_declarations"),
        name="report_declarations_file",
    ),
]
