"""Swedish alphabetical order without a collation library in the database.

The embedded PostgreSQL has no ICU. A stored key maps å, ä and ö behind z, and other accents to
their base letter, so that a plain index gives the order a Swede expects.
"""

from django.db import models
from django.db.models import F, Func, Value
from django.db.models.functions import Lower


def sort_key(field: str, length: int) -> models.GeneratedField:
    """Return a stored column with the Swedish sort key of ``field``."""
    expression = Func(
        Lower(F(field)),
        Value("åäæöøéèêëüáàčšžłñ"),
        Value("{||}}eeeeyaacszln"),
        function="translate",
        output_field=models.CharField(max_length=length),
    )
    return models.GeneratedField(
        expression=expression,
        output_field=models.CharField(max_length=length),
        db_persist=True,
    )
