"""Who may enter the settings, and what all their pages share."""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from engagements.permissions import reach_of
from engagements.vocabulary import Party

PLACES = (
    "settings",
    "settings_frames",
    "settings_values",
    "settings_goals",
    "settings_rounds",
    "settings_events",
    "settings_texts",
    "settings_duplicates",
    "settings_replay",
    "settings_api",
    "imports",
)


def open_to(*wanted: Party) -> Any:
    """Let in the parties; anybody else gets 404. Put ``login_required`` above it."""

    def decorate(view: Any) -> Any:
        @wraps(view)
        def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not reach_of(request.user, on=timezone.localdate()).wide & set(wanted):
                raise Http404
            answer: HttpResponse = view(request, *args, **kwargs)
            return answer

        return checked

    return decorate


def administers(request: HttpRequest) -> bool:
    """Whether the reader changes settings, and does not only read them."""
    return Party.ADMIN in reach_of(request.user, on=timezone.localdate()).wide


def shared(request: HttpRequest, here: str, *below: str) -> dict[str, Any]:
    """Return the tabs and the trail of a page. here: the tab; below: what stands under it."""
    names = dict(zip(PLACES, _titles(), strict=True))
    trail = [(_("Start"), reverse("start")), (names[here], reverse(here))]
    trail += [(name, "") for name in below]
    if not below:
        trail[-1] = (names[here], "")
    tabs = [(name, reverse(place), place == here) for place, name in names.items()]
    return {"trail": trail, "tabs": tabs if administers(request) else [], "here": names[here]}


def _titles() -> tuple[str, ...]:
    return (
        _("Verksamheter och roller"),
        _("Ramar"),
        _("Riktvärden"),
        _("Inriktningsmål"),
        _("Uppföljningar"),
        _("Evenemang"),
        _("Strategins text"),
        _("Platser och motparter"),
        _("Pröva historiken"),
        _("API-nycklar"),
        _("Läs in från kalkylblad"),
    )
