"""What a declaration adds for each organisation: asked, answered, summed up (5.3.2b)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from agreements.declaration.models import Burden
from engagements.models import Consultation, Engagement, Organisation, User
from engagements.templatetags.utblick import kronor, number
from engagements.timeline import record
from engagements.vocabulary import Status
from governance import assessing, ledger
from governance.actions import consulting, way


class AlreadySaid(Exception):
    """Somebody else answered for the organisation after the page was shown."""

    def __init__(self, burden: Burden) -> None:
        super().__init__(
            _("%(who)s svarade redan: %(said)s. Spara igen om du vill ändra svaret.")
            % {"who": burden.by, "said": words(burden.sek, burden.hours, burden.reporting)}
        )
        self.burden = burden


@dataclass(frozen=True)
class Row:
    """What is known of one organisation. asked: None when nobody has asked it."""

    organisation: Organisation
    sek: int | None = None
    hours: int | None = None
    reporting: bool | None = None
    said: Burden | None = None
    asked: Consultation | None = None
    own: bool = False

    @property
    def is_answered(self) -> bool:
        """Whether all three are said."""
        return None not in (self.sek, self.hours, self.reporting)

    @property
    def adds(self) -> bool:
        """Whether it adds anything, as far as it is said."""
        return bool(self.sek or self.hours or self.reporting)


@dataclass(frozen=True)
class Sums:
    """What all organisations say together. left: how many have not answered."""

    sek: int
    hours: int
    reporting: int
    left: int


def newest(engagement: Engagement) -> dict[int, Burden]:
    """Return what counts of what each organisation has said, by the organisation's key."""
    rows = Burden.objects.filter(engagement=engagement).select_related("organisation", "by")
    found = rows.order_by("organisation_id", "-pk").distinct("organisation_id")
    return {row.organisation_id: row for row in found}


def table(engagement: Engagement) -> list[Row]:
    """Return a row for each organisation that is concerned: the responsible one first."""
    detail = engagement.declaration
    said = newest(engagement)
    asked = {
        row.organisation_id: row
        for row in engagement.consultations.select_related("organisation").all()
    }
    touched = {row.organisation_id: row.organisation for row in engagement.taking_part.all()}
    touched |= {row.organisation_id: row.organisation for row in asked.values()}
    touched |= {row.organisation_id: row.organisation for row in said.values()}
    touched.pop(engagement.organisation_id, None)
    host = Row(
        engagement.organisation, detail.own_sek, detail.own_hours, detail.own_reporting, own=True
    )
    others = sorted(touched.values(), key=lambda organisation: organisation.sort_name)
    return [host, *(_row(one, said.get(one.pk), asked.get(one.pk)) for one in others)]


def _row(organisation: Organisation, said: Burden | None, asked: Consultation | None) -> Row:
    if said is None:
        return Row(organisation, asked=asked)
    return Row(organisation, said.sek, said.hours, said.reporting, said, asked)


def sums(rows: Iterable[Row]) -> Sums:
    """Add up what is said."""
    every = list(rows)
    return Sums(
        sek=sum(row.sek or 0 for row in every),
        hours=sum(row.hours or 0 for row in every),
        reporting=sum(bool(row.reporting) for row in every),
        left=sum(not row.is_answered for row in every),
    )


def words(sek: int, hours: int, reporting: bool) -> str:
    """Say what is added, in the reader's language: "1 000 kr och 40 timmar om året"."""
    if not (sek or hours or reporting):
        return _("ingen ökad börda")
    parts = []
    if sek or hours:
        spent = {"sek": kronor(sek), "hours": number(hours)}
        parts.append(_("%(sek)s och %(hours)s timmar om året") % spent)
    if reporting:
        parts.append(_("rapportering"))
    return ", ".join(parts)


@transaction.atomic
def say(
    engagement: Engagement,
    *,
    organisation: Organisation,
    sek: int,
    hours: int,
    reporting: bool,
    comment: str = "",
    source: str = "",
    seen: int,
    by: User,
    at: datetime,
) -> Burden:
    """Write down what it adds for an organisation; what it then adds may lift the matter.

    source: where it was said, when somebody answers for another. seen: the key of the answer on
    the page, 0 for none. Raises deciding.NotOpen, AlreadySaid.
    """
    row = consulting.hold_open(engagement)
    last = newest(row).get(organisation.pk)
    if last and last.pk != seen and last.by_id != by.pk:
        raise AlreadySaid(last)
    burden = Burden(
        engagement=row,
        organisation=organisation,
        sek=sek,
        hours=hours,
        reporting=reporting,
        comment=comment.strip(),
        source=source.strip(),
        by=by,
        at=at,
    )
    burden.ledger_seq = _tell(burden)
    burden.save(force_insert=True)
    consulting.settle(row, organisation, by=by, at=at)
    _record(burden)
    _judge_anew(row, by=by, at=at)
    way.lift_when_burdened(row, by=by, at=at)
    return burden


def _tell(burden: Burden) -> int:
    return ledger.append(
        "burden_said",
        engagement=burden.engagement,
        body={
            "organisation": burden.organisation.code,
            "sek": burden.sek,
            "hours": burden.hours,
            "reporting": burden.reporting,
            "at": ledger.moment(burden.at),
        },
        secret=ledger.person(burden.by) | {"comment": burden.comment, "source": burden.source},
    )


def _record(burden: Burden) -> None:
    said = {}
    for language in ("sv", "en"):
        with override(language):
            said[language] = words(burden.sek, burden.hours, burden.reporting)
            if burden.source:
                said[language] += f" ({burden.source})"
    record(
        burden.engagement,
        "burden_said",
        by=burden.by,
        at=burden.at,
        body=consulting.names(burden.organisation),
        said=said,
    )


def _judge_anew(row: Engagement, *, by: User, at: datetime) -> None:
    """Count the findings anew. The version stays: nobody's open form has become old."""
    stage = "draft" if row.status == Status.DRAFT else "decision"
    assessment = assessing.judge(row, stage=stage, on=timezone.localdate(at))
    assessing.remember_counts(row, assessment)
    row._history_user = by  # type: ignore[attr-defined]
    row.save()
