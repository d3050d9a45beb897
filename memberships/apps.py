"""Floor 4: memberships."""

from django.apps import AppConfig


class MembershipsConfig(AppConfig):
    """Medlemskap och projekt."""

    name = "memberships"
    verbose_name = "Medlemskap och projekt"

    def ready(self) -> None:
        """Tell governance how a membership becomes facts, and what follows when it is decided."""
        from engagements.vocabulary import Kind
        from governance import forums, kinds
        from governance.importing import columns
        from governance.reports import registry
        from memberships import schedule, tasks
        from memberships.membership import reports
        from memberships.membership.facts import content, facts
        from memberships.membership.importing import IMPORTABLE
        from memberships.membership.pages import PAGES
        from memberships.membership.register import in_force
        from memberships.membership.reviewing import settle

        kinds.register(Kind.MEMBERSHIP, facts=facts, content=content, pages=PAGES, settle=settle)
        forums.register(Kind.MEMBERSHIP, in_force, ("membership__aim",))
        columns.register(IMPORTABLE)
        registry.register("medlemskap", reports.build)
        self.tasks = (schedule, tasks)
