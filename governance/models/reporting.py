"""What is reported to the Executive Board of decisions made on its behalf (KL 6:40, 7:8)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from governance.models.deciding import Decision


class ReportState(models.TextChoices):
    """Where a list stands."""

    DRAFT = "draft", _("Ska anmälas")
    MADE = "made", _("Anmäld")
    CANCELLED = "cancelled", _("Struken")


class DelegationReport(models.Model):
    """The list of decisions that is reported at one meeting of the Executive Board."""

    meets_on = models.DateField(_("kommunstyrelsens sammanträde"))
    state = models.CharField(_("läge"), max_length=12, choices=ReportState, default="draft")
    paragraph = models.CharField(_("paragraf"), max_length=24, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    made_at = models.DateTimeField(null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("anmälan av delegationsbeslut")
        verbose_name_plural = _("anmälningar av delegationsbeslut")
        constraints = [
            models.CheckConstraint(
                condition=Q(state="made", made_by__isnull=False, made_at__isnull=False)
                & ~Q(paragraph="")
                | ~Q(state="made") & Q(paragraph="", made_by=None, made_at=None),
                name="reported_with_paragraph",
            )
        ]

    def __str__(self) -> str:
        return f"KS {self.meets_on:%Y-%m-%d}"

    def get_absolute_url(self) -> str:
        """Return the address of the list."""
        return reverse("delegation_report", kwargs={"pk": self.pk})

    @property
    def is_open(self) -> bool:
        """Whether it waits for its meeting."""
        return self.state == ReportState.DRAFT


class ReportedDecision(models.Model):
    """A decision on a list. Append-only; its place in the ledger comes when the list is made."""

    report = models.ForeignKey(DelegationReport, models.PROTECT, related_name="rows")
    decision = models.ForeignKey(Decision, models.PROTECT, related_name="reports")
    ledger_seq = models.BigIntegerField(_("plats i liggaren"), null=True)

    class Meta:
        verbose_name = _("anmält beslut")
        verbose_name_plural = _("anmälda beslut")
        constraints = [
            models.UniqueConstraint(fields=["report", "decision"], name="once_on_a_report")
        ]

    def __str__(self) -> str:
        return f"{self.report}: {self.decision.number}"
