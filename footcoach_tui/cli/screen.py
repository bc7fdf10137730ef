"""Opening the app: the only module of the command line that imports Textual."""

import sys

from footcoach_tui import wiring
from footcoach_tui.app.app import FootcoachApp
from footcoach_tui.app.paint.trimming import trim
from footcoach_tui.app.themes import THEMES
from footcoach_tui.cli.exits import let_go
from footcoach_tui.cli.finding import cut_off_session, routine_named
from footcoach_tui.cli.saving import spell_out

TURN = 0.001
"""Seconds after which a thread that draws figures lets the one that keeps the time go on."""


def open_app(
    routine: str = "", context: str = "", speed: float = 1.0, *, resume: bool = False
) -> int:
    """Open the app, at a routine if one is named, or at a session that was cut off.

    Returns the exit code. Raises CliError.
    """
    settings, problems = wiring.open_settings(THEMES)
    parts = wiring.assemble(settings, speed)
    first = routine_named(parts.catalogue, routine) if routine else None
    cut_off = cut_off_session(parts.journals) if resume else None
    app = FootcoachApp(parts, first, context, resume=cut_off, told=tuple(map(str, problems)))
    trim()
    sys.setswitchinterval(TURN)
    app.run()
    let_go()  # what Textual had still to say to a terminal that is gone is no error of ours
    if app.parts.keeper.retry():
        spell_out(app.parts.keeper.held)
        return 1
    return app.return_code or 0
