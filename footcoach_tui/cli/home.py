"""`footcoach` without a command: the app, or, without a terminal, what is due and what was done."""

from footcoach_tui import wiring
from footcoach_tui.app.looks.look import USUAL, Wishes
from footcoach_tui.cli.exits import Exit

SHOWN = 5


def run(wishes: Wishes = USUAL) -> int:
    """Open the app where there is a terminal for it."""
    if wiring.can_show_screens():
        from footcoach_tui.cli.screen import open_app  # noqa: PLC0415 - brings Textual

        return open_app(wishes=wishes)
    _tell()
    return Exit.YES


def _tell() -> None:
    from footcoach_tui.cli.due import answered  # noqa: PLC0415 - only here
    from footcoach_tui.cli.history import print_sessions  # noqa: PLC0415 - the same
    from footcoach_tui.cli.mentioning import mention_cut_off  # noqa: PLC0415 - the same

    history = wiring.open_history()
    print(answered(history).sentence)
    print("footcoach play rw-essential-three --plain leads you through the essential three.")
    if records := history.last(SHOWN):
        print()
        print_sessions(records)
    mention_cut_off()
