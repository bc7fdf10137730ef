"""Channels of one session: the choice of each (`Plan`) and the running ones (`Channels`)."""

from dataclasses import dataclass

from footcoach_tui.cues.choices import Choices, Outcome
from footcoach_tui.cues.emulators import Emulator
from footcoach_tui.cues.osc import Wrapping
from footcoach_tui.cues.program import Program
from footcoach_tui.cues.sound import Command, Sound, sound_for
from footcoach_tui.cues.speech import Speech, speech_for
from footcoach_tui.cues.surroundings import Surroundings
from footcoach_tui.cues.terminal import notify_for, progress_for


@dataclass(frozen=True, slots=True)
class Plan:
    """Choice of each channel, explained in `outcomes`.

    `notify` is the kind of OSC or ""; an empty command runs nothing.
    """

    outcomes: tuple[Outcome, ...] = ()
    bell: bool = True
    notify: str = ""
    progress: bool = False
    wrapping: Wrapping = Wrapping.NONE
    sound: Command = ()
    speech: Command = ()


def plan(choices: Choices, here: Surroundings) -> Plan:
    """Choose the channels. Starts no process but a query to tmux."""
    needs_terminal = "auto" in (choices.notify, choices.progress)
    terminal, trouble = here.terminal() if needs_terminal else (Emulator(), "")
    notify = notify_for(choices.notify, terminal, trouble)
    progress = progress_for(choices.progress, terminal, trouble)
    sound, player = sound_for(choices.sound, here)
    speech, speaker = speech_for(choices.speech, here)
    rings = choices.bell and here.is_terminal
    return Plan(
        (_bell(choices, here, sound), notify, progress, sound, speech),
        bell=rings,
        notify=notify.used,
        progress=bool(progress.used),
        wrapping=here.wrapping,
        sound=player,
        speech=speaker,
    )


def _bell(choices: Choices, here: Surroundings, sound: Outcome) -> Outcome:
    if not choices.bell:
        return Outcome("bell", "", "it is turned off in the settings")
    if not here.is_terminal:
        return Outcome("bell", "", "there is no terminal to ring it")
    if sound.used:
        return Outcome("bell", "BEL", "it rings where a tone cannot be played")
    return Outcome("bell", "BEL", "whether it is heard is the terminal's choice")


@dataclass(frozen=True, slots=True)
class Channels:
    """Running channels of a plan."""

    plan: Plan
    sound: Sound | None = None
    speech: Speech | None = None

    @property
    def programs(self) -> tuple[Program, ...]:
        """Programs that may be running."""
        return tuple(one.program for one in (self.sound, self.speech) if one)

    def troubles(self) -> dict[str, str]:
        """Reasons why channels fell silent, by channel; "" for one that works."""
        found = {"sound": self.sound, "speech": self.speech}
        return {name: one.program.trouble for name, one in found.items() if one}


def opened(plan: Plan) -> Channels:
    """Create the channels of a plan; no program starts before the first cue."""
    return Channels(
        plan,
        Sound(plan.sound) if plan.sound else None,
        Speech(plan.speech) if plan.speech else None,
    )
