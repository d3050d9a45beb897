"""What people say of a matter to each other, and what they ask each other to do."""

from datetime import date

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from engagements.models import Engagement


class Comment(models.Model):
    """Something said of a matter; never changed. internal: between its own and SLK alone."""

    engagement = models.ForeignKey(Engagement, models.PROTECT, related_name="comments")
    internal = models.BooleanField(_("internt"))
    text = models.TextField(_("kommentar"))
    mentioned = models.ManyToManyField(
        settings.AUTH_USER_MODEL, through="Mention", related_name="mentioned_in"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("kommentar")
        verbose_name_plural = _("kommentarer")

    def __str__(self) -> str:
        return f"{self.engagement_id} {self.at:%Y-%m-%d}"


class Mention(models.Model):
    """That a comment names somebody, who is told of it."""

    comment = models.ForeignKey(Comment, models.PROTECT, related_name="mentions")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("omnämnande")
        verbose_name_plural = _("omnämnanden")
        constraints = [
            models.UniqueConstraint(fields=["comment", "person"], name="mentioned_once_a_comment")
        ]

    def __str__(self) -> str:
        return f"{self.comment_id} {self.person_id}"


class Ended(models.TextChoices):
    """How somebody's task ended."""

    DONE = "done", _("Klar")
    TAKEN_BACK = "taken_back", _("Återtagen")
    HANDED_ON = "handed_on", _("Lämnad vidare")


class Todo(models.Model):
    """That a person is asked to do something by a day. It ends once; handed on it is a new row.

    after: the row of who had it before. comment: what it was made of, if anything.
    """

    # What it is found by.
    SEARCHED = ("what",)

    engagement = models.ForeignKey(Engagement, models.PROTECT, related_name="todos")
    comment = models.ForeignKey(Comment, models.PROTECT, null=True, related_name="todos")
    after = models.OneToOneField("self", models.PROTECT, null=True, related_name="then")
    internal = models.BooleanField(_("internt"))
    what = models.TextField(_("vad"))
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="todos")
    due_on = models.DateField(_("senast"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended = models.CharField(_("hur det gick"), max_length=10, choices=Ended, null=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    ended_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("uppgift")
        verbose_name_plural = _("uppgifter")
        indexes = [
            models.Index(fields=["owner", "due_on"], name="todos_open", condition=Q(ended=None)),
            models.Index(fields=["due_on"], name="todos_due", condition=Q(ended=None)),
            GinIndex(SearchVector("what", config="swedish"), name="todo_search"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["comment"], condition=Q(ended=None), name="one_open_todo_a_comment"
            ),
            models.CheckConstraint(
                condition=Q(ended=None, ended_by=None, ended_at=None)
                | Q(ended__isnull=False, ended_by__isnull=False, ended_at__isnull=False),
                name="todo_ends_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.what

    def is_late(self, *, on: date) -> bool:
        """Whether its last day has passed without it."""
        return self.ended is None and self.due_on < on

    def get_absolute_url(self) -> str:
        """Return where it stands on the page of its matter."""
        return f"{self.engagement.get_absolute_url()}#uppgift-{self.pk}"
