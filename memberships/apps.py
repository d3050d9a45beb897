"""Floor 4: memberships."""

from django.apps import AppConfig


class MembershipsConfig(AppConfig):
    """Medlemskap och projekt."""

    name = "memberships"
    verbose_name = "Medlemskap och projekt"

    def ready(self) -> None:
        """Tell governance how each kind becomes facts, and what follows when it is decided."""
        from engagements.vocabulary import Kind
        from governance import almanac, calls, completeness, forums, kinds
        from governance.importing import columns
        from governance.replacing import replaced_in
        from governance.reports import registry
        from memberships import (
            days,
            lists,
            missing,
            project_reminders,
            projects,
            schedule,
            tasks,
        )
        from memberships.aid_project import facts as aid
        from memberships.aid_project.pages import PAGES as AID_PAGES
        from memberships.eu_project import amending
        from memberships.eu_project import facts as eu
        from memberships.eu_project.importing import IMPORTABLE as EU_PROJECTS
        from memberships.eu_project.models import EuProject
        from memberships.eu_project.pages import PAGES as EU_PAGES
        from memberships.membership import reports
        from memberships.membership.facts import content, facts
        from memberships.membership.importing import IMPORTABLE
        from memberships.membership.pages import PAGES
        from memberships.membership.public import public
        from memberships.membership.register import in_force
        from memberships.membership.reviewing import settle

        kinds.register(
            Kind.MEMBERSHIP,
            facts=facts,
            content=content,
            pages=PAGES,
            settle=settle,
            public=public,
        )
        forums.register(Kind.MEMBERSHIP, in_force, ("membership__aim",))
        columns.register(IMPORTABLE)
        columns.register(EU_PROJECTS)
        registry.register("medlemskap", reports.build)
        kinds.register(
            Kind.EU_PROJECT,
            facts=eu.facts,
            content=eu.content,
            pages=EU_PAGES,
            outside=eu.OUTSIDE,
            settle=amending.settle,
            replaced=replaced_in(EuProject),
        )
        kinds.register(
            Kind.AID_PROJECT,
            facts=aid.facts,
            content=aid.content,
            pages=AID_PAGES,
            lacking=aid.lacking,
        )
        registry.register("projekt", projects.build)
        completeness.register(completeness.Gap.REVIEWS, missing.reviews)
        completeness.register(completeness.Gap.REPORTS, missing.reports)
        almanac.register(days.reviews, almanac.Sort.REVIEWS)
        almanac.register(days.reports, almanac.Sort.DEADLINES)
        calls.register(schedule.reviews)
        calls.register(project_reminders.projects)
        lists.add_lists()
        self.tasks = (schedule, tasks)
