"""Runs around today, and what they forbid (rules N1 to N6)."""

from typing import NamedTuple, Self

from footcoach_tui.coach.answers.check_in import CheckIn, RunKind
from footcoach_tui.coach.facts.facts import ONE_DAY, Facts

_TIRING = (RunKind.HARD, RunKind.LONG, RunKind.RACE)
_DAYS_WITHOUT_STRENGTH = 3
"""N5: days before a race without strength on one leg."""

_DAYS_WITHOUT_IMPACT = 7
"""N5: days before a race without hops."""


class Runs(NamedTuple):
    """Runs of yesterday, today and tomorrow, None where not known; days until the next race."""

    yesterday: RunKind | None = None
    today: RunKind | None = None
    tomorrow: RunKind | None = None
    days_to_race: int | None = None

    @classmethod
    def of(cls, check_in: CheckIn, facts: Facts) -> Self:
        """Return the runs by the plan; what is said at a check-in counts more."""
        today, choice = facts.today, facts.choice

        def planned(days: int) -> RunKind | None:
            return choice.run_on(today + ONE_DAY * days) if choice else None

        near = {0: check_in.run_today, 1: check_in.run_tomorrow}
        known = {days: near[days] or planned(days) for days in near}
        races = [(day - today).days for day in choice.races] if choice else []
        races = [days for days in races if days > 1]
        races += [days for days in known if known[days] is RunKind.RACE]
        return cls(
            yesterday=_said_of_yesterday(facts) or planned(-1),
            today=known[0],
            tomorrow=known[1],
            days_to_race=min(races, default=None),
        )

    @property
    def is_tomorrow_tiring(self) -> bool:
        """Whether tomorrow's run is hard, long or a race (N4)."""
        return self.tomorrow in _TIRING

    @property
    def is_today_tiring(self) -> bool:
        """Whether today's run is hard, long or a race (N3)."""
        return self.today in _TIRING

    @property
    def is_after_race(self) -> bool:
        """Whether yesterday was a race (N6)."""
        return self.yesterday is RunKind.RACE

    @property
    def is_after_long_run(self) -> bool:
        """Whether yesterday was a race or a long run (N6)."""
        return self.yesterday in (RunKind.RACE, RunKind.LONG)

    @property
    def is_race_near(self) -> bool:
        """Whether a race is today or within three days (N5)."""
        return self.days_to_race is not None and self.days_to_race <= _DAYS_WITHOUT_STRENGTH

    @property
    def is_race_week(self) -> bool:
        """Whether a race is within seven days (N5)."""
        return self.days_to_race is not None and self.days_to_race <= _DAYS_WITHOUT_IMPACT


def _said_of_yesterday(facts: Facts) -> RunKind | None:
    """Return yesterday's run as it was said yesterday, or the day before."""
    yesterday = facts.today - ONE_DAY
    said = [each.run_today for each in facts.day(yesterday).check_ins]
    said += [each.run_tomorrow for each in facts.day(yesterday - ONE_DAY).check_ins]
    return next((run for run in said if run is not None), None)
