"""The kinds of this app: one room each, whose tables Django finds here."""

from memberships.aid_project.models import AidProject
from memberships.eu_project.models import (
    Amendment,
    Call,
    EuProject,
    PartyDecision,
    ReportDate,
    StageMove,
)
from memberships.membership.models import Contribution, FeeYear, Membership, OtherForum
from memberships.project.models import ProjectFunding, ProjectPartner

__all__ = [
    "AidProject",
    "Amendment",
    "Call",
    "Contribution",
    "EuProject",
    "FeeYear",
    "Membership",
    "OtherForum",
    "PartyDecision",
    "ProjectFunding",
    "ProjectPartner",
    "ReportDate",
    "StageMove",
]
