"""The table of commands, from which bindings, footer, palette, help, docs and settings are made.

Free of Textual, so that the command line and the docs can read the table too.
"""

from footcoach_tui.app.commands.command import CommandGroup, KeyCommand
from footcoach_tui.app.commands.composer import COMPOSER_COMMANDS

_SESSION, _LISTS, _HISTORY, _PLAN, _, _APP = CommandGroup


def _key(group: CommandGroup, id_: str, keys: str, label: str, sentence: str) -> KeyCommand:
    return KeyCommand(id_, tuple(keys.split()), label, sentence, group)


def _footer(group: CommandGroup, id_: str, keys: str, label: str, sentence: str) -> KeyCommand:
    """Return a command that the footer shows."""
    return _key(group, id_, keys, label, sentence)._replace(is_in_footer=True)


# A command is two lines: group, id, keys and label, then its sentence.
# fmt: off
KEY_COMMANDS = (
    _footer(_SESSION, "session.play", "space", "Start/pause",
            "Start the routine, pause, or resume after a three-second count-in;"
            " in the composer, play from the chosen step."),
    _footer(_SESSION, "session.next", "right n", "Next",
            "Go to the next step; on the last step, you are asked whether to end the session."),
    _footer(_SESSION, "session.back", "left b", "Back",
            "Go to the previous step."),
    _key(_SESSION, "session.restart", "r", "Restart",
         "Start this step again."),
    _key(_SESSION, "session.longer", "plus equals_sign", "Rep or 10 s more",
         "One rep more in this set; in holds, timed work and rests, ten seconds more."),
    _key(_SESSION, "session.shorter", "minus", "Rep or 10 s less",
         "One rep less in this set; in holds, timed work and rests, ten seconds less."),
    _footer(_SESSION, "session.done", "enter", "Done",
            "Finish a step that waits for you, or a test; skip a get-ready, rest or side change."),
    _key(_SESSION, "session.mute", "m", "Mute",
         "Mute all sounds and pop-ups, or turn them on again."),
    _footer(_SESSION, "session.far", "f", "Far",
            "Show the count full-screen, to read it from the mat; press again to return."),
    _footer(_SESSION, "session.info", "i", "How",
            "How to do the exercise, what it is for, when to stop, and where the dose comes from;"
            " in the history, the id, time zone and device of a session."),
    _key(_SESSION, "session.undo", "u", "Undo",
         "Undo the last move or timer change in a session;"
         " in the history and in the composer, the last change."),
    _footer(_SESSION, "session.hurt", "H", "Hurts",
            "Say how much the exercise hurts: it is eased, or it ends."),
    _footer(_SESSION, "session.note", "w", "Note",
            "In a session: write a note; it stays with the exercise, the side and the time."),
    _footer(_SESSION, "session.gate", "y", "Conditions",
            "Before the start: confirm the conditions of a harder step."),
    _footer(_SESSION, "session.easier", "s", "Easier",
            "Before the start: do an easier exercise in place of a step, today or from now on."),
    _key(_SESSION, "session.context", "c", "Occasion",
         "Before the start and in the composer: choose the occasion, such as before a run."),
    _footer(_LISTS, "list.find", "slash", "Find",
            "Filter the routines or exercises,"
            " or search the sessions if the cursor is in the history."),
    _key(_LISTS, "list.favourite", "asterisk", "Favourite",
         "On the start screen: list the routine under the favourites, or no longer."),
    _key(_LISTS, "list.later", "J", "Later",
         "On the start screen: move a favourite one place down."),
    _key(_LISTS, "list.earlier", "K", "Earlier",
         "On the start screen: move a favourite one place up."),
    _key(_LISTS, "list.hide", "X", "Hide",
         "On the start screen: hide a routine; the filter “hidden” shows those, to take it back."),
    _key(_LISTS, "pane.list", "1", "List",
         "Go to the list of routines or steps."),
    _key(_LISTS, "pane.step", "2", "Step",
         "Go to the current step."),
    _key(_LISTS, "pane.history", "3", "History",
         "Go to the history."),
    _key(_LISTS, "pane.next", "tab", "Next pane",
         "Go to the next pane; while searching, complete the word."),
    _key(_LISTS, "list.down", "j", "Down",
         "One line down in a list; in the calendar, the next day."),
    _key(_LISTS, "list.up", "k", "Up",
         "One line up in a list; in the calendar, the day before."),
    _key(_LISTS, "list.top", "g", "Top",
         "Go to the top of a list or the first day."),
    _key(_LISTS, "list.bottom", "G", "Bottom",
         "Go to the bottom of a list or the last day."),
    _footer(_HISTORY, "history.pain", "p", "Pain",
            "Show only the sessions with pain; press again to show all."),
    _footer(_HISTORY, "history.trends", "t", "Trends",
            "Totals, and the trend of each exercise for left and right."),
    _footer(_HISTORY, "history.edit", "e", "Edit",
            "Change the effort, pain, note, occasion or time of a session."),
    _footer(_HISTORY, "history.add", "a", "Add",
            "Add a session that you did elsewhere."),
    _footer(_HISTORY, "history.delete", "d", "Delete",
            "Delete a session; you are asked first, and undo brings it back."),
    _footer(_APP, "app.seen", "S", "Seen",
            "On the start screen: say that a professional has seen what was to be checked."),
    _footer(_PLAN, "app.plan", "P", "Plan",
            "Choose a plan of training, or see how far you are in yours."),
    _footer(_PLAN, "plan.days", "W", "Weekdays",
            "Change the days of the plan, your runs and races, and when and where you train."),
    _footer(_PLAN, "plan.pause", "z", "Pause",
            "Pause the plan for a holiday, an illness or an injury, or go on with it."),
    _footer(_PLAN, "plan.lighter", "L", "Lighter week",
            "Begin a lighter week: seven days with half of each exercise, and no hops."),
    _footer(_PLAN, "plan.profile", "v", "About you",
            "Answer the questions about your health that leave out what is not for you."),
    _footer(_PLAN, "plan.next", "N", "Next plan",
            "End the course, once you have done what it asks for,"
            " and go on with the plan after it."),
    _footer(_PLAN, "plan.leave", "x", "Leave plan",
            "Leave the plan; you are asked first, and your sessions stay in the history."),
    _footer(_PLAN, "app.tests", "T", "Self-tests",
            "Self-tests: the latest results of each side, what has changed, and the next test."),
    _footer(_PLAN, "tests.conditions", "C", "Conditions",
            "In the self-tests: say that the latest one was barefoot, in shoes,"
            " or on another floor."),
    *COMPOSER_COMMANDS,
    _footer(_APP, "app.library", "l", "Library",
            "Browse all exercises: the movement, how to do it, and why."),
    _footer(_APP, "library.order", "o", "Sort",
            "In the library and the composer: sort by name, position, equipment, level or muscle."),
    _footer(_APP, "file.edit", "E", "Edit file",
            "In the library: open the file of the exercise in your editor;"
            " on the start screen, by the palette, that of the routine."
            " What comes with footcoach is copied first."),
    _footer(_APP, "app.history", "h", "History",
            "Calendar, all sessions, totals and trends."),
    _footer(_APP, "app.resume", "R", "Resume",
            "On the start screen, continue the session that was interrupted."),
    _footer(_APP, "app.flags", "exclamation_mark", "Get checked",
            "Signs to get checked by a doctor or physiotherapist, and how soon."),
    _footer(_APP, "app.help", "question_mark", "Help",
            "Show all keys."),
    _key(_APP, "app.palette", "ctrl+p", "Palette",
         "Find any command, routine, exercise or theme by its name."),
    _key(_APP, "app.suspend", "ctrl+z", "Suspend",
         "Suspend to the shell; `fg` returns, and the session stays paused."),
    _footer(_APP, "app.leave", "q", "Leave",
            "Leave the session and save what you did; on the start screen, leave footcoach."),
)
# fmt: on

KEY_COMMANDS_BY_ID = {command.id: command for command in KEY_COMMANDS}
