"""Channels of one session: the choice of each (`Plan`) and the running ones (`Channels`)."""

from dataclasses import dataclass

from footcoach_tui.cues.environment import CueEnvironment
from footcoach_tui.cues.osc import Multiplexer
from footcoach_tui.cues.outcome import ChannelOutcome, CueSettings
from footcoach_tui.cues.program import AudioProgram
from footcoach_tui.cues.sound import CommandLine, SoundPlayer, choose_sound
from footcoach_tui.cues.speech import SpeechPlayer, choose_speech
from footcoach_tui.cues.terminal import choose_notification, choose_progress
from footcoach_tui.cues.terminals import Emulator


@dataclass(frozen=True, slots=True)
class CuePlan:
    """Choice of each channel, explained in `outcomes`.

    `notify` is the kind of OSC or ""; an empty command runs nothing.
    """

    outcomes: tuple[ChannelOutcome, ...] = ()
    bell: bool = True
    notify: str = ""
    progress: bool = False
    multiplexer: Multiplexer = Multiplexer.NONE
    sound: CommandLine = ()
    speech: CommandLine = ()


def choose_channels(choices: CueSettings, here: CueEnvironment) -> CuePlan:
    """Choose the channels. Starts no process but a query to tmux."""
    needs_terminal = "auto" in (choices.notify, choices.progress)
    terminal, trouble = here.emulator() if needs_terminal else (Emulator(), "")
    notify = choose_notification(choices.notify, terminal, trouble)
    progress = choose_progress(choices.progress, terminal, trouble)
    sound, player = choose_sound(choices.sound, here)
    speech, speaker = choose_speech(choices.speech, here)
    rings = choices.bell and here.is_terminal
    return CuePlan(
        (_bell(choices, here, sound), notify, progress, sound, speech),
        bell=rings,
        notify=notify.used,
        progress=bool(progress.used),
        multiplexer=here.multiplexer,
        sound=player,
        speech=speaker,
    )


def _bell(choices: CueSettings, here: CueEnvironment, sound: ChannelOutcome) -> ChannelOutcome:
    if not choices.bell:
        return ChannelOutcome("bell", "", "it is turned off in the settings")
    if not here.is_terminal:
        return ChannelOutcome("bell", "", "there is no terminal to ring it")
    if sound.used:
        return ChannelOutcome("bell", "BEL", "it rings where a tone cannot be played")
    return ChannelOutcome("bell", "BEL", "whether it is heard is the terminal's choice")


@dataclass(frozen=True, slots=True)
class CueChannels:
    """Running channels of a plan."""

    plan: CuePlan
    sound: SoundPlayer | None = None
    speech: SpeechPlayer | None = None

    @property
    def programs(self) -> tuple[AudioProgram, ...]:
        """Programs that may be running."""
        return tuple(one.program for one in (self.sound, self.speech) if one)

    def failures(self) -> dict[str, str]:
        """Reasons why channels fell silent, by channel; "" for one that works."""
        found = {"sound": self.sound, "speech": self.speech}
        return {name: one.program.failure for name, one in found.items() if one}


def open_channels(plan: CuePlan) -> CueChannels:
    """Create the channels of a plan; no program starts before the first cue."""
    return CueChannels(
        plan,
        SoundPlayer(plan.sound) if plan.sound else None,
        SpeechPlayer(plan.speech) if plan.speech else None,
    )
