"""A snapshot of a routine becomes the same routine again."""

import json

import pytest
from builders import three_step_routine

from footcoach_tui.boundary.paths import bundled_routines_folder
from footcoach_tui.library.catalogue import load_catalogue
from footcoach_tui.library.snapshot import SnapshotError, from_snapshot, to_snapshot
from footcoach_tui.session.timeline import compile_timeline


def test_every_bundled_routine_comes_back_the_same() -> None:
    for routine in load_catalogue(bundled_routines_folder()).routines.values():
        again = from_snapshot(json.loads(json.dumps(to_snapshot(routine))))

        assert again == routine
        assert compile_timeline(again) == compile_timeline(routine)
        assert [type(step.dose.work) for step in again.steps] == [
            type(step.dose.work) for step in routine.steps
        ]


@pytest.mark.parametrize("snapshot", [None, [], {}, "text", {"id": "x"}, {"steps": [1]}])
def test_what_is_no_routine_is_refused(snapshot: object) -> None:
    with pytest.raises(SnapshotError):
        from_snapshot(snapshot)


@pytest.mark.parametrize(
    "dose",
    [
        {"sets": 10**6},
        {"sets": 0},
        {"prep": -5},
        {"rest": float("nan")},
        {"switch": float("inf")},
        {"work": {"reps": 10**9, "phases": [{"name": "x", "seconds": 0, "kind": "move"}]}},
        {"work": {"reps": 3, "phases": []}},
        {"work": {"seconds": 7000}},
        {"work": {"bouts": 1000, "seconds": 60, "gap": 0}},
    ],
)
def test_a_routine_that_nobody_can_play_is_refused(dose: dict[str, object]) -> None:
    snapshot = json.loads(json.dumps(to_snapshot(three_step_routine())))
    assert from_snapshot(snapshot) == three_step_routine()
    snapshot["steps"][0]["dose"] |= dose
    with pytest.raises(SnapshotError, match="is not a possible one"):
        from_snapshot(snapshot)
    snapshot["steps"] = []
    with pytest.raises(SnapshotError, match="is not a possible one"):
        from_snapshot(snapshot)


def test_the_texts_are_clean() -> None:
    snapshot = json.loads(json.dumps(to_snapshot(three_step_routine())))
    snapshot["title"] = "Feet\x1b]52;c;\x07"

    assert from_snapshot(snapshot).title == "Feet]52;c;"
