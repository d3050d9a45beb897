"""Forums in which the city already takes part, and what a new matter says of each (3.3.3)."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from engagements.models import Engagement


class Theme(models.Model):
    """A subject under its many names, so that "inköp" finds a network for "upphandling".

    words: one a line, in any form of the word; a star after it takes all that begin so. Reference
    data, loaded from a list.
    """

    name_sv = models.CharField(_("ämne"), max_length=80, unique=True)
    name_en = models.CharField(_("ämne på engelska"), max_length=80)
    words = models.TextField(_("ord"))

    class Meta:
        verbose_name = _("ämne")
        verbose_name_plural = _("ämnen")

    def __str__(self) -> str:
        return self.name_en if get_language() == "en" else self.name_sv


class Suffices(models.TextChoices):
    """Whether a forum that is there serves what the new one is for."""

    YES = "yes", _("Ja, det räcker")
    PARTLY = "partly", _("Delvis")
    NO = "no", _("Nej")


class ForumAnswer(models.Model):
    """What a matter answers about one forum in which the city already takes part.

    name and met are kept as they stood when it was answered: what it was called, and why it was
    found.
    """

    engagement = models.ForeignKey(Engagement, models.PROTECT, related_name="forum_answers")
    forum = models.ForeignKey(Engagement, models.PROTECT, related_name="+")
    name = models.CharField(_("forum"), max_length=200)
    met = ArrayField(models.CharField(max_length=120), verbose_name=_("varför det hittades"))
    suffices = models.CharField(_("räcker det"), max_length=8, choices=Suffices)
    why_not = models.CharField(_("varför det inte räcker"), max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("svar om ett befintligt forum")
        verbose_name_plural = _("svar om befintliga forum")
        constraints = [
            models.UniqueConstraint(fields=["engagement", "forum"], name="one_answer_a_forum"),
            models.CheckConstraint(
                condition=models.Q(suffices="yes") | ~models.Q(why_not=""),
                name="forum_left_with_grounds",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.get_suffices_display()}"
