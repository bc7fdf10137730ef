"""Returns after breaks: the row of the table of breaks that holds, and for how long (3.6)."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from footcoach_tui.coach.answers.check_in import BreakReason, CheckIn
from footcoach_tui.coach.answers.plan_choice import PauseReason, PlanChoice
from footcoach_tui.coach.facts.day import DayFacts
from footcoach_tui.coach.facts.facts import Facts
from footcoach_tui.coach.facts.session import SessionFacts
from footcoach_tui.coach.rules.breaks import BreakRow

_LEAST_ROW_OLDER = 1
_LEAST_ROW_HURT = 2
_LEAST_ROW_OTHER = 2
"""First rows, by number, with which the additions of 3.6 count."""

_CLEAN_BEFORE_HOPS = 2
"""Clean sessions after a break until hops are no longer held at a low rung."""


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


class Returns:
    """Returns after breaks, led through the days; `last_session` is the last that ended one.

    `due` is that of the day that is read, until a session is done. `by_day` are those begun, by
    the day of their first session. `hops_left` counts the clean sessions until hops are free again.
    """

    def __init__(self, facts: Facts, choice: PlanChoice, begun: date) -> None:
        self.last_session = begun
        self.due: Return | None = None
        self.by_day: dict[date, Return] = {}
        self.hops_left = 0
        self._rows, self._choice = facts.rules.breaks, choice
        self._no_up = 0
        self._day = begun
        self._held_days: set[date] = set()

    def days_away(self, day: date) -> int:
        return (day - self.last_session).days

    @property
    def break_row(self) -> BreakRow | None:
        """Row of the break that the next session ends; None without one."""
        return self.due.row if self.due and self.due.is_break else None

    def read_day(self, day: DayFacts, said: CheckIn | None, *, is_older: bool) -> None:
        """Read a day before its sessions; `said` is a check-in of it that is not in the log."""
        self._day, self.due = day.day, None
        away = self.days_away(day.day)
        if len(self._rows) > 1 and away >= self._rows[1].days:
            answers = [*day.check_ins, said] if said else [*day.check_ins]
            self.due = return_after(
                self._rows,
                away,
                is_older=is_older,
                reason=break_reason(answers, self._choice, self.last_session, day.day),
                has_other_training=any(each.other_training for each in answers),
            )
        if self._is_held:
            self._held_days.add(day.day)

    def read_session(self, session: SessionFacts) -> None:
        """Read a session that ends a break, or follows one."""
        if self.due and self.due.is_break:
            self._no_up = max(self._no_up, self.due.row.no_up + 1)
            self.hops_left = _CLEAN_BEFORE_HOPS if self.due.hops.hop_rung else self.hops_left
            self.by_day[session.day] = self.due
            self.due = None
        self.last_session = session.day
        self._no_up = max(0, self._no_up - 1)
        self.hops_left = max(0, self.hops_left - session.is_clean)

    @property
    def _is_held(self) -> bool:
        return self.break_row is not None or self._no_up > 0

    def holds(self, day: date) -> bool:
        """Whether nothing goes up on a day that was read."""
        return self._is_held if day == self._day else day in self._held_days
