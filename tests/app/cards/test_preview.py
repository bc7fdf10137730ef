"""Preview of a routine as text."""

from datetime import UTC, date, datetime

import pytest
from builders import Hold, Reps, SelfPaced, Sides, Timed, phase, step
from bundled import CATALOGUE
from coach_logs import DAILY, THREE

from footcoach_tui.app.cards.preview import preview_head, preview_notes, step_line
from footcoach_tui.session.record_builder import SessionInfo
from footcoach_tui.session.routine import Step
from footcoach_tui.session.timeline import compile_timeline

_TODAY = date(2026, 3, 12)


def test_the_head_says_how_long_and_how_hard_as_far_as_there_is_room() -> None:
    routine = CATALOGUE.routines[DAILY]
    wide, narrow = (str(preview_head(routine, columns)).split("\n")[0] for columns in (60, 24))
    assert wide.split("  ")[-1].strip() == "7:07 · effort 3–5 · 5 exercises"
    assert len(wide) == 60
    assert narrow == "Daily foot core     7:07"


@pytest.mark.parametrize(
    ("done", "line"),
    [
        (step(Hold(30), name="a", sides=Sides.EACH, switch=5), "L, R  30 s"),
        (step(Hold(5, 8), name="a", sets=2), "both  2 x 8 holds"),
        (step(Reps(1, (phase("up", 3),)), name="a"), "both  3 s"),
        (step(Timed((phase("in", 10), phase("out", 20))), name="a"), "both  30 s"),
        (step(SelfPaced(12), name="a", sides=Sides.ALTERNATING), "L/R   12 reps"),
    ],
)
def test_a_step_has_its_sides_and_its_dose(done: Step, line: str) -> None:
    assert line in str(step_line(1, done, 50))


@pytest.mark.parametrize("columns", [26, 30, 44, 80])
def test_a_step_takes_one_line_of_its_width(columns: int) -> None:
    for routine in CATALOGUE.routines.values():
        for number, done in enumerate(routine.steps, 1):
            line = step_line(number, done, columns)
            assert line.cell_length <= max(columns, 27)
            assert "\n" not in str(line)


def test_the_notes_name_steps_sources_and_the_last_time() -> None:
    routine = CATALOGUE.routines[THREE]
    info = SessionInfo("01", datetime(2026, 3, 9, 8, tzinfo=UTC), "UTC")
    last = info.record_of_plan(compile_timeline(routine))._replace(effort=4, pain=1)
    notes = str(preview_notes(routine, last, _TODAY))
    assert "You need   \tmat, ball" in notes
    assert "Last time  \tMon 09 Mar · 5:23 · effort 4 · pain 1" in notes
    assert "step 1: As published; step 2: Published exercise, our dose" in notes
    assert "steps 1, 2: Pain at one point on a bone" in notes
    assert "Last time" not in str(preview_notes(routine, None, _TODAY))


def test_every_caution_is_in_the_notes() -> None:
    for routine in CATALOGUE.routines.values():
        notes = str(preview_notes(routine, None, _TODAY))
        assert all(text in notes for each in routine.exercises for text in each.cautions)
