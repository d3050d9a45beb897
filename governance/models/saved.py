"""Lists that people keep under a name, and what they have been mailed of them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from engagements.labels import choices
from engagements.models import Engagement, Organisation
from engagements.vocabulary import RoleName


class ViewRoom(models.TextChoices):
    """The lists that can be kept, as addresses name them."""

    QUEUE = "ko", _("Kön")
    MATTERS = "arenden", _("Ärenden")


class SavedView(models.Model):
    """A list under a name: its room and the filters of its address, and never its rows.

    Everybody who opens it sees what they may read. organisation, unit: those it is shared with, at
    most one of them; without either it is its maker's own.
    """

    name = models.CharField(_("namn"), max_length=80)
    room = models.CharField(_("lista"), max_length=8, choices=ViewRoom)
    query = models.CharField(_("urval"), max_length=2000, blank=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    unit = models.CharField(_("enhet"), max_length=24, choices=choices(RoleName), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="saved_views")
    at = models.DateTimeField()

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("sparad vy")
        verbose_name_plural = _("sparade vyer")
        constraints = [
            models.UniqueConstraint(fields=["by", "room", "name"], name="one_view_of_a_name"),
            models.CheckConstraint(
                condition=Q(organisation=None) | Q(unit=""), name="view_is_shared_with_one"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_shared(self) -> bool:
        """Whether others than its maker see it."""
        return bool(self.organisation_id or self.unit)

    def get_absolute_url(self) -> str:
        """Return where it is shown; it leads on to the list."""
        return reverse("saved_view_open", args=[self.pk])


class HowOften(models.TextChoices):
    """When a person is mailed of what is new in a view."""

    DAY = "day", _("Varje arbetsdag")
    MONDAY = "monday", _("Varje måndag")


class ViewWatch(models.Model):
    """That a person wants a mail when something new comes in a view."""

    view = models.ForeignKey(SavedView, models.CASCADE, related_name="watches")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="watches")
    often = models.CharField(_("hur ofta"), max_length=8, choices=HowOften)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("bevakning av en vy")
        verbose_name_plural = _("bevakningar av vyer")
        constraints = [
            models.UniqueConstraint(fields=["view", "person"], name="one_watch_a_view_and_person")
        ]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.view_id}"


class ViewSeen(models.Model):
    """That a matter was in a view when it began to be watched, or was mailed of since."""

    watch = models.ForeignKey(ViewWatch, models.CASCADE, related_name="seen")
    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="+")

    class Meta:
        verbose_name = _("ärende i en bevakad vy")
        verbose_name_plural = _("ärenden i bevakade vyer")
        constraints = [
            models.UniqueConstraint(fields=["watch", "engagement"], name="told_once_a_watch")
        ]

    def __str__(self) -> str:
        return f"{self.watch_id}: {self.engagement_id}"
