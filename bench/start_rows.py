"""Rows of starts: first character, first picture, filled lists, first key, and back to the prompt.

All programs start by turns. Turn 0 fills the disk cache and does not count.
"""

import statistics
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial

from bench.footcoach_home import (
    MOVING_ROUTINE,
    OWN_FILES,
    BenchHome,
    empty_home,
    footcoach,
    home_with_own_routines,
    is_check_in,
    is_filled,
    is_filled_without_sessions,
)
from bench.measures import StartTimes
from bench.program_runs import (
    StartedProgram,
    measure_first_output,
    measure_opening,
    measure_program_start,
)
from bench.reference_programs import (
    MINIMAL,
    NOT_INSTALLED,
    OTHER_TIMER,
    bare_python,
    minimal_app,
    other_timer,
)
from bench.rows import Pace, ResultRow, at_most, at_most_more, times
from bench.terminal import environment

_STARTS = {Pace.QUICK: 3, Pace.USUAL: 7, Pace.LONG: 15}
_OURS, _OWN, _FIRST, _PLAY = "footcoach", "own routines", "first start", "play"


def rows(home: BenchHome, pace: Pace) -> Iterator[ResultRow]:
    starts, quits, openings, python = _measure(home, _STARTS[pace])

    def median(name: str, figure: str) -> float | None:
        return _ms([getattr(start, figure) for start in starts.get(name, ())])

    minimal, peer = median(MINIMAL, "drawn"), median(OTHER_TIMER, "drawn")
    row = partial(ResultRow.beside, missing=NOT_INSTALLED)
    first, drawn, filled = (median(_OURS, name) for name in ("first_output", "drawn", "filled"))
    yield row("something on the screen", first, "ms", (times(1.5),), "bare Python", python)
    label = "first picture, 10,000 sessions"
    yield row(label, drawn, "ms", (times(1.25),), MINIMAL, minimal)
    yield row("the same", drawn, "ms", (times(0.75),), OTHER_TIMER, peer)
    yield row("usable: both lists filled", filled, "ms", (times(2.2),), MINIMAL, minimal)
    yield row("the same", filled, "ms", (times(1.3),), OTHER_TIMER, peer)
    label = f"usable with {OWN_FILES:,} routines and exercises of one's own"
    yield row(label, median(_OWN, "filled"), "ms", (at_most_more(200),), "without them", filled)
    label = "usable at the very first start"
    yield row(label, median(_FIRST, "filled"), "ms", (times(4),), MINIMAL, minimal)
    label = "`footcoach play`: ready to start"
    yield row(label, median(_PLAY, "drawn"), "ms", (times(3),), MINIMAL, minimal)
    yield ResultRow("a routine is opened (check-in)", _ms(openings), "ms", (at_most(100),))
    quits_of = {name: _ms(seconds) for name, seconds in quits.items()}
    yield row("quit to prompt", quits_of[_OURS], "ms", (times(0.4),), MINIMAL, quits_of[MINIMAL])


def _measure(
    home: BenchHome, count: int
) -> tuple[dict[str, list[StartTimes]], dict[str, list[float]], list[float], float | None]:
    """Start times and seconds to the prompt by program, seconds to the check-in, and Python's."""
    starts: dict[str, list[StartTimes]] = {}
    quits: dict[str, list[float]] = {}
    openings: list[float] = []
    python: list[float] = []
    with home_with_own_routines(home) as own_home:
        for turn in range(count + 1):
            home.remove_unfinished()
            with ExitStack() as stack:
                new_home = stack.enter_context(empty_home())
                programs = _programs(home, own_home, new_home)
                first_output = measure_first_output(bare_python(), environment())
                measured = {each.name: measure_program_start(each) for each in programs}
            opening = measure_opening(footcoach(), home.environ, is_filled, "\r", is_check_in)
            if not turn:
                continue
            python.append(first_output)
            openings.append(opening)
            for name, (start, seconds_to_end) in measured.items():
                starts.setdefault(name, []).append(start)
                if seconds_to_end is not None:
                    quits.setdefault(name, []).append(seconds_to_end)
    return starts, quits, openings, _ms(python)


def _programs(
    home: BenchHome, own_home: BenchHome, new_home: BenchHome
) -> Iterator[StartedProgram]:
    """The programs of a turn."""
    plain, ours = environment(), footcoach()
    play = footcoach("play", MOVING_ROUTINE, "--no-checkin")._replace(drawn="Press space to start.")
    yield StartedProgram(_OURS, ours, home.environ, is_filled)
    yield StartedProgram(MINIMAL, minimal_app(), plain)
    if other := other_timer():
        yield StartedProgram(OTHER_TIMER, other, plain)
    yield StartedProgram(_OWN, ours, own_home.environ, is_filled)
    yield StartedProgram(_FIRST, ours, new_home.environ, is_filled_without_sessions)
    yield StartedProgram(_PLAY, play, home.environ, is_home=False)


def _ms(seconds: list[float]) -> float | None:
    return 1000 * statistics.median(seconds) if seconds else None
