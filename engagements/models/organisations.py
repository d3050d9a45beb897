"""Stockholm's boards, departments and companies."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from engagements.labels import choices
from engagements.models.sorting import sort_key
from engagements.vocabulary import OrganisationKind

COMPANIES = {
    OrganisationKind.COMPANY,
    OrganisationKind.PARENT_COMPANY,
    OrganisationKind.SUBSIDIARY,
}
# Clause 5.6.1 speaks of departments and companies.
NEEDS_CONTACT_PERSON = {OrganisationKind.DEPARTMENT, OrganisationKind.COMPANY}


class Organisation(models.Model):
    """A body of the city. Source of the list: governance/reference/organisations.json."""

    code = models.CharField(_("kod"), max_length=16, unique=True)
    name_sv = models.CharField(_("namn"), max_length=120)
    name_en = models.CharField(_("namn på engelska"), max_length=120)
    kind = models.CharField(_("form"), max_length=24, choices=choices(OrganisationKind))
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children"
    )
    board = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="departments"
    )
    active = models.BooleanField(_("finns nu"), default=True)
    sort_name = sort_key("name_sv", 120)

    history = HistoricalRecords(excluded_fields=["sort_name"])

    class Meta:
        verbose_name = _("verksamhet")
        verbose_name_plural = _("verksamheter")
        indexes = [models.Index(fields=["sort_name"], name="organisation_sort")]

    def __str__(self) -> str:
        return self.name_en if (get_language() or "sv").startswith("en") else self.name_sv

    @property
    def is_company(self) -> bool:
        """Whether its own board decides, rather than a committee of the city."""
        return self.kind in COMPANIES

    @property
    def needs_contact_person(self) -> bool:
        """Whether clause 5.6.1 asks for an international contact person."""
        return self.kind in NEEDS_CONTACT_PERSON

    @property
    def deciding_code(self) -> str:
        """Code of the body that decides for it: its board, or itself when it has none."""
        return self.board.code if self.board else self.code


class OrientationGoal(models.Model):
    """One of the city council's orientation goals (inriktningsmål) for a budget year (2.1).

    closed_on: from when it is chosen no more; what named it keeps it.
    """

    year = models.PositiveSmallIntegerField(_("budgetår"))
    code = models.SlugField(_("kod"), max_length=24)
    name_sv = models.CharField(_("mål"), max_length=200)
    name_en = models.CharField(_("mål på engelska"), max_length=200)
    closed_on = models.DateField(_("stängt från"), null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("inriktningsmål")
        verbose_name_plural = _("inriktningsmål")
        constraints = [
            models.UniqueConstraint(fields=["year", "code"], name="goal_once_a_year"),
        ]

    def __str__(self) -> str:
        return self.name_en if (get_language() or "sv").startswith("en") else self.name_sv
