"""A declaration's rows as the facts that the strategy reads."""

from datetime import date
from typing import Any

from agreements.declaration import burdens
from agreements.declaration.models import Declaration
from engagements.models import Engagement
from governance import fact_rows, forums
from governance.strategy import DeclarationFacts
from governance.strategy.facts.rows import Burden

OWN = (
    "counterpart_kind",
    "original_text",
    "swedish_text",
    "purpose",
    "process",
    "effect",
    "city_interest",
    "eu_matter",
    "eu_principles",
    "procurement_with_party",
    "secrecy_possible",
    "scope",
    "on_behalf_of_ks",
    "in_existing_plan",
    "adds_burden",
    "expires_on",
    "next_review_on",
    "last_review_on",
    "forums_searched",
)


def facts(engagement: Engagement, *, stage: str, on: date) -> DeclarationFacts:
    """Return what is known about a declaration on a day; what nobody has answered is None.

    stage: "draft", "submission" or "decision". Raises Declaration.DoesNotExist for another kind.
    """
    declaration: Declaration = engagement.declaration
    said = burdens.newest(engagement)
    asked = {
        row.organisation.code for row in engagement.consultations.select_related("organisation")
    }
    return DeclarationFacts(
        **fact_rows.common(engagement, stage=stage, on=on),
        **fact_rows.answers(declaration, OWN),
        counterpart=declaration.initiator or None,
        secrecy_assessed=True if engagement.secret else None,
        commitments=tuple(row.text for row in _lines(engagement.commitment_rows) if row.text),
        forums=forums.facts(engagement, stage=stage, written=engagement.knownforum_rows.all()),
        burdens=(*_own_burden(engagement, declaration), *_burdens(said.values())),
        consulted=tuple(sorted(asked | {row.organisation.code for row in said.values()})),
    )


def content(engagement: Engagement) -> dict[str, Any]:
    """Return what is answered beside the facts; what others say of their own is theirs."""
    kept = [[row.text, row.kept_by] for row in _lines(engagement.commitment_rows)]
    return fact_rows.content(engagement.declaration, judged=OWN) | {"commitments": kept}


def _lines(rows: Any) -> list[Any]:
    return sorted(rows.all(), key=lambda row: row.place)


def _own_burden(engagement: Engagement, declaration: Declaration) -> list[Burden]:
    """Return what it adds for the responsible organisation, once any of it is answered."""
    own = (declaration.own_sek, declaration.own_hours, declaration.own_reporting)
    if own == (None, None, None):
        return []
    sek, hours, reporting = own
    code = engagement.organisation.code
    return [Burden(organisation=code, sek=sek, hours=hours, reporting=reporting)]


def _burdens(said: Any) -> list[Burden]:
    """Return what the others have said, by code; who has not answered has no row."""
    return [
        Burden(
            organisation=row.organisation.code,
            sek=row.sek,
            hours=row.hours,
            reporting=row.reporting,
        )
        for row in sorted(said, key=lambda row: row.organisation.code)
    ]
