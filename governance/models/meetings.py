"""The International Committee's offices, meetings, agendas and what was said there (5.3.1)."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from engagements.labels import choices
from engagements.models import Engagement, Role
from engagements.vocabulary import AgendaHeading, Recommendation, Stance

HEADINGS = [str(heading) for heading in AgendaHeading]


class Office(models.Model):
    """An office that has a seat in the committee. Rows, since the council may change them."""

    name_sv = models.CharField(_("ämbete på svenska"), max_length=120, unique=True)
    name_en = models.CharField(_("ämbete på engelska"), max_length=120)
    chairs = models.BooleanField(_("leder mötet"), default=False)
    order = models.PositiveSmallIntegerField(_("ordning"))
    active = models.BooleanField(_("har plats nu"), default=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("ämbete")
        verbose_name_plural = _("ämbeten")
        constraints = [
            models.UniqueConstraint(
                fields=["chairs"], condition=Q(chairs=True, active=True), name="one_office_chairs"
            )
        ]

    def __str__(self) -> str:
        return self.name_en if (get_language() or "sv").startswith("en") else self.name_sv


class Seating(models.Model):
    """Who sits in an office, or stands in for who does; the days are those of the role."""

    office = models.ForeignKey(Office, models.PROTECT, related_name="seatings")
    role = models.ForeignKey(Role, models.PROTECT, related_name="seatings")
    substitute = models.BooleanField(_("ersättare"), default=False)

    class Meta:
        verbose_name = _("plats")
        verbose_name_plural = _("platser")
        constraints = [
            models.UniqueConstraint(fields=["office", "role"], name="seated_once_in_an_office")
        ]

    def __str__(self) -> str:
        return f"{self.office}: {self.role.user}"


class Absence(models.Model):
    """Days on which somebody is away, so that a substitute acts. Append-only but for its end."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="absences")
    first = models.DateField(_("första dag"))
    last = models.DateField(_("sista dag"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    ended_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("frånvaro")
        verbose_name_plural = _("frånvaro")
        constraints = [
            models.CheckConstraint(
                condition=Q(last__gte=F("first")),
                name="absence_ends_after_start",
                violation_error_message=_("Sista dagen måste vara samma dag eller senare"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.first}–{self.last}"


class MeetingState(models.TextChoices):
    """Where a meeting stands."""

    PLANNED = "planned", _("Planerat")
    CALLED = "called", _("Kallat")
    OPEN = "open", _("Pågår")
    CLOSED = "closed", _("Avslutat")
    CANCELLED = "cancelled", _("Inställt")


class Meeting(models.Model):
    """One meeting of the committee, from date to closing."""

    starts_at = models.DateTimeField(_("tid"), unique=True)
    place = models.CharField(_("plats"), max_length=160)
    papers_by = models.DateField(_("handlingar senast"))
    state = models.CharField(_("läge"), max_length=12, choices=MeetingState, default="planned")
    called_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("sammanträde")
        verbose_name_plural = _("sammanträden")

    def __str__(self) -> str:
        return f"IB {self.starts_at:%Y-%m-%d}"

    def get_absolute_url(self) -> str:
        """Return the address of the meeting's page."""
        return reverse("meeting", kwargs={"pk": self.pk})

    @property
    def is_open(self) -> bool:
        """Whether the agenda may still change."""
        return self.state not in (MeetingState.CLOSED, MeetingState.CANCELLED)


class AgendaItem(models.Model):
    """An engagement on a meeting's agenda, in its place under a standing heading."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="items")
    engagement = models.ForeignKey(Engagement, models.PROTECT, related_name="agenda_items")
    heading = models.CharField(_("rubrik"), max_length=16, choices=choices(AgendaHeading))
    position = models.PositiveSmallIntegerField()
    proposal = models.TextField(_("förslag till beslut"))
    late_grounds = models.TextField(_("varför ärendet kommer sent"), blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("ärende på dagordningen")
        verbose_name_plural = _("ärenden på dagordningen")
        constraints = [
            models.UniqueConstraint(fields=["meeting", "engagement"], name="once_on_an_agenda")
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id}: {self.engagement_id}"

    @property
    def order(self) -> tuple[int, int, int]:
        """Where it stands on the agenda: by heading as the committee has them, then by place."""
        return (HEADINGS.index(self.heading), self.position, self.pk)


class Mark(models.Model):
    """A press at the table: what the committee is to answer. The newest counts. Append-only.

    outcome: empty when an earlier mark was taken back. shares: what is answered otherwise, by
    kinds.Share.ref. acts_for: whom the one who pressed stood in for. key: the form's own, so
    that a press sent twice is one mark. version: the matter's, as it was when it was marked.
    """

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="marks")
    outcome = models.CharField(
        _("förslag"), max_length=16, choices=choices(Recommendation), blank=True
    )
    grounds = models.TextField(_("motivering"), blank=True)
    shares = models.JSONField(default=dict, blank=True)
    version = models.PositiveIntegerField(null=True)
    key = models.UUIDField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    acts_for = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("markering")
        verbose_name_plural = _("markeringar")
        constraints = [
            models.UniqueConstraint(fields=["item", "key"], name="one_mark_a_press_and_item")
        ]

    def __str__(self) -> str:
        return f"{self.item_id} {self.outcome}"


class StanceTaken(models.Model):
    """Where a member stands before the meeting. The newest counts. Append-only."""

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="stances")
    stance = models.CharField(_("hållning"), max_length=16, choices=choices(Stance))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    acts_for = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("hållning före mötet")
        verbose_name_plural = _("hållningar före mötet")

    def __str__(self) -> str:
        return f"{self.item_id} {self.stance}"


class ItemOutcome(models.Model):
    """What the committee answered, as the chair closed the meeting. Append-only.

    shares: what was answered otherwise, by kinds.Share.ref.
    """

    item = models.OneToOneField(AgendaItem, models.PROTECT, related_name="result")
    number = models.PositiveSmallIntegerField(_("paragraf"))
    outcome = models.CharField(_("förslag"), max_length=16, choices=choices(Recommendation))
    grounds = models.TextField(_("motivering"), blank=True)
    shares = models.JSONField(default=dict, blank=True)
    aside = models.TextField(_("deltog inte"), blank=True)

    class Meta:
        verbose_name = _("beredningens svar")
        verbose_name_plural = _("beredningens svar")

    def __str__(self) -> str:
        return f"§ {self.number} {self.outcome}"


class MinutesState(models.TextChoices):
    """Where the notes stand."""

    DRAFT = "draft", _("Utkast")
    ADJUSTED = "adjusted", _("Justerade")
    PUBLISHED = "published", _("Publicerade")


class Minutes(models.Model):
    """The notes of a meeting (minnesanteckningar). parts: {title, text} for each paragraph."""

    meeting = models.OneToOneField(Meeting, models.PROTECT, related_name="minutes")
    opening = models.TextField(_("inledning"))
    parts = models.JSONField(default=list)
    state = models.CharField(_("läge"), max_length=12, choices=MinutesState, default="draft")
    adjusted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    adjusted_at = models.DateTimeField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("minnesanteckningar")
        verbose_name_plural = _("minnesanteckningar")

    def __str__(self) -> str:
        return f"{self.meeting} {self.state}"
