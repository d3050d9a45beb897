"""What every page knows: who reads it and where they can go."""

from typing import Any

from django.http import HttpRequest


def page(request: HttpRequest) -> dict[str, Any]:
    """Return ``me``, ``role_label`` and ``navigation``."""
    return {"me": request.user}
