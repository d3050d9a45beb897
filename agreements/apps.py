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
        from engagements.vocabulary import Kind
        from governance import kinds
        from governance.reports import registry

        kinds.register(Kind.DECLARATION, facts=facts, content=content, pages=PAGES, grids=grids)
        registry.register("deklarationer", reports.build, title=_("Deklarationer"))
