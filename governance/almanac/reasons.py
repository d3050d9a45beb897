"""Why what stands in the calendar is on its day."""

from __future__ import annotations

from django.utils.translation import gettext as _

from engagements.deadlines import GIVEN
from engagements.models import Consultation, Deadline, Engagement
from engagements.templatetags.utblick import day
from governance.models import Todo
from governance.templatetags.deadlines import why
from governance.templatetags.findings import cite


def of_due(row: Engagement) -> tuple[str, ...]:
    """Return why a matter is due on its day, where it tells."""
    kept: Deadline | None = getattr(row, "deadline", None)
    return tuple(why(kept)) if kept and kept.due == row.due else ()


def of_answer(row: Consultation) -> tuple[str, ...]:
    """Return why an organisation answers by its day: somebody asked, and chose it."""
    said = {"who": row.asked_by, "day": day(row.asked_at)}
    chosen = _("%(who)s frågade %(day)s och valde dagen.") % said
    return (chosen, _("Strategin anger ingen tid för svaret."))


def of_todo(row: Todo) -> tuple[str, ...]:
    """Return why a task is to be done by its day: whoever gave it chose it."""
    said = {"who": row.by, "day": day(row.at)}
    chosen = _("%(who)s gav uppgiften %(day)s och valde dagen.") % said
    return (chosen, _("Strategin anger ingen tid för uppgiften."))


def of_review(clause: str) -> tuple[str, ...]:
    """Return why something is reviewed by its day. clause: that asks for reviews."""
    return (_("Det är dagen för nästa omprövning, som den står i ärendet."), cite(clause))


def of_end() -> tuple[str, ...]:
    """Return why an agreement ends on its day."""
    return (_("Det är avtalets sista dag, som den står i ärendet."),)


def of_report() -> tuple[str, ...]:
    """Return why a report is due on its day: the programme asks for it then."""
    return (str(GIVEN["report_dated"]), _("Programmet som betalar bestämmer den."))


def of_position() -> tuple[str, ...]:
    """Return why a position must be heard by its day."""
    return (_("Efter den dagen går det inte att påverka, enligt det som står i ärendet."),)
