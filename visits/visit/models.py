"""VISIT: a delegation that asks to be received. Fields as in practice ("Study visits")."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Upper
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from engagements.forms.choices import names_of_country
from engagements.labels import choices
from engagements.models import Detail, Named
from engagements.models.engagement import codes
from engagements.vocabulary import (
    Channel,
    CounterpartKind,
    Effect,
    Kind,
    Learning,
    PoliticalLevel,
)


class Visit(Detail):
    """An international visit request (internationell besöksförfrågan)."""

    kind = Kind.VISIT
    PERSONAL = ("contact_name", "contact_email", "head_name", "access_needs")
    is_answered = True

    # Who wants to come
    requesting_organisation = models.CharField(_("organisation"), max_length=160, blank=True)
    counterpart_kind = models.CharField(
        _("typ av organisation"), max_length=16, choices=choices(CounterpartKind), blank=True
    )
    country = models.CharField(_("land eller territorium"), max_length=2, blank=True)
    city = models.CharField(_("stad"), max_length=80, blank=True)
    intermediary = models.CharField(_("förmedlare"), max_length=160, blank=True)
    contact_name = models.CharField(_("kontaktperson hos dem"), max_length=120, blank=True)
    contact_email = models.EmailField(_("e-post"), blank=True)
    channel = models.CharField(
        _("hur kom förfrågan in"), max_length=8, choices=choices(Channel), blank=True
    )
    received_on = models.DateField(_("kom in"), null=True, blank=True)
    delegation_size = models.PositiveSmallIntegerField(_("antal personer"), null=True, blank=True)
    head_name = models.CharField(_("delegationsledare"), max_length=120, blank=True)
    head_title = models.CharField(_("delegationsledarens titel"), max_length=120, blank=True)
    political_level = models.CharField(
        _("högsta rang"), max_length=8, choices=choices(PoliticalLevel), blank=True
    )

    # What for
    wishes = models.TextField(_("vad de vill veta eller visa"), blank=True)
    agenda = ArrayField(
        models.CharField(max_length=200), verbose_name=_("dagordning"), default=list, blank=True
    )
    # Whether each line of the agenda is the state's, in the order of the lines; empty when unasked.
    agenda_touches = ArrayField(
        models.BooleanField(null=True),
        verbose_name=_("punkter som rör andra stater"),
        default=list,
        blank=True,
    )
    stockholm_learns = models.TextField(_("vad vår verksamhet lär sig"), blank=True)
    they_learn = models.TextField(_("vad de lär sig"), blank=True)
    learning_kinds = codes(Learning, _("det ger oss"))
    image_gain = models.TextField(_("så stärks bilden av Stockholm"), blank=True)
    comparison = models.TextField(_("jämförelse"), blank=True)
    good_examples = models.TextField(_("goda exempel som visas"), blank=True)
    state_partner = models.CharField(
        _("statlig främjare som medverkar"), max_length=120, blank=True
    )

    # What is to be influenced, and by which principle of the EU policy (3.4)
    process = models.CharField(_("vad som ska påverkas"), max_length=200, blank=True)
    effect = models.CharField(
        _("vad det gör med staden"), max_length=8, choices=choices(Effect), blank=True
    )
    city_interest = models.TextField(_("stadens intresse"), blank=True)
    eu_matter = models.BooleanField(_("riktas till EU"), null=True, blank=True)
    eu_principles = ArrayField(
        models.CharField(max_length=200),
        verbose_name=_("EU-policyns principer"),
        default=list,
        blank=True,
    )

    # What they ask for
    wants_letter = models.BooleanField(_("ber om inbjudningsbrev"), null=True, blank=True)
    particularly_prioritised = models.BooleanField(
        _("särskilt prioriterat för verksamheten"), null=True, blank=True
    )
    prioritised_by = models.CharField(_("prioriterat av"), max_length=120, blank=True)
    priority_grounds = models.TextField(_("varför undantag"), blank=True)
    asks_twinning = models.BooleanField(_("vill bli vänort"), null=True, blank=True)
    aid_character = models.BooleanField(_("av biståndskaraktär"), null=True, blank=True)
    external_share = models.PositiveSmallIntegerField(
        _("andel som annan part betalar, procent"), null=True, blank=True
    )
    funder = models.CharField(_("finansiär"), max_length=120, blank=True)
    city_priority = models.BooleanField(_("prioriterat för staden"), null=True, blank=True)
    procurement_with_party = models.BooleanField(
        _("pågående upphandling, tillsyn eller tillstånd"), null=True, blank=True
    )
    secrecy_possible = models.BooleanField(
        _("något kan behöva hållas hemligt"), null=True, blank=True
    )

    # When, where and with what
    digital = models.BooleanField(_("digitalt besök"), null=True, blank=True)
    places = models.TextField(_("platser"), blank=True)
    language = models.CharField(_("språk"), max_length=2, blank=True)
    own_participants = models.PositiveSmallIntegerField(_("egna deltagare"), null=True, blank=True)
    gift_to_official = models.BooleanField(
        _("gåva till tjänsteperson i annan stat"), null=True, blank=True
    )
    alcohol = models.BooleanField(_("alkohol serveras"), null=True, blank=True)
    access_needs = models.TextField(_("tillgänglighet"), blank=True)
    fee_applicable = models.BooleanField(_("avgift tas ut"), null=True, blank=True)
    fee_exemption = models.CharField(_("skäl till avgiftsfrihet"), max_length=160, blank=True)

    history = HistoricalRecords(excluded_fields=PERSONAL)

    class Meta:
        verbose_name = _("besök")
        verbose_name_plural = _("besök")
        indexes = [
            models.Index(Upper("requesting_organisation"), "country", name="same_visitor"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(external_share__isnull=True) | Q(external_share__lte=100),
                name="share_is_at_most_all",
            ),
            models.CheckConstraint(
                condition=Q(agenda_touches__len=0) | Q(agenda_touches__len=F("agenda__len")),
                name="an_answer_a_line_of_the_agenda",
            ),
        ]

    def __str__(self) -> str:
        return self.requesting_organisation or str(self.pk)

    @property
    def named(self) -> list[Named]:
        """Who wants to come, and from where."""
        who = self.requesting_organisation
        return [Named(who, self.city, self.country, self.counterpart_kind)]

    @property
    def found_by(self) -> str:
        """City, country in both languages, and who wrote."""
        countries = names_of_country(self.country)
        return " ".join(filter(None, [self.city, *countries, self.contact_name]))
