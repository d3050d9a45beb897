"""The last day of whoever holds the ball: what it follows from, and when it stands still."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from engagements.models.engagement import Engagement


class Deadline(models.Model):
    """Why an engagement is due on its day. One row an engagement; history keeps the earlier ones.

    event: code in ``engagements.deadlines.EVENTS``; empty where nothing tells why. days: how many
    were counted from ``since``; None where the day itself was given. source: a clause, a law or
    one of the city's own.
    """

    engagement = models.OneToOneField(Engagement, models.PROTECT, related_name="deadline")
    event = models.CharField(max_length=24, blank=True)
    since = models.DateField()
    days = models.PositiveSmallIntegerField(null=True, blank=True)
    in_working_days = models.BooleanField(default=True)
    source = models.CharField(max_length=48, blank=True)
    due = models.DateField(_("senast"), null=True, blank=True)

    # Extended: from which day, and why
    extended_from = models.DateField(_("förlängd från"), null=True, blank=True)
    grounds = models.TextField(_("skäl"), blank=True)

    # Standing still while somebody outside the city owes an answer
    paused_on = models.DateField(_("pausad"), null=True, blank=True)
    paused_for = models.CharField(_("väntar på"), max_length=120, blank=True)
    days_left = models.PositiveSmallIntegerField(null=True, blank=True)
    stood_still = models.PositiveSmallIntegerField(default=0)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("tidsgräns")
        verbose_name_plural = _("tidsgränser")
        constraints = [
            models.CheckConstraint(
                condition=Q(paused_on=None, days_left=None, paused_for="")
                | (
                    Q(paused_on__isnull=False, days_left__isnull=False, due=None)
                    & ~Q(paused_for="")
                ),
                name="paused_says_for_whom",
            ),
            models.CheckConstraint(
                condition=Q(extended_from=None, grounds="")
                | (Q(extended_from__isnull=False) & ~Q(grounds="")),
                name="extended_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.engagement_id} {self.due or '–'}"
