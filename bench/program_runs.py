"""Runs of a program: start, measure while it moves, press keys, pause, measure, end.

Compared programs run by turns (A B C A B C), so that the load of the machine is alike for all.
"""

import random
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from bench.footcoach_home import (
    MOVING_ROUTINE,
    REP_SECONDS,
    BenchHome,
    current_step,
    footcoach,
    is_adjusted,
    is_muted,
    pane_colours,
    seconds_left,
)
from bench.measures import RunCost, StartTimes, measure_cost, measure_keys, measure_start
from bench.reference_programs import MeasuredProgram
from bench.screen import TerminalScreen
from bench.ssh import remote_command
from bench.terminal import BenchTerminal, ScreenCheck

_WARM_UP = 5.0
"""Seconds until an app has drawn each of its frames once."""
_MOVES_AGAIN = 1.3
"""Seconds from a new step until its figure moves."""
_SETTLE = 3.0
"""Seconds after a pause until all output is written."""


@dataclass(frozen=True, slots=True)
class WatchTimes:
    """Seconds to measure moving and paused, and how often to press each key."""

    moving: float
    paused: float
    keys: int


@dataclass(slots=True)
class RunResults:
    """Results of a program: a cost for each run, and the seconds of all keys by their effect."""

    moving: list[RunCost] = field(default_factory=list)
    paused: list[RunCost] = field(default_factory=list)
    keys: dict[str, list[float]] = field(default_factory=dict)

    def add_keys(self, name: str, seconds: list[float]) -> None:
        self.keys.setdefault(name, []).extend(seconds)


class StartedProgram(NamedTuple):
    """A program to start, its variables, and what is on its screen once it can be used.

    `is_home` says that `q` ends it there.
    """

    name: str
    program: MeasuredProgram
    environ: Mapping[str, str]
    is_usable: ScreenCheck | None = None
    is_home: bool = True


def measure_program_start(started: StartedProgram) -> tuple[StartTimes, float | None]:
    """Start times of a program, and the seconds from `q` on its first screen to its end, if any."""
    program = started.program
    with BenchTerminal(program.command, started.environ) as terminal:
        start = measure_start(terminal, program.is_drawn, started.is_usable or program.is_drawn)
        if not started.is_home:
            return start, None
        terminal.read_for(3.0, quiet=0.7)  # what is loaded behind the first screen has come too
        return start, terminal.end("q")


def measure_opening(
    program: MeasuredProgram,
    environ: Mapping[str, str],
    is_usable: ScreenCheck,
    key: str,
    is_open: ScreenCheck,
) -> float:
    """Seconds from a key on the first screen, at rest, to the screen that it opens."""
    with BenchTerminal(program.command, environ) as terminal:
        terminal.wait_until(is_usable)
        terminal.read_for(4.0, quiet=1.0)
        terminal.render()
        pressed = terminal.press(key)
        return terminal.wait_until(is_open, 5.0, 0.5) - pressed


def measure_first_output(program: MeasuredProgram, environ: Mapping[str, str]) -> float:
    """Seconds to the first character on the screen, for a program that ends at once."""
    with BenchTerminal(program.command, environ) as terminal:
        return measure_start(terminal, program.is_drawn, program.is_drawn).first_output


def run_session(
    home: BenchHome, results: RunResults, times: WatchTimes, chance: random.Random
) -> None:
    """Run footcoach: a session with a moving figure, then paused."""
    home.remove_unfinished()
    with BenchTerminal(
        footcoach("play", MOVING_ROUTINE, "--no-checkin").command, home.environ
    ) as terminal:
        _start_session(terminal, REP_SECONDS)  # by then every frame has been drawn
        results.moving.append(measure_cost(terminal, times.moving))
        _press_keys(terminal, results, times.keys, chance)
        results.add_keys(
            "longer",
            measure_keys(terminal, "+-", seconds_left, times.keys, chance, is_effect=is_adjusted),
        )
        results.add_keys(
            "next",
            measure_keys(terminal, "nb", current_step, times.keys, chance, gap=_MOVES_AGAIN),
        )
        terminal.press(" ")
        terminal.wait_for("PAUSED")
        terminal.read_for(_SETTLE)
        results.paused.append(measure_cost(terminal, times.paused))


def run_session_over_ssh(
    login: tuple[str, ...], home: BenchHome, results: RunResults, count: int, chance: random.Random
) -> None:
    """Run a session over SSH and measure its keys; its processes are not ours to measure."""
    home.remove_unfinished()
    settings = home.settings | {"COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
    remote = remote_command(footcoach("play", MOVING_ROUTINE, "--no-checkin").command, settings)
    with BenchTerminal((*login, remote), home.environ) as terminal:
        _start_session(terminal, _WARM_UP)
        _press_keys(terminal, results, count, chance)


def run_naive_app(
    program: MeasuredProgram,
    environ: Mapping[str, str],
    results: RunResults,
    times: WatchTimes,
    chance: random.Random,
) -> None:
    """Run the naive app: the same movement and the same key as in a session."""
    with BenchTerminal(program.command, environ) as terminal:
        terminal.wait_for(program.drawn)
        terminal.read_for(_WARM_UP)
        results.moving.append(measure_cost(terminal, times.moving))
        results.add_keys("mute", measure_keys(terminal, "m", is_muted, times.keys, chance))


def run_minimal_app(
    program: MeasuredProgram, environ: Mapping[str, str], results: RunResults, times: WatchTimes
) -> None:
    """Run the minimal app, which does nothing without input."""
    with BenchTerminal(program.command, environ) as terminal:
        terminal.wait_for(program.drawn)
        terminal.read_for(_SETTLE)
        results.paused.append(measure_cost(terminal, times.paused))


def run_other_timer(
    program: MeasuredProgram, environ: Mapping[str, str], results: RunResults, times: WatchTimes
) -> None:
    """Run another timer, which space pauses."""
    with BenchTerminal(program.command, environ) as terminal:
        terminal.wait_for(program.drawn)
        terminal.read_for(_SETTLE)
        results.moving.append(measure_cost(terminal, times.moving))
        terminal.press(" ")
        terminal.read_for(_SETTLE)
        results.paused.append(measure_cost(terminal, times.paused))


def _start_session(terminal: BenchTerminal, warm_up: float) -> None:
    """Start the session, and let the figure move for `warm_up` seconds."""
    terminal.wait_for("Press space to start.")
    terminal.read_for(1.0, quiet=0.3)
    terminal.press(" ")
    terminal.wait_until(lambda screen: "GET READY" not in screen.text, 20.0)
    terminal.read_for(warm_up)


def _press_keys(
    terminal: BenchTerminal, results: RunResults, count: int, chance: random.Random
) -> None:
    effects: dict[str, tuple[str, Callable[[TerminalScreen], Hashable]]] = {
        "pane": ("12", pane_colours),
        "mute": ("m", is_muted),
    }
    for name, (keys, effect) in effects.items():
        results.add_keys(name, measure_keys(terminal, keys, effect, count, chance))
