"""Floor 4: visits."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VisitsConfig(AppConfig):
    """Besök, resor, mottagningar."""

    name = "visits"
    verbose_name = "Besök, resor, mottagningar"

    def ready(self) -> None:
        """Tell governance how each kind becomes facts, and whom to answer."""
        from visits import lists

        visit()
        trip()
        reception()
        lists.add_lists()


def visit() -> None:
    """Make visits known."""
    from engagements.vocabulary import Kind
    from governance import kinds
    from governance.importing import columns
    from governance.reports import marks, registry
    from visits.visit import reports
    from visits.visit.facts import content, facts
    from visits.visit.importing import IMPORTABLE
    from visits.visit.pages import PAGES
    from visits.visit.replying import LETTER, reply_to

    kinds.register(
        Kind.VISIT, facts=facts, content=content, pages=PAGES, reply_to=reply_to, letter=LETTER
    )
    columns.register(IMPORTABLE)
    registry.register("besok", reports.build, title=_("Besök"))
    marks.register(
        "brev",
        _("Undantag för inbjudningsbrev"),
        _("Delegationen bad om brev, och beslutet är att ta emot besöket med ett."),
        reports.with_letter,
    )


def trip() -> None:
    """Make trips known. Those who go can be answered one by one."""
    from engagements.vocabulary import Kind
    from governance import kinds
    from governance.reports import registry
    from visits.trip import reports
    from visits.trip.facts import content, facts
    from visits.trip.pages import PAGES
    from visits.trip.papers import grids, shares

    kinds.register(Kind.TRIP, facts=facts, content=content, pages=PAGES, shares=shares, grids=grids)
    registry.register("resor", reports.build, title=_("Konferenser och resor"))


def reception() -> None:
    """Make receptions known. The day that is chosen is no part of what is advised on."""
    from engagements.vocabulary import Kind
    from governance import kinds
    from governance.reports import registry
    from visits.reception import reports
    from visits.reception.facts import CHOSEN, content, facts
    from visits.reception.pages import PAGES
    from visits.reception.papers import grids
    from visits.reception.replying import LETTER, reply_to

    kinds.register(
        Kind.RECEPTION,
        facts=facts,
        content=content,
        pages=PAGES,
        reply_to=reply_to,
        letter=LETTER,
        outside=CHOSEN,
        grids=grids,
    )
    registry.register("mottagningar", reports.build, title=_("Mottagningar"))
