"""What the statistics are added up from, so that a page need not count every matter again.

``Counted`` holds what each matter was counted as, ``Sum`` what all of them come to, and ``Recount``
what has been written since. See docs/adr/0021-statistics-kept-as-sums.md.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

# What 1 of 17 comes to, without rounding.
EXACT = {"max_digits": 40, "decimal_places": 20}


class Source(models.TextChoices):
    """What a changed row is: the figures of all matters that it touches are counted again."""

    ENGAGEMENT = "engagement"
    PLACE = "place"
    COUNTERPART = "counterpart"
    ORGANISATION = "organisation"


class Seen(models.IntegerChoices):
    """Who may see a matter, as far as the matter itself says."""

    OPEN = 0
    SECRET = 1
    DRAFT = 2


class Recount(models.Model):
    """A row that has changed. Written by triggers, and removed when its matters are counted."""

    source = models.CharField(max_length=12, choices=Source)
    key = models.BigIntegerField()

    class Meta:
        verbose_name = _("ändring att räkna om")
        verbose_name_plural = _("ändringar att räkna om")

    def __str__(self) -> str:
        return f"{self.source} {self.key}"


class Counted(models.Model):
    """What a matter was counted as: its keys, as "land:NO", each with its kronor or its share."""

    engagement = models.BigIntegerField(primary_key=True)
    day = models.DateField()
    organisation = models.BigIntegerField()
    kind = models.CharField(max_length=16)
    seen = models.PositiveSmallIntegerField(choices=Seen)
    keys = ArrayField(models.TextField())
    sums = ArrayField(models.DecimalField(**EXACT, null=True))  # type: ignore[arg-type]

    class Meta:
        verbose_name = _("räknat ärende")
        verbose_name_plural = _("räknade ärenden")
        indexes = [
            models.Index(fields=["organisation", "day"], name="counted_of_organisation"),
            models.Index(
                fields=["day"], name="counted_apart", condition=models.Q(seen__gt=Seen.OPEN)
            ),
        ]

    def __str__(self) -> str:
        return str(self.engagement)


class Step(models.TextChoices):
    """How many days a sum is of."""

    MONTH = "month"
    DAY = "day"


# Stands for every organisation, and every kind.
WHOLE, EVERY = 0, ""


class Sum(models.Model):
    """How many matters have a key in a month or on a day, and what they come to.

    organisation: WHOLE for the city's; kind: EVERY for all. Days are kept for the city alone.
    """

    pk = models.CompositePrimaryKey("organisation", "kind", "step", "seen", "first", "key")
    organisation = models.BigIntegerField()
    kind = models.CharField(max_length=16)
    step = models.CharField(max_length=5, choices=Step)
    seen = models.PositiveSmallIntegerField(choices=Seen)
    first = models.DateField()
    key = models.TextField()
    n = models.BigIntegerField()
    total = models.DecimalField(**EXACT)  # type: ignore[arg-type]

    class Meta:
        verbose_name = _("summa")
        verbose_name_plural = _("summor")

    def __str__(self) -> str:
        return f"{self.key} {self.first}"
