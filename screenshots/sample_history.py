"""A history as a year or two of feet have it: for pictures, and for trying things out by hand.

Everything follows from the number of a day, so that it is the same each time.
"""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zlib import crc32

from footcoach_tui.boundary.paths import bundled_routines_folder
from footcoach_tui.history.store import History
from footcoach_tui.library.catalogue import Catalogue, load_catalogue
from footcoach_tui.session.record import (
    ExerciseRecord,
    Origin,
    SessionRecord,
    SetOutcome,
    SetRecord,
)
from footcoach_tui.session.record_builder import SessionInfo
from footcoach_tui.session.side import Side
from footcoach_tui.session.timeline import compile_timeline

_ROUTINES = (
    "daily-foot-core-7min",
    "pre-run-activation-4min",
    "rw-essential-three",
    "toe-yoga-basics-5min",
    "post-run-release-6min",
    "foot-core-8wk-l1",
)
_CONTEXTS = ("daily", "before-run", "daily", "desk", "after-run", "daily")
_NOTES = {
    3: "left arch sore on the first steps",
    4: "right heel, after the long run",
    5: "Left arch again, stopped early",
    6: "left arch: a sharp pull in the last set",
}
_HOLIDAY = range(150, 164)
"""Days back, in every 250, of a holiday."""
_REST_PERCENT, _TWICE_PERCENT, _CUT_PERCENT, _WEAK_LEFT_PERCENT = 38, 8, 6, 30
"""Percent of days without a session, with two, of sessions cut short, and with a weak left."""
_PAIN_FREE_DAYS = 3
"""The last days are free of pain."""
_MIN_DONE_SHARE = 0.95
"""The share of a plan from which a set passes for done."""


def sample_sessions(
    catalogue: Catalogue, now: datetime, days: int = 430
) -> Iterator[SessionRecord]:
    """About two sessions in three days, the newest first, up to `now`."""
    known = [name for name in _ROUTINES if name in catalogue.routines] or list(catalogue.routines)
    nowhere = SessionInfo("", now)
    plans = [nowhere.record_of_plan(compile_timeline(catalogue.routines[name])) for name in known]
    for back in range(days):
        if back % 250 in _HOLIDAY or (back and _dice(back, "rests") < _REST_PERCENT):
            continue
        yield _session(plans, now - timedelta(minutes=20 + _dice(back, "late")), back, 0)
        if back and _dice(back, "twice") < _TWICE_PERCENT:
            yield _session(plans, now - timedelta(hours=5), back, 1)


def _dice(back: int, what: str) -> int:
    """0 to 99, for one question about one day."""
    return crc32(f"{what} {back}".encode()) % 100


def _session(plans: list[SessionRecord], clock: datetime, back: int, turn: int) -> SessionRecord:
    place = _dice(back, f"routine {turn}") % len(plans)
    planned = plans[place]
    begun = clock - timedelta(days=back)
    pain = max(0, _dice(back, "pain") - 72) // 4 if back >= _PAIN_FREE_DAYS else 0
    share = max(0.5, 1.05 - back / 800) - _dice(back, "tired") / 1500
    skips = _dice(back, "stops") < _CUT_PERCENT
    lag = 0.88 if pain or _dice(back, "left") < _WEAK_LEFT_PERCENT else 1.0
    return planned._replace(
        id=_id(begun),
        started=begun,
        zone="UTC",
        context=_CONTEXTS[place % len(_CONTEXTS)],
        version="1.0",
        exercises=tuple(_done(one, share, lag, skips=skips) for one in planned.exercises),
        origin=Origin.PLAYED,
        effort=2 + _dice(back, "effort") % 5,
        pain=pain,
        note=_NOTES.get(pain, ""),
    )


def _done(exercise: ExerciseRecord, share: float, lag: float, *, skips: bool) -> ExerciseRecord:
    return exercise._replace(
        sets=tuple(_set(one, share, lag, skips=skips) for one in exercise.sets)
    )


def _set(one: SetRecord, share: float, lag: float, *, skips: bool) -> SetRecord:
    """Balance and reps come nearer to the plan as time goes by, and the left by so much behind."""
    if skips and one.number > 1:
        return one._replace(reps=0, seconds=0.0, outcome=SetOutcome.SKIPPED)
    part = min(1.0, {Side.LEFT: share * lag, Side.RIGHT: share}.get(one.side, 1.0))
    reps = max(1, round(one.planned_reps * part))
    seconds = round(one.planned_seconds * part, 1)
    full = reps >= one.planned_reps and part >= _MIN_DONE_SHARE
    if full:
        return one
    return one._replace(reps=reps, seconds=seconds, outcome=SetOutcome.CUT)


_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def _id(begun: datetime) -> str:
    """A ULID of the moment, with nothing random in it."""
    number, text = int(begun.timestamp() * 1000), ""
    for _ in range(10):
        number, digit = divmod(number, 32)
        text = _DIGITS[digit] + text
    return text + "0" * 16


def main() -> None:
    """Write a history that ends today into the folder named: `years.py FOLDER [DAYS]`."""
    folder, *days = sys.argv[1:]
    made = sample_sessions(
        load_catalogue(bundled_routines_folder()), datetime.now(UTC), *map(int, days)
    )
    saved = History(Path(folder)).add_all(made, "made up")
    print(f"{len(saved.records)} sessions")


if __name__ == "__main__":
    main()
