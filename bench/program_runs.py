"""One visit to each program: it is started, watched while it moves, pressed, paused, and left.

Everything that is compared is visited by turns (A B C A B C), so that all of them meet the same
machine, whatever else that is busy with.
"""

import random
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field

from bench.footcoach_home import (
    MOVING_ROUTINE,
    REP_SECONDS,
    BenchHome,
    footcoach,
    is_filled,
    is_muted,
    pane_colours,
)
from bench.measures import RunCost, StartTimes, measure_cost, measure_keys, measure_start
from bench.reference_programs import MeasuredProgram
from bench.screen import TerminalScreen
from bench.ssh import remote_command
from bench.terminal import BenchTerminal

_WARM = 5.0
"""Seconds until an app has drawn what it shows again and again."""
_SETTLED = 3.0
"""Seconds after which a pause is a pause: what was still to be written is."""


@dataclass(frozen=True, slots=True)
class WatchTimes:
    """Seconds for which moving and pausing are watched, and how many keys are pressed."""

    moving: float
    paused: float
    keys: int


@dataclass(slots=True)
class RunResults:
    """What was found at a program, one entry a visit; all keys together."""

    moving: list[RunCost] = field(default_factory=list)
    paused: list[RunCost] = field(default_factory=list)
    keys: dict[str, list[float]] = field(default_factory=dict)

    def pressed(self, name: str, took: list[float]) -> None:
        """Keep the seconds that keys took."""
        self.keys.setdefault(name, []).extend(took)


def measure_program_start(
    program: MeasuredProgram, environ: Mapping[str, str]
) -> tuple[StartTimes, float]:
    """How footcoach or an app starts, and the seconds it takes to leave from its first screen."""
    seen = is_filled if program.name == "footcoach" else program.is_drawn
    with BenchTerminal(program.command, environ) as terminal:
        begun = measure_start(terminal, program.is_drawn, seen)
        terminal.read_for(1.0, quiet=0.5)
        return begun, terminal.end("q")


def measure_first_output(program: MeasuredProgram, environ: Mapping[str, str]) -> float:
    """Seconds until a program that ends at once has something on the screen."""
    with BenchTerminal(program.command, environ) as terminal:
        return measure_start(terminal, program.is_drawn, program.is_drawn).first_output


def run_session(
    home: BenchHome, visits: RunResults, spans: WatchTimes, chance: random.Random
) -> None:
    """A session of footcoach with a figure that moves, and then paused."""
    home.remove_unfinished()
    with BenchTerminal(footcoach("play", MOVING_ROUTINE).command, home.environ) as terminal:
        _begin(terminal, REP_SECONDS)  # from then on every frame has been drawn
        visits.moving.append(measure_cost(terminal, spans.moving))
        _keys(terminal, visits, spans.keys, chance)
        terminal.press(" ")
        terminal.wait_for("PAUSED")
        terminal.read_for(_SETTLED)
        visits.paused.append(measure_cost(terminal, spans.paused))


def run_session_over_ssh(
    login: tuple[str, ...], home: BenchHome, visits: RunResults, count: int, chance: random.Random
) -> None:
    """The same session over SSH: only its keys, since the processes are elsewhere."""
    home.remove_unfinished()
    settings = home.settings | {"COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
    remote = remote_command(footcoach("play", MOVING_ROUTINE).command, settings)
    with BenchTerminal((*login, remote), home.environ) as terminal:
        _begin(terminal, _WARM)
        _keys(terminal, visits, count, chance)


def run_naive_app(
    program: MeasuredProgram,
    environ: Mapping[str, str],
    visits: RunResults,
    spans: WatchTimes,
    chance: random.Random,
) -> None:
    """The naive app: the same movement, the same key."""
    with BenchTerminal(program.command, environ) as terminal:
        terminal.wait_for(program.drawn)
        terminal.read_for(_WARM)
        visits.moving.append(measure_cost(terminal, spans.moving))
        visits.pressed("mute", measure_keys(terminal, "m", is_muted, spans.keys // 2, chance))


def run_minimal_app(
    program: MeasuredProgram, environ: Mapping[str, str], visits: RunResults, spans: WatchTimes
) -> None:
    """The minimal app, which does nothing until it is told to."""
    with BenchTerminal(program.command, environ) as terminal:
        terminal.wait_for(program.drawn)
        terminal.read_for(_SETTLED)
        visits.paused.append(measure_cost(terminal, spans.paused))


def run_other_timer(
    program: MeasuredProgram, environ: Mapping[str, str], visits: RunResults, spans: WatchTimes
) -> None:
    """Somebody else's timer, running, and then paused by space."""
    with BenchTerminal(program.command, environ) as terminal:
        terminal.wait_for(program.drawn)
        terminal.read_for(_SETTLED)
        visits.moving.append(measure_cost(terminal, spans.moving))
        terminal.press(" ")
        terminal.read_for(_SETTLED)
        visits.paused.append(measure_cost(terminal, spans.paused))


def _begin(terminal: BenchTerminal, warm: float) -> None:
    """Start the session, and let so many seconds of movement go by."""
    terminal.wait_for("Press space to start.")
    terminal.read_for(1.0, quiet=0.3)
    terminal.press(" ")
    terminal.wait_for("WORK")
    terminal.read_for(warm)


def _keys(terminal: BenchTerminal, visits: RunResults, count: int, chance: random.Random) -> None:
    kinds: dict[str, tuple[str, Callable[[TerminalScreen], Hashable]]] = {
        "pane": ("12", pane_colours),
        "mute": ("m", is_muted),
    }
    for name, (keys, effect) in kinds.items():
        visits.pressed(name, measure_keys(terminal, keys, effect, count // 2, chance))
