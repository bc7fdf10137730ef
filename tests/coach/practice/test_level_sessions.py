from collections.abc import Callable
from dataclasses import replace

from builders import Hold, exercise, routine, step

from footcoach_tui.coach.practice.level_sessions import level_line, needed_level
from footcoach_tui.session.exercise import Level
from footcoach_tui.session.record import ExerciseRecord, SessionRecord, SetOutcome, SetRecord
from footcoach_tui.session.routine import Gate
from footcoach_tui.session.side import Side

Done = Callable[..., SessionRecord]
KNOWN = {
    "raise": exercise("raise", level=Level.ONE_FOOT),
    "sit": exercise("sit", level=Level.SEATED),
}


def done(name: str, outcome: SetOutcome = SetOutcome.DONE) -> ExerciseRecord:
    return ExerciseRecord(name, name, (SetRecord(1, Side.LEFT, 8, 8, 48.0, 48.0, outcome),))


def test_sessions_count_by_their_hardest_finished_step(make_record: Done) -> None:
    records = [
        make_record("2026-03-01", exercises=(done("sit"), done("raise"))),
        make_record("2026-03-02", exercises=(done("sit"),)),
        make_record("2026-03-03", exercises=(done("raise", SetOutcome.CUT),)),
        make_record("2026-03-04", exercises=(done("gone"),)),
        make_record("2026-03-05", exercises=(done("raise"),), speed=10.0),
    ]
    assert level_line(records, KNOWN, Level.ONE_FOOT) == (
        "Your history has 1 session at level 3 or above in the last four weeks."
    )
    assert "has 2 sessions at level 1" in level_line(records, KNOWN, Level.SEATED)


def test_the_level_is_one_below_that_of_the_strictest_gate() -> None:
    hops = replace(step(Hold(5)), gate=Gate(min_level=Level.DYNAMIC))
    plan = routine(hops, gates=(Gate(min_level=Level.TWO_FEET),))
    assert needed_level(plan) is Level.ONE_FOOT
    assert needed_level(routine(step(Hold(5)))) is None
