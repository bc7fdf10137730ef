"""`footcoach list`."""

import json
from collections.abc import Callable
from typing import Any

from bundled import CATALOGUE

Footcoach = Callable[..., Any]
Own = Callable[[str, str], Any]
BUNDLED = {
    "rw-essential-three",
    "pre-run-activation-4min",
    "post-run-release-6min",
    "daily-foot-core-7min",
    "toe-yoga-basics-5min",
    "desk-break-3min",
}


def test_each_routine_has_a_line_with_its_minutes_equipment_and_occasion(
    footcoach: Footcoach,
) -> None:
    done = footcoach("list")
    assert (done.code, done.err) == (0, "")
    assert {line.split()[0] for line in done.lines} >= BUNDLED
    (line,) = [line for line in done.lines if line.startswith("rw-essential-three")]
    assert " 5:23  The essential three " in line
    assert line.endswith("(before a run, after a run, daily; needs mat, ball)")


def test_json_tells_the_same_with_its_schema(footcoach: Footcoach) -> None:
    told = json.loads(footcoach("list", "--json").out)
    assert told["schema"] == 1
    assert {routine["id"] for routine in told["routines"]} >= BUNDLED
    (essential,) = [one for one in told["routines"] if one["id"] == "rw-essential-three"]
    assert essential["seconds"] == 323
    assert essential["equipment"] == ["mat", "ball"]
    assert essential["exercises"] == [
        "bear-squat-to-down-dog",
        "ball-roll",
        "short-foot-standing",
    ]


def test_an_own_routine_is_listed_too(footcoach: Footcoach, self_paced: str) -> None:
    done = footcoach("list")
    assert [self_paced, "1:32"] in [line.split()[:2] for line in done.lines]


def test_a_broken_file_is_told_and_keeps_nothing_else_from_working(
    footcoach: Footcoach, put_routine: Own, self_paced: str
) -> None:
    path = put_routine("broken.toml", "id = ")
    listed, played = footcoach("list"), footcoach("show", self_paced)
    assert (listed.code, played.code) == (0, 0)
    assert listed.err == f"footcoach: {path} cannot be used; run footcoach check\n"
    assert {line.split()[0] for line in listed.lines} >= BUNDLED | {self_paced}
    assert json.loads(footcoach("list", "--json").out)["broken"] == [str(path)]


def test_exercises_are_listed_with_their_ids(footcoach: Footcoach) -> None:
    done = footcoach("list", "--exercises")
    assert (done.code, done.err) == (0, "")
    assert [line.split()[0] for line in done.lines] == sorted(CATALOGUE.exercises)
    (line,) = [line for line in done.lines if line.startswith("ball-roll ")]
    assert line.endswith("Ball roll (standing; ball)")
