"""What the city sets: budget frames, the values that rules read, the council's goals."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from engagements.models import Engagement, Organisation, OrientationGoal, User
from governance import strategy
from governance.goal_lines import GoalLine
from governance.models import Frame, PolicyValue
from governance.strategy import Value

DEFINED: dict[str, Value] = {value.key: value for value in strategy.DEFAULT_VALUES}
ONE_DAY = timedelta(days=1)


class NotPossible(Exception):
    """A setting that can't be made. field: the answer to look at."""

    def __init__(self, sentence: str, field: str) -> None:
        super().__init__(sentence)
        self.field = field


@transaction.atomic
def set_frame(
    organisation: Organisation, *, year: int, amount_sek: int, by: User, at: datetime
) -> Frame:
    """Set an organisation's frame for a year; what it was stays in the history (5.4.1)."""
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    frame = Frame.objects.filter(organisation=organisation, year=year).first()
    if frame and frame.amount_sek == amount_sek:
        return frame
    frame = frame or Frame(organisation=organisation, year=year)
    frame.amount_sek = amount_sek
    _save(frame, by=by, at=at)
    return frame


@transaction.atomic
def set_value(
    key: str, *, value: Any, valid_from: date, source: str, by: User, at: datetime
) -> PolicyValue:
    """Let a value hold from a day on; the one before it ends the day before.

    A value that already holds is never written over: what was judged by it keeps its receipt, and
    the history says what held on which day. One that is still to come may be corrected.
    value: of the type that the key is defined with, else TypeError. Raises NotPossible.
    """
    if type(value) is not type(DEFINED[key].value):
        raise TypeError(f"{key} is no {type(value).__name__}")
    today = timezone.localdate(at)
    if valid_from < today:
        raise NotPossible(_("Välj i dag eller en senare dag."), "valid_from")
    rows = list(PolicyValue.objects.select_for_update().filter(key=key).order_by("valid_from"))
    before = [row for row in rows if row.valid_from < valid_from]
    same = next((row for row in rows if row.valid_from == valid_from), None)
    after = [row for row in rows if row.valid_from > valid_from]
    if same and valid_from == today:
        raise NotPossible(_("Ett värde gäller redan från i dag. Välj en senare dag."), "valid_from")
    new = same or PolicyValue(key=key, valid_from=valid_from)
    new.value, new.source, new.suggestion = value, source, False
    new.valid_to = after[0].valid_from - ONE_DAY if after else None
    new.set_by, new.set_at = by, at
    if before and (before[-1].valid_to is None or before[-1].valid_to >= valid_from):
        before[-1].valid_to = valid_from - ONE_DAY
        _save(before[-1], by=by, at=at)
    _save(new, by=by, at=at)
    return new


def value_rows() -> dict[str, list[PolicyValue]]:
    """Return what has been set, newest first, by the keys that rules know."""
    found: dict[str, list[PolicyValue]] = {key: [] for key in DEFINED}
    for row in PolicyValue.objects.select_related("set_by").order_by("-valid_from"):
        if row.key in found:
            found[row.key].append(row)
    return found


@transaction.atomic
def add_goal(
    *, year: int, code: str, name_sv: str, name_en: str, by: User, at: datetime
) -> OrientationGoal:
    """Add one of the council's goals for a budget year (2.1). Raises NotPossible."""
    goal = OrientationGoal(year=year, code=code, name_sv=name_sv, name_en=name_en)
    try:
        with transaction.atomic():
            _save(goal, by=by, at=at)
    except IntegrityError as error:
        raise NotPossible(_("Koden finns redan det året. Välj en annan."), "code") from error
    return goal


@transaction.atomic
def correct_goal(
    goal: OrientationGoal, *, name_sv: str, name_en: str, by: User, at: datetime
) -> OrientationGoal:
    """Correct the words of a goal that nothing rests on yet. Raises NotPossible."""
    row = OrientationGoal.objects.select_for_update().get(pk=goal.pk)
    if is_used(row):
        raise NotPossible(_("Målet används redan i ärenden och kan inte ändras."), "name_sv")
    row.name_sv, row.name_en = name_sv, name_en
    _save(row, by=by, at=at)
    return row


@transaction.atomic
def close_goal(
    goal: OrientationGoal, *, closed_on: date | None, by: User, at: datetime
) -> OrientationGoal:
    """Offer a goal no more from a day on, or again; matters that name it keep it."""
    row = OrientationGoal.objects.select_for_update().get(pk=goal.pk)
    if row.closed_on != closed_on:
        row.closed_on = closed_on
        _save(row, by=by, at=at)
    return row


class Loaded(NamedTuple):
    """How many goals were loaded, and which kept their words since matters name them."""

    number: int
    kept: list[OrientationGoal]


@transaction.atomic
def load_goals(goals: Iterable[GoalLine], *, by: User, at: datetime) -> Loaded:
    """Add goals, and correct the words of those that nothing rests on yet."""
    count, kept = 0, []
    for line in goals:
        row = OrientationGoal.objects.filter(year=line.year, code=line.code).first()
        if row and is_used(row):
            kept.append(row)
            continue
        names = {"name_sv": line.name_sv, "name_en": line.name_en}
        if row:
            correct_goal(row, **names, by=by, at=at)
        else:
            add_goal(year=line.year, code=line.code, **names, by=by, at=at)
        count += 1
    return Loaded(count, kept)


def is_used(goal: OrientationGoal) -> bool:
    """Whether an engagement names the goal: of its year, or of a later one without goals."""
    later = OrientationGoal.objects.filter(year__gt=goal.year).order_by("year").first()
    of_year = Q(starts_on__year__gte=goal.year)
    if later:
        of_year &= Q(starts_on__year__lt=later.year)
    named = Engagement.objects.filter(goals__contains=[goal.code])
    return named.filter(of_year | Q(starts_on=None)).exists()


def _save(row: Any, *, by: User, at: datetime) -> None:
    row._history_user, row._history_date = by, at
    row.save()
