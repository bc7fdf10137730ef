"""How one exercise went over time, the sides told apart.

    trend(records, exercise) -> Trend        only sessions that count
    Trend.sides                              SideTrend of left, right, both: those that were done
    Trend.measure                            what it is told by: reps, or the seconds of a hold
    Trend.series()                           ((side, ((day, value), ...)), ...), for a plot
    Trend.difference                         of the sides' best, in percent
    Trend.since(day) -> Trend                the same, of the sessions from that day on
    Trend.sentence(today)                    the last four weeks in plain words

It tells what was done and nothing more: a side that does less may be tired, new to it, or sore.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from footcoach_tui.session.record import SessionRecord, SetOutcome, SetRecord
from footcoach_tui.session.side import Side
from footcoach_tui.text.durations import format_duration

_RECENT = timedelta(weeks=4)
_MIN_HOLD_SECONDS = 20.0
"""Seconds planned for a rep from which it is told by its seconds: a hold, a bout, a stretch."""
_SIDES = (Side.LEFT, Side.RIGHT, Side.BOTH)
_NAMES = {Side.LEFT: "left ", Side.RIGHT: "right ", Side.BOTH: "both sides together "}


class Measure(StrEnum):
    """What an exercise is told by."""

    REPS = "reps"
    SECONDS = "seconds"


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One side in one session: the most in a set, and all sets added up; skipped ones are not.

    The set with the most reps need not be the one with the most seconds.
    """

    day: date
    side: Side
    reps: int
    seconds: float
    sets: int
    total_reps: int
    total_seconds: float

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
    """One exercise: its id, its name as it was last, and the sides it was done on."""

    exercise: str
    name: str
    measure: Measure
    sides: tuple[SideTrend, ...]

    def for_side(self, side: Side) -> SideTrend | None:
        """One side, or None where it was never done."""
        return next((one for one in self.sides if one.side is side), None)

    def series(
        self, measure: Measure | None = None
    ) -> tuple[tuple[Side, tuple[tuple[date, float], ...]], ...]:
        """Each side's best sets day by day, oldest first, in `measure` or the usual one."""
        by = measure or self.measure
        return tuple(
            (one.side, tuple((point.day, point.value(by)) for point in one.points))
            for one in self.sides
        )

    @property
    def asymmetry(self) -> int | None:
        """How far the best of left and right are apart, in percent of the greater one.

        Positive where the left is ahead. None unless both sides have something to compare.
        """
        left, right = self.for_side(Side.LEFT), self.for_side(Side.RIGHT)
        if left is None or right is None:
            return None
        one, other = left.best(self.measure), right.best(self.measure)
        ours, theirs = one.value(self.measure), other.value(self.measure)
        greater = max(ours, theirs)
        return round(100 * (ours - theirs) / greater) if greater > 0 else None

    def since(self, day: date) -> "Trend":
        """Only the sessions from `day` on; a side without any is left out."""
        cut = (
            replace(one, points=tuple(point for point in one.points if point.day >= day))
            for one in self.sides
        )
        return replace(self, sides=tuple(one for one in cut if one.points))

    def sentence(self, today: date) -> str:
        """The best of each side in the last four weeks, else the best there ever was."""
        if not self.sides:
            return "Not done yet."
        lately = self.since(today - _RECENT + timedelta(days=1))
        if not lately.sides:
            return f"Not done in the last four weeks; {_bests(self)} at best before."
        bests = _bests(lately)
        return f"{bests[0].upper()}{bests[1:]} at best in the last four weeks."


def exercise_trend(records: Iterable[SessionRecord], exercise: str) -> Trend:
    """The trend of the exercise with that id, whatever order the records come in."""
    ordered = sorted(
        (record for record in records if record.is_counted),
        key=lambda record: (record.started.date(), record.started, record.id),
    )
    name = ""
    points: list[TrendPoint] = []
    every: list[SetRecord] = []
    for record in ordered:
        steps = [step for step in record.exercises if step.exercise == exercise]
        done = [one for step in steps for one in step.sets if one.outcome is not SetOutcome.SKIPPED]
        if not done:
            continue
        name = steps[-1].name
        every.extend(done)
        points.extend(_points(record.started.date(), done))
    by_side = ((side, tuple(one for one in points if one.side is side)) for side in _SIDES)
    sides = tuple(SideTrend(side, some) for side, some in by_side if some)
    return Trend(exercise, name, _measure(every), sides)


def _points(day: date, sets: list[SetRecord]) -> Iterable[TrendPoint]:
    for side in _SIDES:
        ours = [one for one in sets if one.side is side]
        if ours:
            yield TrendPoint(
                day=day,
                side=side,
                reps=max(one.reps for one in ours),
                seconds=max(one.seconds for one in ours),
                sets=len(ours),
                total_reps=sum(one.reps for one in ours),
                total_seconds=sum(one.seconds for one in ours),
            )


def _measure(sets: list[SetRecord]) -> Measure:
    reps = sum(one.planned_reps for one in sets)
    seconds = sum(one.planned_seconds for one in sets)
    return Measure.SECONDS if seconds and seconds >= _MIN_HOLD_SECONDS * reps else Measure.REPS


def _bests(seen: Trend) -> str:
    """The best of each side in words: "left 12, right 9 reps"."""
    parts = [
        f"{_NAMES[one.side]}{_told(one.best(seen.measure), seen.measure)}" for one in seen.sides
    ]
    if seen.measure is Measure.SECONDS:
        return ", ".join(parts)
    return ", ".join(parts) + (" rep" if parts[-1].endswith(" 1") else " reps")


def _told(point: TrendPoint, measure: Measure) -> str:
    return str(point.reps) if measure is Measure.REPS else format_duration(round(point.seconds))
