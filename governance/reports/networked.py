"""The lists of the contact persons' network: who they are, and what they answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from engagements.models import Role
from governance import material, network
from governance.forms_material import MaterialFilter
from governance.forms_network import AnswersFilter, SeatsFilter
from governance.models import Bulletin, NetworkMeeting, NetworkQuestion
from governance.reports.listing import Chosen, Part, Shown, register, shown
from governance.reports.lists import read


def _names(roles: Sequence[Role]) -> str:
    return ", ".join(str(role.user) for role in roles)


def seat_columns() -> Sequence[Shown]:
    """Return the columns of the directory."""

    def email(row: network.Seat) -> str:
        return ", ".join(role.user.email for role in row.contacts)

    def last(row: network.Seat) -> date | None:
        return next((role.valid_to for role in row.contacts), None)

    return (
        shown(_("Verksamhet"), lambda row: str(row.organisation)),
        shown(_("Kontaktperson"), lambda row: _names(row.contacts), Part(_("E-post"), email)),
        shown(
            _("Mandat från"),
            lambda row: next((role.valid_from for role in row.contacts), None),
        ),
        shown(_("Till och med"), last),
        shown(_("Ersättare"), lambda row: _names(row.deputies)),
        shown(_("Saknas från"), lambda row: next((gap.first for gap in row.gaps), None)),
    )


def seats(asked: QueryDict, *, by: Any, on: date) -> Chosen:
    """Return the organisations of the network that an address asks for."""
    if not network.enters(by, on=on):
        raise Http404
    return Chosen(network.seats(on=on, which=read(SeatsFilter(asked))["visa"]))


def answer_columns() -> Sequence[Shown]:
    """Return the columns of the answers to a question."""
    return (
        shown(_("Verksamhet"), lambda row: str(row.organisation)),
        shown(_("Svar"), lambda row: row.answer.text if row.answer else ""),
        shown(_("Av"), lambda row: str(row.answer.by) if row.answer else ""),
        shown(_("När"), lambda row: _asked_on(row.answer) if row.answer else row.reminded_on),
    )


def newest() -> NetworkQuestion | None:
    """Return the question that was asked last."""
    return NetworkQuestion.objects.order_by("-pk").first()


def answers(asked: QueryDict, *, by: Any, on: date) -> Chosen:
    """Return the answers to a question; the newest where the address names none."""
    given = read(AnswersFilter(asked))
    chosen = NetworkQuestion.objects.filter(pk=given["fraga"]).first()
    question = chosen if given["fraga"] else newest()
    if question is None or not network.enters(by, on=on):
        raise Http404
    return Chosen(network.answers(question, on=on, which=given["visa"]))


def _asked_on(row: Any) -> date:
    return timezone.localdate(row.at)


def question_columns() -> Sequence[Shown]:
    """Return what the list says of a question."""
    return (
        shown(_("Fråga"), lambda row: row.title),
        shown(_("Av"), lambda row: str(row.by)),
        shown(_("När"), _asked_on),
        shown(_("Svar senast"), lambda row: row.due_on),
    )


def news_columns() -> Sequence[Shown]:
    """Return what the list says of news."""
    return (
        shown(_("Nyhet"), lambda row: row.title),
        shown(_("Av"), lambda row: str(row.by)),
        shown(_("När"), _asked_on),
        shown(_("Text"), lambda row: row.text),
    )


def meeting_columns() -> Sequence[Shown]:
    """Return what the list says of a meeting."""
    return (
        shown(_("Möte"), lambda row: row.title),
        shown(_("Dag"), lambda row: row.meets_on),
        shown(_("Plats och tid"), lambda row: row.place),
    )


def material_columns() -> Sequence[Shown]:
    """Return the columns of the shared material."""
    return (
        shown(
            _("Material"),
            lambda row: row.material.title,
            Part(_("Beskrivning"), lambda row: row.material.about),
        ),
        shown(_("Slag"), lambda row: str(row.material.get_kind_display())),
        shown(_("Verksamhet"), lambda row: str(row.material.organisation)),
        shown(
            _("Delat"),
            lambda row: timezone.localdate(row.added_at),
            Part(_("Av"), lambda row: str(row.added_by)),
        ),
        shown(_("Utgåva"), lambda row: row.number, css="w-num"),
        shown(_("Fil"), lambda row: row.name),
    )


def shared(asked: QueryDict, *, by: Any, on: date) -> Chosen:
    """Return the material that an address asks for."""
    if not material.enters(by, on=on):
        raise Http404
    form = MaterialFilter(asked)
    read(form)
    return Chosen(form.narrowed(by, on=on))


def _for_members(rows: QuerySet[Any]) -> Any:
    def choose(_asked: QueryDict, *, by: Any, on: date) -> Chosen:
        if not network.enters(by, on=on):
            raise Http404
        return Chosen(rows.all())

    return choose


def add_lists() -> None:
    """Make the lists known; called at start."""
    register(
        "natverket",
        title=gettext_lazy("Kontaktpersoner"),
        page="network",
        columns=seat_columns,
        choose=seats,
    )
    register(
        "natverkssvar",
        title=gettext_lazy("Svar från nätverket"),
        page="network_newest",
        columns=answer_columns,
        choose=answers,
    )
    register(
        "natverksfragor",
        title=gettext_lazy("Frågor till nätverket"),
        page="network_questions",
        columns=question_columns,
        choose=_for_members(NetworkQuestion.objects.select_related("by").order_by("-pk")),
    )
    register(
        "natverksnyheter",
        title=gettext_lazy("Nyheter till nätverket"),
        page="network_news",
        columns=news_columns,
        choose=_for_members(Bulletin.objects.select_related("by").order_by("-pk")),
    )
    register(
        "natverksmoten",
        title=gettext_lazy("Nätverkets möten"),
        page="network_meetings",
        columns=meeting_columns,
        choose=_for_members(NetworkMeeting.objects.order_by("-meets_on", "-pk")),
    )
    register(
        "natverksmaterial",
        title=gettext_lazy("Nätverkets material"),
        page="network_material",
        columns=material_columns,
        choose=shared,
    )
