"""COOPERATION: the table of what is signed."""

from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from agreements.signing.models import Signed
from engagements.models import Detail
from engagements.vocabulary import Kind


class Cooperation(Signed, Detail):
    """A cooperation agreement (4.2). It goes on until its last day."""

    kind = Kind.COOPERATION
    lasts = True

    history = HistoricalRecords()

    class Meta(Signed.Meta):
        abstract = False
        verbose_name = _("samarbetsavtal")
        verbose_name_plural = _("samarbetsavtal")

    def __str__(self) -> str:
        return str(self.engagement)
