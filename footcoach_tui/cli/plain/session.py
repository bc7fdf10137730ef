"""A session in plain lines, for pipes, dumb terminals and screen readers; the same engine."""

import sys
from collections.abc import Iterable
from contextlib import suppress

from footcoach_tui import wiring
from footcoach_tui.boundary.text import to_ascii
from footcoach_tui.cli.errors import CliError, ExitCode, discard_output, warn
from footcoach_tui.cli.lookup import find_interrupted_session, find_routine
from footcoach_tui.cli.plain.cues import MAX_DRAIN, MAX_SETUP, PlainCueOutput
from footcoach_tui.cli.plain.keyboard import TerminalKeyboard
from footcoach_tui.cli.plain.lines import closing_lines, opening_lines
from footcoach_tui.cli.plain.player import KEY_HELP, PlainPlayer
from footcoach_tui.cli.plain.rating import ask_ratings
from footcoach_tui.cli.plain.saving import save_finished_sessions, save_session, save_with_retry
from footcoach_tui.cli.plain.signals import StopSignal
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.playback.live_session import LiveSession
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.session.routine import Routine
from footcoach_tui.settings.settings import Settings

_PLACE_SAVED = "Your place is kept: footcoach play --resume goes on there."
_PLACE_LOST = "Your place could not be kept; what you did is saved"


def play_plain(name: str, context: str, speed: float, *, conditions_met: bool) -> int:
    """Lead through a routine line by line; returns the exit code. Raises CliError."""
    settings, problems = wiring.open_settings()
    warn(problems)
    save_finished_sessions(wiring.open_journals())
    asked = find_routine(wiring.open_catalogue(), name)
    session = LiveSession.new(
        asked if conditions_met else _without_gated(asked),
        wiring.RealClock(speed),
        wiring.open_journals(),
        first=settings.first_side,
        speed=speed,
    )
    with StopSignal() as stopping:
        _print(opening_lines(asked, session.player.timeline))
        session.begin(wiring.new_session_info(context=context, speed=speed))
        return _led(session, settings, stopping)


def resume_plain() -> int:
    """Go on, line by line, where a session was cut off. Raises CliError."""
    settings, problems = wiring.open_settings()
    warn(problems)
    journals = wiring.open_journals()
    save_finished_sessions(journals)
    cut_off, others = find_interrupted_session(journals)
    warn(others)
    try:
        session = LiveSession.resume(cut_off, wiring.RealClock, journals)
    except HistoryError as error:
        raise CliError(str(error)) from error
    with StopSignal() as stopping:
        _print([f"Going on with {cut_off.sentence}."])
        return _led(session, settings, stopping)


def _led(session: LiveSession, settings: Settings, stopping: StopSignal) -> int:
    """Lead to the end, and save; what a signal cuts off keeps its place instead."""
    keyboard = TerminalKeyboard(sys.stdin, stopping.fd)
    _print([KEY_HELP] if keyboard.is_open else [])
    cues = wiring.open_cues(settings, PlainCueOutput(), session.speed)
    cues.wait_until_ready(MAX_SETUP)  # the first sentence names what to get ready for
    try:
        PlainPlayer(session, keyboard, _print, cues).play(lambda: stopping.number)
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
    saved = save_with_retry(record, keyboard, _print)
    session.finish()
    _say_last(closing_lines(saved), stopping)
    if not (stopping.number or session.player.was_left):
        _rate(saved, keyboard)
        cues.drain(MAX_DRAIN)
    return 128 + stopping.number if stopping.number else ExitCode.YES


def _put_away(session: LiveSession) -> str:
    """Keep the place, or what was done; returns what to say of it. Raises CliError."""
    done = session.suspend()
    return f"{_PLACE_LOST}: {save_session(done).id}" if done else _PLACE_SAVED


def _without_gated(asked: Routine) -> Routine:
    """The routine for somebody who was not asked about its conditions. Raises CliError."""
    if asked.is_conditional:
        raise CliError(
            f"{asked.id} has conditions: read footcoach show {asked.id}, and if they hold, "
            "add --conditions-met"
        )
    return asked.without_gated(asked.gated)


def _say_last(lines: Iterable[str], stopping: StopSignal) -> None:
    """Say how it ended, unless the signal was that nobody can be told any more."""
    try:
        _print(lines)
    except OSError:
        if not stopping.number:
            raise
        discard_output()


def _rate(saved: SessionRecord, keyboard: TerminalKeyboard) -> None:
    if keyboard.is_open:
        for answered in ask_ratings(saved, keyboard, _print):
            save_session(answered)


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(to_ascii(line), flush=True)
