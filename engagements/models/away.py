"""Who is away from work on which days, and who stands in meanwhile."""

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from engagements.models.people import DateRange


class Away(models.Model):
    """Days on which a person is away from work. Nothing but its end is changed.

    Who stands in is told what comes to the person, and gets no right by it.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="aways")
    first = models.DateField(_("första dag"))
    last = models.DateField(_("sista dag"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    ended_at = models.DateTimeField(null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("frånvaro från arbetet")
        verbose_name_plural = _("frånvaro från arbetet")
        constraints = [
            models.CheckConstraint(
                condition=Q(last__gte=F("first")),
                name="away_ends_after_start",
                violation_error_message=_("Sista dagen måste vara samma dag eller senare"),
            ),
            ExclusionConstraint(
                name="away_once_at_a_time",
                expressions=[
                    ("person", RangeOperators.EQUAL),
                    (
                        DateRange(
                            "first",
                            "last",
                            RangeBoundary(inclusive_lower=True, inclusive_upper=True),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(ended_at=None),
            ),
        ]
        indexes = [
            models.Index(fields=["last"], name="away_now", condition=Q(ended_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.first}–{self.last}"


class StandIn(models.Model):
    """Somebody who stands in while another is away. Append-only."""

    away = models.ForeignKey(Away, models.PROTECT, related_name="stand_ins")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("ersättare")
        verbose_name_plural = _("ersättare")
        constraints = [
            models.UniqueConstraint(fields=["away", "person"], name="stands_in_once"),
        ]

    def __str__(self) -> str:
        return f"{self.person} för {self.away}"
