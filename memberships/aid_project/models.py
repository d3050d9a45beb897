"""AID_PROJECT: another party pays for all of it, own working time counted (4.4)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from engagements.models import Detail
from engagements.models.engagement import Named
from engagements.vocabulary import Kind
from memberships.project.models import ProjectFields


class AidProject(ProjectFields, Detail):
    """A project of aid character."""

    kind = Kind.AID_PROJECT

    city = models.CharField(_("stad"), max_length=80, blank=True)
    benefit_stockholm = models.TextField(_("nytta för Stockholm"), blank=True)
    benefit_counterpart = models.TextField(_("nytta för motparten"), blank=True)
    whole_cost_sek = models.PositiveIntegerField(_("hela kostnaden"), null=True, blank=True)
    working_time_sek = models.PositiveIntegerField(_("egen arbetstid"), null=True, blank=True)
    overhead_sek = models.PositiveIntegerField(_("overhead"), null=True, blank=True)
    travel_sek = models.PositiveIntegerField(_("resor"), null=True, blank=True)
    staff_time_funded = models.BooleanField(_("arbetstiden betalas"), null=True, blank=True)
    overhead_funded = models.BooleanField(_("overhead betalas"), null=True, blank=True)
    travel_funded = models.BooleanField(_("resorna betalas"), null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("projekt av biståndskaraktär")
        verbose_name_plural = _("projekt av biståndskaraktär")

    def __str__(self) -> str:
        return str(self.engagement)

    @property
    def named(self) -> list[Named]:
        """The counterpart, and the other parties outside the city."""
        rows = self.engagement.projectpartner_rows.all()
        return [*super().named, *(row.named for row in rows if row.name and row.body_id is None)]
