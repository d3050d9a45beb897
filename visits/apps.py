"""Floor 4: visits."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VisitsConfig(AppConfig):
    """Besök, resor, mottagningar."""

    name = "visits"
    verbose_name = "Besök, resor, mottagningar"

    def ready(self) -> None:
        """Tell governance how each kind becomes facts, how it is asked, and whom to answer."""
        from engagements.vocabulary import Kind
        from governance import kinds
        from governance.reports import registry
        from visits.trip import facts as trip_facts
        from visits.trip import reports as trip_reports
        from visits.trip.pages import PAGES as TRIP_PAGES
        from visits.visit import reports
        from visits.visit.facts import content, facts
        from visits.visit.pages import PAGES
        from visits.visit.replying import reply_to

        kinds.register(Kind.VISIT, facts=facts, content=content, pages=PAGES, reply_to=reply_to)
        kinds.register(
            Kind.TRIP, facts=trip_facts.facts, content=trip_facts.content, pages=TRIP_PAGES
        )
        registry.register("besok", reports.build, title=_("Besök"))
        registry.register("resor", trip_reports.build, title=_("Konferenser och resor"))
