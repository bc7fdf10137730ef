"""Channels of a session's cues: the choice of each (`CuePlan`), and the running (`CueChannels`)."""

from dataclasses import dataclass
from typing import Self

from footcoach_tui.cues.environment import CueEnvironment
from footcoach_tui.cues.osc import Multiplexer
from footcoach_tui.cues.program import FILE_PLACEHOLDER, AudioProgram
from footcoach_tui.cues.sound import SoundPlayer
from footcoach_tui.cues.speech import SpeechPlayer
from footcoach_tui.cues.terminals import Emulator

_Command = tuple[str, ...]

_INPUT = "/dev/stdin"
_PLAYERS: tuple[_Command, ...] = (
    ("paplay", _INPUT),
    ("pw-play", _INPUT),
    ("aplay", "--quiet", _INPUT),
    ("afplay", FILE_PLACEHOLDER),
)
"""Players of tones, in order of preference: a sound server mixes, a bare card may be busy."""

_SPEAKERS: dict[str, _Command] = {
    "espeak-ng": ("espeak-ng", "--stdin"),
    "say": ("say", "-f", "-"),
}
"""Programs that speak offline and read the sentence from standard input."""

_OFF = "it is turned off in the settings"
_NO_TERMINAL = "input or output is not a terminal here"
_NO_DEVICE = "this machine has no sound device"


@dataclass(frozen=True, slots=True)
class CueSettings:
    """Settings of the cue channels.

    `notify` is auto, off or a kind of OSC; `progress` auto, off or on; `sound` auto or off;
    `speech` auto, off or the name of a program.
    """

    bell: bool = True
    notify: str = "auto"
    progress: str = "auto"
    sound: str = "auto"
    speech: str = "off"


@dataclass(frozen=True, slots=True)
class ChannelOutcome:
    """Means that a channel uses ("" for none), and the reason: a sentence without full stop.

    `is_missing` is whether the settings ask for a program that is not available.
    """

    channel: str
    used: str
    why: str
    is_missing: bool = False


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
    sound: _Command = ()
    speech: _Command = ()

    @classmethod
    def choose(cls, settings: CueSettings, environment: CueEnvironment) -> Self:
        """Choose the channels. Starts no process but a query to tmux."""
        needs_terminal = "auto" in (settings.notify, settings.progress)
        emulator, reason = environment.emulator() if needs_terminal else (Emulator(), "")
        notify = _notification(settings.notify, emulator, reason)
        progress = _progress(settings.progress, emulator, reason)
        sound, player = _sound(settings.sound, environment)
        speech = _speech(settings.speech, environment)
        return cls(
            (_bell(settings, environment, sound), notify, progress, sound, speech),
            bell=settings.bell and environment.is_terminal,
            notify=notify.used,
            progress=bool(progress.used),
            multiplexer=environment.multiplexer,
            sound=player,
            speech=_SPEAKERS.get(speech.used, ()),
        )


def _bell(
    settings: CueSettings, environment: CueEnvironment, sound: ChannelOutcome
) -> ChannelOutcome:
    if not settings.bell:
        return ChannelOutcome("bell", "", _OFF)
    if not environment.is_terminal:
        return ChannelOutcome("bell", "", "there is no terminal to ring it")
    if sound.used:
        return ChannelOutcome("bell", "BEL", "it rings where a tone cannot be played")
    return ChannelOutcome("bell", "BEL", "the terminal decides whether you hear it")


def _notification(setting: str, emulator: Emulator, reason: str) -> ChannelOutcome:
    """Outcome of notifications; `reason` is why the terminal is unknown, or ""."""
    if setting == "off":
        return ChannelOutcome("notify", "", _OFF)
    if setting != "auto":
        return ChannelOutcome("notify", setting, "the settings say so")
    if reason:
        return ChannelOutcome("notify", "", reason)
    if emulator.notification_kind:
        return ChannelOutcome("notify", emulator.notification_kind, f"{emulator.name} shows it")
    return ChannelOutcome("notify", "", f"{emulator.name} is not known to show notifications")


def _progress(setting: str, emulator: Emulator, reason: str) -> ChannelOutcome:
    if setting == "off":
        return ChannelOutcome("progress", "", _OFF)
    if setting == "on":
        return ChannelOutcome("progress", "osc9;4", "the settings say so")
    if reason:
        return ChannelOutcome("progress", "", reason)
    if emulator.shows_progress:
        return ChannelOutcome("progress", "osc9;4", f"{emulator.name} shows it")
    return ChannelOutcome("progress", "", f"{emulator.name} is not known to show progress")


def _sound(setting: str, environment: CueEnvironment) -> tuple[ChannelOutcome, _Command]:
    if setting == "off":
        why = _OFF
    elif not environment.is_terminal:
        why = _NO_TERMINAL
    elif environment.is_remote:
        why = "over SSH it would sound at the other end; the bell rings where you sit"
    elif not environment.has_device():
        why = _NO_DEVICE
    else:
        for command in _PLAYERS:
            if environment.which(command[0]):
                return ChannelOutcome("sound", command[0], "tones are played here"), command
        why = f"none of {', '.join(player[0] for player in _PLAYERS)} is installed"
    return ChannelOutcome("sound", "", why), ()


def _speech(setting: str, environment: CueEnvironment) -> ChannelOutcome:
    is_named = setting in _SPEAKERS
    if setting == "off":
        why = 'it is turned off; speech = "auto" in the settings turns it on'
        return ChannelOutcome("speech", "", why)
    if not is_named and not environment.is_terminal:
        return ChannelOutcome("speech", "", _NO_TERMINAL)
    if not is_named and environment.is_remote:
        return ChannelOutcome("speech", "", "over SSH it would be spoken at the other end")
    if not environment.has_device():
        return ChannelOutcome("speech", "", _NO_DEVICE, is_missing=is_named)
    names = [setting] if is_named else list(_SPEAKERS)
    for name in names:
        if environment.which(name):
            return ChannelOutcome("speech", name, "sentences are spoken here")
    why = f"{' and '.join(names)} {'is' if is_named else 'are'} not installed"
    return ChannelOutcome("speech", "", why, is_missing=True)


@dataclass(frozen=True, slots=True)
class CueChannels:
    """Running channels of a plan."""

    plan: CuePlan
    sound: SoundPlayer | None = None
    speech: SpeechPlayer | None = None

    @classmethod
    def open(cls, plan: CuePlan) -> Self:
        """Create the channels of a plan; no program starts before the first cue."""
        return cls(
            plan,
            SoundPlayer(plan.sound) if plan.sound else None,
            SpeechPlayer(plan.speech) if plan.speech else None,
        )

    @property
    def programs(self) -> tuple[AudioProgram, ...]:
        """Programs that may be running."""
        return tuple(player.program for player in (self.sound, self.speech) if player)

    def failures(self) -> dict[str, str]:
        """Reasons why channels fell silent, by channel; "" for one that works."""
        players = {"sound": self.sound, "speech": self.speech}
        return {name: player.program.failure for name, player in players.items() if player}
