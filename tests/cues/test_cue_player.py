"""Each cue goes to every available channel; a session continues without those that fail."""

import io
import time
import wave
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from builders import Hold, routine, step
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.cues import osc
from footcoach_tui.cues.cue_player import _BELL_TIMES, _PROGRESS_REFRESH, CuePlayer
from footcoach_tui.cues.failures import _FILE_NAME, load_failures, save_failures
from footcoach_tui.cues.osc import Multiplexer
from footcoach_tui.cues.plan import CuePlan
from footcoach_tui.cues.sound import _MELODIES, _SAMPLE_RATE, SoundPlayer
from footcoach_tui.cues.speech import SpeechPlayer
from footcoach_tui.session.clock import Instant
from footcoach_tui.session.player import Player
from footcoach_tui.session.timeline import compile_timeline
from footcoach_tui.session.view import SessionState, SessionView
from footcoach_tui.text.cue import Cue, CueKind

Script = Callable[[str], tuple[str, ...]]
PATIENCE = 10.0


@pytest.fixture
def view() -> SessionView:
    """First view of a session of 1000 s."""
    player = Player(compile_timeline(routine(step(Hold(990), prep=10))))
    return replace(player.view(Instant(0, 0)), state=SessionState.WORK)


def test_every_kind_has_rings_and_a_melody_of_its_own() -> None:
    assert set(_BELL_TIMES) == set(_MELODIES) == set(CueKind)
    assert len(set(_MELODIES.values())) == len(CueKind)
    named = ("START", "HALF_WAY", "SIDE", "REST", "END")  # the last seconds lead up to the start
    assert len({_BELL_TIMES[CueKind[name]] for name in named}) == len(named)


def test_the_bell_rings_at_once_and_again_where_that_is_the_sign(out: Any) -> None:
    cues = CuePlayer(out, CuePlan())
    cues.play(Cue(CueKind.SIDE))
    assert out.sent == ["BEL"]
    assert [seconds for seconds, _ in out.due] == [0.2, 0.4]
    out.wait()
    assert out.sent == ["BEL"] * 3


def test_muted_nothing_is_heard_not_even_what_was_to_come(out: Any) -> None:
    cues = CuePlayer(out, CuePlan(notify="osc9"))
    cues.play(Cue(CueKind.END))
    cues.toggle_mute()
    out.wait()
    cues.play(Cue(CueKind.END, notice="Finished"))
    assert (out.sent, cues.is_muted) == (["BEL"], True)
    cues.toggle_mute()
    cues.play(Cue(CueKind.END, notice="Finished"))
    assert out.sent == ["BEL", "BEL", osc.notification_sequence("osc9", "Finished")]


def test_without_any_channel_there_is_nothing_to_hear(out: Any) -> None:
    cues = CuePlayer(out, CuePlan(bell=False))
    cues.play(Cue(CueKind.END, ("finished",), notice="Finished"))
    assert (out.sent, out.due, cues.is_silent) == ([], [], True)


def test_only_what_is_worth_it_is_notified_and_it_is_wrapped(out: Any) -> None:
    cues = CuePlayer(out, CuePlan(bell=False, notify="osc99", multiplexer=Multiplexer.TMUX))
    cues.play(Cue(CueKind.LAST))
    cues.play(Cue(CueKind.READY, notice="Toes, left side"))
    sequence = osc.notification_sequence("osc99", "Toes, left side")
    assert out.sent == [Multiplexer.TMUX.wrap(sequence)]


def test_progress_is_sent_when_it_changes_and_taken_away_while_it_stands(
    out: Any, view: SessionView
) -> None:
    cues = CuePlayer(out, CuePlan(bell=False, progress=True))
    lefts = (1000.0, 999.9, 995.0, 990.0, 989.0)
    for left in lefts:
        cues.show_progress(replace(view, session_left=left))
    cues.show_progress(replace(view, state=SessionState.PAUSED, session_left=989.0))
    cues.show_progress(replace(view, state=SessionState.PAUSED, session_left=989.0))
    assert out.sent == [osc.progress_sequence(one) for one in (0, 1, None)]
    assert out.at_last == osc.progress_sequence(None)
    cues.show_progress(replace(view, session_left=988.0))
    cues.close()
    cues.abort()
    assert out.sent[3:] == [osc.progress_sequence(1), osc.progress_sequence(None)]


def test_progress_is_told_anew_before_a_terminal_gives_it_up(out: Any, view: SessionView) -> None:
    cues = CuePlayer(out, CuePlan(bell=False, progress=True))
    long = replace(view, session_total=100_000.0)
    for second in range(31):
        cues.show_progress(replace(long, session_left=100_000.0 - second))
    assert out.sent == [osc.progress_sequence(0)] * (1 + 30 // int(_PROGRESS_REFRESH))


def test_the_bell_steps_back_for_tones_once_they_are_heard(out: Any, script: Script) -> None:
    cues = CuePlayer(out, CuePlan(sound=script("exit 0")))
    sound = cues.channels.sound
    assert sound
    cues.play(Cue(CueKind.START))
    assert out.sent == ["BEL"]
    sound.program.has_succeeded = True
    cues.play(Cue(CueKind.START))
    assert out.sent == ["BEL"]
    cues.abort()


def test_and_takes_over_where_they_fail_which_is_remembered(out: Any, script: Script) -> None:
    kept: list[dict[str, str]] = []
    cues = CuePlayer(
        out, CuePlan(sound=script("exit 1")), remember=lambda one: kept.append(dict(one))
    )
    sound = cues.channels.sound
    assert sound
    for _ in range(2):
        sound.program._carry_out(b"")
    cues.play(Cue(CueKind.START))
    assert out.sent == ["BEL"]
    cues.close()
    assert [list(one) for one in kept] == [["sound"]]
    assert "it ended with exit code 1" in kept[0]["sound"]


def test_a_sentence_is_spoken_and_hushed_when_the_last_seconds_begin(
    out: Any, script: Script, tmp_path: Path
) -> None:
    command = script('cat > "$0.log"')
    cues = CuePlayer(out, CuePlan(bell=False, speech=command))
    cues.play(Cue(CueKind.REST, ("rest, 20 seconds", "then [[volm 9]] toes"), seconds_to_speak=17))
    cues.close()
    cues.drain(PATIENCE)
    assert (tmp_path / "program.log").read_text() == "rest, 20 seconds, then volm 9 toes"
    speech = cues.channels.speech
    assert speech
    speech.program._order = lambda: b"late"
    cues.play(Cue(CueKind.LAST))
    assert speech.program._order is None


def test_what_is_found_later_is_used_from_then_on(out: Any) -> None:
    cues = CuePlayer(out, CuePlan(bell=False), lambda: CuePlan(notify="osc9"))
    cues.wait_until_ready(PATIENCE)
    assert cues.channels.plan.notify == "osc9"


def test_a_search_that_fails_leaves_the_bell(out: Any) -> None:
    def fail() -> CuePlan:
        raise OSError

    cues = CuePlayer(out, CuePlan(), fail)
    cues.wait_until_ready(PATIENCE)
    cues.play(Cue(CueKind.START))
    assert out.sent == ["BEL"]


@given(text=st.text())
def test_speech_programs_get_nothing_but_sentences(text: str) -> None:
    speech = SpeechPlayer(("none",))
    with patch.object(speech.program, "run") as run:
        speech.speak(text)
    (order,) = run.call_args.args
    spoken = order().decode()
    assert not set(spoken) & set("[]{}<>|\\\n\x1b`$&;=") - {";"}
    assert len(spoken) <= 300


@pytest.mark.parametrize("kind", CueKind)
def test_a_melody_is_a_short_wav_that_does_not_click(kind: CueKind) -> None:
    with wave.open(io.BytesIO(SoundPlayer(("none",))._melody(kind))) as reader:
        frames = reader.readframes(reader.getnframes())
        assert (reader.getnchannels(), reader.getsampwidth(), reader.getframerate()) == (
            1,
            2,
            _SAMPLE_RATE,
        )
        assert reader.getnframes() / _SAMPLE_RATE < 1
    samples = memoryview(frames).cast("h")
    assert max(map(abs, samples)) < 32_767 / 2
    assert abs(samples[0]) < 100 > abs(samples[-1])


def test_a_melody_is_made_once(script: Script) -> None:
    sound = SoundPlayer(script("exit 0"))
    assert sound._melody(CueKind.END) is sound._melody(CueKind.END)


def test_what_failed_is_remembered_until_it_works_again(tmp_path: Path) -> None:
    folder = tmp_path / "log"
    save_failures(folder, {"sound": ""})
    assert not folder.exists()
    save_failures(folder, {"sound": "aplay: it ended with exit code 1", "speech": ""})
    assert load_failures(folder) == {"sound": "aplay: it ended with exit code 1"}
    save_failures(folder, {})  # nothing was tried: nothing is known
    assert load_failures(folder)
    save_failures(folder, {"sound": "", "speech": ""})
    assert load_failures(folder) == {}


@pytest.mark.parametrize("content", [b"", b"[1]", b"[" * 3000, b"\xff", b'{"a": 1e999}'])
def test_a_memory_that_is_none_is_harmless(tmp_path: Path, content: bytes) -> None:
    (tmp_path / _FILE_NAME).write_bytes(content)
    assert all(isinstance(one, str) for one in load_failures(tmp_path).values())


def test_at_the_end_it_is_waited_once_for_all_and_then_nothing_is_left(
    out: Any, script: Script
) -> None:
    hanging = script("exec sleep 60")
    cues = CuePlayer(out, CuePlan(sound=hanging, speech=hanging))
    cues.play(Cue(CueKind.END, ("finished",)))
    programs = cues.channels.programs
    cues.close()
    begun = time.monotonic()
    cues.drain(0.5)
    assert time.monotonic() - begun < 0.9, "not for one after the other"
    for program in programs:
        program.join(10)
        assert program._running is None
