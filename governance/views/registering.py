"""The pages on which an engagement is registered: its kind, a draft, its steps, one receipt."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from engagements import lifecycle, organisations
from engagements.forms import summary
from engagements.forms.stepping import BeginForm, StepForm
from engagements.models import Engagement, Organisation
from engagements.permissions import allowed_to, reach_of
from engagements.querysets import waiting_for
from engagements.vocabulary import Action, Status
from governance import assessing, kinds
from governance.actions import drafting, intake
from governance.forms_submitting import SubmitForm
from governance.strategy import Assessment, Finding, Route, Verdict
from governance.views import citing, steps

SENT = [str(Status.ADVICE), str(Status.DECISION)]
LAST = _("Kontrollera och skicka")


@login_required
@require_GET
def choose(request: HttpRequest) -> HttpResponse:
    """Offer the kinds, each with one sentence on what it is for; go on where there is but one."""
    may = reach_of(request.user, on=timezone.localdate()).registers
    offered = [(kind, pages) for kind, pages in kinds.offered() if kind in may]
    if len(offered) == 1:
        return redirect("engagement_new", slug=offered[0][1].slug)
    context = {"offered": offered, "may": bool(may)}
    return render(request, "registering/choose.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, slug: str) -> HttpResponse:
    """Make a draft from a few answers."""
    try:
        pages = kinds.pages_by_slug(slug)
    except kinds.UnknownKind as unknown:
        raise Http404 from unknown
    today = timezone.localdate()
    organisations = own_organisations(request, pages, on=today)
    form = pages.begin(request.POST or None, organisations=organisations, on=today)
    return begin(request, pages, form)


def own_organisations(
    request: HttpRequest, pages: kinds.Pages, *, on: date
) -> QuerySet[Organisation]:
    """Return the organisations that the reader registers a kind for."""
    owns = reach_of(request.user, on=on).owned(pages.begin.detail.kind)
    return Organisation.objects.filter(pk__in=owns, active=True).order_by("sort_name")


def begin(
    request: HttpRequest,
    pages: kinds.Pages,
    form: BeginForm,
    *,
    step: int = 0,
    template: str = "registering/new.html",
    **more: Any,
) -> HttpResponse:
    """Make the draft, or once more show the same draft to a second click; else show the page.

    step: where one goes on, when it is another than the form says. A kind with a first page of
    its own names its template.
    """
    if request.method == "POST" and form.is_valid():
        engagement = drafting.begin(form, by=request.user, at=timezone.now())  # type: ignore[arg-type]
        return redirect("engagement_step", number=engagement.number, step=step or form.then)
    context = {
        "form": form,
        "pages": pages,
        # Not read in the template: there it would be a question of that name.
        "title": form.title,
        "steps": _bar(pages, None, 1),
        "may": own_organisations(request, pages, on=timezone.localdate()).exists(),
        **more,
    }
    return render(request, template, context, status=422 if form.errors else 200)


@login_required
@require_GET
@allowed_to(Action.CHANGE)
def go_on(_request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Lead to the first step that still lacks an answer; to the last where none does."""
    today = timezone.localdate()
    pages = kinds.pages_of(engagement)
    assessment = assessing.judge(engagement, stage="draft", on=today)
    lacking = _open_steps(assessment, summary.forms_of(pages.steps, engagement, on=today))
    step = min(lacking, default=pages.check)
    return redirect("engagement_step", number=engagement.number, step=step)


@login_required
@require_http_methods(["GET", "POST"])
@allowed_to(Action.CHANGE)
def step(request: HttpRequest, engagement: Engagement, step: int) -> HttpResponse:
    """Show a step and write down what it is answered."""
    pages = kinds.pages_of(engagement)
    if step == pages.check:
        return _check(request, engagement)
    if step not in pages.steps:
        raise Http404
    today = timezone.localdate()
    if request.method == "GET":
        form = pages.steps[step](engagement=engagement, on=today)
        return _step_page(request, form, step)
    engagement = lifecycle.lock(engagement.pk)
    form = pages.steps[step](request.POST, engagement=engagement, on=today)
    form.full_clean()
    try:
        drafting.write(
            form,
            version=form.cleaned_data.get("version"),
            by=request.user,  # type: ignore[arg-type]
            at=timezone.now(),
            on=today,
        )
    except lifecycle.StaleVersion as stale:
        return _stale_page(request, form, step, stale)
    if form.errors:
        return _step_page(request, form, step, status=422)
    if asked := request.POST.get("cite"):
        citing.cite_by_name(request, engagement, asked)
        return redirect("engagement_step", number=engagement.number, step=step)
    return redirect(_next(request, engagement, step))


@login_required
@require_POST
@allowed_to(Action.CHANGE)
def check(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Save what is readable so far, and answer with the panel: what the strategy says of it."""
    asked, steps_asked = request.POST.get("step", ""), kinds.pages_of(engagement).steps
    if not asked.isdecimal() or int(asked) not in steps_asked:
        raise Http404
    now, today = timezone.now(), timezone.localdate()
    engagement = lifecycle.lock(engagement.pk)
    form = steps_asked[int(asked)](request.POST, engagement=engagement, on=today)
    form.full_clean()
    context: dict[str, Any] = {"engagement": engagement, "misread": form.misread()}
    try:
        context["assessment"] = drafting.write(
            form,
            version=form.cleaned_data.get("version"),
            by=request.user,  # type: ignore[arg-type]
            at=now,
            on=today,
        )
        context |= {"saved_at": now, "version": engagement.version}
    except lifecycle.StaleVersion as stale:
        stored = Engagement.objects.select_related("organisation__board").get(pk=engagement.pk)
        context["assessment"] = assessing.judge(stored, stage="draft", on=today)
        context["stale"] = stale
    context["names"] = _names(context["assessment"].route)
    return render(request, "registering/_panel.html", context)


@login_required
@require_GET
@allowed_to(Action.VIEW)
def receipt(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Say what happens now, after it was handed in."""
    today = timezone.localdate()
    steps.read(engagement)
    assessment = assessing.judge(engagement, stage="draft", on=today)
    names = _names(assessment.route)
    context = {
        "engagement": engagement,
        "pages": kinds.pages_of(engagement),
        "trail": _trail(engagement),
        "assessment": assessment,
        "names": names,
        "states": steps.states_of(assessment.route, engagement),
        "mine": waiting_for(request.user, on=today).filter(pk=engagement.pk).exists(),  # type: ignore[arg-type]
    }
    return render(request, "registering/receipt.html", context)


def _step_page(
    request: HttpRequest, form: StepForm, step: int, *, status: int = 200, **more: Any
) -> HttpResponse:
    engagement = form.engagement
    if form.is_bound:
        engagement = Engagement.objects.select_related("organisation__board").get(pk=engagement.pk)
    today = timezone.localdate()
    assessment = assessing.judge(engagement, stage="draft", on=today)
    pages = kinds.pages_of(engagement)
    filled = summary.forms_of(pages.steps, engagement, on=today)
    open_steps = _open_steps(assessment, filled)
    context = {
        "engagement": engagement,
        "pages": kinds.pages_of(engagement),
        "trail": _trail(engagement),
        "form": form,
        "step": step,
        "title": form.title,
        "steps": _bar(pages, engagement, step, open_steps),
        "back": step - 1,
        "misread": form.misread(),
        "below": pages.below.get(step, ""),
        "assessment": assessment,
        "names": _names(assessment.route),
        **more,
    }
    return render(request, "registering/step.html", context, status=status)


def _stale_page(
    request: HttpRequest, form: StepForm, step: int, stale: lifecycle.StaleVersion
) -> HttpResponse:
    """Show the step with what was typed, what is stored instead, and a way to save anyway."""
    differing = [
        (form.fields[name].label, summary.shown(form.fields[name], form.initial.get(name)))
        for name in form.answers()
    ]
    typed = request.POST.copy()
    typed["version"] = str(stale.version)
    form.data = typed
    return _step_page(request, form, step, status=409, stale=stale, differing=differing)


def _check(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    today = timezone.localdate()
    if Action.SUBMIT not in engagement.allowed:
        again = request.method == "POST" and engagement.submitted_at
        return redirect("engagement_receipt", engagement.number) if again else redirect(engagement)
    if request.method == "POST":
        return _submit(request, engagement, lifecycle.lock(engagement.pk), on=today)
    assessment = assessing.judge(engagement, stage="submission", on=today)
    form = SubmitForm(assessment=assessment, version=engagement.version)
    return _check_page(request, engagement, form, assessment, status=200)


def _submit(
    request: HttpRequest, engagement: Engagement, row: Engagement, *, on: date
) -> HttpResponse:
    """Hand in what is ready. row: the engagement, locked, so that it need be judged but once."""
    assessment = assessing.judge(row, stage="submission", on=on)
    form = SubmitForm(request.POST, assessment=assessment, version=row.version)
    if not form.is_valid():
        return _check_page(request, engagement, form, assessment, status=422)
    try:
        intake.submit(
            row,
            version=form.cleaned_data["version"],
            ask=form.unit,
            question=form.cleaned_data["question"],
            weighings=form.weighings,
            judged=assessment,
            by=request.user,  # type: ignore[arg-type]
            at=timezone.now(),
        )
    except intake.NotReady as refused:
        return _check_page(request, engagement, form, assessment, status=422, refused=refused)
    except lifecycle.StaleVersion as stale:
        if row.status not in SENT:
            return _check_page(request, engagement, form, assessment, status=409, stale=stale)
    return redirect("engagement_receipt", number=engagement.number)


def _check_page(
    request: HttpRequest,
    engagement: Engagement,
    form: SubmitForm,
    assessment: Assessment,
    *,
    status: int,
    **more: Any,
) -> HttpResponse:
    blocking = assessment.blocking("submission")
    pages = kinds.pages_of(engagement)
    filled = summary.forms_of(pages.steps, engagement, on=timezone.localdate())
    context = {
        "engagement": engagement,
        "pages": kinds.pages_of(engagement),
        "trail": _trail(engagement),
        "form": form,
        "parts": summary.parts(filled),
        "step": pages.check,
        "title": LAST,
        "back": pages.check - 1,
        "steps": _bar(pages, engagement, pages.check, _open_steps(assessment, filled)),
        "assessment": assessment,
        "names": _names(assessment.route),
        "todos": [
            _todo(engagement, finding, filled)
            for finding in blocking
            if finding.verdict is Verdict.UNANSWERED
        ],
        "in_the_way": [f for f in blocking if f.verdict is Verdict.BREACH],
        **more,
    }
    return render(request, "registering/check.html", context, status=status)


def _open_steps(assessment: Assessment, filled: dict[int, StepForm]) -> set[int]:
    """Return the steps that hold a question which must be answered before it is sent."""
    blocking = assessment.blocking("submission")
    asked = [finding.read for finding in blocking if finding.verdict is Verdict.UNANSWERED]
    return {summary.place_of(names, filled)[0] for names in asked}


def _todo(engagement: Engagement, finding: Finding, filled: dict[int, StepForm]) -> tuple[str, str]:
    """Return what to answer and the address of its question."""
    step, control = summary.place_of(finding.read, filled)
    address = reverse("engagement_step", args=[engagement.number, step])
    return finding.why.get(get_language() or "sv"), f"{address}#{control}"


def _trail(engagement: Engagement) -> list[tuple[Any, str]]:
    return [
        (_("Start"), reverse("start")),
        (_("Ärenden"), reverse("engagements")),
        (engagement.number, ""),
    ]


def _bar(
    pages: kinds.Pages,
    engagement: Engagement | None,
    current: int,
    open_steps: Collection[int] | None = None,
) -> list[dict[str, Any]]:
    """Return the steps of the form. open_steps: those in which something must be answered still.

    Without it all are still to do.
    """
    titles = {step: form.title for step, form in pages.steps.items()} | {pages.check: LAST}

    def state(number: int) -> str:
        if number == current:
            return "now"
        todo = open_steps is None or number in open_steps or number == pages.check
        return "todo" if todo else "done"

    return [
        {
            "state": state(number),
            "title": title,
            "url": reverse("engagement_step", args=[engagement.number, number])
            if engagement
            else "",
        }
        for number, title in titles.items()
    ]


def _names(route: Route) -> dict[str, str]:
    return organisations.names({step.organisation for step in route.steps})


def _next(request: HttpRequest, engagement: Engagement, step: int) -> str:
    if "close" in request.POST:
        return reverse("start")
    if "again" in request.POST:
        return reverse("engagement_step", args=[engagement.number, step])
    return reverse("engagement_step", args=[engagement.number, step + 1])
