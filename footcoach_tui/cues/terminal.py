"""Notifications and progress that the terminal itself shows."""

from footcoach_tui.cues.choices import Outcome
from footcoach_tui.cues.emulators import Emulator

_OFF = "it is turned off in the settings"


def notify_for(choice: str, terminal: Emulator, trouble: str) -> Outcome:
    """Choose the OSC of notifications; `trouble` is why the terminal is unknown, or ""."""
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
    """Choose whether progress is sent; `trouble` as in `notify_for`."""
    if choice == "off":
        return Outcome("progress", "", _OFF)
    if choice == "on":
        return Outcome("progress", "osc9;4", "the settings say so")
    if trouble:
        return Outcome("progress", "", trouble)
    if terminal.shows_progress:
        return Outcome("progress", "osc9;4", f"{terminal.name} shows it")
    return Outcome("progress", "", f"{terminal.name} is not known to show progress")
