"""A session on a real terminal, by keys and by signals."""

import re
import signal
import termios
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.terminal

Sessions = Callable[[], list[dict[str, Any]]]
ESSENTIAL = ("play", "rw-essential-three", "--speed", "40")
MODES = (1049, 1000, 1003, 1006, 1004)
"""Private modes that must be off at the end: the other screen, the mouse, focus."""


def assert_restored(written: bytes) -> None:
    """Every mode that was switched on is off again, and the cursor shows."""
    for mode in (*MODES, 25):
        switched = re.findall(rb"\x1b\[\?%d([hl])" % mode, written)
        assert switched, f"mode {mode} was never touched"
        assert switched[-1] == (b"h" if mode == 25 else b"l"), f"mode {mode}"


def assert_line_is_sane(fd: int) -> None:
    """The terminal shows what is typed, and hands it over by lines."""
    local = termios.tcgetattr(fd)[3]
    assert local & termios.ECHO
    assert local & termios.ICANON


def outcomes(session: dict[str, Any]) -> list[str]:
    return [part["outcome"] for one in session["exercises"] for part in one["sets"]]


def test_from_the_first_key_to_the_history(
    open_footcoach: Callable[..., Any], history_sessions: Sessions
) -> None:
    screen = open_footcoach(*ESSENTIAL)
    screen.wait_for_text("The essential three", "Press space to start.", "Go easy")
    screen.press(" ")
    screen.wait_for_text("Bear squat to downward dog", "1 of 3")
    screen.wait_for_text("rep ", "Next:", gone="GET READY")
    screen.wait_for_text("Ball roll", "2 of 3", "left")
    screen.wait_for_text("■ HOLD", "3 of 3")
    screen.wait_for_text("The essential three · done", "Saved: nothing is lost", "How hard was it?")
    assert len(history_sessions()) == 1, "it is saved before anything is asked"
    screen.press("4")
    screen.wait_for_text("Any pain?", "[4]")
    screen.press("2")
    screen.wait_for_text("Where?", "[2]")
    screen.press("\x1b[B")
    screen.wait_for_text("▶ A note?")
    screen.press("left heel tight\r")
    screen.wait_for_text("1 Routines", "3 History", "Recent", gone="A note?")
    screen.press("q")
    assert screen.end() == 0
    assert_restored(screen.written)
    assert_line_is_sane(screen.process.child_fd)
    assert not "".join(screen.lines).strip(), "nothing is left where there is no second screen"
    (session,) = history_sessions()
    assert (session["effort"], session["pain"]) == (4, 2)
    assert (session["note"], session["context"]) == ("left heel tight", "before-run")
    assert (session["seconds"], session["speed"]) == (323, 40)
    assert set(outcomes(session)) == {"done"}


def test_leaving_half_way_keeps_the_place(
    open_footcoach: Callable[..., Any], history_sessions: Sessions
) -> None:
    screen = open_footcoach(*ESSENTIAL, columns=80, rows=24)
    screen.wait_for_text("Press space to start.")
    screen.press(" ")
    screen.wait_for_text("Ball roll", "2 of 3", gone="GET READY")
    screen.press("q")
    screen.wait_for_text("Leave the session?")
    screen.press("q")
    screen.wait_for_text("1 Routines", gone="Leave the session?")
    screen.press("q")
    assert screen.end() == 0
    assert_restored(screen.written)
    assert history_sessions() == []
    again = open_footcoach()
    again.wait_for_text(
        "A session was interrupted", "The essential three, interrupted on", "in step 2 of 3"
    )
    again.press("r")
    again.wait_for_text("PAUSED", "2 of 3")
    again.press(" ")
    again.wait_for_text("Next:", gone="PAUSED")
    again.press("q")
    again.wait_for_text("Leave the session?")
    again.press("s")
    again.wait_for_text("stopped early", "How hard was it?")
    (session,) = history_sessions()
    assert outcomes(session)[0] == "done"
    assert outcomes(session)[-1] == "skipped"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_with_the_place_kept(
    open_footcoach: Callable[..., Any], history_sessions: Sessions, number: signal.Signals
) -> None:
    screen = open_footcoach(*ESSENTIAL)
    screen.wait_for_text("Press space to start.")
    screen.press(" ")
    screen.wait_for_text("rep ", "1 of 3", gone="GET READY")
    screen.stop(number)
    assert screen.end() == 128 + number
    assert_restored(screen.written)
    again = open_footcoach()
    again.wait_for_text("A session was interrupted")
    again.press("s")
    again.wait_for_text("The essential three is saved in the history.")
    (session,) = history_sessions()
    assert outcomes(session)[0] in ("cut-short", "done")
    assert outcomes(session)[-1] == "skipped"


def test_a_terminal_that_is_closed_ends_it(open_footcoach: Callable[..., Any]) -> None:
    screen = open_footcoach(*ESSENTIAL)
    screen.wait_for_text("Press space to start.")
    screen.press(" ")
    screen.wait_for_text("rep ", "1 of 3", gone="GET READY")
    screen.hang_up()
    assert screen.exit_code(4) == 128 + signal.SIGHUP


def test_a_terminal_that_is_closed_keeps_the_place(
    open_footcoach: Callable[..., Any], history_sessions: Sessions
) -> None:
    screen = open_footcoach(*ESSENTIAL)
    screen.wait_for_text("Press space to start.")
    screen.press(" ")
    screen.wait_for_text("rep ", "1 of 3", gone="GET READY")
    screen.hang_up()
    screen.exit_code(4)
    again = open_footcoach("play", "--resume")
    again.wait_for_text("PAUSED", "1 of 3")
    again.press("q")
    again.wait_for_text("Leave the session?")
    again.press("q")
    last = open_footcoach()
    last.wait_for_text("A session was interrupted")
    last.press("d")
    last.wait_for_text("1 Routines", gone="A session was interrupted")
    assert history_sessions() == []


def test_a_session_set_aside_with_ctrl_z_waits_paused(
    open_shell: Callable[[], Any], command: str, history_sessions: Sessions
) -> None:
    screen = open_shell()
    screen.press(f"{command} play rw-essential-three --no-checkin\n")
    screen.wait_for_text("Press space to start.")
    screen.press(" ")
    screen.wait_for_text("GET READY")
    screen.press("\x1a")
    screen.wait_for_text("Stopped")
    assert_restored(screen.written)
    screen.press("fg\n")
    screen.wait_for_text("PAUSED", within=4)
    screen.press("q")
    screen.wait_for_text("Leave the session?")
    screen.press("q")
    screen.wait_for_text("1 Routines", gone="Leave the session?")
    screen.press("q")
    screen.wait_for_text("ready>")
    screen.press(f"{command} play --resume\n")
    screen.wait_for_text("PAUSED")
    screen.press("q")
    screen.wait_for_text("Leave the session?")
    screen.press("s")
    screen.wait_for_text("1 Routines", gone="Leave the session?")
    assert history_sessions() == [], "nothing was done"


def test_footcoach_alone_opens_at_the_routines(open_footcoach: Callable[..., Any]) -> None:
    screen = open_footcoach(columns=80, rows=24)
    screen.wait_for_text("1 Routines", "The essential three", "Leave")
    screen.press("q")
    assert screen.end() == 0
    assert_restored(screen.written)


def test_an_unknown_routine_is_refused_before_the_screen_opens(
    open_footcoach: Callable[..., Any],
) -> None:
    screen = open_footcoach("play", "rw-essential-tree")
    assert screen.end() == 2
    assert b"Did you mean" in screen.written
    assert b"\x1b" not in screen.written


def test_a_routine_that_cannot_be_used_is_told_when_the_screen_is_gone(
    open_footcoach: Callable[..., Any], data: Path
) -> None:
    (data / "routines").mkdir(parents=True)
    (data / "routines" / "mine.toml").write_text('id = "mine"\ntitle = 3')
    screen = open_footcoach("play", "mine")
    assert screen.end() == 2
    assert_restored(screen.written)
    told = screen.written.decode().rpartition("footcoach: ")[2]
    assert told.endswith("mine.toml cannot be used: run footcoach check for the reasons.\r\n")


def test_there_is_a_sign_of_life_before_there_is_a_screen(
    open_footcoach: Callable[..., Any],
) -> None:
    screen = open_footcoach()
    screen.wait_for_text("1 Routines", "The essential three")
    before, switched, _ = screen.written.partition(b"\x1b[?1049h")
    assert switched
    assert before.startswith(b"footcoach\r")
    assert before.endswith(b"\r\x1b[K"), "the line is clear again when we leave"
    screen.press("q")
    assert screen.end() == 0
