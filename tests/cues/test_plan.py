"""Choice of the channels by the settings, the terminal and the machine, with reasons."""

from collections.abc import Mapping
from typing import Any

import pytest

from footcoach_tui.cues.environment import CueEnvironment
from footcoach_tui.cues.osc import Multiplexer
from footcoach_tui.cues.plan import CuePlan, CueSettings
from footcoach_tui.cues.terminals import Emulator

XTERM = {"TERM": "xterm-256color"}
ITERM = XTERM | {"TERM_PROGRAM": "iTerm.app", "TERM_PROGRAM_VERSION": "3.6.6"}


def plan(environ: Mapping[str, str], *programs: str, tmux: str = "", **changes: object) -> CuePlan:
    choices = {name: changes.pop(name) for name in list(changes) if name in CueSettings.__slots__}
    found = CueEnvironment(
        environ,
        is_terminal=bool(changes.get("is_terminal", True)),
        which=lambda name: name if name in programs else None,
        ask_tmux=lambda _: tmux,
        has_device=lambda: bool(changes.get("has_device", True)),
    )
    return CuePlan.choose(CueSettings(**choices), found)  # type: ignore[arg-type] # tests name real choices


def why(chosen: CuePlan, channel: str) -> str:
    return next(outcome.why for outcome in chosen.outcomes if outcome.channel == channel)


@pytest.mark.parametrize(
    ("environ", "notify", "progress"),
    [
        (ITERM, "osc9", True),
        (ITERM | {"TERM_PROGRAM_VERSION": "3.6.5"}, "osc9", False),
        (XTERM | {"LC_TERMINAL": "iTerm2", "LC_TERMINAL_VERSION": "3.6.10"}, "osc9", True),
        ({"TERM": "xterm-kitty"}, "osc99", False),
        (XTERM | {"KITTY_WINDOW_ID": "1", "VTE_VERSION": "7900"}, "osc99", False),
        ({"TERM": "xterm-ghostty", "TERM_PROGRAM": "ghostty"}, "osc9", True),
        ({"TERM": "xterm-ghostty"}, "osc9", True),
        ({"TERM": "xterm-kitty", "TERM_PROGRAM": "ghostty"}, "osc99", False),
        (
            XTERM | {"TERM_PROGRAM": "WezTerm", "TERM_PROGRAM_VERSION": "20240203-110809-5046f"},
            "osc777",
            False,
        ),
        (
            XTERM | {"TERM_PROGRAM": "WezTerm", "TERM_PROGRAM_VERSION": "20260117-153515-30ef8"},
            "osc777",
            True,
        ),
        ({"TERM": "foot"}, "osc777", False),
        (XTERM | {"WT_SESSION": "6f2b"}, "", True),
        (XTERM | {"ConEmuPID": "12"}, "", True),
        (XTERM | {"VTE_VERSION": "7803"}, "", False),
        (XTERM | {"VTE_VERSION": "8000"}, "", True),
        (XTERM | {"VTE_VERSION": "x"}, "", False),
        (XTERM | {"TERM_PROGRAM": "Apple_Terminal"}, "", False),
        (XTERM, "", False),
        ({"TERM": "dumb", "KITTY_WINDOW_ID": "1"}, "", False),
        ({"TERM": "screen", "STY": "1.x", "KITTY_WINDOW_ID": "1"}, "", False),
    ],
)
def test_a_terminal_is_sent_only_what_it_is_known_to_take(
    environ: Mapping[str, str],
    notify: str,
    progress: bool,  # noqa: FBT001 - a row of the table
) -> None:
    found = plan(environ)
    assert (found.notify, found.progress) == (notify, progress)


@pytest.mark.parametrize(
    ("answer", "emulator"),
    [
        ("kitty(0.36.4)", Emulator("kitty", (0, 36, 4))),
        ("iTerm2 3.6.6", Emulator("iterm2", (3, 6, 6))),
        ("WezTerm 20240203-110809-5046fc22", Emulator("wezterm", (20240203,))),
        ("VTE(7900)", Emulator("vte", (0, 79, 0))),
        ("ghostty 1.2.3", Emulator("ghostty", (1, 2, 3))),
        ("foot(1.18.1)", Emulator("foot", (1, 18, 1))),
        ("Windows Terminal 1.24", Emulator("windows", (1, 24))),
        ("XTerm", Emulator("xterm")),
        ("", Emulator()),
        ("\x1b]0;x", Emulator()),
    ],
)
def test_a_terminal_is_known_by_what_it_calls_itself(answer: str, emulator: Emulator) -> None:
    assert Emulator.from_reply(answer) == emulator


def test_a_version_out_of_all_bounds_is_none() -> None:
    assert Emulator.from_environment({"VTE_VERSION": "9" * 5000}).version == ()
    assert Emulator.from_environment(ITERM | {"TERM_PROGRAM_VERSION": "9" * 5000}).name == "iterm2"


@pytest.mark.parametrize(
    ("answer", "notify", "reason"),
    [
        ("1 kitty(0.36.4)\n", "osc99", "kitty shows it"),
        ("0 kitty(0.36.4)\n", "", "set -g allow-passthrough on"),
        ("", "", "set -g allow-passthrough on"),
        ("all \n", "", "tmux does not know which terminal"),
    ],
)
def test_inside_tmux_it_is_tmux_that_knows(answer: str, notify: str, reason: str) -> None:
    found = plan(ITERM | {"TMUX": "/run/tmux,1,0"}, tmux=answer)
    assert (found.notify, found.multiplexer) == (notify, Multiplexer.TMUX)
    assert reason in why(found, "notify")


def test_what_the_settings_name_is_used_wherever_it_is() -> None:
    found = plan(XTERM | {"STY": "1.x"}, notify="osc777", progress="on")
    assert (found.notify, found.progress, found.multiplexer) == ("osc777", True, Multiplexer.SCREEN)
    off = plan(ITERM, "aplay", bell=False, notify="off", progress="off", sound="off", speech="off")
    assert (off.notify, off.sound, off.speech) == ("", (), ())
    assert not off.bell
    assert not off.progress


def test_tmux_is_not_asked_where_nothing_depends_on_it() -> None:
    def never(_: str) -> str:
        raise AssertionError

    found = CueEnvironment(XTERM | {"TMUX": "x"}, is_terminal=True, ask_tmux=never)
    assert CuePlan.choose(CueSettings(notify="osc9", progress="off"), found).notify == "osc9"


@pytest.mark.parametrize(
    ("programs", "used"),
    [
        (("aplay", "paplay"), "paplay"),
        (("afplay",), "afplay"),
        ((), ""),
    ],
)
def test_tones_are_played_by_what_is_installed(programs: tuple[str, ...], used: str) -> None:
    found = plan(XTERM, *programs)
    assert next(one.used for one in found.outcomes if one.channel == "sound") == used
    assert bool(found.sound) is bool(used)


@pytest.mark.parametrize("changes", [{"has_device": False}, {"is_terminal": False}])
def test_without_a_device_or_a_person_nothing_is_played_or_spoken(
    changes: dict[str, Any],
) -> None:
    found = plan(XTERM, "aplay", "espeak-ng", speech="auto", **changes)
    assert (found.sound, found.speech) == ((), ())


@pytest.mark.parametrize("name", ["SSH_CONNECTION", "SSH_TTY"])
def test_over_ssh_only_the_bell_and_the_terminal_are_left(name: str) -> None:
    found = plan(ITERM | {name: "x"}, "aplay", "espeak-ng", speech="auto")
    assert (found.bell, found.notify, found.sound, found.speech) == (True, "osc9", (), ())
    assert "where you sit" in why(found, "sound")
    assert plan(XTERM | {name: "x"}, "espeak-ng", speech="espeak-ng").speech


def test_nobody_is_spoken_to_who_has_not_asked_for_it() -> None:
    assert plan(XTERM, "espeak-ng").speech == ()


@pytest.mark.parametrize(
    ("choice", "programs", "speaker", "is_missing"),
    [
        ("auto", ("say", "espeak-ng"), "espeak-ng", False),
        ("auto", ("say",), "say", False),
        ("say", ("espeak-ng",), "", True),
        ("auto", (), "", True),
    ],
)
def test_a_voice_is_one_that_is_installed(
    choice: str,
    programs: tuple[str, ...],
    speaker: str,
    is_missing: bool,  # noqa: FBT001 - a row of the table
) -> None:
    found = plan(XTERM, *programs, speech=choice)
    (speech,) = (one for one in found.outcomes if one.channel == "speech")
    assert (speech.used, speech.is_missing) == (speaker, is_missing)


@pytest.mark.parametrize("environ", [XTERM, ITERM, {}])
def test_every_channel_says_why(environ: Mapping[str, str]) -> None:
    outcomes = plan(environ).outcomes
    assert [one.channel for one in outcomes] == [*("bell", "notify", "progress", "sound", "speech")]
    assert all(one.why for one in outcomes)
