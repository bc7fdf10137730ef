"""The ONE table of commands: bindings, footer, palette, help, docs and the config read it.

No Textual in here, so that the command line and the docs can read the table too.
"""

from dataclasses import dataclass
from enum import StrEnum


class Group(StrEnum):
    """Where a command belongs in help and docs."""

    SESSION = "Session"
    LISTS = "Lists and panes"
    APP = "footcoach"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can do with a key.

    `id` is its name in the config; `label` stands in the footer where `footer` says so; `help` is
    a sentence. `keys` are Textual's key names.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    group: Group
    footer: bool = False

    @property
    def shown(self) -> tuple[str, ...]:
        """The keys as a person reads them."""
        return tuple(shown(key) for key in self.keys)


_SHOWN = {
    "right": "→",
    "left": "←",
    "up": "↑",
    "down": "↓",
    "space": "space",
    "plus": "+",
    "equals_sign": "=",
    "minus": "-",
    "slash": "/",
    "question_mark": "?",
}


def shown(key: str) -> str:
    """A key's name as a person reads it: ``question_mark`` is ``?``."""
    return _SHOWN.get(key, key)


COMMANDS = (
    Command(
        "session.play",
        ("space",),
        "Start/pause",
        "Start the chosen routine; pause; go on after a three-second count-in.",
        Group.SESSION,
        footer=True,
    ),
    Command(
        "session.next",
        ("right", "n"),
        "Next",
        "Go to the next step; from the last one, end the session.",
        Group.SESSION,
        footer=True,
    ),
    Command(
        "session.back",
        ("left", "b"),
        "Back",
        "Go to the step before.",
        Group.SESSION,
        footer=True,
    ),
    Command(
        "session.restart",
        ("r",),
        "Restart",
        "Do this step again from its beginning.",
        Group.SESSION,
    ),
    Command(
        "session.longer",
        ("plus", "equals_sign"),
        "10 s more",
        "Ten seconds more of what is being counted.",
        Group.SESSION,
    ),
    Command(
        "session.shorter",
        ("minus",),
        "10 s less",
        "Ten seconds less of what is being counted.",
        Group.SESSION,
    ),
    Command(
        "session.done",
        ("enter",),
        "Done",
        "A step that waits for you is done; a get-ready, rest or change of side is over now.",
        Group.SESSION,
        footer=True,
    ),
    Command(
        "session.mute",
        ("m",),
        "Mute",
        "Turn the bell off, or on again.",
        Group.SESSION,
    ),
    Command(
        "session.far",
        ("f",),
        "Far",
        "Fill the screen with the count, to read it from the mat; again to come back.",
        Group.SESSION,
        footer=True,
    ),
    Command(
        "session.info",
        ("i",),
        "How",
        "How the exercise is done, what it is for, when to stop, and where the dose comes from.",
        Group.SESSION,
        footer=True,
    ),
    Command(
        "session.undo",
        ("u",),
        "Undo",
        "Take back the last move or change of time in a session.",
        Group.SESSION,
    ),
    Command(
        "session.gate",
        ("y",),
        "Conditions",
        "Before the start: say whether the conditions of a harder step are met.",
        Group.SESSION,
    ),
    Command(
        "session.context",
        ("c",),
        "Context",
        "Before the start: before a run, after it, or another occasion of the routine.",
        Group.SESSION,
    ),
    Command(
        "list.find",
        ("slash",),
        "Find",
        "Find by words: sessions in the history, exercises in the library.",
        Group.LISTS,
        footer=True,
    ),
    Command("pane.list", ("1",), "List", "Go to the list of routines or steps.", Group.LISTS),
    Command("pane.step", ("2",), "Step", "Go to the present step.", Group.LISTS),
    Command("pane.history", ("3",), "History", "Go to the history.", Group.LISTS),
    Command("pane.next", ("tab",), "Next pane", "Go to the next pane.", Group.LISTS),
    Command("list.down", ("j",), "Down", "One line down in a list.", Group.LISTS),
    Command("list.up", ("k",), "Up", "One line up in a list.", Group.LISTS),
    Command("list.top", ("g",), "Top", "To the top of a list.", Group.LISTS),
    Command("list.bottom", ("G",), "Bottom", "To the bottom of a list.", Group.LISTS),
    Command(
        "app.library",
        ("l",),
        "Library",
        "Browse all exercises, with the movement shown beside how and why.",
        Group.APP,
        footer=True,
    ),
    Command(
        "library.order",
        ("o",),
        "Order",
        "In the library: order by name, position, equipment, level or what works.",
        Group.APP,
        footer=True,
    ),
    Command("app.help", ("question_mark",), "Help", "Show all keys.", Group.APP, footer=True),
    Command("app.palette", ("ctrl+p",), "Palette", "Find any command by its name.", Group.APP),
    Command(
        "app.suspend",
        ("ctrl+z",),
        "Suspend",
        "Go back to the shell; `fg` comes back, and a session waits paused.",
        Group.APP,
    ),
    Command(
        "app.leave",
        ("q",),
        "Leave",
        "Leave the session, keeping what was done; from the start screen, leave footcoach.",
        Group.APP,
        footer=True,
    ),
)

BY_ID = {command.id: command for command in COMMANDS}
