"""Settings: organisations with their people and roles, and the people's accounts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from engagements import people
from engagements.models import Organisation, Role, User
from engagements.vocabulary import Party, RoleName
from governance.forms_settings import AppointForm, EndRoleForm
from governance.reports import administered
from governance.views import answers
from governance.views.settings_room import administers, open_to, shared

ACTS: dict[str, tuple[Callable[..., Any], Any]] = {
    "invite": (people.invite, gettext_lazy("En ny inbjudan skickas.")),
    "shut": (people.shut, gettext_lazy("Kontot är stängt och personen är utloggad.")),
    "open": (people.open_again, gettext_lazy("Kontot är öppet. En inbjudan skickas.")),
}


@login_required
@open_to(Party.ADMIN, Party.SLK)
@require_GET
def organisations(request: HttpRequest) -> HttpResponse:
    """List the organisations with their contact persons, and on top the gaps (5.6.1)."""
    today = timezone.localdate()
    context = {"rows": administered.held(on=today), "gaps": people.gaps(on=today), "today": today}
    return render(request, "settings/organisations.html", context | shared(request, "settings"))


@login_required
@open_to(Party.ADMIN, Party.SLK)
@require_http_methods(["GET", "POST"])
def organisation(request: HttpRequest, code: str) -> HttpResponse:
    """Show an organisation's people by role and period; an administrator appoints more."""
    found = get_object_or_404(Organisation, code=code)
    if request.method == "GET" or not administers(request):
        return _organisation_page(request, found)
    form = AppointForm(request.POST)
    if not form.is_valid():
        return _organisation_page(request, found, appoint_form=form)
    given = dict(form.cleaned_data) | {"role": RoleName(form.cleaned_data["role"])}
    try:
        role = people.appoint(
            given.pop("email"),
            organisation=found,
            by=request.user,  # type: ignore[arg-type]
            at=timezone.now(),
            **given,
        )
    except people.NotPossible as error:
        form.add_error(error.field, str(error))
        return _organisation_page(request, found, appoint_form=form)
    said = {"who": role.user, "what": role.get_name_display()}
    answers.done(request, _("%(who)s är nu utsedd: %(what)s.") % said)
    return redirect("settings_organisation", code=code)


def _organisation_page(request: HttpRequest, found: Organisation, **bound: Any) -> HttpResponse:
    today = timezone.localdate()
    roles = list(
        found.roles.select_related("user").order_by("user__name", "user_id", "-valid_from")
    )
    may = administers(request)
    history = Role.history.filter(organisation=found).select_related("history_user", "user")
    context = {
        "organisation": found,
        "current": [
            (role, _end_form(role, today, may=may)) for role in roles if _lasts(role, today)
        ],
        "former": [role for role in roles if not _lasts(role, today)],
        "gaps": [gap for gap in people.gaps(on=today) if gap.organisation == found],
        "appoint_form": AppointForm(initial={"valid_from": today}) if may else None,
        "history": history.order_by("-history_id")[:30],
        **shared(request, "settings", str(found)),
        **bound,
    }
    if "ended" in bound:
        pk, form = bound["ended"]
        context["current"] = [(r, form if r.pk == pk else f) for r, f in context["current"]]
    return render(request, "settings/organisation.html", context, status=422 if bound else 200)


def _lasts(role: Role, today: date) -> bool:
    return role.valid_to is None or role.valid_to >= today


def _end_form(role: Role, today: date, *, may: bool, data: Any = None) -> EndRoleForm | None:
    if not may:
        return None
    last = role.valid_to or max(today, role.valid_from)
    return EndRoleForm(data, initial={"valid_to": last}, auto_id=f"slut-{role.pk}-%s")


@login_required
@open_to(Party.ADMIN)
@require_POST
def end_role(request: HttpRequest, pk: int) -> HttpResponse:
    """End a role on a day."""
    role = get_object_or_404(Role.objects.select_related("organisation", "user"), pk=pk)
    form = _end_form(role, timezone.localdate(), may=True, data=request.POST)
    assert form is not None  # noqa: S101 - an administrator has the form
    if form.is_valid():
        day = form.cleaned_data["valid_to"]
        try:
            people.end_role(role, on=day, by=request.user, at=timezone.now())  # type: ignore[arg-type]
        except people.NotPossible as error:
            form.add_error(error.field, str(error))
    if form.errors:
        return _organisation_page(request, role.organisation, ended=(pk, form))
    answers.done(request, _("Rollen slutar %(day)s.") % {"day": day.isoformat()})
    return redirect("settings_organisation", code=role.organisation.code)


@login_required
@open_to(Party.ADMIN)
@require_http_methods(["GET", "POST"])
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a person's roles and account; invite anew, shut the account, open it again."""
    found = get_object_or_404(User.objects.filter(roles__isnull=False).distinct(), pk=pk)
    refused = None
    if request.method == "POST":
        if (asked := request.POST.get("act")) not in ACTS:
            raise BadRequest(_("Välj bland svaren som visas"))
        act, said = ACTS[asked]
        try:
            act(found, by=request.user, at=timezone.now())
        except people.NotPossible as error:
            refused = error
        else:
            answers.done(request, said)
            return redirect("settings_person", pk=pk)
    context = {
        "person": found,
        "roles": found.roles.select_related("organisation").order_by("-valid_from", "pk"),
        "events": found.account_events.select_related("by").order_by("-id"),
        "refused": refused,
        **shared(request, "settings", found.name),
    }
    return render(request, "settings/person.html", context, status=409 if refused else 200)
