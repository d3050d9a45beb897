"""Advice, decisions, replies and what came of it."""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import GeneratedField, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from engagements.labels import choices
from engagements.models import Document, Engagement, Organisation
from engagements.vocabulary import AdviceKind, Body, Outcome, RoleName, Task
from governance.models.preparing import Dealing

# What all in the city find a follow-up by; never who was met.
SEARCHED = ("occasion", "learnt", "acted_on", "purpose_met", "usable", "goes_into")
UNITS = (RoleName.INTERNATIONAL_UNIT, RoleName.PROTOCOL_UNIT, RoleName.EU_UNIT)


class AdviceMessage(models.Model):
    """One contribution to the advice thread; with a ``kind`` it is formal advice (5.5.1).

    Formal advice is bound to the content it was given on; when that changes it is voided.
    """

    engagement = models.ForeignKey(Engagement, models.PROTECT, related_name="advice")
    unit = models.CharField(_("enhet"), max_length=24, choices=choices(RoleName), blank=True)
    kind = models.CharField(_("råd"), max_length=24, choices=choices(AdviceKind), blank=True)
    text = models.TextField(_("text"))
    clauses = ArrayField(models.CharField(max_length=32), default=list, blank=True)
    content_sha256 = models.CharField(max_length=64, blank=True)
    voided_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("inlägg i rådgivningen")
        verbose_name_plural = _("inlägg i rådgivningen")
        indexes = [models.Index(fields=["engagement", "id"], name="advice_thread")]

    def __str__(self) -> str:
        return f"{self.engagement_id} {self.kind or 'inlägg'}"

    @property
    def is_formal(self) -> bool:
        """Whether it is advice of a type, not just a message."""
        return bool(self.kind)


class Decision(models.Model):
    """What a body answered. Never changed: a new decision supersedes an old one.

    body: who decided, where that is no board or company by its own people. acts_for: whom the one
    who decided stood in for. held_on, paragraph, document: where a decision that is written down
    here was made. dealing: what was recommended. supersedes, why_new: what it takes the place of.
    """

    engagement = models.ForeignKey(Engagement, models.PROTECT, related_name="decisions")
    number = models.CharField(_("beslutsnummer"), max_length=16, unique=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="decisions")
    task = models.CharField(_("uppgift"), max_length=16, choices=choices(Task))
    outcome = models.CharField(_("utfall"), max_length=32, choices=choices(Outcome))
    grounds = models.TextField(_("motivering"), blank=True)
    without = ArrayField(
        models.CharField(max_length=32), verbose_name=_("gäller inte"), default=list, blank=True
    )
    departure = models.BooleanField(_("avsteg från strategin"), default=False)
    cost_sek = models.PositiveIntegerField(_("beslutad kostnad"), null=True, blank=True)
    ledger_seq = models.BigIntegerField(_("plats i liggaren"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    role = models.CharField(_("roll"), max_length=24, choices=choices(RoleName))
    at = models.DateTimeField()
    body = models.CharField(_("organ"), max_length=24, choices=choices(Body), blank=True)
    acts_for = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    held_on = models.DateField(_("sammanträdesdag"), null=True)
    paragraph = models.CharField(_("paragraf"), max_length=24, blank=True)
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+")
    dealing = models.ForeignKey(Dealing, models.PROTECT, null=True, related_name="decisions")
    supersedes = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="superseded_by"
    )
    why_new = models.TextField(_("varför ett nytt beslut"), blank=True)

    class Meta:
        verbose_name = _("beslut")
        verbose_name_plural = _("beslut")
        indexes = [
            models.Index(fields=["organisation", "at"], name="decided_by_when"),
            models.Index(
                fields=["id"],
                name="decided_by_delegation",
                condition=Q(body=str(Body.FINANCE_MAYOR)),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["engagement", "organisation", "task"],
                condition=~Q(outcome="countered") & Q(supersedes=None),
                name="one_decision_a_body",
            ),
            models.CheckConstraint(
                condition=Q(held_on=None, paragraph="", document=None)
                | Q(held_on__isnull=False) & ~Q(paragraph=""),
                name="written_down_with_paragraph",
            ),
            models.CheckConstraint(
                condition=Q(supersedes=None, why_new="")
                | Q(supersedes__isnull=False) & ~Q(why_new=""),
                name="supersedes_with_reason",
            ),
        ]

    @property
    def shares(self) -> dict[str, str]:
        """Who was answered otherwise: as recommended, where the answer follows that."""
        declined = self.outcome == Outcome.DECLINED
        if self.dealing is None or declined != self.dealing.advises_against:
            return {}
        return self.dealing.shares

    def __str__(self) -> str:
        return f"{self.number} {self.get_outcome_display()}"

    @property
    def decider(self) -> str:
        """Who decided, by name: the Mayor by office, everybody else by organisation."""
        if self.body == Body.FINANCE_MAYOR:
            return str(self.get_body_display())
        return str(self.organisation)

    @property
    def decided_on(self) -> date:
        """The day of the decision: that of the meeting, where it was made at one."""
        return self.held_on or timezone.localdate(self.at)


class ReplyState(models.TextChoices):
    """Where a reply is on its way."""

    DRAFT = "draft", _("Förslag")
    QUEUED = "queued", _("Läggs i utskicket")
    SENT = "sent", _("Skickat")


class Reply(models.Model):
    """The answer to the delegation: generated from the decision, edited, sent by the outbox.

    ``PERSONAL`` names what is written to a person. No history keeps it, so that it can be erased;
    the ledger commits to what was sent.
    """

    PERSONAL: ClassVar[tuple[str, ...]] = ("to", "subject", "body")

    engagement = models.ForeignKey(Engagement, models.PROTECT, related_name="replies")
    decision = models.ForeignKey(Decision, models.PROTECT, null=True, related_name="replies")
    language = models.CharField(_("språk"), max_length=2)
    to = models.EmailField(_("till"))
    subject = models.CharField(_("ämne"), max_length=200)
    body = models.TextField(_("text"))
    state = models.CharField(max_length=8, choices=ReplyState, default=ReplyState.DRAFT)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    history = HistoricalRecords(excluded_fields=PERSONAL)

    class Meta:
        verbose_name = _("svar")
        verbose_name_plural = _("svar")

    def __str__(self) -> str:
        return self.subject


class FollowUp(models.Model):
    """What came of it: the three questions after a visit (2.3, 3.0.2, 5.4.5).

    purpose_met, contacts, usable, goes_into: what a report tells beside them, where a kind asks.
    occasion, country: what it was and where, as all in the city are told of it.
    """

    engagement = models.OneToOneField(
        Engagement, models.PROTECT, primary_key=True, related_name="follow_up"
    )
    learnt = models.TextField(_("vad lärde ni er"))
    acted_on = models.TextField(_("vad gör ni annorlunda"))
    told = models.TextField(_("vem har fått veta"))
    image = models.TextField(_("vad gav det Stockholmsbilden"), blank=True)
    purpose_met = models.TextField(_("vad blev det av syftet"), blank=True)
    contacts = models.TextField(_("kontakter"), blank=True)
    usable = models.TextField(_("vad andra i staden kan använda"), blank=True)
    goes_into = models.TextField(_("beslut eller plan som det går in i"), blank=True)
    occasion = models.CharField(_("vad det var"), max_length=200, blank=True, editable=False)
    country = models.CharField(
        _("land eller territorium"), max_length=2, blank=True, editable=False
    )
    cost_sek = models.PositiveIntegerField(_("vad kostade det"))
    working_hours = models.PositiveIntegerField(_("egen arbetstid, timmar"), null=True, blank=True)
    # The register of gifts; 0 kronor says that no gift was received (4.6, BrB 10:5a)
    gift_received_sek = models.PositiveIntegerField(_("gåvans värde"), null=True, blank=True)
    gift_what = models.CharField(_("gåva"), max_length=200, blank=True)
    gift_from = models.CharField(_("från"), max_length=160, blank=True)
    gift_kept_personally = models.BooleanField(_("behålls personligen"), null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    search = GeneratedField(
        expression=SearchVector(*SEARCHED, config="swedish"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    history = HistoricalRecords(excluded_fields=["search"])

    class Meta:
        verbose_name = _("uppföljning")
        verbose_name_plural = _("uppföljningar")
        indexes = [
            GinIndex(fields=["search"], name="followup_search"),
            models.Index(fields=["-at", "-engagement"], name="followup_newest_first"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(gift_received_sek__isnull=False, gift_received_sek__gt=0)
                | Q(gift_what="", gift_from="") & Q(gift_kept_personally__isnull=True),
                name="only_a_gift_is_described",
            )
        ]

    def __str__(self) -> str:
        return f"{self.engagement_id}"
