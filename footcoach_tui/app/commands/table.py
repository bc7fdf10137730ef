"""The ONE table of commands: bindings, footer, palette, help, docs and the config read it.

No Textual in here, so that the command line and the docs can read the table too.
"""

from footcoach_tui.app.commands.command import CommandGroup, KeyCommand, key_label

__all__ = ["KEY_COMMANDS", "KEY_COMMANDS_BY_ID", "CommandGroup", "KeyCommand", "key_label"]

KEY_COMMANDS = (
    KeyCommand(
        "session.play",
        ("space",),
        "Start/pause",
        "Start the chosen routine; pause; go on after a three-second count-in.",
        CommandGroup.SESSION,
        is_in_footer=True,
    ),
    KeyCommand(
        "session.next",
        ("right", "n"),
        "Next",
        "Go to the next step; from the last one, end the session.",
        CommandGroup.SESSION,
        is_in_footer=True,
    ),
    KeyCommand(
        "session.back",
        ("left", "b"),
        "Back",
        "Go to the step before.",
        CommandGroup.SESSION,
        is_in_footer=True,
    ),
    KeyCommand(
        "session.restart",
        ("r",),
        "Restart",
        "Do this step again from its beginning.",
        CommandGroup.SESSION,
    ),
    KeyCommand(
        "session.longer",
        ("plus", "equals_sign"),
        "10 s more",
        "Ten seconds more of what is being counted.",
        CommandGroup.SESSION,
    ),
    KeyCommand(
        "session.shorter",
        ("minus",),
        "10 s less",
        "Ten seconds less of what is being counted.",
        CommandGroup.SESSION,
    ),
    KeyCommand(
        "session.done",
        ("enter",),
        "Done",
        "A step that waits for you is done; a get-ready, rest or change of side is over now.",
        CommandGroup.SESSION,
        is_in_footer=True,
    ),
    KeyCommand(
        "session.mute",
        ("m",),
        "Mute",
        "Turn every cue off that is heard or pops up, or on again.",
        CommandGroup.SESSION,
    ),
    KeyCommand(
        "session.far",
        ("f",),
        "Far",
        "Fill the screen with the count, to read it from the mat; again to come back.",
        CommandGroup.SESSION,
        is_in_footer=True,
    ),
    KeyCommand(
        "session.info",
        ("i",),
        "How",
        "How the exercise is done, what it is for, when to stop, and where the dose comes from.",
        CommandGroup.SESSION,
        is_in_footer=True,
    ),
    KeyCommand(
        "session.undo",
        ("u",),
        "Undo",
        "Take back the last move or change of time in a session; in the history, the last change.",
        CommandGroup.SESSION,
    ),
    KeyCommand(
        "session.gate",
        ("y",),
        "Conditions",
        "Before the start: say whether the conditions of a harder step are met.",
        CommandGroup.SESSION,
    ),
    KeyCommand(
        "session.context",
        ("c",),
        "Context",
        "Before the start: before a run, after it, or another occasion of the routine.",
        CommandGroup.SESSION,
    ),
    KeyCommand(
        "list.find",
        ("slash",),
        "Find",
        "Find by words: sessions in the history, exercises in the library.",
        CommandGroup.LISTS,
        is_in_footer=True,
    ),
    KeyCommand(
        "pane.list", ("1",), "List", "Go to the list of routines or steps.", CommandGroup.LISTS
    ),
    KeyCommand("pane.step", ("2",), "Step", "Go to the present step.", CommandGroup.LISTS),
    KeyCommand("pane.history", ("3",), "History", "Go to the history.", CommandGroup.LISTS),
    KeyCommand(
        "pane.next",
        ("tab",),
        "Next pane",
        "Go to the next pane; while you type what to find, complete the word.",
        CommandGroup.LISTS,
    ),
    KeyCommand(
        "list.down",
        ("j",),
        "Down",
        "One line down in a list; in the calendar a day on.",
        CommandGroup.LISTS,
    ),
    KeyCommand(
        "list.up",
        ("k",),
        "Up",
        "One line up in a list; in the calendar a day back.",
        CommandGroup.LISTS,
    ),
    KeyCommand(
        "list.top", ("g",), "Top", "To the top of a list, the first day.", CommandGroup.LISTS
    ),
    KeyCommand(
        "list.bottom",
        ("G",),
        "Bottom",
        "To the bottom of a list, the last day.",
        CommandGroup.LISTS,
    ),
    KeyCommand(
        "history.pain",
        ("p",),
        "Pain",
        "Only the sessions with pain; again for all of them.",
        CommandGroup.HISTORY,
        is_in_footer=True,
    ),
    KeyCommand(
        "history.trends",
        ("t",),
        "Trends",
        "Totals, and how each exercise went, left and right told apart.",
        CommandGroup.HISTORY,
        is_in_footer=True,
    ),
    KeyCommand(
        "history.edit",
        ("e",),
        "Edit",
        "Change effort, pain, note, occasion or time of a session.",
        CommandGroup.HISTORY,
        is_in_footer=True,
    ),
    KeyCommand(
        "history.add",
        ("a",),
        "Add",
        "Add a session done away from the terminal.",
        CommandGroup.HISTORY,
        is_in_footer=True,
    ),
    KeyCommand(
        "history.delete",
        ("d",),
        "Delete",
        "Delete a session, once asked; undo brings it back.",
        CommandGroup.HISTORY,
        is_in_footer=True,
    ),
    KeyCommand(
        "app.library",
        ("l",),
        "Library",
        "Browse all exercises, with the movement shown beside how and why.",
        CommandGroup.APP,
        is_in_footer=True,
    ),
    KeyCommand(
        "library.order",
        ("o",),
        "Order",
        "In the library: order by name, position, equipment, level or what works.",
        CommandGroup.APP,
        is_in_footer=True,
    ),
    KeyCommand(
        "app.history",
        ("h",),
        "History",
        "The year by its days, every session, totals and trends.",
        CommandGroup.APP,
        is_in_footer=True,
    ),
    KeyCommand(
        "app.help",
        ("question_mark",),
        "Help",
        "Show all keys.",
        CommandGroup.APP,
        is_in_footer=True,
    ),
    KeyCommand(
        "app.palette", ("ctrl+p",), "Palette", "Find any command by its name.", CommandGroup.APP
    ),
    KeyCommand(
        "app.suspend",
        ("ctrl+z",),
        "Suspend",
        "Go back to the shell; `fg` comes back, and a session waits paused.",
        CommandGroup.APP,
    ),
    KeyCommand(
        "app.leave",
        ("q",),
        "Leave",
        "Leave the session, keeping what was done; from the start screen, leave footcoach.",
        CommandGroup.APP,
        is_in_footer=True,
    ),
)

KEY_COMMANDS_BY_ID = {command.id: command for command in KEY_COMMANDS}
