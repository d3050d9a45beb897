"""What every page knows: who reads it and where they can go."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from engagements.labels import labels
from engagements.permissions import HANDLERS, Reach, reach_of
from engagements.querysets import told, waiting_for
from engagements.vocabulary import Party, RoleName


def page(request: HttpRequest) -> dict[str, Any]:
    """Return ``me``, ``role_label``, ``settings_label``, ``navigation`` and ``waiting_count``."""
    user: Any = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"me": user}
    today = timezone.localdate()
    reach = reach_of(user, on=today)
    return {
        "me": user,
        "settings_label": _settings(reach),
        "role_label": labels(RoleName, reach.roles),
        "navigation": [(label, url, url == request.path) for label, url in _places(reach)],
        "waiting_count": SimpleLazyObject(lambda: told(waiting_for(user, on=today), most=99)),
    }


def _settings(reach: Reach) -> str:
    """Return what the settings are called for their reader; empty for who does not see them."""
    if Party.ADMIN in reach.wide:
        return _("Inställningar")
    return _("Kontaktpersoner") if Party.SLK in reach.wide else ""


def _places(reach: Reach) -> list[tuple[str, str]]:
    named = [("start", _("Start"))]
    if reach.owns:
        named.append(("visit_new", _("Registrera")))
    if reach.wide & HANDLERS:
        named.append(("queue", _("Kö")))
    named += [("engagements", _("Ärenden")), ("report_visits", _("Statistik"))]
    return [(label, reverse(name)) for name, label in named]
