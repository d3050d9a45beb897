"""The notes of a meeting: made from what happened, edited, adjusted, locked, published."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, F, OuterRef, QuerySet
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from engagements import outbox
from engagements.models import Event, User
from engagements.templatetags.utblick import weekday
from governance import committee, kinds
from governance.actions import meeting as meetings
from governance.actions.meeting import NotPossible
from governance.insight import publishing
from governance.models import AgendaItem, Meeting, MeetingState, Minutes, MinutesState


def _lock(meeting: Meeting, *states: MinutesState) -> Minutes:
    row = Minutes.objects.select_for_update().get(meeting=meeting)
    if row.state not in states:
        raise NotPossible(_("Anteckningarna är låsta. De är justerade eller publicerade."))
    return row


def _save(row: Minutes, *, by: User, at: datetime) -> Minutes:
    row._history_user, row._history_date = by, at  # type: ignore[attr-defined]
    row.save()
    return row


@transaction.atomic
def draft(meeting: Meeting, *, by: User, at: datetime) -> Minutes:
    """Return the notes of a closed meeting, made from what happened there the first time."""
    row = meetings.lock(meeting.pk)
    if row.state != MeetingState.CLOSED:
        raise NotPossible(_("Mötet är inte avslutat än."))
    made = Minutes.objects.filter(meeting=row).first()
    if made:
        return made
    # What is kept is in Swedish, in whichever language its writer reads the pages.
    with translation.override(settings.LANGUAGE_CODE):
        parts = [_part(item) for item in meetings.agenda(row)]
        parts += [_lifted(item) for item in _lifted_at(row)]
        parts += [_withdrawn(item) for item in _withdrawn_at(row)]
        opening = _opening(row)
    return _save(Minutes(meeting=row, opening=opening, parts=parts), by=by, at=at)


def last_before(meeting: Meeting) -> Minutes | None:
    """Return the notes of the meeting before, which the committee begins with."""
    earlier = Minutes.objects.filter(meeting__starts_at__lt=meeting.starts_at)
    return earlier.order_by("-meeting__starts_at").first()


def _opening(meeting: Meeting) -> str:
    local = timezone.localtime(meeting.starts_at)
    seats = committee.acting(on=timezone.localdate(meeting.closed_at))
    return "\n".join(
        [
            _("Internationella beredningen %(day)s, kl. %(time)s. %(place)s.")
            % {"day": weekday(local), "time": f"{local:%H.%M}", "place": meeting.place},
            _("Närvarande:"),
            *(present(seat) for seat in seats),
        ]
    )


def present(seat: committee.Acting) -> str:
    """Say who filled a seat, and for whom."""
    said = f"{seat.user}, {seat.office!s}"
    if seat.acts_for:
        said += _(" (för %(whom)s)") % {"whom": seat.acts_for}
    return said


def _part(item: AgendaItem) -> dict[str, str]:
    result = item.result
    said = [
        _("Beredningen behandlade ärendet %(number)s.") % {"number": item.engagement.number},
        _("Beredningens svar: %(outcome)s.") % {"outcome": result.get_outcome_display().lower()},
    ]
    if item.engagement.secret:
        # All who sign in read the notes: why is told in the matter itself, to those who may.
        return {"title": f"§ {result.number} {_titled(item)}", "text": " ".join(said)}
    said += kinds.differing(item.engagement, result.shares)
    if result.grounds:
        said.append(result.grounds)
    if item.late_grounds:
        said.append(_("Ärendet kom sent: %(grounds)s") % {"grounds": item.late_grounds})
    if result.aside:
        said.append(_("Deltog inte: %(who)s.") % {"who": result.aside})
    return {"title": f"§ {result.number} {_titled(item)}", "text": " ".join(said)}


def _lifted_at(meeting: Meeting) -> QuerySet[AgendaItem]:
    """Return the items that the chair left to the Executive Board during the meeting."""
    lifted = _removed_at(meeting).filter(engagement__lift__at=F("removed_at"))
    return lifted.select_related("engagement__lift").order_by("removed_at")


def _lifted(item: AgendaItem) -> dict[str, str]:
    if item.engagement.secret:
        return {"title": _titled(item), "text": _("Ärendet lyftes till kommunstyrelsen.")}
    said = _("Ärendet lyftes till kommunstyrelsen: %(grounds)s") % {
        "grounds": item.engagement.lift.grounds
    }
    return {"title": _titled(item), "text": said}


def _withdrawn_at(meeting: Meeting) -> QuerySet[AgendaItem]:
    """Return the items whose matter was taken back during the meeting."""
    taken = Event.objects.filter(
        engagement=OuterRef("engagement"), code="withdrawn", at=OuterRef("removed_at")
    )
    rows = _removed_at(meeting).filter(Exists(taken)).select_related("engagement")
    return rows.order_by("removed_at")


def _removed_at(meeting: Meeting) -> QuerySet[AgendaItem]:
    during = {"removed_at__gte": meeting.opened_at, "removed_at__lte": meeting.closed_at}
    return meeting.items.filter(**during)


def _withdrawn(item: AgendaItem) -> dict[str, str]:
    text = _("Ärendet togs inte upp. Det är återtaget.")
    return {"title": _titled(item), "text": text}


def _titled(item: AgendaItem) -> str:
    return item.engagement.number if item.engagement.secret else item.engagement.title


@transaction.atomic
def edit(meeting: Meeting, *, opening: str, texts: list[str], by: User, at: datetime) -> Minutes:
    """Write the notes anew; the titles stay. Raises NotPossible once they are adjusted."""
    row = _lock(meeting, MinutesState.DRAFT)
    row.opening = opening
    row.parts = [part | {"text": text} for part, text in zip(row.parts, texts, strict=True)]
    return _save(row, by=by, at=at)


@transaction.atomic
def adjust(meeting: Meeting, *, by: User, at: datetime) -> Minutes:
    """Adjust the notes: from now on nobody changes them. Raises NotPossible."""
    row = _lock(meeting, MinutesState.DRAFT)
    if row.meeting.closed_by_id != by.pk:
        raise NotPossible(_("Bara den som ledde mötet justerar anteckningarna."))
    row.state, row.adjusted_by, row.adjusted_at = MinutesState.ADJUSTED, by, at
    return _save(row, by=by, at=at)


@transaction.atomic
def publish(meeting: Meeting, *, by: User, at: datetime) -> Minutes:
    """Let everybody who signs in read the adjusted notes, and all read what was answered.

    Raises NotPossible.
    """
    row = _lock(meeting, MinutesState.ADJUSTED)
    row.state, row.published_at = MinutesState.PUBLISHED, at
    key = f"minutes:{meeting.pk}"
    outbox.promise("notify.minutes", at=at, once=key, meeting_id=meeting.pk)
    _save(row, by=by, at=at)
    publishing.publish_notes(row, at=at)
    return row
