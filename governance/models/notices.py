"""What people are told, and how each of them wants to be told."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from engagements.models import Away, Engagement
from governance.models.jobs import Job
from governance.models.meetings import Meeting
from governance.models.network import Bulletin, Material
from governance.models.talking import Comment, Todo


class Sort(models.TextChoices):
    """The sorts of messages, as a person chooses among them."""

    BALL = "ball", _("Ärenden som kommer till dig")
    REMINDER = "reminder", _("Påminnelser om det som är sent")
    MEETING = "meeting", _("Möten och minnesanteckningar")
    ANSWER = "answer", _("Svar i rådgivningen")
    MENTION = "mention", _("Omnämnanden och uppgifter")
    NETWORK = "network", _("Nyheter i nätverket")
    FILE = "file", _("Filer som blir klara")
    DIGEST = "digest", _("Måndagsmejlet")


class Way(models.TextChoices):
    """How a sort of messages reaches a person."""

    MAIL = "mail", _("I Utblick och med mejl")
    APP = "app", _("Bara i Utblick")
    DIGEST = "digest", _("I Utblick och i måndagsmejlet")
    OFF = "off", _("Av")


# What may be quiet but never off: somebody waits for the answer, or for the person.
NEVER_OFF = (Sort.BALL, Sort.MEETING)


class NoticeChoice(models.Model):
    """A person's own choice for a sort; without a row what is usual for their role holds."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="choices")
    sort = models.CharField(_("slag"), max_length=8, choices=Sort)
    way = models.CharField(_("på vilket sätt"), max_length=8, choices=Way)

    class Meta:
        verbose_name = _("val av avisering")
        verbose_name_plural = _("val av aviseringar")
        constraints = [
            models.UniqueConstraint(fields=["person", "sort"], name="one_choice_a_sort"),
            models.CheckConstraint(
                condition=~Q(sort__in=[str(sort) for sort in NEVER_OFF], way=str(Way.OFF)),
                name="some_notices_are_never_off",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.sort}: {self.way}"


def _about_one(*names: str) -> Q:
    """Return the condition that just one of some columns is filled in."""
    found = Q()
    for name in names:
        found |= Q(**{f"{one}__isnull": one != name for one in names})
    return found


class Notice(models.Model):
    """Something that a person is told in Utblick. It holds no words: they are made when it is read.

    code: a sentence of ``governance.notices.SAID``. once: what it is about, so that it is told
    once. It goes with what it is about, and when it is old. comment, todo: what in the engagement
    it is about. internal: only for who may read what is internal in the engagement. away: for
    whom, when somebody is told because they stand in.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices")
    sort = models.CharField(max_length=8, choices=Sort)
    code = models.CharField(max_length=16)
    engagement = models.ForeignKey(Engagement, models.CASCADE, null=True, related_name="notices")
    meeting = models.ForeignKey(Meeting, models.CASCADE, null=True, related_name="notices")
    bulletin = models.ForeignKey(Bulletin, models.CASCADE, null=True, related_name="notices")
    material = models.ForeignKey(Material, models.CASCADE, null=True, related_name="notices")
    job = models.ForeignKey(Job, models.CASCADE, null=True, related_name="notices")
    comment = models.ForeignKey(Comment, models.CASCADE, null=True, related_name="notices")
    todo = models.ForeignKey(Todo, models.CASCADE, null=True, related_name="notices")
    internal = models.BooleanField(default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+")
    away = models.ForeignKey(Away, models.CASCADE, null=True, related_name="+")
    once = models.CharField(max_length=120)
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("avisering")
        verbose_name_plural = _("aviseringar")
        indexes = [
            models.Index(fields=["person", "-at", "-id"], name="notices_newest_first"),
            models.Index(fields=["person"], name="notices_unread", condition=Q(read_at=None)),
            models.Index(fields=["at"], name="notices_oldest_first"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["person", "once"], name="told_once"),
            models.CheckConstraint(
                condition=_about_one("engagement", "meeting", "job", "bulletin", "material"),
                name="notice_is_about_one_thing",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.code}"
