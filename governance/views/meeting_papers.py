"""A meeting's pack of papers and its notes, as accessible PDF."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from engagements.permissions import reach_of
from engagements.templatetags.utblick import kronor, moment, period
from governance import kinds, papers
from governance.actions import meeting as meetings
from governance.models import Meeting, Minutes, MinutesState
from governance.templatetags.findings import finding_line, tally_words
from governance.templatetags.registering import told_of
from governance.views.meeting_matters import Matter, matters
from governance.views.meetings import INSIDE
from governance.views.settings_room import open_to


def _answer(made: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'inline; filename="{name}.pdf"'}
    return HttpResponse(made, content_type="application/pdf", headers=headers)


@login_required
@open_to(*INSIDE)
@require_GET
def pack(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the whole pack, with a bookmark for each matter."""
    meeting = get_object_or_404(Meeting, pk=pk)
    items = meetings.agenda(meeting)
    papers_of = matters(items, reader=request.user, on=timezone.localdate())
    parts = [_part(matter, number) for number, matter in enumerate(papers_of, start=1)]
    title = _("Internationella beredningen, %(when)s") % {"when": moment(meeting.starts_at)}
    made = papers.pdf(title, opening=[meeting.place], parts=parts, contents=True)
    return _answer(made, f"ib-{timezone.localtime(meeting.starts_at):%Y-%m-%d}")


def _part(matter: Matter, number: int) -> papers.Part:
    row = matter.item.engagement
    if not matter.readable or matter.assessment is None:
        said = _("Ärendet omfattas av sekretessprövning och läses inte här.")
        return papers.Part(f"{number}. {row.number}", [papers.Block("", [said])])
    cost = _("inte angiven") if row.estimated_sek is None else kronor(row.estimated_sek)
    facts = [
        f"{row.number} · {row.get_kind_display()}",
        f"{_('Kostnad')}: {cost}",
        f"{_('När')}: {period(row.starts_on, row.ends_on)}",
        f"{_('Vem frågar')}: {row.organisation}",
        f"{_('Motpart')}: {row.counterpart}" if row.counterpart else "",
    ]
    advice = matter.advice
    advised = f"{advice.get_kind_display()}. {advice.text}" if advice else ""
    check = [f"{tally_words(matter.assessment)}.", *map(finding_line, matter.weighed)]
    before = [
        f"{moment(other.meeting.starts_at)}: {other.result.get_outcome_display()}"
        for other in matter.earlier
    ]
    names = [document.name for document in matter.documents]
    brief = [f"{line.label}: {line.value}" for line in told_of(row).brief if line.value]
    late = matter.item.late_grounds
    blocks = [
        papers.Block("", [line for line in facts if line]),
        papers.Block(_("Förslag till beslut"), [matter.item.proposal]),
        papers.Block(_("Kom sent"), [late]) if late else None,
        *(
            papers.Block(g.title, [], table=[g.head, *g.rows, g.total], numbers=g.numbers)
            for g in kinds.grids_of(row)
        ),
        papers.Block(_("I korthet"), brief),
        papers.Block(
            _("Stadsledningskontorets bedömning"), [advised or _("Inget råd gäller just nu.")]
        ),
        papers.Block(_("Kontroll mot strategin"), check),
        papers.Block(_("Tidigare i beredningen"), before) if before else None,
        papers.Block(_("Handlingar"), names or [_("Inga handlingar.")]),
    ]
    return papers.Part(f"{number}. {row.title}", [block for block in blocks if block])


@login_required
@require_GET
def minutes(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the notes: the published ones to everybody, others to those inside."""
    notes = get_object_or_404(Minutes.objects.select_related("meeting"), meeting=pk)
    inside = reach_of(request.user, on=timezone.localdate()).wide & set(INSIDE)
    if notes.state != MinutesState.PUBLISHED and not inside:
        raise Http404
    parts = [
        papers.Part(part["title"], [papers.Block("", part["text"].splitlines())], page=False)
        for part in notes.parts
    ]
    when = moment(notes.meeting.starts_at)
    title = _("Minnesanteckningar, internationella beredningen, %(when)s") % {"when": when}
    opening = [notes.get_state_display(), *notes.opening.splitlines()]
    made = papers.pdf(title, opening=opening, parts=parts, contents=False)
    return _answer(made, f"ib-{timezone.localtime(notes.meeting.starts_at):%Y-%m-%d}-anteckningar")
