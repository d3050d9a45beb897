"""EU_PROJECT: its call, money and plan, how far it has come, and what was decided on the way."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from engagements.labels import choices
from engagements.models import Detail, Engagement, Line, Organisation
from engagements.models.engagement import Named
from engagements.vocabulary import Kind, ProjectRole, ProjectStage
from memberships.project.models import ProjectFields


class Call(models.Model):
    """A call for applications, kept by the City Executive Office."""

    programme = models.CharField(_("program"), max_length=120)
    name = models.CharField(_("utlysning"), max_length=200)
    opens_on = models.DateField(_("öppnar"), null=True, blank=True)
    closes_on = models.DateField(_("sista dag att ansöka"))
    link = models.CharField(_("webbadress"), max_length=300, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("utlysning")
        verbose_name_plural = _("utlysningar")
        ordering = ["closes_on", "programme", "name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(opens_on__isnull=True) | Q(closes_on__gte=F("opens_on")),
                name="call_closes_after_it_opens",
            )
        ]

    def __str__(self) -> str:
        return f"{self.programme}: {self.name}"


class EuProject(ProjectFields, Detail):
    """A project with money from the EU. How far it has come is told by its moves.

    amends: the project that this matter would change; None for a project itself.
    amending: whether that change is still open. There is never more than one such.
    came_of: what the change came to when it was approved, by language.
    """

    kind = Kind.EU_PROJECT

    amends = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="amendments", editable=False
    )
    amending = models.BooleanField(default=False, editable=False)
    came_of = models.JSONField(default=dict, blank=True, editable=False)

    call = models.ForeignKey(
        Call,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="projects",
        verbose_name=_("utlysning"),
    )
    programme = models.CharField(_("program"), max_length=120, blank=True)
    apply_by = models.DateField(_("sista dag att ansöka"), null=True, blank=True)
    role = models.CharField(
        _("stadens roll"), max_length=12, choices=choices(ProjectRole), blank=True
    )
    budget_eur = models.PositiveIntegerField(_("hela budgeten, euro"), null=True, blank=True)
    own_budget_sek = models.PositiveIntegerField(_("stadens del"), null=True, blank=True)
    cofinancing_sek = models.PositiveIntegerField(_("medfinansiering"), null=True, blank=True)
    plan_item = models.CharField(_("mål i verksamhetsplanen"), max_length=200, blank=True)
    after_owner = models.CharField(_("tar över"), max_length=160, blank=True)
    after_funding = models.CharField(_("pengar efteråt"), max_length=200, blank=True)
    after_from = models.DateField(_("i drift från"), null=True, blank=True)
    documents_kept = models.TextField(_("handlingar att spara"), blank=True)
    documents_kept_until = models.DateField(_("sparas till"), null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("EU-projekt")
        verbose_name_plural = _("EU-projekt")
        constraints = [
            models.UniqueConstraint(
                fields=["amends"], condition=Q(amending=True), name="one_open_amendment_of_project"
            ),
            models.CheckConstraint(
                condition=Q(amends__isnull=True) | ~Q(amends=F("engagement")),
                name="project_amends_another",
            ),
            models.CheckConstraint(
                condition=Q(amending=False) | Q(amends__isnull=False),
                name="project_amending_amends",
            ),
        ]

    def __str__(self) -> str:
        return str(self.engagement)

    @property
    def found_by(self) -> str:
        """The programme, and all the parties."""
        partners = [row.name for row in self.engagement.projectpartner_rows.all()]
        return " ".join(filter(None, [self.programme, *partners]))

    @property
    def named(self) -> list[Named]:
        """The parties outside the city."""
        rows = self.engagement.projectpartner_rows.all()
        return [row.named for row in rows if row.name and row.body_id is None]


class ReportDate(Line):
    """A report that the programme wants, and the day on which it was handed in."""

    what = models.CharField(_("rapport"), max_length=160, blank=True)
    due_on = models.DateField(_("senast"), null=True, blank=True)
    done_on = models.DateField(_("lämnad"), null=True, blank=True)

    history = HistoricalRecords()

    class Meta(Line.Meta):
        verbose_name = _("rapport")
        verbose_name_plural = _("rapporter")

    def __str__(self) -> str:
        return self.what


class Written(models.Model):
    """Something that was written down about a project. Append-only."""

    engagement = models.ForeignKey(Engagement, models.PROTECT, related_name="%(class)s_set")
    on = models.DateField(_("när"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        abstract = True


class StageMove(Written):
    """A step that a project took. The newest says where it stands."""

    stage = models.CharField(_("läge"), max_length=12, choices=choices(ProjectStage))
    note = models.TextField(_("anteckning"), blank=True)

    class Meta:
        verbose_name = _("steg")
        verbose_name_plural = _("steg")
        constraints = [
            models.UniqueConstraint(fields=["engagement", "stage"], name="a_stage_comes_once")
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.stage}"


class PartyDecision(Written):
    """What a party of the city has decided of its own part: body, day and paragraph."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    paragraph = models.CharField(_("paragraf"), max_length=20)

    class Meta:
        verbose_name = _("parts beslut")
        verbose_name_plural = _("parters beslut")

    def __str__(self) -> str:
        return f"{self.organisation} {self.on} § {self.paragraph}"


class Amendment(Written):
    """A change of a decided project. decides_anew: each party of the city decides again on it.

    matter: the working copy in which the city's own decision on it is made.
    """

    what = models.CharField(_("vad"), max_length=300)
    grounds = models.TextField(_("varför"))
    added_sek = models.PositiveIntegerField(_("ökning för staden"), default=0)
    new_role = models.BooleanField(_("stadens roll ändras"), default=False)
    decides_anew = models.BooleanField(_("kräver nytt beslut"))
    matter = models.OneToOneField(
        Engagement, models.PROTECT, null=True, related_name="project_amendment"
    )

    class Meta:
        verbose_name = _("ändring")
        verbose_name_plural = _("ändringar")

    def __str__(self) -> str:
        return self.what
