"""One visit to each program: it is started, watched while it moves, pressed, paused, and left.

Everything that is compared is visited by turns (A B C A B C), so that all of them meet the same
machine, whatever else that is busy with.
"""

import random
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field

from bench.measures import Cost, Start, cost, presses, start
from bench.ours import REP, ROUTINE, Home, footcoach, is_filled, is_muted, pane_colours
from bench.screen import Screen
from bench.ssh import remotely
from bench.terminal import Terminal
from bench.yardsticks import Program

_WARM = 5.0
"""Seconds until an app has drawn what it shows again and again."""
_SETTLED = 3.0
"""Seconds after which a pause is a pause: what was still to be written is."""


@dataclass(frozen=True, slots=True)
class Spans:
    """Seconds for which moving and pausing are watched, and how many keys are pressed."""

    moving: float
    paused: float
    keys: int


@dataclass(slots=True)
class Visits:
    """What was found at a program, one entry a visit; all keys together."""

    moving: list[Cost] = field(default_factory=list)
    paused: list[Cost] = field(default_factory=list)
    keys: dict[str, list[float]] = field(default_factory=dict)

    def pressed(self, name: str, took: list[float]) -> None:
        """Keep the seconds that keys took."""
        self.keys.setdefault(name, []).extend(took)


def started(program: Program, environ: Mapping[str, str]) -> tuple[Start, float]:
    """How footcoach or an app starts, and the seconds it takes to leave from its first screen."""
    seen = is_filled if program.name == "footcoach" else program.is_drawn
    with Terminal(program.command, environ) as terminal:
        begun = start(terminal, program.is_drawn, seen)
        terminal.gather(1.0, quiet=0.5)
        return begun, terminal.end("q")


def play(home: Home, visits: Visits, spans: Spans, chance: random.Random) -> None:
    """A session of footcoach with a figure that moves, and then paused."""
    home.tidy()
    with Terminal(footcoach("play", ROUTINE).command, home.environ) as terminal:
        _begin(terminal, REP)  # from then on every frame has been drawn
        visits.moving.append(cost(terminal, spans.moving))
        _keys(terminal, visits, spans.keys, chance)
        terminal.press(" ")
        terminal.see("PAUSED")
        terminal.gather(_SETTLED)
        visits.paused.append(cost(terminal, spans.paused))


def play_remotely(
    login: tuple[str, ...], home: Home, visits: Visits, count: int, chance: random.Random
) -> None:
    """The same session over SSH: only its keys, since the processes are elsewhere."""
    home.tidy()
    settings = home.settings | {"COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
    remote = remotely(footcoach("play", ROUTINE).command, settings)
    with Terminal((*login, remote), home.environ) as terminal:
        _begin(terminal, _WARM)
        _keys(terminal, visits, count, chance)


def naive_play(
    program: Program,
    environ: Mapping[str, str],
    visits: Visits,
    spans: Spans,
    chance: random.Random,
) -> None:
    """The naive app: the same movement, the same key."""
    with Terminal(program.command, environ) as terminal:
        terminal.see(program.drawn)
        terminal.gather(_WARM)
        visits.moving.append(cost(terminal, spans.moving))
        visits.pressed("mute", presses(terminal, "m", is_muted, spans.keys // 2, chance))


def rest(program: Program, environ: Mapping[str, str], visits: Visits, spans: Spans) -> None:
    """The minimal app, which does nothing until it is told to."""
    with Terminal(program.command, environ) as terminal:
        terminal.see(program.drawn)
        terminal.gather(_SETTLED)
        visits.paused.append(cost(terminal, spans.paused))


def tick(program: Program, environ: Mapping[str, str], visits: Visits, spans: Spans) -> None:
    """Somebody else's timer, running, and then paused by space."""
    with Terminal(program.command, environ) as terminal:
        terminal.see(program.drawn)
        terminal.gather(_SETTLED)
        visits.moving.append(cost(terminal, spans.moving))
        terminal.press(" ")
        terminal.gather(_SETTLED)
        visits.paused.append(cost(terminal, spans.paused))


def _begin(terminal: Terminal, warm: float) -> None:
    """Start the session, and let so many seconds of movement go by."""
    terminal.see("Press space to start.")
    terminal.gather(1.0, quiet=0.3)
    terminal.press(" ")
    terminal.see("WORK")
    terminal.gather(warm)


def _keys(terminal: Terminal, visits: Visits, count: int, chance: random.Random) -> None:
    kinds: dict[str, tuple[str, Callable[[Screen], Hashable]]] = {
        "pane": ("12", pane_colours),
        "mute": ("m", is_muted),
    }
    for name, (keys, effect) in kinds.items():
        visits.pressed(name, presses(terminal, keys, effect, count // 2, chance))
