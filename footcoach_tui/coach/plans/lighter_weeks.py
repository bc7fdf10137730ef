"""Lighter weeks: seven days with each step halved, after two signs of too much (G3, G4)."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Final

from footcoach_tui.coach.answers.check_in import CheckIn, MorningAnswer
from footcoach_tui.coach.facts.day import DayFacts, Said, said_at
from footcoach_tui.coach.facts.session import AMBER

_WEEK = timedelta(days=7)
_EVERY = timedelta(days=28)
"""Least days from the beginning of one that came by itself to the next (G4)."""

_LEAST_SIGNS = 2
_LEAST_HARD, _LEAST_AMBER = 2, 2
_HARD, _SORE, _MORNING, _ILL, _RACE, _LONGER = range(6)
_LEAST: Final = {_HARD: _LEAST_HARD, _SORE: _LEAST_AMBER}
"""Signs that count only from so many on; of the others one is enough (G3)."""

LIGHTER_WEEK = (
    "Seven days: the same days and exercises, half of each, and no hops. Nothing goes up."
)


def lighter_week_document(today: date) -> dict[str, object]:
    """Return the entry of a check-in that asks for a lighter week alone (G3)."""
    return {"day": today.isoformat(), **CheckIn(wants_lighter=True).document()}


class LighterWeeks:
    """Lighter weeks up to a day, from the days read in their order."""

    def __init__(self, races: Collection[date]) -> None:
        self._races = races
        self._signs: list[tuple[date, int]] = []
        self._begins: list[date] = []
        self._longer_runs: list[date] = []
        self._by_itself: date | None = None

    @property
    def begun(self) -> date | None:
        """First day of the newest one."""
        return self._begins[-1] if self._begins else None

    def last_day(self, day: date) -> date | None:
        """Return the last day of the lighter week that holds on a day."""
        return self._begins[-1] + _WEEK - timedelta(days=1) if self.holds(day) else None

    def holds(self, day: date) -> bool:
        return any(begun <= day < begun + _WEEK for begun in self._begins)

    def has_longer_run(self, day: date) -> bool:
        """Whether a run of the last seven days was said to be longer than before (N8)."""
        return any(when <= day < when + _WEEK for when in self._longer_runs)

    def read_check_ins(self, day: DayFacts, today: CheckIn | None = None) -> None:
        """Read the check-ins of a day, and one of today that is not in the log yet."""
        if not day.has_check_in and today is None:
            return
        if self._signs:
            self._signs = [(when, sign) for when, sign in self._signs if day.day - when < _WEEK]
        said = day.said | said_at(today) if today else day.said
        score = max(day.check_in_score or 0, (today and today.score) or 0)
        if score >= AMBER:
            self._signs.append((day.day, _SORE))
        if Said.ILL in said:
            self._signs.append((day.day, _ILL))
        if Said.RAN_LONGER in said:
            self._signs.append((day.day, _LONGER))
            self._longer_runs.append(day.day)
        if self.holds(day.day):
            return
        if Said.WANTS_LIGHTER in said:
            self._begins.append(day.day)
        elif self._may_begin(day.day) and self._is_too_much(day.day):
            self._begins.append(day.day)
            self._by_itself = day.day

    def _may_begin(self, day: date) -> bool:
        """Whether one may begin by itself, once in 28 days (G4)."""
        return self._by_itself is None or day - self._by_itself >= _EVERY

    def read_sessions(self, day: DayFacts) -> None:
        """Read the sessions of a day: they count for the check-ins of later days."""
        for session in day.sessions:
            if session.is_too_hard:
                self._signs.append((day.day, _HARD))
            if session.record.morning and session.morning is MorningAnswer.WORSE:
                self._signs.append((day.day, _MORNING))
        if day.top_score >= AMBER and (day.day, _SORE) not in self._signs:
            self._signs.append((day.day, _SORE))

    def _is_too_much(self, day: date) -> bool:
        if not self._signs:
            return False
        signs = [sign for _, sign in self._signs]
        signs += [_RACE for race in self._races if timedelta() <= day - race < _WEEK]
        return sum(signs.count(sign) >= _LEAST.get(sign, 1) for sign in set(signs)) >= _LEAST_SIGNS
