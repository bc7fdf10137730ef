"""`footcoach play --plain`, from the command to the history."""

import json
import os
import signal
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from builders import three_step_routine
from clocks import FakeClock

from footcoach_tui.playback.interrupted import SessionJournals
from footcoach_tui.playback.live_session import LiveSession
from footcoach_tui.session import commands
from footcoach_tui.session.record_builder import SessionInfo
from footcoach_tui.session.side import Side
from footcoach_tui.text.stop_line import STOP_LINE

Footcoach = Callable[..., Any]
Refused = Callable[..., str]
Started = Callable[..., Any]
FAST = ("--plain", "--ready", "--speed", "1000")


@pytest.fixture
def sessions(footcoach: Footcoach) -> Callable[[], list[dict[str, Any]]]:
    """Sessions of the history."""
    return lambda: list(json.loads(footcoach("history", "--json").out)["sessions"])


def test_the_essential_three_are_led_recorded_and_not_counted(
    footcoach: Footcoach, sessions: Callable[[], list[dict[str, Any]]]
) -> None:
    done = footcoach("play", "rw-essential-three", *FAST, "--context", "daily")
    (session,) = sessions()
    assert (done.code, done.err) == (0, "")
    assert done.out.isascii()
    assert done.lines[-5:] == [
        "5:23 Finished",
        "Bear squat to downward dog: 1 of 1 sets, 1:15 of work",
        "Ball roll: 2 of 2 sets, 2:00 of work",
        "Short foot, standing: 1 of 1 sets, 1:30 of work",
        f"Saved: {session['id']}",
    ]
    assert (session["routine"], session["seconds"]) == ("rw-essential-three", 323)
    assert (session["speed"], session["context"]) == (1000, "daily")
    sets = {
        one["exercise"]: [(part["side"], part["seconds"], part["outcome"]) for part in one["sets"]]
        for one in session["exercises"]
    }
    assert sets == {
        "bear-squat-to-down-dog": [("both", 75, "done")],
        "ball-roll": [("left", 60, "done"), ("right", 60, "done")],
        "short-foot-standing": [("both", 90, "done")],
    }
    assert footcoach("due").out == "Any time is fine.\n"
    assert "speed 1000, not counted" in footcoach("history").out


def test_on_a_rest_day_gentle_minutes_are_on_offer(
    footcoach: Footcoach, set_day: Callable[[str], None]
) -> None:
    footcoach("plan", "start", "foot-core-8wk", "--on", "mon,wed,fri")
    footcoach("log", "foot-core-8wk-l1", "--at", "2026-03-02T07:00")
    set_day("2026-03-03")
    done = footcoach("play", "--plain")
    assert (done.code, done.err) == (1, "")
    assert done.lines == [
        "Nothing due. Next: Wednesday. Five gentle minutes: footcoach play gentle-4min"
    ]


def test_what_to_know_comes_before_the_clock_starts(footcoach: Footcoach) -> None:
    lines = footcoach("play", "rw-essential-three", *FAST).lines
    start = next(place for place, line in enumerate(lines) if line.startswith("0:00 "))
    opening = "\n".join(lines[:start])
    assert lines[:2] == [
        "The essential three: 5:23 min, 3 exercises.",
        "You need: mat, ball.",
    ]
    assert "Where this comes from: Exercise 1 as published." in opening
    assert "Go easy, Bear squat to downward dog; Ball roll: Pain at one point" in opening
    assert STOP_LINE in opening
    assert "Keys" not in opening, "there is no keyboard here"


def test_without_an_answer_to_the_conditions_hops_are_left_out_and_nothing_takes_their_place(
    footcoach: Footcoach, sessions: Callable[[], list[dict[str, Any]]]
) -> None:
    done = footcoach("play", "balance-and-hops-9min", *FAST)
    (session,) = sessions()
    exercises = [one["exercise"] for one in session["exercises"]]
    assert exercises == ["single-leg-balance", "heel-raise-double", "forward-lean"]
    assert (
        "No answer, or something of the second list: without Pogo hops, both feet; Hop and stick."
    ) in done.lines


def test_a_healthy_person_who_is_not_ready_yet_does_the_easier_step(
    footcoach: Footcoach, sessions: Callable[[], list[dict[str, Any]]]
) -> None:
    footcoach("play", "pre-run-activation-4min", *FAST, "--easier")
    (session,) = sessions()
    exercises = [one["exercise"] for one in session["exercises"]]
    assert "pogo-double" not in exercises
    assert exercises[-1] == "toe-walk"


def test_without_a_keyboard_it_starts_only_when_told_that_the_cautions_were_read(
    footcoach: Footcoach, sessions: Callable[[], list[dict[str, Any]]]
) -> None:
    done = footcoach("play", "rw-essential-three", "--plain")
    assert done.code == 2
    assert STOP_LINE in done.out
    assert "add --ready to start" in done.err
    assert sessions() == []


def test_with_conditions_met_it_is_played_as_written(
    footcoach: Footcoach, sessions: Callable[[], list[dict[str, Any]]]
) -> None:
    footcoach("play", "pre-run-activation-4min", *FAST, "--conditions-met")
    (session,) = sessions()
    exercises = [one["exercise"] for one in session["exercises"]]
    assert "pogo-double" in exercises
    assert "toe-walk" not in exercises


def test_a_routine_of_conditions_only_is_not_played_around_them(
    footcoach: Footcoach,
    run_refused: Refused,
    put_routine: Callable[[str, str], Path],
    routine_text: Callable[..., str],
) -> None:
    put_routine(
        "hops.toml", routine_text("hops", 'exercise = "pogo-double"\n[steps.gate]\npain_max = 0')
    )
    assert run_refused("play", "hops", *FAST) == (
        "hops has conditions. Read them with “footcoach show hops”; "
        "it starts if all are true for you, with --conditions-met"
    )
    assert footcoach("play", "hops", *FAST, "--conditions-met").code == 0


def test_a_step_that_waits_ends_a_session_that_nobody_can_answer(
    footcoach: Footcoach, self_paced: str, sessions: Callable[[], list[dict[str, Any]]]
) -> None:
    done = footcoach("play", self_paced, *FAST)
    (session,) = sessions()
    assert done.code == 0
    assert "This step waits for a key press, which is not possible here." in done.lines
    outcomes = [part["outcome"] for one in session["exercises"] for part in one["sets"]]
    assert outcomes[1:] == ["skipped", "skipped"]
    assert outcomes[0] != "done"


def test_the_side_that_begins_is_the_persons_choice(
    footcoach: Footcoach, tmp_path: Path, sessions: Callable[[], list[dict[str, Any]]]
) -> None:
    (tmp_path / "config.toml").write_text('first_side = "right"\ntheme = "nord"\n')
    done = footcoach("play", "rw-essential-three", *FAST)
    assert done.err == ""
    (rolled,) = [one for one in sessions()[0]["exercises"] if one["exercise"] == "ball-roll"]
    assert [part["side"] for part in rolled["sets"]] == ["right", "left"]


def test_a_wrong_setting_is_told_and_keeps_nobody_from_training(
    footcoach: Footcoach, tmp_path: Path
) -> None:
    config = tmp_path / "config.toml"
    config.write_text("week_goal = 99\n")
    done = footcoach("play", "desk-break-3min", *FAST)
    assert done.code == 0
    assert done.err == f"footcoach: {config}:1: week_goal: must be a whole number from 1 to 21\n"


def test_an_unknown_routine_is_refused(run_refused: Refused) -> None:
    assert run_refused("play", "desk-break", "--plain") == (
        "no routine is called “desk-break”. Did you mean “desk-break-3min”?"
    )


def test_what_the_disk_does_not_take_is_written_out_and_can_be_imported(
    footcoach: Footcoach, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data.touch()
    monkeypatch.setenv("FOOTCOACH_DATA_DIR", str(data / "below-a-file"))
    done = footcoach("play", "desk-break-3min", *FAST)
    told, session, why = done.err.splitlines()[-3:]
    assert done.code == 2
    assert told.startswith("footcoach: not saved; put the lines below in a file, and footcoach imp")
    assert json.loads(session)["routine"] == "desk-break-3min"
    assert len(json.loads(session)["exercises"]) == 5
    assert "could not be created" in why
    kept = tmp_path / "kept.jsonl"
    kept.write_text(f"{session}\n")
    monkeypatch.setenv("FOOTCOACH_DATA_DIR", str(tmp_path / "other"))
    assert footcoach("import", str(kept), "--yes").code == 0
    assert footcoach("history").out.count("Desk break") == 1


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_a_signal_keeps_the_place_and_it_goes_on_there(
    start_process: Started,
    footcoach: Footcoach,
    sessions: Callable[[], list[dict[str, Any]]],
    number: signal.Signals,
) -> None:
    with start_process("play", "rw-essential-three", "--plain", "--ready", "--speed", "100") as (
        process,
        lines,
    ):
        for line in lines:
            if " Work, " in line:
                process.send_signal(number)
                break
        rest, errors = process.communicate(timeout=20)
    assert sessions() == []
    if number is not signal.SIGKILL:
        assert (process.returncode, errors) == (128 + number, "")
        assert rest.splitlines()[-1].startswith(
            "Your place is saved. Continue with: footcoach play --resume"
        )
    done = footcoach("play", "--resume", "--plain")
    assert done.lines[0].startswith("Resuming The essential three, ")
    assert "0:00 Get ready" not in done.out
    (session,) = sessions()
    assert done.lines[-1] == f"Saved: {session['id']}"
    assert session["seconds"] == pytest.approx(323, abs=0.01)
    assert footcoach("play", "--resume", "--plain").code == 2, "there is nothing left to go on with"


def test_where_the_place_cannot_be_kept_what_was_done_is(
    start_process: Started, data: Path, state: Path, sessions: Callable[[], list[dict[str, Any]]]
) -> None:
    data.mkdir()
    state.mkdir(parents=True)
    (state / "running").touch()
    with start_process("play", "rw-essential-three", "--plain", "--ready", "--speed", "100") as (
        process,
        lines,
    ):
        for line in lines:
            if " Work, " in line:
                process.send_signal(signal.SIGTERM)
                break
        rest, errors = process.communicate(timeout=20)
    (session,) = sessions()
    assert (process.returncode, errors) == (128 + signal.SIGTERM, "")
    assert rest.splitlines()[-1] == (
        f"Your place could not be saved; what you did is in the history: {session['id']}"
    )


def test_a_session_that_had_ended_goes_into_the_history_and_is_not_gone_on_with(
    footcoach: Footcoach, state: Path, sessions: Callable[[], list[dict[str, Any]]]
) -> None:
    heading = SessionInfo("01KK01Z2ZG8Q2N5V0J5C8W7R4T", datetime(2026, 3, 6, 7, 10, tzinfo=UTC))
    session = LiveSession.new(
        three_step_routine(), FakeClock(), SessionJournals(state), first=Side.LEFT
    )
    session.begin(heading)
    session.send(commands.Start())
    session.send(commands.Finish())
    session.suspend()  # killed on its way into the history
    done = footcoach("play", "--resume", "--plain")
    assert done.err.splitlines() == [
        "footcoach: Test routine of 2026-03-06 had ended, and is in the history now",
        "footcoach: no session was interrupted; footcoach play ROUTINE starts one",
    ]
    assert [one["id"] for one in sessions()] == [heading.id]
    assert list((state / "running").iterdir()) == []


def test_a_session_that_is_being_played_is_not_taken_up(
    start_process: Started, run_refused: Refused
) -> None:
    with start_process("play", "rw-essential-three", "--plain", "--ready") as (_, lines):
        next(line for line in lines if "Get ready" in line)
        assert run_refused("play", "--resume", "--plain") == (
            "another footcoach is playing that session right now"
        )


def test_a_session_that_is_resumed_has_its_routine(run_refused: Refused) -> None:
    assert run_refused("play", "desk-break-3min", "--resume", "--plain") == (
        "--resume continues the session that was interrupted: name no routine"
    )


def test_without_a_routine_it_plays_what_is_due(
    footcoach: Footcoach,
    sessions: Callable[[], list[dict[str, Any]]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("FOOTCOACH_NOW", "2026-03-02T07:30")
    done = footcoach("play", *FAST)
    assert (done.code, done.lines[0]) == (0, "Any time is fine.")
    (session,) = sessions()
    assert session["routine"] == "rw-essential-three"
    assert "checkin" not in session, "there is no keyboard"
    done = footcoach("play", *FAST)
    assert (done.code, done.out) == (1, "Done for today.\n")
    assert len(sessions()) == 1


def test_without_a_keyboard_what_is_known_forbids_a_session(
    footcoach: Footcoach,
    sessions: Callable[[], list[dict[str, Any]]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("FOOTCOACH_NOW", "2026-03-02T07:30")
    footcoach("checkin", "--flags", "snap")
    done = footcoach("play", "desk-break-3min", *FAST)
    assert done.code == 1
    assert "tendon may be torn" in done.out
    assert sessions() == []
    monkeypatch.delenv("FOOTCOACH_NOW")
    assert footcoach("play", "desk-break-3min", *FAST).code == 0, "tried out, not counted"


def test_a_kit_is_of_known_things(run_refused: Refused) -> None:
    assert "“bal” is not among mat, ball, towel" in run_refused("play", "--kit", "mat,bal")


def test_a_pace_is_a_wait_or_the_timer(run_refused: Refused, footcoach: Footcoach) -> None:
    assert 'must be "timer", "wait"' in run_refused("play", "--pace", "slow")
    done = footcoach("play", "ankle-and-big-toe-6min", *FAST, "--pace", "wait 20")
    assert "Take your time, left side, 20 s" in done.out


@pytest.mark.parametrize(
    ("options", "keys", "checkin"),
    [
        ((), ["n", "", "", "3", "0", ""], {"decision": "go", "sore": []}),
        ((), ["skip", "", "", "3", "0", ""], {"decision": "go"}),
        (("--no-checkin",), ["", "3", "0", ""], None),
    ],
    ids=["check-in", "skipped", "--no-checkin"],
)
def test_with_a_keyboard_the_check_in_comes_first(
    start_process: Started,
    sessions: Callable[[], list[dict[str, Any]]],
    options: tuple[str, ...],
    keys: list[str],
    checkin: dict[str, object] | None,
) -> None:
    master, slave = os.openpty()
    environ = os.environ | {"TERM": "dumb", "FOOTCOACH_NOW": "2026-03-02T07:30"}
    command = ("play", "rw-essential-three", "--speed", "1000", *options)
    asked = ("n: no; y: yes\n", "i: ill or feverish\n", "q leaves.\n", "(enter skips):\n")
    with start_process(*command, stdin=slave, env=environ) as (process, lines):
        os.close(slave)
        answers = iter(keys)
        for line in lines:
            if line.endswith(asked) and not line.startswith("Answer with"):
                os.write(master, f"{next(answers)}\n".encode())
        assert process.wait(timeout=20) == 0
    os.close(master)
    (session,) = sessions()
    kept = session.get("checkin")
    assert (kept is None) == (checkin is None)
    assert (checkin or {}).items() <= (kept or {}).items()
    assert ("sore" in (kept or {})) == ("sore" in (checkin or {}))
    assert session["effort"] == 3


def test_a_reader_that_goes_away_leaves_the_place_kept(
    start_process: Started, footcoach: Footcoach, sessions: Callable[[], list[dict[str, Any]]]
) -> None:
    with start_process("play", "rw-essential-three", "--plain", "--ready", "--speed", "100") as (
        process,
        lines,
    ):
        next(line for line in lines if " Work, " in line)
        lines.close()
        assert process.wait(timeout=20) == 128 + signal.SIGPIPE
        assert process.stderr
        assert process.stderr.read() == ""
    assert footcoach("play", "--resume", "--plain").code == 0
    assert len(sessions()) == 1


def test_nohup_is_heeded(
    start_process: Started, sessions: Callable[[], list[dict[str, Any]]]
) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with start_process("play", "desk-break-3min", "--plain", "--ready", "--speed", "500") as (
            process,
            lines,
        ):
            next(lines)
            process.send_signal(signal.SIGHUP)
            assert process.wait(timeout=20) == 0
    finally:
        signal.signal(signal.SIGHUP, before)
    assert sessions()[0]["seconds"] == 175


def test_on_a_dumb_terminal_it_is_plain_by_itself_and_asks_how_it_was(
    start_process: Started, sessions: Callable[[], list[dict[str, Any]]]
) -> None:
    master, slave = os.openpty()
    environ = os.environ | {"TERM": "dumb"}
    command = ("play", "desk-break-3min", "--speed", "1000")
    with start_process(*command, stdin=slave, env=environ) as (process, lines):
        os.close(slave)
        said = []
        answers = iter([b"\n", b"3\n", b"0\n", b"fine\n"])
        for line in lines:
            said.append(line.strip())
            if line.endswith(("(enter skips):\n", "q leaves.\n")):
                os.write(master, next(answers))
        assert process.wait(timeout=20) == 0
    os.close(master)
    (session,) = sessions()
    assert (session["effort"], session["pain"], session["note"]) == (3, 0, "fine")
    assert "2:55 Finished" in said
    assert any(line.startswith("Keys, each with enter: p pause") for line in said)


@pytest.mark.parametrize("keys", [b"q\n", b"n\nn\nn\nn\nn\nn\n"])
def test_a_session_in_which_nothing_was_done_is_not_saved(
    start_process: Started, sessions: Callable[[], list[dict[str, Any]]], keys: bytes
) -> None:
    master, slave = os.openpty()
    command = ("play", "desk-break-3min", "--ready", "--no-checkin")
    with start_process(*command, stdin=slave) as (process, lines):
        os.close(slave)
        said = []
        for line in lines:
            said.append(line.strip())
            if "Get ready" in line and keys:
                os.write(master, keys)
                keys = b""
        assert process.wait(timeout=20) == 0
    os.close(master)
    assert "Nothing was done, so nothing is saved." in said
    assert sessions() == []
