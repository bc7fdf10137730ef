"""Trend of one exercise over time, left and right apart, from the sessions that count.

A trend says what was done and nothing more: a side that does less may be tired, new to it, or sore.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby

from footcoach_tui.coach.practice.weeks import monday_of
from footcoach_tui.session.record import SessionRecord, SetOutcome, SetRecord
from footcoach_tui.session.side import Side
from footcoach_tui.text.durations import format_duration

_RECENT = timedelta(weeks=4)
_MIN_HOLD_SECONDS = 20.0
"""Seconds planned for a rep from which it is measured in seconds: a hold, a bout, a stretch."""
_SIDES = (Side.LEFT, Side.RIGHT, Side.BOTH)
_NAMES = {Side.LEFT: "left ", Side.RIGHT: "right ", Side.BOTH: "both sides together "}


class Measure(StrEnum):
    """The usual measure of an exercise: its reps, or the seconds of its holds."""

    REPS = "reps"
    SECONDS = "seconds"


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """A side in a session: the most in a set, without skipped sets.

    The set with the most reps need not be the one with the most seconds.
    """

    day: date
    side: Side
    reps: int
    seconds: float
    sets: int
    percent: float | None = None
    """Most of its plan done in a set; None if a set had no plan."""

    def value(self, measure: Measure) -> float:
        """Reps or seconds of the best set."""
        return self.reps if measure is Measure.REPS else self.seconds


@dataclass(frozen=True, slots=True)
class SideTrend:
    """The sessions of one side, oldest first; there is at least one."""

    side: Side
    points: tuple[TrendPoint, ...]

    def best(self, measure: Measure) -> TrendPoint:
        """The session with the best set, the earliest of several."""
        return max(self.points, key=lambda point: point.value(measure))


@dataclass(frozen=True, slots=True)
class Trend:
    """Trend of an exercise: its id, its latest name, and the sides it was done on."""

    exercise: str
    name: str
    measure: Measure
    sides: tuple[SideTrend, ...]
    has_mixed_plans: bool = False
    """Whether sets were planned differently, as by two routines, so that only percents compare."""

    @classmethod
    def from_records(cls, records: Iterable[SessionRecord], exercise: str) -> "Trend":
        """The trend of the exercise with that id; the records may come in any order.

        Sets that were measured are left out: their results are neither reps nor seconds.
        """
        ordered = sorted(
            (record for record in records if record.is_counted),
            key=lambda record: (record.started.date(), record.started, record.id),
        )
        name = ""
        points: list[TrendPoint] = []
        all_sets: list[SetRecord] = []
        for record in ordered:
            steps = [step for step in record.exercises if step.exercise == exercise]
            done = [
                each
                for step in steps
                for each in step.sets
                if each.outcome is not SetOutcome.SKIPPED and each.value is None
            ]
            if not done:
                continue
            name = steps[-1].name
            all_sets.extend(done)
            points.extend(_points(record.started.date(), done))
        by_side = (
            (side, tuple(point for point in points if point.side is side)) for side in _SIDES
        )
        sides = tuple(SideTrend(side, of_side) for side, of_side in by_side if of_side)
        measure = _measure(all_sets)
        return cls(exercise, name, measure, sides, _has_mixed_plans(all_sets, measure))

    def series(
        self, measure: Measure | None = None
    ) -> tuple[tuple[Side, tuple[tuple[date, float], ...]], ...]:
        """Each side's best sets day by day, oldest first, in `measure` or the usual one."""
        by = measure or self.measure
        return tuple(
            (trend.side, tuple((point.day, point.value(by)) for point in trend.points))
            for trend in self.sides
        )

    def weekly_series(self) -> tuple[tuple[Side, tuple[tuple[date, float], ...]], ...]:
        """Best set of each week, on its day: percent of the plan if plans differ, else measured."""

        def value(point: TrendPoint) -> float:
            return (point.percent or 0.0) if self.has_mixed_plans else point.value(self.measure)

        series: list[tuple[Side, tuple[tuple[date, float], ...]]] = []
        for trend in self.sides:
            weeks = groupby(trend.points, lambda point: monday_of(point.day))
            best = [max(points, key=value) for _, points in weeks]
            series.append((trend.side, tuple((point.day, value(point)) for point in best)))
        return tuple(series)

    def since(self, day: date) -> "Trend":
        """Only the sessions from `day` on; a side without any is left out."""
        sides = (
            replace(trend, points=tuple(point for point in trend.points if point.day >= day))
            for trend in self.sides
        )
        return replace(self, sides=tuple(trend for trend in sides if trend.points))

    def sentence(self, today: date) -> str:
        """The most of each side in the last four weeks, else of all time."""
        if not self.sides:
            return "Not done yet."
        recent = self.since(today - _RECENT + timedelta(days=1))
        if not recent.sides:
            return f"Not done in the last four weeks. Most in a set before: {_bests(self)}."
        return f"Most in a set in the last four weeks: {_bests(recent)}."


def _points(day: date, sets: list[SetRecord]) -> Iterable[TrendPoint]:
    for side in _SIDES:
        of_side = [each for each in sets if each.side is side]
        if of_side:
            yield TrendPoint(
                day=day,
                side=side,
                reps=max(each.reps for each in of_side),
                seconds=max(each.seconds for each in of_side),
                sets=len(of_side),
                percent=_percent(of_side),
            )


def _percent(sets: list[SetRecord]) -> float | None:
    if any(each.planned_seconds <= 0 for each in sets):
        return None
    return max(100 * each.seconds / each.planned_seconds for each in sets)


def _has_mixed_plans(sets: list[SetRecord], measure: Measure) -> bool:
    """Whether all sets were planned, and not all alike."""
    is_planned = all(each.planned_seconds > 0 for each in sets)
    plans = {
        each.planned_reps if measure is Measure.REPS else each.planned_seconds for each in sets
    }
    return is_planned and len(plans) > 1


def _measure(sets: list[SetRecord]) -> Measure:
    reps = sum(each.planned_reps for each in sets)
    seconds = sum(each.planned_seconds for each in sets)
    is_test = seconds == 0 and all(each.planned_reps == 1 for each in sets)
    if is_test:  # to a beat, or against the timer
        return Measure.REPS if any(each.reps > 1 for each in sets) else Measure.SECONDS
    return Measure.SECONDS if seconds and seconds >= _MIN_HOLD_SECONDS * reps else Measure.REPS


def _bests(trend: Trend) -> str:
    """The best of each side in words: "left 12, right 9 reps"."""
    parts = [
        f"{_NAMES[side.side]}{_value_text(side.best(trend.measure), trend.measure)}"
        for side in trend.sides
    ]
    if trend.measure is Measure.SECONDS:
        return ", ".join(parts)
    return ", ".join(parts) + (" rep" if parts[-1].endswith(" 1") else " reps")


def _value_text(point: TrendPoint, measure: Measure) -> str:
    return str(point.reps) if measure is Measure.REPS else format_duration(round(point.seconds))
