"""Self-tests: whether a result differs from an earlier one by more than the error of the test."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from footcoach_tui.coach.answers.self_test_result import SelfTestResult
from footcoach_tui.coach.rules.self_test import SelfTest
from footcoach_tui.session.side import Side

PAIR_DAYS = (2, 7)
"""Days between the first two tests (4.1): people learn a test, so the second is kept."""

_SMALL = 1e-9
_SIDES = (Side.LEFT, Side.RIGHT, Side.BOTH)


class Outcome(StrEnum):
    """Outcome of a comparison."""

    REAL_BETTER = "real better"
    REAL_WORSE = "real worse"
    WITHIN_ERROR = "within error"
    NO_FIGURE = "no figure"
    NOT_COMPARABLE = "not comparable"


class Comparison(NamedTuple):
    """Later result compared with an earlier one; more is better in every test.

    `limit` is the difference that may be chance, in the unit of the test, and `is_own` says that
    it comes from the person's first two results: only more than that is real then.
    """

    outcome: Outcome
    earlier: SelfTestResult
    later: SelfTestResult
    limit: float | None = None
    is_own: bool = False

    @property
    def difference(self) -> float:
        return self.later.value - self.earlier.value

    @property
    def is_real(self) -> bool:
        return self.outcome in (Outcome.REAL_BETTER, Outcome.REAL_WORSE)


def compare(
    test: SelfTest, earlier: SelfTestResult, later: SelfTestResult, noise: float = 0.0
) -> Comparison:
    """Compare two results of a side; `noise` is the difference of the first two (4.3)."""
    if _kind(earlier) != _kind(later):
        return Comparison(Outcome.NOT_COMPARABLE, earlier, later)
    if test.change is None:
        return Comparison(Outcome.NO_FIGURE, earlier, later)
    limit = test.change * earlier.value / 100 if test.is_percent else test.change
    difference = later.value - earlier.value
    is_own = noise > limit + _SMALL
    if is_own:
        limit = noise
    is_real = abs(difference) > limit + _SMALL if is_own else abs(difference) >= limit - _SMALL
    outcome = Outcome.WITHIN_ERROR
    if is_real and abs(difference) > _SMALL:
        outcome = Outcome.REAL_BETTER if difference > 0 else Outcome.REAL_WORSE
    if not is_own and (by_moves := _by_moves(test, earlier, later)):
        outcome = by_moves
    return Comparison(outcome, earlier, later, limit, is_own)


def _kind(result: SelfTestResult) -> tuple[object, ...]:
    """Return what must be the same in two results that are compared."""
    return result.test, result.side, result.unit, result.conditions


def _by_moves(test: SelfTest, earlier: SelfTestResult, later: SelfTestResult) -> Outcome | None:
    """Return what single moves decide: a change of one, or changes both ways."""
    parts = len(test.parts)
    if test.part_change is None or (len(earlier.tries), len(later.tries)) != (parts, parts):
        return None
    changes = [new - old for old, new in zip(earlier.tries, later.tries, strict=True)]
    rises, falls = max(changes) >= test.part_change, min(changes) <= -test.part_change
    if rises and falls:
        return Outcome.WITHIN_ERROR
    if rises or falls:
        return Outcome.REAL_BETTER if rises else Outcome.REAL_WORSE
    return None


def results_by_side(
    results: Iterable[SelfTestResult], test: str
) -> Mapping[Side, tuple[SelfTestResult, ...]]:
    """Return the results of a test by side, the oldest first; of a day the last one counts."""
    sides: dict[Side, dict[date, SelfTestResult]] = {}
    for result in results:
        if result.test == test:
            sides.setdefault(result.side, {})[result.day] = result
    return {
        side: tuple(days[day] for day in sorted(days))
        for side in _SIDES
        if (days := sides.get(side))
    }


class Kept(NamedTuple):
    """Results of a side that count, the oldest first, and the noise of the first two."""

    results: tuple[SelfTestResult, ...]
    noise: float = 0.0


def kept_results(results: tuple[SelfTestResult, ...]) -> Kept:
    """Return the results without the first of the pair, which was for learning the test."""
    if len(results) > 1:
        first, second = results[:2]
        least, most = (timedelta(days=number) for number in PAIR_DAYS)
        if least <= second.day - first.day <= most and _kind(first) == _kind(second):
            return Kept(results[1:], abs(second.value - first.value))
    return Kept(results)


def latest_comparison(test: SelfTest, results: tuple[SelfTestResult, ...]) -> Comparison | None:
    """Compare the latest result of a side with the first kept one; None without two.

    The first one under the same conditions is taken, if there is one.
    """
    kept = kept_results(results)
    if len(kept.results) < 2:  # noqa: PLR2004 - two are compared
        return None
    *earlier, latest = kept.results
    alike = (each for each in earlier if _kind(each) == _kind(latest))
    return compare(test, next(alike, earlier[0]), latest, kept.noise)


def side_difference(
    test: SelfTest, sides: Mapping[Side, tuple[SelfTestResult, ...]]
) -> float | None:
    """Return how much the left side reached more than the right; None if it is not to be told.

    The latest results of the same day are compared.
    """
    left, right = sides.get(Side.LEFT), sides.get(Side.RIGHT)
    if test.side is None or not left or not right or left[-1].day != right[-1].day:
        return None
    difference = left[-1].value - right[-1].value
    if test.is_percent:
        longer = max(left[-1].value, right[-1].value)
        is_told = abs(difference) > test.side * longer / 100 + _SMALL
    else:
        is_told = abs(difference) >= test.side - _SMALL
    return difference if is_told else None


def chance_band(test: SelfTest, results: tuple[SelfTestResult, ...]) -> tuple[float, float] | None:
    """Return the values within chance of the first kept one; None without a figure."""
    kept = kept_results(results)
    if test.change is None or not kept.results:
        return None
    value = kept.results[0].value
    figure = test.change * value / 100 if test.is_percent else test.change
    limit = max(figure, kept.noise)
    return max(0.0, value - limit), value + limit
