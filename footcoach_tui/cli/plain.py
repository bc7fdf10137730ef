"""A session in plain lines, for pipes, dumb terminals and screen readers; the same engine."""

import sys
from collections.abc import Iterable

from footcoach_tui import wiring
from footcoach_tui.cli.exits import CliError, Exit, let_go, warn
from footcoach_tui.cli.finding import routine_named
from footcoach_tui.cli.keyboard import TerminalKeyboard
from footcoach_tui.cli.leading import KEYS, Leader
from footcoach_tui.cli.plain_words import closing, opening, to_ascii
from footcoach_tui.cli.rating import rated
from footcoach_tui.cli.saving import save
from footcoach_tui.cli.stopping import Stopping
from footcoach_tui.session.pacing import GAP_LIMIT
from footcoach_tui.session.player import Player
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.session.recording import played
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.timeline import compile_timeline


def play_plain(name: str, context: str, speed: float, *, conditions_met: bool) -> int:
    """Lead through a routine line by line; returns the exit code. Raises CliError."""
    settings, problems = wiring.open_settings()
    warn(problems)
    asked = routine_named(wiring.open_catalogue(), name)
    timeline = compile_timeline(
        asked if conditions_met else _without_gated(asked), first=settings.first_side
    )
    player = Player(timeline, gap_limit=GAP_LIMIT * max(1.0, speed))
    with Stopping() as stopping:
        keyboard = TerminalKeyboard(sys.stdin, stopping.fd)
        _print(opening(asked, timeline))
        _print([KEYS] if keyboard.is_open else [])
        heading = wiring.new_heading(context=context, speed=speed)
        leader = Leader(player, keyboard, wiring.RealClock(speed), _print, speed)
        try:
            leader.lead(lambda: stopping.number)
        finally:  # also when nobody can be told any more: the reader or the terminal is gone
            leader.stop()
            saved = save(played(timeline, player.ledger, player.seconds, heading))
        _close(saved, stopping)
        if not (stopping.number or player.was_left):
            _rate(saved, keyboard)
    return 128 + stopping.number if stopping.number else Exit.YES


def _without_gated(asked: Routine) -> Routine:
    """The routine for somebody who was not asked about its conditions. Raises CliError."""
    if asked.is_conditional:
        raise CliError(
            f"{asked.id} has conditions: read footcoach show {asked.id}, and if they hold, "
            "add --conditions-met"
        )
    return asked.without_gated(asked.gated)


def _close(saved: SessionRecord, stopping: Stopping) -> None:
    """Tell what was done, unless the signal was that nobody can be told any more."""
    try:
        _print(closing(saved))
    except OSError:
        if not stopping.number:
            raise
        let_go()


def _rate(saved: SessionRecord, keyboard: TerminalKeyboard) -> None:
    if keyboard.is_open:
        for answered in rated(saved, keyboard, _print):
            save(answered)


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(to_ascii(line), flush=True)
