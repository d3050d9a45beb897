"""The columns an engagement is found by, both kept by the database itself."""

from typing import Any

from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db.models import CharField, F, Func, GeneratedField, TextField, Value
from django.db.models.functions import Concat


class Folded(Func):
    """Text without accents and capitals, so that "Gdansk" and "Gdańsk" are the same."""

    function = "folded"
    arity = 1
    output_field = TextField()


# The last part of INT-2026-0041, which people write on its own.
SERIAL = Func(F("number"), Value("-"), Value(3), function="split_part", output_field=CharField())
FOUND_BY = ("title", "counterpart", "search_words")


def as_written(*columns: Any) -> GeneratedField:
    """Return the column for words as they are spelled, in any Swedish form."""
    vector = SearchVector(*columns, config="swedish")
    return GeneratedField(expression=vector, output_field=SearchVectorField(), db_persist=True)


def alike(*columns: str) -> GeneratedField:
    """Return the column for words whose accents were left out."""
    vector = SearchVector(*(Folded(F(name)) for name in columns), config="simple")
    return GeneratedField(expression=vector, output_field=SearchVectorField(), db_persist=True)


# Signs that people leave out or write otherwise: Saint-Denis, St. Gallen, Xi'an.
SIGNS = r"[-.,'\u2019()/ \t]+"


def folded_lines(text: Any) -> Func:
    """Return names, one a line, as they are compared: folded, without signs, each line closed."""
    framed = Concat(Value("\n"), text, Value("\n"), output_field=TextField())
    bare = Func(Folded(framed), Value(SIGNS), Value(" "), Value("g"), function="regexp_replace")
    return Func(
        bare,
        Value(" *\n+ *"),
        Value("\n"),
        Value("g"),
        function="regexp_replace",
        output_field=TextField(),
    )


def names_folded(*columns: str) -> GeneratedField:
    """Return the column that a row is found by under any of its names."""
    text: Any = F(columns[0])
    for column in columns[1:]:
        text = Concat(text, Value("\n"), F(column), output_field=TextField())
    return GeneratedField(expression=folded_lines(text), output_field=TextField(), db_persist=True)
