"""`footcoach log`."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

Footcoach = Callable[..., Any]
Refused = Callable[..., str]


@pytest.fixture
def logged(footcoach: Footcoach) -> Callable[..., dict[str, Any]]:
    """Log a session, and return it as the history has it."""

    def log(*options: str) -> dict[str, Any]:
        done = footcoach("log", "rw-essential-three", *options)
        assert (done.code, done.err) == (0, "")
        (session,) = json.loads(footcoach("history", "--json").out)["sessions"]
        assert done.out == f"{session['id']}\n"
        return dict(session)

    return log


def test_a_logged_session_is_done_as_planned(logged: Callable[..., Any]) -> None:
    session = logged()
    assert (session["routine"], session["seconds"]) == ("rw-essential-three", 323)
    assert (session["origin"], session["speed"]) == ("logged", 1)
    sets = [one for exercise in session["exercises"] for one in exercise["sets"]]
    assert {one["outcome"] for one in sets} == {"done"}


@pytest.mark.parametrize(
    ("at", "started"),
    [
        ("2026-03-01T07:30", "2026-03-01T07:30:00"),
        ("2026-03-01 07:30", "2026-03-01T07:30:00"),
        ("2026-03-01T07:30+05:30", "2026-03-01T07:30:00+05:30"),
        ("2026-03-01T07:30:15Z", "2026-03-01T07:30:15+00:00"),
        ("1970-01-03T00:00", "1970-01-03T00:00:00"),
    ],
)
def test_the_moment_can_be_given(logged: Callable[..., Any], at: str, started: str) -> None:
    assert logged("--at", at)["started"].startswith(started)


def test_a_time_of_day_is_of_today(logged: Callable[..., Any]) -> None:
    today = datetime.now().astimezone().date().isoformat()
    assert logged("--at", "00:00")["started"].startswith(f"{today}T00:00:00")


@pytest.mark.parametrize("at", ["25:00", "noon", "2026-02-30T07:00", "", "0001-01-01T00:00", "7"])
def test_what_is_no_time_is_refused(run_refused: Refused, at: str) -> None:
    assert run_refused("log", "desk-break-3min", f"--at={at}") == (
        f"argument --at: “{at}” is not a time: write 2026-03-01T07:30, or 07:30 for today; "
        "see footcoach log --help"
    )


@pytest.mark.parametrize("at", ["9998-12-31T23:59", "2199-01-01T00:00", "1969-07-20T20:17"])
def test_a_session_is_in_the_past_but_not_before_there_were_such_clocks(
    run_refused: Refused, at: str
) -> None:
    assert "is in the future, or too long ago" in run_refused("log", "desk-break-3min", "--at", at)


def test_the_past_is_before_the_time_that_is_set(
    logged: Callable[..., Any],
    run_refused: Refused,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("FOOTCOACH_NOW", "2126-12-07T07:30")
    words = "is in the future, or too long ago"
    assert words in run_refused("log", "desk-break-3min", "--at", "2126-12-07T07:31")
    assert logged("--at", "07:10")["started"].startswith("2126-12-07T07:10:00")
    monkeypatch.setenv("FOOTCOACH_NOW", "2020-03-02T07:30")
    assert words in run_refused("log", "desk-break-3min", "--at", "2020-03-02T08:00")


@pytest.mark.parametrize(
    ("note", "kept"),
    [
        ("left heel tight", "left heel tight"),
        ("two\nlines\there", "two lines here"),
        ("\x1b]0;owned\x07bell", "]0;ownedbell"),
        ("\u202edrow", "drow"),
        ("\udcff bytes", "bytes"),
        ("[@click=app.quit]x[/]", "[@click=app.quit]x[/]"),
        ("n" * 5000, "n" * 3999 + "…"),
    ],
)
def test_a_note_is_kept_clean(logged: Callable[..., Any], note: str, kept: str) -> None:
    assert logged("--note", note)["note"].strip() == kept


def test_the_occasion_is_kept(logged: Callable[..., Any]) -> None:
    assert logged("--context", "after-run")["context"] == "after-run"


def test_an_unknown_routine_is_refused_and_nothing_saved(run_refused: Refused, data: Path) -> None:
    assert run_refused("log", "rw-essential-tree") == (
        "no routine is called “rw-essential-tree”. Did you mean “rw-essential-three”?"
    )
    assert not data.exists()


def test_an_exercise_is_no_routine(run_refused: Refused) -> None:
    assert run_refused("log", "ball-roll").startswith("no routine is called “ball-roll”.")


def test_what_cannot_be_saved_is_told_and_no_id_printed(
    run_refused: Refused, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data.touch()
    monkeypatch.setenv("FOOTCOACH_DATA_DIR", str(data / "below-a-file"))
    assert "could not be created" in run_refused("log", "desk-break-3min")


@pytest.mark.parametrize(
    "zone", ["Foo/Bar", "CET-1CEST", "", ":/etc/localtime", "UTC0", "/nowhere"]
)
def test_any_time_zone_variable_will_do(
    logged: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, zone: str
) -> None:
    monkeypatch.setenv("TZ", zone)
    assert logged()["routine"] == "rw-essential-three"


def test_effort_pain_and_minutes_can_be_given(logged: Callable[..., Any]) -> None:
    session = logged("--effort", "3", "--pain", "0", "--minutes", "7")
    assert (session["effort"], session["pain"], session["seconds"]) == (3, 0, 420)
    started, ended = map(datetime.fromisoformat, (session["started"], session["ended"]))
    assert ended - started == timedelta(minutes=7)


def test_without_minutes_the_end_is_not_known(logged: Callable[..., Any]) -> None:
    assert "ended" not in logged()


def test_only_one_side_was_done(logged: Callable[..., Any]) -> None:
    session = logged("--side", "left")
    ball_roll = session["exercises"][1]
    assert [(one["side"], one["outcome"]) for one in ball_roll["sets"]] == [
        ("left", "done"),
        ("right", "skipped"),
    ]
    assert session["exercises"][0]["sets"][0]["outcome"] == "done"


@pytest.mark.parametrize(
    ("option", "value", "sentence"),
    [
        ("--effort", "11", "“11” is not a score: write 0 to 10"),
        ("--pain", "-1", "“-1” is not a score: write 0 to 10"),
        ("--minutes", "0", "“0” is not minutes: write 1 to 1440"),
        ("--minutes", "9" * 5000, "is not minutes: write 1 to 1440"),
    ],
)
def test_a_number_out_of_range_is_refused(
    run_refused: Refused, option: str, value: str, sentence: str
) -> None:
    assert sentence in run_refused("log", "rw-essential-three", f"{option}={value}")
