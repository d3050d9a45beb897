"""What a visit's questions choose among: countries, languages, goals and organisations."""

from collections.abc import Collection
from datetime import date
from functools import cache

from babel import Locale
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from engagements.countries import country_name, is_country, locale
from engagements.goals import every_goal
from engagements.models import Engagement, Organisation
from engagements.models.organisations import NEEDS_CONTACT_PERSON

__all__ = [
    "SDGS",
    "countries",
    "country_name",
    "goals",
    "goals_of",
    "languages",
    "names_of_country",
    "organisations",
]

Choices = list[tuple[str, str]]

LANGUAGES = ("sv", "en", "fi", "da", "nb", "de", "fr", "es", "pl", "uk", "ar", "zh", "ja", "ko")
SWEDISH_LAST = str.maketrans("åäæöø", "{||}}")
SDGS = [
    (1, _("1 Ingen fattigdom")),
    (2, _("2 Ingen hunger")),
    (3, _("3 Hälsa och välbefinnande")),
    (4, _("4 God utbildning")),
    (5, _("5 Jämställdhet")),
    (6, _("6 Rent vatten och sanitet")),
    (7, _("7 Hållbar energi")),
    (8, _("8 Arbete och tillväxt")),
    (9, _("9 Industri och innovation")),
    (10, _("10 Minskad ojämlikhet")),
    (11, _("11 Hållbara städer")),
    (12, _("12 Konsumtion och produktion")),
    (13, _("13 Klimatet")),
    (14, _("14 Hav och marina resurser")),
    (15, _("15 Ekosystem")),
    (16, _("16 Fredliga samhällen")),
    (17, _("17 Partnerskap")),
]


def _sorted(rows: Choices) -> Choices:
    return sorted(rows, key=lambda row: row[1].lower().translate(SWEDISH_LAST))


def countries() -> Choices:
    """Return countries and territories by name in the reader's language."""
    return [("", str(_("Välj"))), *_countries(locale())]


@cache
def _countries(reads: Locale) -> Choices:
    return _sorted([(code, name) for code, name in reads.territories.items() if is_country(code)])


def languages() -> Choices:
    """Return the languages a visit is held in, Swedish and English first."""
    return [("", str(_("Välj"))), *_languages(locale())]


@cache
def _languages(reads: Locale) -> Choices:
    rows = [(code, reads.languages[code].capitalize()) for code in LANGUAGES]
    return [*rows[:2], *_sorted(rows[2:])]


def names_of_country(code: str) -> list[str]:
    """Return a country's names in Swedish and English; one when they are the same."""
    named = [Locale(language).territories.get(code, "") for language in ("sv", "en")]
    return list(dict.fromkeys(filter(None, named)))


def goals(engagement: Engagement, *, on: date) -> Choices:
    """Return the orientation goals of the year of the visit, or of the newest year there is."""
    return goals_of((engagement.starts_on or on).year, chosen=engagement.goals, on=on)


def goals_of(year: int, *, chosen: Collection[str] = (), on: date) -> Choices:
    """Return the orientation goals of a year, or of the newest before it, and those once chosen.

    What is closed is offered no more, and kept where it is chosen.
    """
    found = sorted(
        (row for row in every_goal() if row.year <= year), key=lambda row: row.year, reverse=True
    )
    newest = [row for row in found if row.year == found[0].year]
    offered = [row for row in newest if row.closed_on is None or row.closed_on > on]
    kept = [row for row in found if row.code in chosen and row not in offered]
    return list({row.code: str(row) for row in [*kept[::-1], *offered]}.items())


def organisations(engagement: Engagement) -> QuerySet[Organisation]:
    """Return the departments and companies that a visit may touch beside its own."""
    touched = [row.organisation_id for row in engagement.taking_part.all()]
    offered = Q(active=True, kind__in=[str(kind) for kind in NEEDS_CONTACT_PERSON])
    return (
        Organisation.objects.filter(offered | Q(pk__in=touched))
        .exclude(pk=engagement.organisation_id)
        .order_by("sort_name")
    )
