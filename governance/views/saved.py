"""Saved views: kept under a name, shared, watched by mail, opened and let go."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from governance import saved
from governance.actions import saving
from governance.forms_saved import ViewForm, WatchForm
from governance.models import SavedView, ViewWatch
from governance.views import answers
from governance.views.planning import who


def _readable(request: HttpRequest) -> Any:
    return saved.readable(request.user, on=timezone.localdate())  # type: ignore[arg-type]


def _shared(*below: str) -> dict[str, Any]:
    own = (_("Sparade vyer"), reverse("saved_views") if below else "")
    return {"trail": [(_("Start"), reverse("start")), own, *((name, "") for name in below)]}


@login_required
@require_GET
def views(request: HttpRequest) -> HttpResponse:
    """List the reader's own views and those that are shared with them."""
    user: Any = request.user
    today = timezone.localdate()
    watched = dict(ViewWatch.objects.filter(person=user).values_list("view", "pk"))
    rows = [
        (row, saved.in_words(row, user, on=today), row.pk in watched, saved.group_in_words(row))
        for row in _readable(request)
    ]
    parts = [
        (_("Dina vyer"), [row for row in rows if row[0].by_id == user.pk]),
        (_("Delade med dig"), [row for row in rows if row[0].by_id != user.pk]),
    ]
    return render(request, "saved/list.html", {"parts": parts, "some": bool(rows), **_shared()})


@login_required
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, room: str) -> HttpResponse:
    """Keep the list that the address narrows, under a name."""
    user: Any = request.user
    today, one = timezone.localdate(), saved.ROOMS.get(room)
    if one is None or not one.open_to(user, today):
        raise Http404
    query = saved.canonical(room, request.GET)
    if len(query) > saved.LONGEST:
        raise BadRequest("too long")
    first = {"group": saved.NOBODY}
    form = ViewForm(request.POST or None, groups=saved.groups(user, on=today), initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            view = saving.save(room, query, **form.cleaned_data, **who(request))
        except saving.NotPossible as error:
            form.add_error(error.field, str(error))
        else:
            answers.done(request, _("Vyn är sparad. Vill du ha mejl när något nytt kommer?"))
            return redirect("saved_view", view.pk)
    about = SavedView(room=room, query=query)
    context = {
        "form": form,
        "words": saved.in_words(about, user, on=today),
        "room": about.get_room_display(),
    }
    status = 422 if form.errors else 200
    return render(
        request, "saved/new.html", context | _shared(_("Spara den här vyn")), status=status
    )


@login_required
@require_GET
def open_one(request: HttpRequest, pk: int) -> HttpResponse:
    """Lead on to the list as a view narrows it, or say what it asks for that is gone."""
    view = get_object_or_404(_readable(request), pk=pk)
    try:
        return redirect(saved.address(view))
    except saved.Gone:
        return redirect("saved_view", view.pk)


@login_required
@require_http_methods(["GET", "POST"])
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what a view is and who sees it; its maker gives it another name, or shares it."""
    view = get_object_or_404(_readable(request), pk=pk)
    form = _form(request, view, request.POST or None)
    if request.method == "POST" and form is None:
        raise Http404
    if form and form.is_valid():
        try:
            saving.change(view, **form.cleaned_data, **who(request))
        except saving.NotPossible as error:
            form.add_error(error.field, str(error))
        else:
            answers.done(request, _("Vyn är ändrad."))
            return redirect("saved_view", view.pk)
    return _page(request, view, form=form)


def _form(request: HttpRequest, view: SavedView, sent: Any) -> ViewForm | None:
    """Return the form of a view's maker; nothing for others."""
    if view.by_id != request.user.pk:
        return None
    groups = saved.groups(view.by, on=timezone.localdate())
    now = saved.group_of(view)
    if now not in dict(groups):
        groups.append((now, saved.group_in_words(view)))
    return ViewForm(sent, groups=groups, initial={"name": view.name, "group": now})


def _page(
    request: HttpRequest,
    view: SavedView,
    *,
    form: ViewForm | None,
    watch_form: WatchForm | None = None,
) -> HttpResponse:
    user: Any = request.user
    watching = ViewWatch.objects.filter(view=view, person=user).first()
    first = {"often": watching.often if watching else saving.NEVER}
    context = {
        "view": view,
        "words": saved.in_words(view, user, on=timezone.localdate()),
        "gone": saved.is_gone(view),
        "shared_with": saved.group_in_words(view),
        "form": form,
        "watch_form": watch_form or WatchForm(initial=first, auto_id="bevaka-%s"),
        "watching": watching,
        "own": view.by_id == user.pk,
    }
    wrong = bool((form and form.errors) or (watch_form and watch_form.errors))
    return render(
        request, "saved/one.html", context | _shared(view.name), status=422 if wrong else 200
    )


@login_required
@require_POST
def watch(request: HttpRequest, pk: int) -> HttpResponse:
    """Mail the reader of what comes into a view, or stop."""
    view = get_object_or_404(_readable(request), pk=pk)
    form = WatchForm(request.POST, auto_id="bevaka-%s")
    if form.is_valid():
        try:
            kept = saving.watch(view, **form.cleaned_data, **who(request))
        except saving.NotPossible as error:
            form.add_error(error.field, str(error))
        else:
            said = _("Du får mejl när något nytt kommer.") if kept else _("Du får inga mejl.")
            answers.done(request, said)
            return redirect("saved_view", view.pk)
    return _page(request, view, form=_form(request, view, None), watch_form=form)


@login_required
@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a view go; only its maker can."""
    view = get_object_or_404(_readable(request).filter(by=request.user), pk=pk)
    name = view.name
    saving.remove(view, **who(request))
    answers.done(request, _("Vyn ”%(name)s” är borttagen.") % {"name": name})
    return redirect("saved_views")
