"""News of a session: what was done for the first time, and more of it in a set than before."""

from collections.abc import Iterable, Iterator, Mapping

from footcoach_tui.coach.practice.exercise_totals import ExerciseTotals
from footcoach_tui.session.record import SessionRecord, SetOutcome
from footcoach_tui.session.side import Side
from footcoach_tui.text.durations import counted

_SIDES = {Side.BOTH: "", Side.LEFT: ", left", Side.RIGHT: ", right"}
_Bests = dict[tuple[str, Side], tuple[int, int]]
"""Most reps, and most whole seconds, of one set of an exercise on a side."""


def news(
    record: SessionRecord,
    sessions: Iterable[SessionRecord],
    totals: Mapping[str, ExerciseTotals],
    words: Mapping[str, str],
) -> tuple[str, ...]:
    """Return what is new in a session, in sentences.

    `sessions` are those of the last year, `totals` those of all time; both may have the session
    itself. `words` are those for a rep, by exercise: without one an exercise is not compared.
    """
    if not record.is_counted:
        return ()
    return (*_first_times(record, totals), *_more(record, sessions, words))


def _first_times(record: SessionRecord, totals: Mapping[str, ExerciseTotals]) -> Iterator[str]:
    done = {
        each.exercise: each.name
        for each in record.exercises
        if any(one.outcome is not SetOutcome.SKIPPED for one in each.sets)
    }
    names = [name for key, name in done.items() if key in totals and totals[key].sessions == 1]
    if names and all(each.sessions == 1 for each in totals.values()) and len(totals) == len(names):
        yield "Your first session."
    elif names:
        yield f"For the first time: {', '.join(names)}."


def _more(
    record: SessionRecord, sessions: Iterable[SessionRecord], words: Mapping[str, str]
) -> Iterator[str]:
    others = (each for each in sessions if each.id != record.id and each.started < record.started)
    before: _Bests = {}
    for each in others:
        _add_bests(before, each)
    names = {each.exercise: each.name for each in record.exercises}
    now: _Bests = {}
    _add_bests(now, record)
    for (exercise, side), (reps, seconds) in now.items():
        if exercise not in words or (exercise, side) not in before:
            continue
        most_reps, most_seconds = before[exercise, side]
        subject = f"{names[exercise]}{_SIDES[side]}"
        if reps > max(most_reps, 1):
            amount = counted(reps, words[exercise])
            yield f"{subject}: {amount} in a set (most in a year: {most_reps})."
        elif reps == most_reps <= 1 and seconds > most_seconds:
            yield f"{subject}: {seconds} s in a set (most in a year: {most_seconds} s)."


def _add_bests(bests: _Bests, record: SessionRecord) -> None:
    if not record.is_counted:
        return
    for exercise in record.exercises:
        for each in exercise.sets:
            if each.outcome is SetOutcome.SKIPPED:
                continue
            key = exercise.exercise, each.side
            reps, seconds = bests.get(key, (0, 0))
            bests[key] = max(reps, each.reps), max(seconds, round(each.seconds))
