"""Notifications and progress that the terminal itself shows."""

from footcoach_tui.cues.outcome import ChannelOutcome
from footcoach_tui.cues.terminals import Emulator

_OFF = "it is turned off in the settings"


def choose_notification(choice: str, terminal: Emulator, trouble: str) -> ChannelOutcome:
    """Choose the OSC of notifications; `trouble` is why the terminal is unknown, or ""."""
    if choice == "off":
        return ChannelOutcome("notify", "", _OFF)
    if choice != "auto":
        return ChannelOutcome("notify", choice, "the settings say so")
    if trouble:
        return ChannelOutcome("notify", "", trouble)
    if terminal.notification_kind:
        return ChannelOutcome("notify", terminal.notification_kind, f"{terminal.name} takes it")
    return ChannelOutcome("notify", "", f"{terminal.name} is not known to show notifications")


def choose_progress(choice: str, terminal: Emulator, trouble: str) -> ChannelOutcome:
    """Choose whether progress is sent; `trouble` as in `notify_for`."""
    if choice == "off":
        return ChannelOutcome("progress", "", _OFF)
    if choice == "on":
        return ChannelOutcome("progress", "osc9;4", "the settings say so")
    if trouble:
        return ChannelOutcome("progress", "", trouble)
    if terminal.shows_progress:
        return ChannelOutcome("progress", "osc9;4", f"{terminal.name} shows it")
    return ChannelOutcome("progress", "", f"{terminal.name} is not known to show progress")
