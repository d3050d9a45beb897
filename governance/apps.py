"""Floor 3: how engagements are judged, decided, followed up and reported."""

from django.apps import AppConfig


class GovernanceConfig(AppConfig):
    """Assessment, advice, decisions, ledger, reports, notifications."""

    name = "governance"
    verbose_name = "Styrning"

    def ready(self) -> None:
        """Make known the worker's tasks, and who acts as the Mayor."""
        from engagements.offices import OFFICES, Office
        from engagements.vocabulary import Body, Party, RoleName
        from governance import almanac, committee, schedule
        from governance.almanac import days
        from governance.annual import compliance, reports
        from governance.dossier import reports as dossier
        from governance.reports import (
            administered,
            known,
            listing,
            lists,
            making,
            marks,
            networked,
            replay,
            rooms,
            shown,
            upkeep,
        )

        seats = frozenset({RoleName.COMMITTEE_MEMBER})
        OFFICES[Body.FINANCE_MAYOR] = Office(Party.MAYOR, seats, committee.turns_of_mayor)
        sort = almanac.Sort
        almanac.register(days.taking_place, sort.VISITS, sort.TRIPS, sort.RECEPTIONS)
        almanac.register(days.meetings, sort.MEETINGS)
        almanac.register(days.due, sort.DEADLINES)
        almanac.register(days.answers, sort.DEADLINES)
        almanac.register(days.todos, sort.DEADLINES)
        marks.add_filters()
        lists.add_lists()
        rooms.add_lists()
        administered.add_lists()
        upkeep.add_lists()
        known.add_lists()
        networked.add_lists()
        self.tasks = (schedule, listing, making, replay, shown, compliance, reports, dossier)
