"""What an answer demands before it can stand: facts, advice, and a person's grounds."""

from __future__ import annotations

from functools import cached_property

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from engagements.models import Engagement
from engagements.vocabulary import AdviceKind, Outcome, RoleName
from governance import assessing
from governance.actions import advising
from governance.models import AdviceMessage, Weighing
from governance.strategy import Assessment, Finding, Verdict
from governance.strategy.engine import FRAME

ACCEPTING = (Outcome.ACCEPTED, Outcome.ACCEPTED_WITHOUT_LETTER)
LETTER = "letter"


class NotAnswered(Exception):
    """A fact that the strategy needs is missing. ``findings`` ask for them."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(_("Det finns frågor som måste besvaras före ett ställningstagande."))
        self.findings = findings


class NeedsAdvice(Exception):
    """The engagement must have SLK's advice, and has none on what it says today."""

    def __init__(self, unit: RoleName) -> None:
        super().__init__(
            _("Ärendet behöver råd av %(unit)s på det som står nu.")
            % {"unit": unit.label(get_language() or "sv").lower()}
        )
        self.unit = unit


class NeedsGrounds(Exception):
    """The findings, or the advice, ask for grounds. ``reasons`` are sentences."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__(_("Skriv en motivering."))
        self.reasons = reasons


class NotReady(Exception):
    """Something of the kind's own must be written down before a board may answer."""


class Kept:
    """What is kept of a matter that an answer to it rests on: each asked for once."""

    def __init__(self, engagement: Engagement, assessment: Assessment) -> None:
        """Ask nothing before it is wanted."""
        self._engagement, self._assessment = engagement, assessment

    @cached_property
    def given(self) -> AdviceMessage | None:
        """The newest formal advice, void or not."""
        return advising.newest(self._engagement)

    @cached_property
    def weighings(self) -> dict[str, Weighing]:
        """The grounds on what calls for them, as ``assessing.weighings`` has them."""
        return assessing.weighings(self._engagement, self._assessment)


def breaches_of(assessment: Assessment, outcome: Outcome) -> list[Finding]:
    """Return the breaches that an answer accepts. A part that is left out breaks nothing."""
    if outcome not in ACCEPTING:
        return []
    out = set(left_out(assessment, outcome))
    return [f for f in assessment.of(Verdict.BREACH) if f.part not in out]


def left_out(assessment: Assessment, outcome: Outcome) -> list[str]:
    """Return the parts that an answer does not include: the visit, but no twinning (R3, R15).

    The letter is asked about by itself: only who writes none leaves it out.
    """
    if outcome not in ACCEPTING:
        return []
    breached = dict.fromkeys(f.part for f in assessment.of(Verdict.BREACH) if f.part)
    parts = [part for part in breached if part not in (FRAME, LETTER)]
    return [LETTER, *parts] if outcome is Outcome.ACCEPTED_WITHOUT_LETTER else parts


def unanswered_of(assessment: Assessment, outcome: Outcome) -> list[Finding]:
    """Return what must be answered before an acceptance, the frame included."""
    if outcome not in ACCEPTING:
        return []
    out = set(left_out(assessment, outcome))
    return [f for f in assessment.of(Verdict.UNANSWERED) if f.part is None or f.part not in out]


def advice_lacking(assessment: Assessment, kept: Kept) -> RoleName | None:
    """Return the unit whose advice is needed and does not stand, if any."""
    unit, given = assessing.advice_needed(assessment), kept.given
    stands = given is not None and given.voided_at is None and given.kind != AdviceKind.RETURN
    return None if stands else unit


def reasons_for_grounds(assessment: Assessment, outcome: Outcome, kept: Kept) -> list[str]:
    """Return why an acceptance of the engagement as it stands needs grounds.

    Advice against counts until there is other advice: changing the content does not undo it.
    """
    if outcome not in ACCEPTING:
        return []
    language = get_language() or "sv"
    out = set(left_out(assessment, outcome))
    found = [f.why.get(language) for f in breaches_of(assessment, outcome)]
    found += [
        f.why.get(language)
        for f in assessing.unweighed(assessment, kept.weighings)
        if f.part not in out
    ]
    if kept.given and kept.given.kind == AdviceKind.ADVISE_AGAINST:
        found.append(str(_("Stadsledningskontoret avråder.")))
    return found


def hold(assessment: Assessment, outcome: Outcome, grounds: str, kept: Kept) -> None:
    """Let an answer pass, or raise NotAnswered, NeedsAdvice or NeedsGrounds."""
    if missing := unanswered_of(assessment, outcome):
        raise NotAnswered(missing)
    if outcome in ACCEPTING and (unit := advice_lacking(assessment, kept)):
        raise NeedsAdvice(unit)
    reasons = reasons_for_grounds(assessment, outcome, kept)
    if reasons and len(grounds.strip()) < assessment.values["text.sentence_length"]:
        raise NeedsGrounds(reasons)
