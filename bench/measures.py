"""What is measured of a program in a terminal: its start, what it costs, how quick it answers."""

import random
import statistics
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

from bench.screen import Screen
from bench.terminal import Seen, Terminal
from bench.usage import MIB, usage

_WINDOW = 0.12
"""Seconds after a key in which its effect is waited for without a look."""
_PATIENCE = 5.0
_LONGEST_START, _QUIET = 1.5, 0.4
"""Seconds of a start that are read without a look, or until nothing has come for so long."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Bytes written a second, CPU in percent of a core, wake-ups a second, memory in MiB."""

    bytes_a_second: float
    cpu: float
    wakes: float
    memory: float


def cost(terminal: Terminal, seconds: float) -> Cost:
    """What the program in a terminal costs over the next seconds."""
    terminal.look()
    count, before = terminal.count, usage(terminal.pid)
    terminal.gather(seconds)
    after = usage(terminal.pid)
    passed = after.moment - before.moment
    return Cost(
        (terminal.count - count) / passed,
        100 * after.cpu_since(before) / passed,
        (after.wakes - before.wakes) / passed,
        after.memory / MIB,
    )


def presses(
    terminal: Terminal,
    keys: str,
    effect: Callable[[Screen], Hashable],
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
        terminal.gather(chance.uniform(0.1, 0.3))
        terminal.look()
        before = effect(terminal.screen)
        pressed = terminal.press(keys[number % len(keys)])
        seen = terminal.until(_differs(effect, before), _PATIENCE, _WINDOW)
        took.append(seen - pressed)
        terminal.look()
    return took


def _differs(effect: Callable[[Screen], Hashable], before: Hashable) -> Seen:
    return lambda screen: effect(screen) != before


@dataclass(frozen=True, slots=True)
class Start:
    """Seconds until the first picture, and all of it, was on the screen."""

    drawn: float
    filled: float


def start(terminal: Terminal, drawn: Seen, filled: Seen) -> Start:
    """How a program that was just started comes to the screen. Raises NeverSeenError."""
    moments = [
        terminal.until(seen, gathered=_LONGEST_START, quiet=_QUIET) for seen in (drawn, filled)
    ]
    whole, full = (moment - terminal.begun for moment in moments)
    return Start(whole, full)


def p95(took: Iterable[float]) -> float:
    """The time that 95 of 100 stay within."""
    ordered = sorted(took)
    return (
        statistics.quantiles(ordered, n=20, method="inclusive")[-1] if ordered[1:] else ordered[0]
    )
