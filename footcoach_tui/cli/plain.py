"""A session in plain lines, for pipes, dumb terminals and screen readers; the same engine."""

import sys
from collections.abc import Iterable
from contextlib import suppress

from footcoach_tui import wiring
from footcoach_tui.boundary.ascii import to_ascii
from footcoach_tui.cli.exits import CliError, Exit, let_go, warn
from footcoach_tui.cli.finding import cut_off_session, routine_named
from footcoach_tui.cli.keyboard import TerminalKeyboard
from footcoach_tui.cli.leading import KEYS, Leader
from footcoach_tui.cli.plain_words import closing, opening
from footcoach_tui.cli.rating import rated
from footcoach_tui.cli.saving import save, save_ended, save_patiently
from footcoach_tui.cli.sounding import LINGER, SETTLE, PlainOut
from footcoach_tui.cli.stopping import Stopping
from footcoach_tui.history.problem import HistoryError
from footcoach_tui.playing.under_way import UnderWay
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.session.routine import Routine
from footcoach_tui.settings.config import Settings

PLACE_KEPT = "Your place is kept: footcoach play --resume goes on there."
PLACE_LOST = "Your place could not be kept; what you did is saved"


def play_plain(name: str, context: str, speed: float, *, conditions_met: bool) -> int:
    """Lead through a routine line by line; returns the exit code. Raises CliError."""
    settings, problems = wiring.open_settings()
    warn(problems)
    save_ended(wiring.open_journals())
    asked = routine_named(wiring.open_catalogue(), name)
    session = UnderWay.new(
        asked if conditions_met else _without_gated(asked),
        wiring.RealClock(speed),
        wiring.open_journals(),
        first=settings.first_side,
        speed=speed,
    )
    with Stopping() as stopping:
        _print(opening(asked, session.player.timeline))
        session.begin(wiring.new_heading(context=context, speed=speed))
        return _led(session, settings, stopping)


def resume_plain() -> int:
    """Go on, line by line, where a session was cut off. Raises CliError."""
    settings, problems = wiring.open_settings()
    warn(problems)
    journals = wiring.open_journals()
    save_ended(journals)
    cut_off, others = cut_off_session(journals)
    warn(others)
    try:
        session = UnderWay.taken_up(cut_off, wiring.RealClock, journals)
    except HistoryError as error:
        raise CliError(str(error)) from error
    with Stopping() as stopping:
        _print([f"Going on with {cut_off.sentence}."])
        return _led(session, settings, stopping)


def _led(session: UnderWay, settings: Settings, stopping: Stopping) -> int:
    """Lead to the end, and save; what a signal cuts off keeps its place instead."""
    keyboard = TerminalKeyboard(sys.stdin, stopping.fd)
    _print([KEYS] if keyboard.is_open else [])
    cues = wiring.open_cues(settings, PlainOut(), session.speed)
    cues.settle(SETTLE)  # the first sentence names what to get ready for
    try:
        Leader(session, keyboard, _print, cues).lead(lambda: stopping.number)
    except OSError:  # nobody reads any more
        with suppress(CliError):
            _put_away(session)
        raise
    finally:
        cues.close()
    if not session.player.is_over:
        _say_last([_put_away(session)], stopping)
        return 128 + stopping.number
    record = session.record()
    assert record  # noqa: S101 - for the type checker: it has begun
    saved = save_patiently(record, keyboard, _print)
    session.finish()
    _say_last(closing(saved), stopping)
    if not (stopping.number or session.player.was_left):
        _rate(saved, keyboard)
        cues.linger(LINGER)
    return 128 + stopping.number if stopping.number else Exit.YES


def _put_away(session: UnderWay) -> str:
    """Keep the place, or what was done; returns what to say of it. Raises CliError."""
    done = session.put_away()
    return f"{PLACE_LOST}: {save(done).id}" if done else PLACE_KEPT


def _without_gated(asked: Routine) -> Routine:
    """The routine for somebody who was not asked about its conditions. Raises CliError."""
    if asked.is_conditional:
        raise CliError(
            f"{asked.id} has conditions: read footcoach show {asked.id}, and if they hold, "
            "add --conditions-met"
        )
    return asked.without_gated(asked.gated)


def _say_last(lines: Iterable[str], stopping: Stopping) -> None:
    """Say how it ended, unless the signal was that nobody can be told any more."""
    try:
        _print(lines)
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
