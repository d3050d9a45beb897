"""The contact persons' network, kept by the City Executive Office (5.6.3)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from engagements.models import FileText, Organisation, StoredFile


class NetworkQuestion(models.Model):
    """One question to every organisation, with a last day to answer it."""

    title = models.CharField(_("rubrik"), max_length=200)
    text = models.TextField(_("fråga"))
    due_on = models.DateField(_("svar senast"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("fråga till nätverket")
        verbose_name_plural = _("frågor till nätverket")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the address of the question, and of its answers."""
        return reverse("network_question", args=[self.pk])


class NetworkAnswer(models.Model):
    """What an organisation answers to a question; what it answered before stays in the history."""

    question = models.ForeignKey(NetworkQuestion, models.PROTECT, related_name="answers")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    text = models.TextField(_("svar"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("svar från nätverket")
        verbose_name_plural = _("svar från nätverket")
        constraints = [
            models.UniqueConstraint(
                fields=["question", "organisation"], name="one_answer_an_organisation"
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.question}"


class NetworkReminder(models.Model):
    """That a person was told of a question, or reminded of it: once a day at most."""

    question = models.ForeignKey(NetworkQuestion, models.PROTECT, related_name="reminders")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    on = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("påminnelse om en fråga")
        verbose_name_plural = _("påminnelser om frågor")
        constraints = [
            models.UniqueConstraint(
                fields=["question", "person", "on"], name="reminded_of_question_once_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.on}"


class Bulletin(models.Model):
    """News to all contact persons."""

    title = models.CharField(_("rubrik"), max_length=200)
    text = models.TextField(_("text"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("nyhet till nätverket")
        verbose_name_plural = _("nyheter till nätverket")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return where it stands among the news."""
        return f"{reverse('network_news')}#nyhet-{self.pk}"


class NetworkMeeting(models.Model):
    """A meeting of the network. present, notes: empty until it has been held."""

    title = models.CharField(_("rubrik"), max_length=200)
    meets_on = models.DateField(_("dag"))
    place = models.CharField(_("plats"), max_length=160)
    agenda = models.TextField(_("dagordning"))
    present = models.TextField(_("vilka som var med"), blank=True)
    notes = models.TextField(_("anteckningar"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("nätverksmöte")
        verbose_name_plural = _("nätverksmöten")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the address of the meeting."""
        return reverse("network_meeting", args=[self.pk])


class MaterialKind(models.TextChoices):
    """What a piece of shared material is."""

    TEMPLATE = "template", _("Mall")
    GUIDANCE = "guidance", _("Vägledning")
    PRESENTATION = "presentation", _("Presentation")
    EXAMPLE = "example", _("Exempel")
    OTHER = "other", _("Annat")


class Material(models.Model):
    """What the network shares: a file in editions. archived: it is no longer to be used, and why.

    restored: it was archived and is to be used again, and why. organisation: who answers for it.
    """

    SEARCHED = ("title", "about")

    title = models.CharField(_("rubrik"), max_length=200)
    about = models.TextField(_("beskrivning"))
    kind = models.CharField(_("slag"), max_length=16, choices=MaterialKind)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    archived_on = models.DateField(_("arkiverat"), null=True, blank=True)
    archived_why = models.TextField(_("varför det är arkiverat"), blank=True)
    restored_on = models.DateField(_("togs i bruk igen"), null=True, blank=True)
    restored_why = models.TextField(_("varför det togs i bruk igen"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("material i nätverket")
        verbose_name_plural = _("material i nätverket")
        constraints = [
            models.CheckConstraint(
                condition=Q(archived_on=None) | Q(restored_on=None),
                name="material_is_used_or_not",
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the address of the material, with all its editions."""
        return reverse("network_piece", args=[self.pk])


class MaterialEdition(StoredFile):
    """A file of a material. number: counts from one. changed: what is new in it."""

    material = models.ForeignKey(Material, models.PROTECT, related_name="editions")
    number = models.PositiveSmallIntegerField(_("utgåva"))
    changed = models.TextField(_("vad som är nytt"), blank=True)

    class Meta:
        verbose_name = _("utgåva av material")
        verbose_name_plural = _("utgåvor av material")
        constraints = [
            models.UniqueConstraint(fields=["material", "number"], name="edition_once_a_material")
        ]


class MaterialText(FileText):
    """What an edition is found by."""

    document = models.OneToOneField(
        MaterialEdition, models.PROTECT, primary_key=True, related_name="told"
    )

    class Meta:
        verbose_name = _("text i material")
        verbose_name_plural = _("text i material")
