"""How a clause stands in an address: "4.5" as it is, "law:KL 6:28" as "lag-kl-6-28"."""

from django.urls.converters import StringConverter

from governance.strategy.clauses import CLAUSES

SOURCES = {"law": "lag", "city": "staden", "eu": "eu"}


def slug_of(clause: str) -> str:
    """Return a clause id as it is written in an address and can be sent in a mail."""
    source, sign, name = clause.partition(":")
    if not sign:
        return clause
    return f"{SOURCES[source]}-{name.replace(' ', '-').replace(':', '-')}".lower()


CLAUSE_AT = {slug_of(clause): clause for clause in CLAUSES}


class ClauseSlug(StringConverter):
    """A clause of the registry. Anything else in its place is no address of ours."""

    regex = "[0-9a-z.-]+"

    def to_python(self, value: str) -> str:
        """Return the clause's id. Raises ValueError, by which there is no such page."""
        try:
            return CLAUSE_AT[value]
        except KeyError:
            raise ValueError(value) from None

    def to_url(self, value: str) -> str:
        """Return the clause's slug. Raises ValueError for a clause that the registry lacks."""
        if value not in CLAUSES:
            raise ValueError(value)
        return slug_of(value)
