"""`footcoach` without a command: the app, or, without a terminal, what is due and what was done."""

from footcoach_tui import wiring
from footcoach_tui.app.appearance.choose import AppearanceOptions
from footcoach_tui.cli.errors import ExitCode

_RECENT_SESSIONS = 5


def run(wishes: AppearanceOptions = AppearanceOptions()) -> int:  # noqa: B008 - frozen
    """Open the app where there is a terminal for it."""
    if wiring.can_show_screens():
        from footcoach_tui.cli.open_app import open_app  # noqa: PLC0415 - brings Textual

        return open_app(wishes=wishes)
    _tell()
    return ExitCode.YES


def _tell() -> None:
    from footcoach_tui.cli.commands.due import due_today  # noqa: PLC0415 - only here
    from footcoach_tui.cli.commands.history import print_sessions  # noqa: PLC0415 - the same
    from footcoach_tui.cli.interrupted import report_interrupted_session  # noqa: PLC0415 - the same

    history = wiring.open_history()
    print(due_today(history).sentence)
    print("footcoach play rw-essential-three --plain leads you through the essential three.")
    if records := history.last(_RECENT_SESSIONS):
        print()
        print_sessions(records)
    report_interrupted_session()
