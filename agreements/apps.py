"""Floor 4: agreements."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AgreementsConfig(AppConfig):
    """Avtal, deklarationer, ställningstaganden."""

    name = "agreements"
    verbose_name = "Avtal, deklarationer, ställningstaganden"

    def ready(self) -> None:
        """Tell governance how a declaration becomes facts, and what its papers carry."""
        from agreements.declaration import reports
        from agreements.declaration.facts import content, facts
        from agreements.declaration.pages import PAGES
        from agreements.declaration.papers import grids
        from agreements.position import facts as position
        from agreements.position import pages as position_pages
        from agreements.position import reports as position_reports
        from agreements.position.tending import hinders
        from engagements.vocabulary import Kind
        from governance import kinds
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
        registry.register("standpunkter", position_reports.build_register)
