"""The year's follow-ups: an organisation's own page, and what all have answered."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from engagements.models import Organisation
from engagements.permissions import reach_of, visible_to
from engagements.vocabulary import Party
from governance import completeness, plans, rounds
from governance.actions import answering, setting
from governance.completeness import Completeness, Gap, Matter
from governance.forms_planning import ConfirmForm
from governance.models import Confirmation, Round, RoundSort
from governance.views import answers
from governance.views.planning import for_planners, organisation_of, room, who

REMIND = frozenset({Party.SLK, Party.ADMIN})


@login_required
@for_planners
@require_GET
def first(request: HttpRequest) -> HttpResponse:
    """Go to the round that is answered now; say when the next one opens where none has."""
    today = timezone.localdate()
    now = rounds.newest(on=today)
    if now is None:
        context = {"coming": Round.objects.order_by("opens_on").first(), **room("rounds")}
        return render(request, "planning/no_round.html", context)
    own = list(plans.readable(request.user, on=today)[:2])
    if len(own) == 1:
        return redirect("round_answer", slug=now.slug, code=own[0].code)
    return redirect(now)


def round_of(slug: str) -> Round:
    """Return the round that an address names."""
    found = rounds.of_slug(slug)
    if found is None:
        raise Http404
    return found


@login_required
@for_planners
@require_GET
def table(request: HttpRequest, slug: str) -> HttpResponse:
    """Show every organisation that the reader reads: what is missing, and who has answered."""
    of, today = round_of(slug), timezone.localdate()
    everybody = plans.sees_all(request.user, on=today)
    own = plans.planning(on=today) if everybody else plans.readable(request.user, on=today)
    rows = rounds.answers(of, list(own), on=today)
    which = request.GET.get("visa", rounds.ALL)
    pills = _pills(rows, which)
    context = {
        "round": of,
        "rounds": _others(of),
        "rows": [row for row in rows if rounds.is_among(row, which)],
        "gaps": [(gap.label, completeness.SHORT[gap]) for gap in Gap],
        "pills": pills,
        "waiting": sum(row.confirmation is None for row in rows),
        "may_remind": _may_remind(request) and of.opens_on <= today,
        "today": today,
        **room("rounds", (str(of), "")),
    }
    return render(request, "planning/round.html", context)


def _others(of: Round) -> list[Round]:
    order = list(RoundSort.values)
    rows = Round.objects.filter(year__range=(of.year - 1, of.year + 1))
    return sorted(rows, key=lambda row: (row.year, order.index(row.sort)))


def _pills(rows: list[rounds.Answer], which: str) -> list[tuple[str, str, int, bool]]:
    named = (
        (rounds.ALL, _("Alla")),
        (rounds.WAITING, _("Har inte svarat")),
        (rounds.GIVEN, _("Har svarat")),
        (rounds.CHANGED, _("Ändrat efter svaret")),
    )
    shown = which if which in dict(named) else rounds.ALL
    return [
        (name, f"?visa={key}", sum(rounds.is_among(row, key) for row in rows), key == shown)
        for key, name in named
    ]


def _may_remind(request: HttpRequest) -> bool:
    return bool(reach_of(request.user, on=timezone.localdate()).wide & REMIND)


@login_required
@require_POST
def remind(request: HttpRequest, slug: str) -> HttpResponse:
    """Remind all who have not answered."""
    of = round_of(slug)
    if not _may_remind(request):
        raise Http404
    try:
        told = answering.remind(of, **who(request))
    except setting.NotPossible as error:
        answers.done(request, error)
        return redirect(of)
    answers.done(request, _reminded(told))
    return redirect(of)


def _reminded(told: answering.Reminded) -> str:
    count = len(told.people)
    said = [
        ngettext("%(n)s person påminns med mejl.", "%(n)s personer påminns med mejl.", count)
        % {"n": count}
    ]
    if told.again:
        count = len(told.again)
        said.append(
            ngettext(
                "%(n)s fick en påminnelse redan i dag.",
                "%(n)s fick en påminnelse redan i dag.",
                count,
            )
            % {"n": count}
        )
    if told.nobody:
        names = ", ".join(str(row) for row in told.nobody)
        said.append(_("Ingen att påminna hos: %(names)s.") % {"names": names})
    return " ".join(said)


@login_required
@for_planners
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """Show what an organisation lacks, and take its answer."""
    of, today = round_of(slug), timezone.localdate()
    fills = plans.fills_in(request.user, organisation_of(request, code), on=today)
    organisation = organisation_of(request, code, to_write=request.method == "POST")
    (found,) = rounds.answers(of, [organisation], on=today)
    complete = found.stand.complete
    opened = of.opens_on <= today
    given = {"text": found.confirmation.text} if found.confirmation else None
    form = ConfirmForm(request.POST or None, complete=complete.is_complete, initial=given)
    if request.method == "POST" and form.is_valid():
        text = form.cleaned_data["text"]
        try:
            answering.confirm(of, organisation, text=text, **who(request))
        except setting.NotPossible as error:
            form.add_error(error.field, str(error))
        else:
            answers.done(request, _("Svaret är bekräftat."))
            return redirect("round_answer", slug=slug, code=code)
    shown = fills and (opened or form.is_bound)
    return _answer_page(request, of, found, form if shown else None)


def _answer_page(
    request: HttpRequest, of: Round, found: rounds.Answer, form: ConfirmForm | None
) -> HttpResponse:
    organisation, complete = found.organisation, found.stand.complete
    today = timezone.localdate()
    context = {
        "round": of,
        "rounds": _others(of),
        "found": found,
        "organisation": organisation,
        "own": _own(request, complete),
        "matters": _matters(request, complete, today),
        "form": form,
        "opened": of.opens_on <= today,
        "earlier": _earlier(of, organisation),
        "today": today,
        **room("rounds", (str(of), of.get_absolute_url()), (str(organisation), "")),
    }
    status = 422 if form and form.errors else 200
    return render(request, "planning/answer.html", context, status=status)


def _earlier(of: Round, organisation: Organisation) -> list[Confirmation]:
    rows = Confirmation.objects.filter(round=of, organisation=organisation)
    return list(rows.select_related("by").order_by("-pk"))


def _own(request: HttpRequest, complete: Completeness) -> list[tuple[Gap, str, str]]:
    """Return what the organisation itself lacks, what to do, and where; nowhere if it can't."""
    code, year = complete.organisation.code, complete.year
    people = reverse("settings_organisation", args=[code]) if _may_remind(request) else ""
    appoint = _("Utse i Inställningar") if people else _("Meddela stadsledningskontoret vem det är")
    ways = {
        Gap.CONTACT_PERSON: (appoint, people or reverse("help")),
        Gap.DEPUTY: (appoint, people or reverse("help")),
        Gap.PLAN: (_("Skriv planen"), reverse("plan", args=[code, year])),
        Gap.FRAME: (_("Sätt ramen"), reverse("plan_aims", args=[code, year])),
    }
    if not plans.fills_in(request.user, complete.organisation, on=timezone.localdate()):
        ways[Gap.FRAME] = (_("Visa planen"), reverse("plan", args=[code, year]))
        ways[Gap.PLAN] = ways[Gap.FRAME]
    return [(one.gap, *ways[one.gap]) for one in complete.missing if one.gap in completeness.OWN]


def _matters(
    request: HttpRequest, complete: Completeness, today: date
) -> list[tuple[Matter, str, list[str]]]:
    """Return the matters that lack something: each once, what it is called, and what it lacks."""
    lacks: dict[Matter, list[str]] = {}
    for one in complete.missing:
        for matter in one.matters:
            lacks.setdefault(matter, []).append(str(one.gap.label))
    secret = [matter.number for matter in lacks if matter.secret]
    seen: set[str] = set()
    if secret:
        rows = visible_to(request.user, on=today).filter(number__in=secret)
        seen = set(rows.values_list("number", flat=True))
    hidden = _("Ärende där sekretess prövas")
    return [
        (one, hidden if one.secret and one.number not in seen else one.title, words)
        for one, words in lacks.items()
    ]
