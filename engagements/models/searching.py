"""The columns an engagement is found by, both kept by the database itself."""

from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db.models import CharField, F, Func, GeneratedField, TextField, Value


class Folded(Func):
    """Text without accents and capitals, so that "Gdansk" and "Gdańsk" are the same."""

    function = "folded"
    arity = 1
    output_field = TextField()


# The last part of INT-2026-0041, which people write on its own.
SERIAL = Func(F("number"), Value("-"), Value(3), function="split_part", output_field=CharField())
FOUND_BY = ("title", "counterpart", "search_words")


def as_written() -> GeneratedField:
    """Return the column for words as they are spelled, in any Swedish form."""
    vector = SearchVector("number", SERIAL, *FOUND_BY, config="swedish")
    return GeneratedField(expression=vector, output_field=SearchVectorField(), db_persist=True)


def alike() -> GeneratedField:
    """Return the column for words whose accents were left out."""
    vector = SearchVector(*(Folded(F(name)) for name in FOUND_BY), config="simple")
    return GeneratedField(expression=vector, output_field=SearchVectorField(), db_persist=True)
