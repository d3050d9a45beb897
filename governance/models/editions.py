"""The sources as the city adopted them: their text, and from when a draft holds."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords


class AdoptedText(models.Model):
    """What an edition says in a clause, word for word. The city loads it; the product has none."""

    edition = models.CharField(_("utgåva"), max_length=32)
    clause = models.CharField(_("punkt"), max_length=32)
    text = models.TextField(_("antagen text"))
    text_en = models.TextField(_("översättning till engelska"), blank=True)
    source = models.CharField(_("källa"), max_length=200)
    loaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    loaded_at = models.DateTimeField()

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("antagen text")
        verbose_name_plural = _("antagna texter")
        constraints = [
            models.UniqueConstraint(fields=["edition", "clause"], name="one_text_a_clause")
        ]

    def __str__(self) -> str:
        return f"{self.edition} {self.clause}"


class EditionStart(models.Model):
    """From when an edition holds that the code knows as a draft. The one before it then ends."""

    edition = models.CharField(_("utgåva"), max_length=32, unique=True)
    valid_from = models.DateField(_("gäller från"))
    source = models.CharField(_("källa"), max_length=200)
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("utgåva som har antagits")
        verbose_name_plural = _("utgåvor som har antagits")

    def __str__(self) -> str:
        return f"{self.edition} {self.valid_from}"
