"""`footcoach timeline`."""

import json
from collections.abc import Callable
from itertools import pairwise
from typing import Any

Footcoach = Callable[..., Any]
WORK = {"move", "hold", "relax"}


def timeline(footcoach: Footcoach, routine: str) -> dict[str, Any]:
    """The timeline as JSON."""
    told: dict[str, Any] = json.loads(footcoach("timeline", routine, "--json").out)
    return told


def test_the_essential_three_take_323_seconds_without_a_hole(footcoach: Footcoach) -> None:
    told = timeline(footcoach, "rw-essential-three")
    segments = told["segments"]
    assert (told["schema"], told["routine"], told["seconds"]) == (1, "rw-essential-three", 323)
    assert segments[0]["start"] == 0
    assert all(one["start"] + one["seconds"] == then["start"] for one, then in pairwise(segments))
    assert sum(segment["seconds"] for segment in segments) == 323


def test_rolling_the_ball_gives_each_foot_its_minute(footcoach: Footcoach) -> None:
    worked = {"left": 0.0, "right": 0.0}
    for segment in timeline(footcoach, "rw-essential-three")["segments"]:
        if segment["exercise"] == "ball-roll" and segment["kind"] in WORK:
            worked[segment["side"]] += segment["seconds"]
    assert worked == {"left": 60, "right": 60}


def test_in_text_each_segment_has_a_line(footcoach: Footcoach) -> None:
    done = footcoach("timeline", "rw-essential-three")
    assert (done.code, done.err) == (0, "")
    segments = timeline(footcoach, "rw-essential-three")["segments"]
    assert len(done.lines) == len(segments) + 1
    assert done.lines[0] == "  0:00    10 s  prep   both   Bear squat to downward dog"
    assert done.lines[1].endswith("rock right  (rep 1 of 5)")
    assert done.lines[-1].split() == ["5:23", "the", "end"]


def test_steps_with_conditions_are_in_it_as_written(footcoach: Footcoach) -> None:
    segments = timeline(footcoach, "pre-run-activation-4min")["segments"]
    assert "pogo-double" in {segment["exercise"] for segment in segments}
