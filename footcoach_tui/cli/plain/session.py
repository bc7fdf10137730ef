"""Plain session: started or resumed, played, saved and rated."""

import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any

from footcoach_tui import cue_wiring, wiring
from footcoach_tui.boundary import local_time
from footcoach_tui.boundary.text import to_ascii
from footcoach_tui.cli.coach.context import CoachContext
from footcoach_tui.cli.coach.self_tests import save_test_results
from footcoach_tui.cli.errors import ExitCode, discard_output, warn
from footcoach_tui.cli.lookup import find_interrupted_session, find_routine
from footcoach_tui.cli.plain.coached_routine import CoachedRoutine, after_check_in, without_check_in
from footcoach_tui.cli.plain.cues import PlainCueOutput
from footcoach_tui.cli.plain.finished_sessions import save_finished_sessions, save_session
from footcoach_tui.cli.plain.keyboard import TerminalKeyboard
from footcoach_tui.cli.plain.lines import closing_lines
from footcoach_tui.cli.plain.player import PlainPlayer
from footcoach_tui.cli.plain.rating import ask_ratings, open_questions
from footcoach_tui.cli.plain.signals import StopSignal
from footcoach_tui.cli.plain.start import open_session
from footcoach_tui.coach.questions.after_flow import ending_flag
from footcoach_tui.coach.rules.red_flags import RedFlag
from footcoach_tui.coach.today.card import GENTLE_RULES
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.training_line import training_line
from footcoach_tui.playback.live_session import LiveSession
from footcoach_tui.playback.real_clock import RealClock
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.session.routine import GateAnswer, Routine
from footcoach_tui.settings.settings import NO_CHANGES, Settings

_MAX_SETUP = 1.0
"""Seconds to wait for the channels of the cues: the first cue names what to get ready for."""

_GENTLE = "Five gentle minutes: footcoach play"
_NOTHING_DONE = "Nothing was done, so nothing is saved."
_PLACE_SAVED = "Your place is saved. Continue with: footcoach play --resume"
_PLACE_LOST = "Your place could not be saved; what you did is in the history"


def play_plain(
    name: str,
    context: str,
    speed: float,
    *,
    answer: GateAnswer | None,
    is_ready: bool,
    has_check_in: bool = True,
    once: Mapping[str, Any] = NO_CHANGES,
) -> int:
    """Play a routine, or what is due without a name; returns the exit code.

    With a keyboard the check-in comes first, if `has_check_in`. A session that is not counted, at
    another `speed`, is only tried out: the coach has no say in it. `answer` and `is_ready` are as
    in `open_session`; `once` are settings for this session. Raises CliError and HistoryError.
    """
    settings, problems = wiring.open_settings()
    settings = replace(settings, **once)
    warn(problems)
    save_finished_sessions(wiring.open_journals())
    coach = CoachContext(kit=settings.kit)
    routine = _find(coach, name)
    if routine is None:
        return ExitCode.NO
    with StopSignal() as stop:
        keyboard = TerminalKeyboard(sys.stdin, stop.fd)
        coached: CoachedRoutine | None = CoachedRoutine(routine)
        if local_time.recorded_speed(speed) == 1.0:
            asks = has_check_in and keyboard.is_open
            ask = partial(after_check_in, keyboard=keyboard) if asks else without_check_in
            coached = ask(coach, routine, write=_print, context=context)
        if coached is None:
            return 128 + stop.number if stop.number else ExitCode.NO
        training = "" if coached.checkin else _training_line(coach, coached.routine)
        chosen = open_session(
            coached.routine, keyboard, _print, answer=answer, is_ready=is_ready, training=training
        )
        if chosen is None:
            return 128 + stop.number if stop.number else ExitCode.YES
        session = LiveSession.new(
            chosen,
            RealClock(speed),
            wiring.open_journals(),
            first=settings.first_side,
            speed=speed,
            hold_wait=settings.pace,
        )
        info = wiring.new_session_info(context=context, speed=speed, checkin=coached.checkin)
        session.begin(info)
        return _play(session, settings, keyboard, stop)


def _find(coach: CoachContext, name: str) -> Routine | None:
    """Return the routine of this name, else what is due; None, once it is said, if nothing is."""
    swaps, exercises = wiring.open_own_swaps(), coach.rules.exercises
    if name:
        return swaps.apply(find_routine(wiring.open_catalogue(), name), exercises)
    due, rules = coach.due, coach.rules
    gentle = f" {_GENTLE} {rules.gentle}" if due.rule in GENTLE_RULES and not due.routine else ""
    _print([f"{due.sentence}{gentle}"])
    routine = rules.routines.get(due.routine)
    return swaps.apply(routine, exercises) if routine else None


def _training_line(coach: CoachContext, routine: Routine) -> str:
    return training_line(coach.history, routine, coach.rules.exercises, coach.today)


def resume_plain() -> int:
    """Resume the interrupted session. Raises CliError and HistoryError."""
    settings, problems = wiring.open_settings()
    warn(problems)
    journals = wiring.open_journals()
    save_finished_sessions(journals)
    interrupted, messages = find_interrupted_session(journals)
    warn(messages)
    session = LiveSession.resume(interrupted, RealClock, journals)
    with StopSignal() as stop:
        _print([f"Resuming {interrupted.sentence}."])
        return _play(session, settings, TerminalKeyboard(sys.stdin, stop.fd), stop)


def _play(
    session: LiveSession, settings: Settings, keyboard: TerminalKeyboard, stop: StopSignal
) -> int:
    """Play to the end and save; after a signal, store the place instead."""
    _print([PlainPlayer.KEY_HELP] if keyboard.is_open else [])
    cues = cue_wiring.open_cues(settings, PlainCueOutput(), session.speed)
    cues.wait_until_ready(_MAX_SETUP)
    flags = wiring.open_catalogue().flags
    try:
        PlainPlayer(session, keyboard, _print, cues, flags).play(lambda: stop.number)
    except OSError:  # the output is closed
        with suppress(HistoryError):
            _suspend(session)
        raise
    finally:
        cues.close()
    if not session.player.is_over:
        _print_last([_suspend(session)], stop)
        return 128 + stop.number
    if _save(session, flags, keyboard, stop):
        cues.drain(PlainCueOutput.MAX_DRAIN)
    wiring.sync_after_session(settings)
    return 128 + stop.number if stop.number else ExitCode.YES


def _save(
    session: LiveSession, flags: tuple[RedFlag, ...], keyboard: TerminalKeyboard, stop: StopSignal
) -> bool:
    """Save a session that is over, unless nothing was done of it; returns whether it was rated."""
    record = session.record()
    assert record  # noqa: S101 - for the type checker: it has begun
    if record.is_empty:
        session.finish()
        _print_last([_NOTHING_DONE], stop)
        return False
    saved = save_session(record, keyboard, _print)
    session.finish()
    save_test_results(saved)
    flag = ending_flag(saved, flags)
    closing = [flag.advice] if flag else closing_lines(saved, session.player.timeline.routine)
    _print_last(closing, stop)
    if stop.number or session.player.was_left or flag:
        return False
    if keyboard.is_open:
        _rate(saved, session, keyboard)
    return True


def _rate(saved: SessionRecord, session: LiveSession, keyboard: TerminalKeyboard) -> None:
    """Ask how it was, and save the answers."""
    needs_flags = session.player.progress.needs_flags
    setting, notes = open_questions(saved, asks_flags=needs_flags)
    for rated in ask_ratings(setting, keyboard, _print):
        save_session(rated)
    _print(notes)


def _suspend(session: LiveSession) -> str:
    """Store the place, or save the session so far; returns a message. Raises HistoryError."""
    record = session.suspend()
    return f"{_PLACE_LOST}: {save_session(record).id}" if record else _PLACE_SAVED


def _print_last(lines: Iterable[str], stop: StopSignal) -> None:
    """Print how the session ended; after a signal the output may be closed."""
    try:
        _print(lines)
    except OSError:
        if not stop.number:
            raise
        discard_output()


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(to_ascii(line), flush=True)
