"""RECEPTION: an application, and the days it may be held on. Fields as in practice 1.4."""

from datetime import date, timedelta

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from engagements.labels import choices
from engagements.models import Detail, Line
from engagements.models.engagement import codes
from engagements.vocabulary import (
    Character,
    CounterpartKind,
    Effect,
    EventKind,
    Kind,
    Learning,
    Serving,
)

LANGUAGES = [("sv", _("Svenska")), ("en", _("Engelska"))]


class Reception(Detail):
    """An application for a reception at the City Hall (ansökan om representationsmottagning).

    Who applies is the engagement's counterpart, and the day that is chosen its first day.
    """

    kind = Kind.RECEPTION
    PERSONAL = ("contact_name", "contact_email")
    is_answered = True

    # Who applies
    counterpart_kind = models.CharField(
        _("typ av organisation"), max_length=16, choices=choices(CounterpartKind), blank=True
    )
    contact_name = models.CharField(_("kontaktperson hos sökanden"), max_length=120, blank=True)
    contact_email = models.EmailField(_("e-post"), blank=True)
    reply_language = models.CharField(
        _("språk i svaret"), max_length=2, choices=LANGUAGES, blank=True
    )
    received_on = models.DateField(_("kom in"), null=True, blank=True)
    commercial_organiser = models.BooleanField(
        _("ett enskilt företag ordnar för vinst"), null=True, blank=True
    )
    procurement_with_party = models.BooleanField(
        _("pågående upphandling, tillsyn eller tillstånd"), null=True, blank=True
    )

    # What it is held for
    event = models.CharField(_("evenemang"), max_length=200, blank=True)
    event_kind = models.CharField(
        _("typ av evenemang"), max_length=16, choices=choices(EventKind), blank=True
    )
    character = models.CharField(
        _("karaktär"), max_length=16, choices=choices(Character), blank=True
    )
    event_starts_on = models.DateField(_("evenemanget börjar"), null=True, blank=True)
    event_ends_on = models.DateField(_("evenemanget slutar"), null=True, blank=True)
    high_scientific_level = models.BooleanField(_("hög vetenskaplig nivå"), null=True, blank=True)
    purpose = models.TextField(_("syfte"), blank=True)
    why_capital = models.TextField(_("varför huvudstaden är värd"), blank=True)
    stockholm_learns = models.TextField(_("vad Stockholm lär sig"), blank=True)
    they_learn = models.TextField(_("vad gästerna lär sig"), blank=True)
    learning_kinds = codes(Learning, _("det ger oss"))
    image_gain = models.TextField(_("så stärks bilden av Stockholm"), blank=True)
    good_examples = models.TextField(_("goda exempel som visas"), blank=True)
    state_partner = models.CharField(
        _("statlig främjare som medverkar"), max_length=120, blank=True
    )
    process = models.CharField(_("vad som ska påverkas"), max_length=200, blank=True)
    effect = models.CharField(
        _("vad det gör med staden"), max_length=8, choices=choices(Effect), blank=True
    )
    city_interest = models.TextField(_("stadens intresse"), blank=True)
    secrecy_possible = models.BooleanField(
        _("något kan behöva hållas hemligt"), null=True, blank=True
    )

    # Who comes
    guests = models.PositiveIntegerField(_("gäster"), null=True, blank=True)
    foreign_share = models.PositiveSmallIntegerField(
        _("andel gäster från utlandet, procent"), null=True, blank=True
    )
    hotels_in_city = models.BooleanField(_("bor på hotell i staden"), null=True, blank=True)
    own_participants = models.PositiveIntegerField(_("egna deltagare"), null=True, blank=True)

    # How it is held
    at_city_hall = models.BooleanField(_("i Stadshuset"), null=True, blank=True)
    city_host = models.CharField(_("stadens värd"), max_length=120, blank=True)
    shared_with = models.CharField(_("delat värdskap med"), max_length=120, blank=True)
    hours = models.PositiveIntegerField(_("längd, timmar"), null=True, blank=True)
    evening_before = models.BooleanField(_("kvällen före evenemanget"), null=True, blank=True)
    last_evening = models.BooleanField(_("evenemangets sista kväll"), null=True, blank=True)
    serving = models.CharField(_("servering"), max_length=8, choices=choices(Serving), blank=True)
    alcohol = models.BooleanField(_("alkohol serveras"), null=True, blank=True)
    gift_to_official = models.BooleanField(
        _("gåva till tjänsteperson i annan stat"), null=True, blank=True
    )
    external_share = models.PositiveSmallIntegerField(
        _("andel som annan part betalar, procent"), null=True, blank=True
    )
    funder = models.CharField(_("finansiär"), max_length=120, blank=True)
    approver_takes_part = models.BooleanField(
        _("den som godkänner är själv bjuden"), null=True, blank=True
    )

    # What came of it
    guests_came = models.PositiveIntegerField(_("gäster som kom"), null=True, blank=True)

    history = HistoricalRecords(excluded_fields=PERSONAL)

    class Meta:
        verbose_name = _("representationsmottagning")
        verbose_name_plural = _("representationsmottagningar")
        constraints = [
            models.CheckConstraint(
                condition=Q(foreign_share__isnull=True) | Q(foreign_share__lte=100),
                name="foreign_share_is_at_most_all",
            ),
            models.CheckConstraint(
                condition=Q(external_share__isnull=True) | Q(external_share__lte=100),
                name="others_pay_at_most_all",
            ),
            models.CheckConstraint(
                condition=Q(event_ends_on__isnull=True)
                | Q(event_ends_on__gte=models.F("event_starts_on")),
                name="event_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return self.event or str(self.pk)

    @property
    def found_by(self) -> str:
        """The event, who wrote, and with whom the hosting is shared."""
        return " ".join(filter(None, [self.event, self.contact_name, self.shared_with]))

    def is_evening_before(self, day: date | None) -> bool | None:
        """Whether a day is the evening before the event; None when a day is not known."""
        if day is None or self.event_starts_on is None:
            return None
        return day == self.event_starts_on - timedelta(days=1)

    def is_last_evening(self, day: date | None) -> bool | None:
        """Whether a day is the last of the event; None when a day is not known."""
        if day is None or self.event_ends_on is None:
            return None
        return day == self.event_ends_on


class DateOption(Line):
    """A day on which the applicant could hold the reception. The engagement's first day is chosen.

    hall and time are what the applicant wishes; they bind nobody.
    """

    day = models.DateField(_("dag"), null=True, blank=True)
    time = models.CharField(_("tid"), max_length=40, blank=True)
    hall = models.CharField(_("lokal"), max_length=80, blank=True)

    history = HistoricalRecords()

    class Meta(Line.Meta):
        verbose_name = _("möjlig dag")
        verbose_name_plural = _("möjliga dagar")

    def __str__(self) -> str:
        return f"{self.day or self.pk}"
