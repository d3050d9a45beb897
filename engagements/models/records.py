"""What hangs on an engagement: documents, events, conflicts of interest."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from engagements.labels import choices
from engagements.models.engagement import Engagement
from engagements.models.searching import alike, as_written
from engagements.vocabulary import DocumentKind


class StoredFile(models.Model):
    """A file that is kept. Never changed; a new version replaces it by a row of its own."""

    name = models.CharField(_("namn"), max_length=160)
    file = models.FileField(_("fil"), upload_to="documents/%Y/%m", max_length=200)
    media_type = models.CharField(max_length=100, editable=False)
    size = models.PositiveIntegerField(editable=False)
    sha256 = models.CharField(max_length=64, editable=False)
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(_("tillagd"))

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name


class Document(StoredFile):
    """A file of an engagement."""

    engagement = models.ForeignKey(Engagement, models.PROTECT, related_name="documents")
    kind = models.CharField(_("slag"), max_length=16, choices=choices(DocumentKind))
    personal_data = models.BooleanField(_("innehåller personuppgifter"), default=False)

    class Meta:
        verbose_name = _("handling")
        verbose_name_plural = _("handlingar")


class ReadState(models.TextChoices):
    """How far the reading of a document has come."""

    WAITING = "waiting", _("Väntar")
    READ = "read", _("Läst")
    UNREADABLE = "unreadable", _("Går inte att läsa")
    ERASED = "erased", _("Gallrad")


class FileText(models.Model):
    """What a file is found by: its name, and its words once the worker has read them.

    called: the name as words. Derived from the file, so it has no history. A subclass says whose
    it is by ``document``, its key.
    """

    state = models.CharField(max_length=12, choices=ReadState, default=ReadState.WAITING)
    called = models.CharField(max_length=160)
    words = models.TextField(default="", blank=True)
    search = as_written("called", "words")
    search_alike = alike("called", "words")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.pk} {self.state}"


class DocumentText(FileText):
    """What a document of an engagement is found by."""

    document = models.OneToOneField(Document, models.PROTECT, primary_key=True, related_name="told")

    class Meta:
        verbose_name = _("text i handling")
        verbose_name_plural = _("text i handlingar")
        indexes = [
            GinIndex(fields=["search"], name="document_search"),
            GinIndex(fields=["search_alike"], name="document_alike"),
            models.Index(
                fields=["document"], name="documents_to_read", condition=Q(state="waiting")
            ),
        ]


class MatterText(models.Model):
    """What an engagement says of itself beside its title, as it is found by: ``Detail.texts``.

    Derived from the answers, so it has no history.
    """

    engagement = models.OneToOneField(
        Engagement, models.CASCADE, primary_key=True, related_name="text"
    )
    words = models.TextField(default="", blank=True)
    search = as_written("words")

    class Meta:
        verbose_name = _("text i ärende")
        verbose_name_plural = _("text i ärenden")
        indexes = [GinIndex(fields=["search"], name="matter_text_search")]

    def __str__(self) -> str:
        return f"{self.pk}"


class Event(models.Model):
    """Something that happened, as the timeline tells it. Append-only.

    ``code`` names a sentence in ``engagements.timeline.SENTENCES``; ``data`` fills it in.
    """

    engagement = models.ForeignKey(Engagement, models.PROTECT, related_name="events")
    code = models.CharField(max_length=32)
    data = models.JSONField(default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("händelse")
        verbose_name_plural = _("händelser")
        indexes = [models.Index(fields=["engagement", "id"], name="timeline")]

    def __str__(self) -> str:
        return f"{self.code} {self.at:%Y-%m-%d %H:%M}"


class Conflict(models.Model):
    """A conflict of interest (jäv) that keeps a person from handling and deciding (KL 6:28)."""

    engagement = models.ForeignKey(Engagement, models.PROTECT, related_name="conflicts")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    grounds = models.TextField(_("skäl"))
    declared_at = models.DateTimeField()

    class Meta:
        verbose_name = _("jäv")
        verbose_name_plural = _("jäv")
        constraints = [
            models.UniqueConstraint(fields=["engagement", "user"], name="one_conflict_a_person")
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.engagement_id}"
