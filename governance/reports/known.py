"""The lists of what the city knows: good examples, observations, comparisons."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from engagements.countries import country_name
from governance import knowledge
from governance.forms_knowledge import ExampleFilter, KnownFilter, ObservationFilter
from governance.reports.listing import Chosen, Part, Shown, register, shown
from governance.reports.lists import read


def _theme(row: Any) -> str:
    return str(row.theme or "")


def _organisation(row: Any) -> str:
    return str(row.organisation)


def _cited() -> Shown:
    return shown(_("Hänvisningar"), lambda row: row.cited, css="w-num")


def example_columns() -> Sequence[Shown]:
    """Return the columns of the register of good examples."""
    return (
        shown(
            _("Gott exempel"),
            lambda row: row.title,
            Part(_("Verksamhet"), _organisation),
            Part(_("Var i Stockholm"), lambda row: row.place),
        ),
        shown(_("Ämne"), _theme),
        shown(_("Läge"), lambda row: str(row.get_state_display())),
        shown(_("Gäller till och med"), lambda row: row.valid_until),
        _cited(),
    )


def observation_columns() -> Sequence[Shown]:
    """Return the columns of the list of observations."""
    return (
        shown(
            _("Iakttagelse"),
            lambda row: row.title,
            Part(_("Verksamhet"), _organisation),
        ),
        shown(
            _("Var"),
            lambda row: row.city,
            Part(_("Land"), lambda row: country_name(row.country) if row.country else ""),
        ),
        shown(_("När"), lambda row: row.seen_on),
        shown(_("Ämne"), _theme),
        shown(_("Märks här"), lambda row: str(row.get_felt_display())),
        _cited(),
    )


def comparison_columns() -> Sequence[Shown]:
    """Return the columns of the list of comparisons."""
    return (
        shown(
            _("Jämförelse"),
            lambda row: row.title,
            Part(_("Enhet"), lambda row: row.unit),
            Part(_("Verksamhet"), _organisation),
        ),
        shown(_("Ämne"), _theme),
        shown(_("Städer"), knowledge.cities_of),
        _cited(),
    )


def _list(form_of: type[KnownFilter], rows_of: Any) -> Any:
    def choose(asked: QueryDict, *, by: Any, on: date) -> Chosen:
        form = form_of(asked, on=on)
        read(form)
        rows = form.narrowed(rows_of(by, on))
        return Chosen(knowledge.counted(rows, user=by, on=on).order_by("-pk"))

    return choose


examples = _list(ExampleFilter, lambda by, on: knowledge.examples(by, on=on))
observations = _list(ObservationFilter, lambda _by, _on: knowledge.observations())
comparisons = _list(KnownFilter, lambda _by, _on: knowledge.comparisons())


def add_lists() -> None:
    """Make the lists known; called at start."""
    register(
        "goda-exempel",
        title=gettext_lazy("Goda exempel"),
        page="examples",
        columns=example_columns,
        choose=examples,
    )
    register(
        "omvarld",
        title=gettext_lazy("Omvärldsbevakning"),
        page="observations",
        columns=observation_columns,
        choose=observations,
    )
    register(
        "jamforelser",
        title=gettext_lazy("Jämförelser"),
        page="comparisons",
        columns=comparison_columns,
        choose=comparisons,
    )
