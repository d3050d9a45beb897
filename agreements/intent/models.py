"""INTENT: the table of what is signed."""

from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from agreements.signing.models import Signed
from engagements.models import Detail
from engagements.vocabulary import Kind


class Intent(Signed, Detail):
    """A letter of intent (4.3). It goes on until its last day."""

    kind = Kind.INTENT
    lasts = True

    history = HistoricalRecords()

    class Meta(Signed.Meta):
        abstract = False
        verbose_name = _("intentionsavtal")
        verbose_name_plural = _("intentionsavtal")

    def __str__(self) -> str:
        return str(self.engagement)
