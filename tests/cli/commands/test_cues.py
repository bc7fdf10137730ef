"""`footcoach cues`, and the cues of a session in plain lines."""

import json
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from builders import Hold, routine, step
from clocks import FakeClock
from keyboards import FakeKeyboard

from footcoach_tui import cue_wiring
from footcoach_tui.cli.commands import cues as command
from footcoach_tui.cli.plain.cues import PlainCueOutput
from footcoach_tui.cli.plain.player import PlainPlayer
from footcoach_tui.cues import osc
from footcoach_tui.cues.cue_player import CuePlayer
from footcoach_tui.cues.plan import CuePlan
from footcoach_tui.playback.live_session import LiveSession
from footcoach_tui.session.player import Player
from footcoach_tui.session.timeline import compile_timeline
from footcoach_tui.text.cue import CueKind

Footcoach = Callable[..., Any]


def test_it_tells_what_is_used_and_why(footcoach: Footcoach) -> None:
    done = footcoach("cues", "--list")
    assert (done.code, done.err) == (0, "")
    assert [line.split()[0] for line in done.lines] == [
        *("bell", "notify", "progress", "sound", "speech")
    ]
    assert done.lines[0].endswith("there is no terminal to ring it")


def test_it_gives_each_cue_by_its_name(
    footcoach: Footcoach, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "_PAUSE", 0)
    done = footcoach("cues")
    assert done.code == 0
    assert done.lines[-len(CueKind) :] == [str(kind) for kind in CueKind]


def test_doctor_tells_each_channel_and_what_failed_last(footcoach: Footcoach, state: Path) -> None:
    (state / "log").mkdir(parents=True, mode=0o700)
    (state / "log" / "cues.json").write_text('{"speech": "espeak-ng: it ended with exit code 1"}')
    facts = json.loads(footcoach("doctor", "--json").out)["facts"]["cues"]
    assert facts["bell"] is None
    assert facts["bell_why"] == "there is no terminal to ring it"
    assert facts["speech_failed"] == "espeak-ng: it ended with exit code 1"


class RecordedOutput(PlainCueOutput):
    """Output that records each sequence as a line."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__()
        self.lines = lines

    def send(self, sequence: str) -> None:
        self.lines.append(sequence)


def play(plan: CuePlan, *typed: tuple[float, str]) -> list[str]:
    """Play a session of 2 s to get ready and a hold of 4 s; returns its lines and cues."""
    lines: list[str] = []
    clock = FakeClock()
    player = Player(compile_timeline(routine(step(Hold(4), prep=2))))
    keyboard = FakeKeyboard(clock, list(typed))
    cues = CuePlayer(RecordedOutput(lines), plan)
    PlainPlayer(LiveSession(player, clock), keyboard, lines.extend, cues).play()
    cues.abort()
    return lines


def test_a_cue_comes_before_its_line() -> None:
    lines = play(CuePlan(notify="osc9"))
    assert lines[:3] == [
        "\a",
        osc.notification_sequence("osc9", "Heel Raise, both sides"),
        "0:00 Get ready, Heel Raise, both sides, 2 s",
    ]
    assert lines[-3:] == ["\a", osc.notification_sequence("osc9", "Finished"), "0:06 Finished"]


def test_the_first_cue_waits_until_it_is_known_what_there_is(
    footcoach: Footcoach, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines: list[str] = []

    def found() -> CuePlan:
        Event().wait(0.1)  # tmux is asked
        return CuePlan(bell=False, notify="osc9")

    def open_cues(*_: object) -> CuePlayer:
        return CuePlayer(RecordedOutput(lines), CuePlan(bell=False), found)

    monkeypatch.setattr(cue_wiring, "open_cues", open_cues)
    assert footcoach("play", "desk-break-3min", "--plain", "--ready", "--speed", "1000").code == 0
    assert lines[0] == osc.notification_sequence("osc9", "Ankle circles, left side")


def test_m_mutes_all_and_the_lines_go_on() -> None:
    lines = play(CuePlan(notify="osc9"), (0.5, "m"), (3, "m"))
    assert lines.count("Cues are off.") == 1
    assert lines.count("Cues are on.") == 1
    between = lines[lines.index("Cues are off.") : lines.index("Cues are on.")]
    assert "\a" not in between
    assert "0:02 Hold, both sides, 4 s, Slow" in between


def test_progress_is_gone_when_the_session_is() -> None:
    lines = play(CuePlan(bell=False, progress=True))
    shown = [line for line in lines if line.startswith("\x1b")]
    assert shown[0] == osc.progress_sequence(0)
    assert shown[-1] == osc.progress_sequence(None)
    assert lines[-1] == "0:06 Finished"


def test_where_there_is_no_terminal_plain_lines_stay_plain(
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = PlainCueOutput()
    out.ring()
    out.send("\x1b]9;x\x1b\\")
    assert capsys.readouterr().out == ""
