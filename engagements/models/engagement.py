"""The engagement: what every kind has in common. Each kind adds one detail row of its own."""

from datetime import date
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q, Value
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from engagements.labels import choices, label
from engagements.models.organisations import Organisation
from engagements.models.people import User
from engagements.models.searching import FOUND_BY, SERIAL, alike, as_written
from engagements.vocabulary import (
    Action,
    Audience,
    Body,
    CooperationPurpose,
    CostLine,
    Direction,
    Initiative,
    Kind,
    Quality,
    SecrecySection,
    Sector,
    Status,
    Term,
)

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

OPEN = (
    Status.DRAFT,
    Status.ADVICE,
    Status.RETURNED,
    Status.PREPARATION,
    Status.DECISION,
    Status.COORDINATION,
    Status.COUNTERED,
    Status.APPROVED,
    Status.FOLLOW_UP,
)


# What takes place on days that a calendar shows.
TAKES_PLACE = [str(kind) for kind in (Kind.VISIT, Kind.TRIP, Kind.RECEPTION)]
# What stands in somebody's queue.
WAITS = ~Q(ball="") & ~Q(status=str(Status.DRAFT))

# When the delegation is to be told what was decided.
TO_TELL = (Status.APPROVED, Status.COUNTERED, Status.REJECTED)


def codes(terms: type[Term], name: "str | _StrPromise") -> ArrayField:
    """Return a column that holds several words of one vocabulary."""
    return ArrayField(
        models.CharField(max_length=24, choices=choices(terms)),
        verbose_name=name,
        default=list,
        blank=True,
    )


class EngagementQuerySet(models.QuerySet["Engagement"]):
    """Engagements by what the reader wants."""

    def open(self) -> "EngagementQuerySet":
        """Those that still wait for somebody."""
        return self.filter(status__in=OPEN)

    def with_ball(self) -> "EngagementQuerySet":
        """With what a list shows about who holds the ball, in one query."""
        return self.select_related("organisation", "ball_organisation", "ball_person", "deadline")


class Engagement(models.Model):
    """One matter in the city's international work, whatever its kind (1.4)."""

    # What it is
    kind = models.CharField(_("typ"), max_length=16, choices=choices(Kind), editable=False)
    number = models.CharField(_("ärendenummer"), max_length=16, unique=True, editable=False)
    registry_number = models.CharField(_("stadens diarienummer"), max_length=40, blank=True)
    title = models.CharField(_("rubrik"), max_length=200)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="engagements", verbose_name=_("verksamhet")
    )
    takes_part: models.ManyToManyField = models.ManyToManyField(
        Organisation, through="TakingPart", related_name="shared_engagements"
    )
    secret = models.BooleanField(_("sekretess prövas"), default=False)
    secrecy_section = models.CharField(
        _("bestämmelse"), max_length=16, choices=choices(SecrecySection), blank=True
    )

    # Where it stands
    status = models.CharField(
        _("läge"), max_length=16, choices=choices(Status), default=Status.DRAFT.value
    )
    ball = models.CharField(
        _("bollen ligger hos"), max_length=24, choices=choices(Body), blank=True
    )
    ball_organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    ball_person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    ball_since = models.DateTimeField(_("sedan"))
    due = models.DateField(_("senast"), null=True, blank=True)
    version = models.PositiveIntegerField(_("version"), default=1)

    # What the strategy asks of every kind
    initiative = models.CharField(
        _("initiativ"), max_length=8, choices=choices(Initiative), blank=True
    )
    directions = codes(Direction, _("inriktningar"))
    goals = ArrayField(
        models.CharField(max_length=24), verbose_name=_("inriktningsmål"), default=list, blank=True
    )
    goal_contribution = models.TextField(_("så bidrar det"), blank=True)
    sdgs = ArrayField(
        models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(17)]),
        verbose_name=_("Agenda 2030"),
        default=list,
        blank=True,
    )
    sdg_how = models.TextField(_("så främjar det målen"), blank=True)
    qualities = codes(Quality, _("egenskaper"))
    audiences = codes(Audience, _("målgrupper"))
    cooperation_purposes = codes(CooperationPurpose, _("samverkan ger"))
    partner_sectors = codes(Sector, _("parter"))
    touches_foreign_policy = models.BooleanField(
        _("rör Sveriges förhållande till andra stater, bistånds- eller säkerhetspolitik"),
        null=True,
        blank=True,
    )
    budget_line = models.CharField(_("finansieras ur"), max_length=120, blank=True)
    in_operational_plan = models.BooleanField(_("finns i verksamhetsplanen"), null=True, blank=True)
    working_hours = models.PositiveIntegerField(_("egen arbetstid, timmar"), null=True, blank=True)

    # The days that the five steps were done (5.4.5)
    planned_on = models.DateField(_("planerad"), null=True, blank=True)
    budgeted_on = models.DateField(_("budgeterad"), null=True, blank=True)
    decided_on = models.DateField(_("beslutad"), null=True, blank=True)
    documented_on = models.DateField(_("dokumenterad"), null=True, blank=True)
    followed_up_on = models.DateField(_("uppföljd"), null=True, blank=True)

    replied_on = models.DateField(_("besvarad"), null=True, blank=True)

    # What it is sorted, counted and found by
    starts_on = models.DateField(_("börjar"), null=True, blank=True)
    ends_on = models.DateField(_("slutar"), null=True, blank=True)
    counterpart = models.CharField(_("motpart"), max_length=200, blank=True)
    estimated_sek = models.PositiveIntegerField(_("beräknad kostnad"), null=True, blank=True)
    breaches = models.PositiveSmallIntegerField(default=0, editable=False)
    unanswered = models.PositiveSmallIntegerField(default=0, editable=False)
    judgements = models.PositiveSmallIntegerField(default=0, editable=False)
    notes = models.PositiveSmallIntegerField(default=0, editable=False)
    supporting = models.PositiveSmallIntegerField(default=0, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="registered", editable=False
    )
    created_at = models.DateTimeField(_("registrerad"), editable=False)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )
    changed_at = models.DateTimeField(_("ändrad"), editable=False)
    submitted_at = models.DateTimeField(_("inskickad"), null=True, editable=False)
    # Every clause that something was found on, and the paragraphs and sections it stands in
    clauses = ArrayField(
        models.CharField(max_length=32),
        default=list,
        db_default=Value([], output_field=ArrayField(models.CharField(max_length=32))),
        blank=True,
        editable=False,
    )
    search_words = models.TextField(default="", blank=True, editable=False)
    search = as_written("number", SERIAL, *FOUND_BY)
    search_alike = alike(*FOUND_BY)

    # What its reader may do with it; set by engagements.permissions.fetch
    allowed: frozenset[Action] = frozenset()
    # Whether its row was locked when it was read; set by engagements.lifecycle.lock
    held: bool = False

    objects = EngagementQuerySet.as_manager()
    history = HistoricalRecords(
        excluded_fields=["clauses", "search", "search_alike", "search_words"]
    )

    class Meta:
        verbose_name = _("ärende")
        verbose_name_plural = _("ärenden")
        indexes = [
            models.Index(fields=["organisation", "status", "ball_since"], name="own_queue"),
            models.Index(fields=["ball", "status", "due", "id"], name="ball_queue"),
            models.Index(fields=["kind", "starts_on", "id"], name="kind_by_date"),
            models.Index(fields=["organisation", "kind", "starts_on", "status"], name="own_year"),
            models.Index(
                fields=["organisation", "-changed_at", "-id"],
                name="own_drafts",
                condition=Q(status=str(Status.DRAFT)),
            ),
            models.Index(
                fields=["ball_organisation", "due", "id"], name="own_turn", condition=~Q(ball="")
            ),
            # By what the queue's views are told apart it is counted, without the rows themselves.
            models.Index(
                fields=["ball", "due", "id"],
                include=["ball_person", "status", "submitted_at"],
                name="turn_by_due",
                condition=~Q(ball=""),
            ),
            models.Index(fields=["due", "id"], name="waits_by_due", condition=~Q(ball="")),
            # The queue: in each of its orders, and what stands in the way or needs grounds.
            models.Index(fields=["ball_since", "id"], name="waits_by_since", condition=WAITS),
            models.Index(
                fields=["-submitted_at", "-id"], name="waits_by_submitted", condition=WAITS
            ),
            models.Index(
                fields=["organisation", "due", "id"], name="waits_by_organisation", condition=WAITS
            ),
            models.Index(
                fields=["ball", "organisation", "due", "id"],
                name="turn_by_organisation",
                condition=WAITS,
            ),
            models.Index(
                fields=["ball", "due", "id"],
                name="waits_with_breaches",
                condition=Q(WAITS, breaches__gt=0),
            ),
            models.Index(
                fields=["ball", "due", "id"],
                name="waits_with_judgements",
                condition=Q(WAITS, judgements__gt=0),
            ),
            models.Index(
                fields=["due", "id"],
                include=["ball"],
                name="follows_up_by_due",
                condition=Q(status=str(Status.FOLLOW_UP), followed_up_on=None),
            ),
            models.Index(
                fields=["organisation", "ball_since", "id"],
                name="own_waiting",
                condition=~Q(ball=""),
            ),
            models.Index(
                fields=["starts_on", "id"],
                name="coming_soon",
                condition=Q(status=str(Status.APPROVED)),
            ),
            models.Index(fields=["-changed_at", "-id"], name="newest_first"),
            models.Index(
                fields=["due", "id"],
                name="open_by_due",
                condition=Q(status__in=[str(status) for status in OPEN]),
            ),
            # A period's matters: by the day they begin, else by the day they were registered.
            models.Index(
                fields=["starts_on"],
                name="counted_when_begun",
                condition=Q(submitted_at__isnull=False),
            ),
            models.Index(
                fields=["created_at"],
                name="counted_when_written",
                condition=Q(starts_on=None, submitted_at__isnull=False),
            ),
            # The calendar: what takes place, and what has begun and goes on.
            models.Index(
                fields=["starts_on", "id"],
                name="takes_place_by_day",
                condition=Q(kind__in=TAKES_PLACE),
            ),
            models.Index(
                fields=["ends_on"], name="goes_on_until", condition=Q(kind__in=TAKES_PLACE)
            ),
            models.Index(
                fields=["organisation", "ends_on"],
                name="own_goes_on",
                condition=Q(kind__in=TAKES_PLACE),
            ),
            models.Index(
                fields=["submitted_at", "id"],
                name="lacks_registry_number",
                condition=Q(registry_number="", submitted_at__isnull=False),
            ),
            # Words are sought in one organisation's matters, or in all.
            GinIndex(fields=["organisation", "search"], name="own_search"),
            GinIndex(fields=["organisation", "search_alike"], name="own_alike"),
            GinIndex(fields=["clauses"], name="engagement_clauses"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=models.F("starts_on")),
                name="engagement_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(secret=True) | Q(secrecy_section=""), name="open_names_no_secrecy"
            ),
            models.CheckConstraint(
                condition=Q(status__in=["draft", "withdrawn"]) | Q(submitted_at__isnull=False),
                name="submitted_has_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    def get_kind_display(self) -> str:  # type: ignore[no-redef]
        """Return the kind's name; Django would go through all of them for each row of a list."""
        return label(Kind(self.kind)) if self.kind else ""

    def get_status_display(self) -> str:  # type: ignore[no-redef]
        """Return the name of where it stands."""
        return label(Status(self.status))

    def get_ball_display(self) -> str:  # type: ignore[no-redef]
        """Return the name of the body that holds the ball."""
        return label(Body(self.ball)) if self.ball else ""

    def get_absolute_url(self) -> str:
        """Return the address of the item page, which is the number."""
        return reverse("engagement", args=[self.number])

    @property
    def detail(self) -> "Detail":
        """The row that its kind adds. Raises LookupError for a kind that has no table yet."""
        found: Detail = getattr(self, str(Detail.of(self.kind)._meta.model_name))
        return found

    @property
    def is_answered(self) -> bool:
        """Whether somebody outside the city is told what was decided."""
        return Detail.of(self.kind).is_answered

    @property
    def last_day(self) -> date | None:
        """The day after which it is followed up; None while nobody waits for one."""
        if self.ends_on or Detail.of(self.kind).lasts:
            return self.ends_on
        return self.starts_on

    @property
    def is_unanswered(self) -> bool:
        """Whether it is answered by its body, while the delegation has not been told."""
        return self.replied_on is None and self.status in TO_TELL and self.is_answered

    @property
    def ball_outside(self) -> str:
        """Who outside the city holds the ball, by name; empty when nobody there does."""
        return self.counterpart if self.ball == Body.DELEGATION else ""

    @property
    def tally(self) -> dict[str, int]:
        """Number of findings by verdict, as last assessed."""
        return {
            "breach": self.breaches,
            "unanswered": self.unanswered,
            "judge": self.judgements,
            "note": self.notes,
            "supports": self.supporting,
        }


# What no engagement fulfils.
NONE = Q(pk__in=[])


class Named(NamedTuple):
    """A counterpart and where it is, as somebody wrote it. kind: a CounterpartKind, or nothing."""

    organisation: str = ""
    city: str = ""
    country: str = ""
    kind: str = ""


class Detail(models.Model):
    """What one kind adds: a row with the same key as its engagement.

    ``PERSONAL`` names the columns with people outside the city. No history keeps them, so that
    they can be erased. ``is_answered`` says whether somebody outside the city asked, and is told
    what was decided. ``lasts`` says whether it goes on until somebody ends it.
    """

    engagement = models.OneToOneField(
        Engagement, models.PROTECT, primary_key=True, related_name="%(class)s"
    )
    kind: ClassVar[Kind]
    PERSONAL: ClassVar[tuple[str, ...]] = ()
    is_answered: ClassVar[bool] = False
    lasts: ClassVar[bool] = False

    class Meta:
        abstract = True

    @staticmethod
    def of(kind: str) -> type["Detail"]:
        """Return the detail model of a kind. Raises LookupError."""
        for model in Detail.__subclasses__():
            if model.kind == kind:
                return model
        raise LookupError(kind)

    @classmethod
    def concerning(cls, user: User) -> Q:  # noqa: ARG003
        """Return the condition of the matters that are about a user, who decides no such."""
        return NONE

    @property
    def found_by(self) -> str:
        """The words that an engagement is found by beside its own."""
        return ""

    @property
    def texts(self) -> list[str]:
        """What was answered in text, without people."""
        own = [
            getattr(self, column.attname)
            for column in self._meta.concrete_fields
            if isinstance(column, models.TextField) and column.attname not in self.PERSONAL
        ]
        return [str(text) for text in (self.engagement.goal_contribution, *own) if text]

    @property
    def said(self) -> str:
        """What an engagement says of itself, its title too, in its own words and without people."""
        return "\n".join([self.engagement.title, *self.texts])

    @property
    def named(self) -> list[Named]:
        """Whom and where its answers name; a kind with other columns or several parties says so."""
        columns = {name: getattr(self, name, "") for name in ("city", "country")}
        kind = getattr(self, "counterpart_kind", "")
        return [Named(self.engagement.counterpart, **columns, kind=kind)]


def concerning(user: User) -> Q:
    """Return the condition of the matters of all kinds that are about a user."""
    found = NONE
    for model in Detail.__subclasses__():
        found |= model.concerning(user)
    return found


class Line(models.Model):
    """A row of a kind's own beside its detail, known by its place in the form.

    A subclass adds its columns and its history, and a migration guards both. ``PERSONAL`` names
    the columns with people, as on a detail.
    """

    PERSONAL: ClassVar[tuple[str, ...]] = ()

    engagement = models.ForeignKey(Engagement, models.PROTECT, related_name="%(class)s_rows")
    place = models.PositiveSmallIntegerField(_("plats"), editable=False)

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(fields=["engagement", "place"], name="one_%(class)s_a_place")
        ]


class TakingPart(models.Model):
    """An organisation that an engagement touches beside the responsible one."""

    engagement = models.ForeignKey(Engagement, models.PROTECT, related_name="taking_part")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("berörd verksamhet")
        verbose_name_plural = _("berörda verksamheter")
        constraints = [
            models.UniqueConstraint(fields=["engagement", "organisation"], name="takes_part_once")
        ]

    def __str__(self) -> str:
        return f"{self.organisation} i {self.engagement_id}"


class Cost(models.Model):
    """One line of what an engagement is thought to cost, and what it did cost. Whole kronor."""

    engagement = models.ForeignKey(Engagement, models.PROTECT, related_name="costs")
    line = models.CharField(_("kostnad"), max_length=16, choices=choices(CostLine))
    per_person_sek = models.PositiveIntegerField(_("kr per person"), null=True, blank=True)
    persons = models.PositiveIntegerField(_("personer"), null=True, blank=True)
    estimate_sek = models.PositiveIntegerField(_("beräknat"), null=True, blank=True)
    outcome_sek = models.PositiveIntegerField(_("utfall"), null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("kostnad")
        verbose_name_plural = _("kostnader")
        constraints = [
            models.UniqueConstraint(fields=["engagement", "line"], name="one_row_a_cost_line")
        ]

    def __str__(self) -> str:
        return f"{self.get_line_display()} {self.estimate_sek}"
