"""Few words that confirm a command of a session."""

from collections.abc import Iterable

from footcoach_tui.session import commands
from footcoach_tui.session.events import Adjusted, PlayerEvent, Refused, RepsAdded, Undone

_DONE: dict[type[commands.PlayerCommand], str] = {
    commands.Restart: "restarted",
    commands.Jump: "jumped · u undoes",
    commands.Note: "noted",
}
_UNDONE: dict[type[commands.PlayerCommand], str] = {
    commands.Next: "next",
    commands.Back: "back",
    commands.Restart: "restart",
    commands.Jump: "jump",
    commands.Done: "done",
    commands.Hurt: "what hurt",
}


def command_words(command: commands.PlayerCommand, events: Iterable[PlayerEvent]) -> str:
    """Return the words for a command with its events, or "" where the screen says it anyway."""
    words = _DONE.get(type(command), "")
    for event in events:
        match event:
            case Adjusted(_, seconds):
                words = _seconds(seconds)
            case RepsAdded(_, reps):
                words = _reps(reps)
            case Undone(_, undone):
                words = f"undone: {_name(undone)}" if undone else "undone"
            case Refused():
                return ""
    return words


def _name(command: commands.PlayerCommand) -> str:
    match command:
        case commands.Adjust(seconds):
            return _seconds(seconds)
        case commands.AddReps(reps):
            return _reps(reps)
    return _UNDONE.get(type(command), "")


def _seconds(seconds: float) -> str:
    return f"{round(seconds):+} s"


def _reps(reps: int) -> str:
    return f"{reps:+} {'rep' if abs(reps) == 1 else 'reps'}"
