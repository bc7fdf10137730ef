"""Checks whether a command to the player makes sense, by the state of the session."""

from footcoach_tui.session import commands
from footcoach_tui.session.commands import PlayerCommand
from footcoach_tui.session.dose import Measurement
from footcoach_tui.session.timeline import Segment, SegmentKind, Timeline
from footcoach_tui.session.transport import ClockState

_MIN_TEST_SECONDS = 1.0
"""Length of a test at least: a key pressed twice does not end it."""

_MAX_SEGMENT_SECONDS = 7200.0
"""Length to which a segment can be extended at most."""

_MAX_SCORE = 10


class RefusedError(Exception):
    """A command makes no sense in this state; the message is a sentence for the user."""


def check(command: PlayerCommand, *, has_begun: bool, is_over: bool) -> None:
    if is_over:
        raise RefusedError("The session is over.")
    if has_begun and isinstance(command, commands.Start):
        raise RefusedError("The session has already started.")
    if not has_begun and not isinstance(command, commands.Start | commands.Leave):
        raise RefusedError("The session has not started yet.")


def check_step(step: int, count: int) -> None:
    """Raise RefusedError if a routine of `count` steps has no such step."""
    if not 0 <= step < count:
        raise RefusedError(f"There is no step {step + 1}; the routine has {count}.")


def check_score(score: int) -> None:
    if not 0 <= score <= _MAX_SCORE:
        raise RefusedError(f"Type a number from 0 to {_MAX_SCORE}.")


def check_running(state: ClockState) -> None:
    if state is not ClockState.RUNNING:
        raise RefusedError("The timer is stopped: resume first.")


def check_end(segment: Segment, elapsed: float) -> None:
    """Raise RefusedError if the person cannot end the segment after so many seconds."""
    if segment.kind.is_work and not segment.ends_by_key:
        raise RefusedError("This set is timed; use Next to skip it.")
    if segment.kind is SegmentKind.COUNT_UP and elapsed < _MIN_TEST_SECONDS:
        raise RefusedError("The test has only just begun.")


def check_adjust(segment: Segment, seconds: float) -> None:
    """Raise RefusedError if the segment cannot be `seconds` long."""
    if segment.waits:
        raise RefusedError("This step waits for you; there is no timer to change.")
    if segment.kind is SegmentKind.COUNT_UP:
        raise RefusedError("The time of a test cannot be changed.")
    if seconds > _MAX_SEGMENT_SECONDS:
        raise RefusedError("It cannot be longer.")


def result_of(command: commands.Done, segment: Segment, timeline: Timeline) -> float | None:
    """Return the result of a test that is measured; None for other segments."""
    work = timeline.routine.steps[segment.step].dose.work
    if segment.kind is not SegmentKind.WAIT or not isinstance(work, Measurement):
        return None
    if command.value is None or not 0 <= command.value <= work.most:
        raise RefusedError(f"{work.question}: type a number from 0 to {work.most:g}.")
    return command.value
