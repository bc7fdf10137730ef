"""Return after a break: the row of the table of breaks that holds (3.6)."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from footcoach_tui.coach.answers.check_in import BreakReason, CheckIn
from footcoach_tui.coach.answers.plan_choice import PauseReason, PlanChoice
from footcoach_tui.coach.rules.breaks import BreakRow

_LEAST_ROW_OLDER = 1
_LEAST_ROW_HURT = 2
_LEAST_ROW_OTHER = 2
"""First rows, by number, with which the additions of 3.6 count."""

FORGOTTEN_DAYS = 182
"""Days after the last session from which the highest stage is forgotten (3.2, way back)."""


class Return(NamedTuple):
    """Row of a return, from 0, and the row for hops, which other training does not better."""

    number: int
    row: BreakRow
    hops: BreakRow

    @property
    def is_break(self) -> bool:
        return self.number > 0


def return_after(
    rows: Sequence[BreakRow],
    days: int,
    *,
    is_older: bool = False,
    reason: BreakReason | None = None,
    has_other_training: bool = False,
) -> Return | None:
    """Return what holds so many days after the last training session; None without a table."""
    if not rows:
        return None
    number = max((n for n, row in enumerate(rows) if row.days <= days), default=0)
    lower = is_older and number >= _LEAST_ROW_OLDER
    hurt = reason is BreakReason.HURT and number >= _LEAST_ROW_HURT
    other = has_other_training and number >= _LEAST_ROW_OTHER
    last = len(rows) - 1
    for_hops = min(number + lower + hurt, last)
    number = min(number + lower + hurt - other, last)
    return Return(number, rows[number], rows[for_hops])


def break_reason(
    answers: Iterable[CheckIn], choice: PlanChoice, last_session: date, day: date
) -> BreakReason | None:
    """Return why there was a break: as it was answered, or as a pause in it says."""
    said = [each.break_reason for each in answers if each.break_reason]
    if said:
        return said[-1]
    is_hurt = any(
        pause.reason is PauseReason.HURT
        and pause.first <= day
        and (pause.last is None or pause.last > last_session)
        for pause in choice.pauses
    )
    return BreakReason.HURT if is_hurt else None
