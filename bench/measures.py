"""Measures of a program in a terminal: start, cost, time from key to screen."""

import operator
import random
import statistics
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Any

from bench.screen import TerminalScreen
from bench.terminal import BenchTerminal, ScreenCheck
from bench.usage import MIB, usage

_WINDOW = 0.12
"""Seconds of output that are read after a key before they are rendered."""
_KEY_TIMEOUT = 5.0
_START_SECONDS, _QUIET = 1.5, 0.4
"""Seconds of a start that are read before rendering, and seconds of silence that end them."""


@dataclass(frozen=True, slots=True)
class RunCost:
    """Bytes written a second, CPU in percent of a core, wake-ups a second, memory in MiB.

    `own_memory` is the part that no other program shares.
    """

    bytes_a_second: float
    cpu: float
    wakes: float
    memory: float
    own_memory: float = 0.0


def measure_cost(terminal: BenchTerminal, seconds: float) -> RunCost:
    """The cost of the program over the next seconds."""
    terminal.render()
    count, before = terminal.count, usage(terminal.pid)
    terminal.read_for(seconds)
    after = usage(terminal.pid)
    passed = after.moment - before.moment
    return RunCost(
        (terminal.count - count) / passed,
        100 * after.cpu_since(before) / passed,
        (after.wakes - before.wakes) / passed,
        after.memory / MIB,
        after.own_memory / MIB,
    )


def measure_keys(
    terminal: BenchTerminal,
    keys: str,
    effect: Callable[[TerminalScreen], Hashable],
    count: int,
    chance: random.Random,
    gap: float = 0.1,
    is_effect: Callable[[Any, Any], bool] = operator.ne,
) -> list[float]:
    """Press keys by turns; return the seconds from each key to the output that shows its effect.

    A key has an effect once `effect(screen)` differs from its value before the key, or as
    `is_effect` says of both. Gaps between keys are random, and `gap` seconds at least, so that keys
    do not fall in step with the frames. Raises NotShownError.
    """
    seconds = []
    for number in range(count):
        terminal.read_for(chance.uniform(gap, gap + 0.2))
        terminal.render()
        before = effect(terminal.screen)
        pressed = terminal.press(keys[number % len(keys)])
        shown = terminal.wait_until(_shows(effect, before, is_effect), _KEY_TIMEOUT, _WINDOW)
        seconds.append(shown - pressed)
        terminal.render()
    return seconds


def _shows(
    effect: Callable[[TerminalScreen], Hashable],
    before: Hashable,
    is_effect: Callable[[Any, Any], bool],
) -> ScreenCheck:
    return lambda screen: is_effect(before, effect(screen))


@dataclass(frozen=True, slots=True)
class StartTimes:
    """Seconds to the first character, the first picture and the filled lists on the screen."""

    first_output: float
    drawn: float
    filled: float


def measure_start(terminal: BenchTerminal, drawn: ScreenCheck, filled: ScreenCheck) -> StartTimes:
    """Start times of a program that has just been started. Raises NotShownError."""
    moments = [
        terminal.wait_until(check, gathered=_START_SECONDS, quiet=_QUIET)
        for check in (lambda screen: not screen.is_blank, drawn, filled)
    ]
    return StartTimes(*(moment - terminal.start for moment in moments))


def p95(values: Iterable[float]) -> float:
    """95th percentile."""
    ordered = sorted(values)
    return (
        statistics.quantiles(ordered, n=20, method="inclusive")[-1] if ordered[1:] else ordered[0]
    )
