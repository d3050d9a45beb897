"""Floor 4: agreements."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AgreementsConfig(AppConfig):
    """Avtal, deklarationer, ställningstaganden."""

    name = "agreements"
    verbose_name = "Avtal, deklarationer, ställningstaganden"

    def ready(self) -> None:
        """Tell governance how each kind becomes facts, what its papers carry and what follows."""
        from agreements import days, lists, missing, schedule, tasks
        from agreements.cooperation import facts as cooperation
        from agreements.cooperation.importing import IMPORTABLE as COOPERATIONS
        from agreements.cooperation.models import Cooperation
        from agreements.cooperation.pages import PAGES as COOPERATION
        from agreements.declaration import reports
        from agreements.declaration.facts import content, facts
        from agreements.declaration.pages import PAGES
        from agreements.declaration.papers import grids
        from agreements.intent import facts as intent
        from agreements.intent.models import Intent
        from agreements.intent.pages import PAGES as INTENT
        from agreements.position import facts as position
        from agreements.position import pages as position_pages
        from agreements.position import reports as position_reports
        from agreements.position.importing import IMPORTABLE as POSITIONS
        from agreements.position.tending import hinders
        from agreements.signing import reports as signed
        from agreements.signing.amending import settle
        from agreements.signing.public import public_of
        from engagements.vocabulary import Kind
        from governance import almanac, calls, completeness, kinds
        from governance.importing import columns
        from governance.replacing import replaced_in
        from governance.reports import registry

        kinds.register(Kind.DECLARATION, facts=facts, content=content, pages=PAGES, grids=grids)
        kinds.register(
            Kind.POSITION,
            facts=position.facts,
            content=position.content,
            pages=position_pages.PAGES,
            outside=frozenset(position.BESIDE),
            hinders=hinders,
        )
        registry.register("deklarationer", reports.build, title=_("Deklarationer"))
        registry.register(
            "stallningstaganden", position_reports.build, title=_("Ställningstaganden")
        )
        almanac.register(days.reviews, almanac.Sort.REVIEWS)
        almanac.register(days.ends, almanac.Sort.REVIEWS)
        almanac.register(days.heard_by, almanac.Sort.DEADLINES)
        calls.register(schedule.ends)
        calls.register(schedule.positions)
        lists.add_lists()
        columns.register(COOPERATIONS)
        columns.register(POSITIONS)
        kinds.register(
            Kind.COOPERATION,
            facts=cooperation.facts,
            content=cooperation.content,
            pages=COOPERATION,
            settle=settle,
            replaced=replaced_in(Cooperation),
            public=public_of(Cooperation),
        )
        kinds.register(
            Kind.INTENT,
            facts=intent.facts,
            content=intent.content,
            pages=INTENT,
            settle=settle,
            replaced=replaced_in(Intent),
            public=public_of(Intent),
        )
        registry.register("avtal", signed.build)
        completeness.register(completeness.Gap.REVIEWS, missing.reviews)
        self.tasks = (schedule, tasks)
