"""What is measured of a program in a terminal: its start, what it costs, how quick it answers."""

import random
import statistics
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

from bench.screen import TerminalScreen
from bench.terminal import BenchTerminal, ScreenCheck
from bench.usage import MIB, usage

_WINDOW = 0.12
"""Seconds after a key in which its effect is waited for without a look."""
_PATIENCE = 5.0
_LONGEST_START, _QUIET = 1.5, 0.4
"""Seconds of a start that are read without a look, or until nothing has come for so long."""


@dataclass(frozen=True, slots=True)
class RunCost:
    """Bytes written a second, CPU in percent of a core, wake-ups a second, memory in MiB."""

    bytes_a_second: float
    cpu: float
    wakes: float
    memory: float


def measure_cost(terminal: BenchTerminal, seconds: float) -> RunCost:
    """What the program in a terminal costs over the next seconds."""
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
    )


def measure_keys(
    terminal: BenchTerminal,
    keys: str,
    effect: Callable[[TerminalScreen], Hashable],
    count: int,
    chance: random.Random,
) -> list[float]:
    """Press keys by turns; for each, the seconds until its effect was read.

    An effect is seen when what `effect` tells of the screen is not what it was before the key.
    Keys come at moments of no rhythm, so that they do not fall in step with the frames.
    Raises NeverSeenError.
    """
    took = []
    for number in range(count):
        terminal.read_for(chance.uniform(0.1, 0.3))
        terminal.render()
        before = effect(terminal.screen)
        pressed = terminal.press(keys[number % len(keys)])
        seen = terminal.wait_until(_differs(effect, before), _PATIENCE, _WINDOW)
        took.append(seen - pressed)
        terminal.render()
    return took


def _differs(effect: Callable[[TerminalScreen], Hashable], before: Hashable) -> ScreenCheck:
    return lambda screen: effect(screen) != before


@dataclass(frozen=True, slots=True)
class StartTimes:
    """Seconds until something, the first picture, and all of it was on the screen."""

    first_output: float
    drawn: float
    filled: float


def measure_start(terminal: BenchTerminal, drawn: ScreenCheck, filled: ScreenCheck) -> StartTimes:
    """How a program that was just started comes to the screen. Raises NeverSeenError."""
    moments = [
        terminal.wait_until(seen, gathered=_LONGEST_START, quiet=_QUIET)
        for seen in (lambda screen: not screen.is_blank, drawn, filled)
    ]
    first_output, whole, full = (moment - terminal.begun for moment in moments)
    return StartTimes(first_output, whole, full)


def p95(took: Iterable[float]) -> float:
    """The time that 95 of 100 stay within."""
    ordered = sorted(took)
    return (
        statistics.quantiles(ordered, n=20, method="inclusive")[-1] if ordered[1:] else ordered[0]
    )
