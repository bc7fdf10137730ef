"""What the terminal itself can show: notifications and progress."""

from footcoach_tui.cues.choices import Outcome
from footcoach_tui.cues.emulators import Emulator

_OFF = "it is turned off in the settings"


def notify_for(choice: str, terminal: Emulator, trouble: str) -> Outcome:
    """By which OSC notifications are sent; `trouble` tells why the terminal is not known."""
    if choice == "off":
        return Outcome("notify", "", _OFF)
    if choice != "auto":
        return Outcome("notify", choice, "the settings say so")
    if trouble:
        return Outcome("notify", "", trouble)
    if terminal.notifies_by:
        return Outcome("notify", terminal.notifies_by, f"{terminal.name} takes it")
    return Outcome("notify", "", f"{terminal.name} is not known to show notifications")


def progress_for(choice: str, terminal: Emulator, trouble: str) -> Outcome:
    """Whether progress is sent; see `notify_for`."""
    if choice == "off":
        return Outcome("progress", "", _OFF)
    if choice == "on":
        return Outcome("progress", "osc9;4", "the settings say so")
    if trouble:
        return Outcome("progress", "", trouble)
    if terminal.shows_progress:
        return Outcome("progress", "osc9;4", f"{terminal.name} shows it")
    return Outcome("progress", "", f"{terminal.name} is not known to show progress")
