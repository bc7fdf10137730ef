"""Sample history of a year or two, for screenshots and for trying things out.

All values follow from the number of a day, so the history is the same each time.
"""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zlib import crc32

from footcoach_tui.boundary.paths import Folders, bundled_routines_folder
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
"""Holiday: days back, in every 250."""
_REST_PERCENT, _TWICE_PERCENT, _CUT_PERCENT, _WEAK_LEFT_PERCENT = 38, 8, 6, 30
"""Percent of days without a session, with two, with one cut short, and with a weak left side."""
_PAIN_FREE_DAYS = 3
"""Latest days without pain."""
_MIN_DONE_SHARE = 0.95
"""Least share of a plan for a set to count as done."""


def sample_sessions(
    catalogue: Catalogue, now: datetime, days: int = 430
) -> Iterator[SessionRecord]:
    """About two sessions in three days up to `now`, newest first."""
    routine_ids = [name for name in _ROUTINES if name in catalogue.routines] or list(
        catalogue.routines
    )
    info = SessionInfo("", now)
    plans = [
        info.record_of_plan(compile_timeline(catalogue.routines[name])) for name in routine_ids
    ]
    for days_back in range(days):
        if days_back % 250 in _HOLIDAY or (days_back and _dice(days_back, "rests") < _REST_PERCENT):
            continue
        yield _session(plans, now - timedelta(minutes=20 + _dice(days_back, "late")), days_back, 0)
        if days_back and _dice(days_back, "twice") < _TWICE_PERCENT:
            yield _session(plans, now - timedelta(hours=5), days_back, 1)


def _dice(days_back: int, purpose: str) -> int:
    """Pseudo-random number 0 to 99 for a day and a purpose."""
    return crc32(f"{purpose} {days_back}".encode()) % 100


def _session(
    plans: list[SessionRecord], clock: datetime, days_back: int, turn: int
) -> SessionRecord:
    number = _dice(days_back, f"routine {turn}") % len(plans)
    planned = plans[number]
    started = clock - timedelta(days=days_back)
    pain = max(0, _dice(days_back, "pain") - 72) // 4 if days_back >= _PAIN_FREE_DAYS else 0
    share = max(0.5, 1.05 - days_back / 800) - _dice(days_back, "tired") / 1500
    skips = _dice(days_back, "stops") < _CUT_PERCENT
    lag = 0.88 if pain or _dice(days_back, "left") < _WEAK_LEFT_PERCENT else 1.0
    return planned._replace(
        id=_id(started),
        started=started,
        zone="UTC",
        context=_CONTEXTS[number % len(_CONTEXTS)],
        version="1.0",
        exercises=tuple(_done(each, share, lag, skips=skips) for each in planned.exercises),
        origin=Origin.PLAYED,
        effort=2 + _dice(days_back, "effort") % 5,
        pain=pain,
        note=_NOTES.get(pain, ""),
    )


def _done(exercise: ExerciseRecord, share: float, lag: float, *, skips: bool) -> ExerciseRecord:
    return exercise._replace(
        sets=tuple(_set(each, share, lag, skips=skips) for each in exercise.sets)
    )


def _set(each: SetRecord, share: float, lag: float, *, skips: bool) -> SetRecord:
    """Set with a share of the planned reps and seconds, less by `lag` on the left."""
    if skips and each.number > 1:
        return each._replace(reps=0, seconds=0.0, outcome=SetOutcome.SKIPPED)
    part = min(1.0, {Side.LEFT: share * lag, Side.RIGHT: share}.get(each.side, 1.0))
    reps = max(1, round(each.planned_reps * part))
    seconds = round(each.planned_seconds * part, 1)
    full = reps >= each.planned_reps and part >= _MIN_DONE_SHARE
    if full:
        return each
    return each._replace(reps=reps, seconds=seconds, outcome=SetOutcome.CUT)


_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def _id(started: datetime) -> str:
    """ULID of a time, without its random part."""
    number, text = int(started.timestamp() * 1000), ""
    for _ in range(10):
        number, digit = divmod(number, 32)
        text = _DIGITS[digit] + text
    return text + "0" * 16


def main() -> None:
    """Write a history that ends today: `sample_history.py FOLDER [DAYS]`."""
    folder, *days = sys.argv[1:]
    sessions = sample_sessions(
        load_catalogue(bundled_routines_folder()), datetime.now(UTC), *map(int, days)
    )
    places = Folders(*(Path(folder, name) for name in (".", ".state", ".cache")))
    saved = History(places).add_all(sessions, "sample")
    print(f"{len(saved.records)} sessions")


if __name__ == "__main__":
    main()
