"""What every request needs of governance: the city's values, read once at most."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from governance import assessing


def values_read_once(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Let a page read the city's values and editions once, however often it asks for one."""

    def middleware(request: HttpRequest) -> HttpResponse:
        with assessing.read_once():
            return get_response(request)

    return middleware
