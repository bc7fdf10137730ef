"""Player: the state machine that guides a person through a timeline.

Commands and moments in, events and views out. Times are deadlines on the monotonic clock, never
counted ticks: a late tick finds every event at its own time.
"""

from collections.abc import Iterator
from functools import singledispatchmethod
from typing import ClassVar

from footcoach_tui.session import commands, events
from footcoach_tui.session.clock import Instant
from footcoach_tui.session.commands import PlayerCommand
from footcoach_tui.session.cursor import Cursor
from footcoach_tui.session.dose import Measurement
from footcoach_tui.session.events import PlayerEvent
from footcoach_tui.session.progress import SetProgress
from footcoach_tui.session.timeline import Segment, SegmentKind, Timeline
from footcoach_tui.session.transport import ClockState, Transport
from footcoach_tui.session.view import SessionView

_MIN_TEST_SECONDS = 1.0
"""Length of a test at least: a key pressed twice does not end it."""

_MAX_SEGMENT_SECONDS = 7200.0
"""Length to which a segment can be extended at most."""


class _RefusedError(Exception):
    """A command makes no sense in this state; the message is a sentence for the user."""


def _check(command: PlayerCommand, *, has_begun: bool, is_over: bool) -> None:
    if is_over:
        raise _RefusedError("The session is over.")
    if has_begun and isinstance(command, commands.Start):
        raise _RefusedError("The session has already started.")
    if not has_begun and not isinstance(command, commands.Start | commands.Leave):
        raise _RefusedError("The session has not started yet.")


def _check_step(step: int, count: int) -> None:
    """Raise _RefusedError if a routine of `count` steps has no such step."""
    if not 0 <= step < count:
        raise _RefusedError(f"There is no step {step + 1}; the routine has {count}.")


def _check_running(state: ClockState) -> None:
    if state is not ClockState.RUNNING:
        raise _RefusedError("The timer is stopped: resume first.")


def _check_end(segment: Segment, elapsed: float) -> None:
    """Raise _RefusedError if the person cannot end the segment after so many seconds."""
    if segment.kind.is_work and not segment.ends_by_key:
        raise _RefusedError("This set is timed; use Next to skip it.")
    if segment.kind is SegmentKind.COUNT_UP and elapsed < _MIN_TEST_SECONDS:
        raise _RefusedError("The test has only just begun.")


def _check_adjust(segment: Segment, seconds: float) -> None:
    """Raise _RefusedError if the segment cannot be `seconds` long."""
    if segment.kind is SegmentKind.WAIT:
        raise _RefusedError("This step waits for you; there is no timer to change.")
    if segment.kind is SegmentKind.COUNT_UP:
        raise _RefusedError("The time of a test cannot be changed.")
    if seconds > _MAX_SEGMENT_SECONDS:
        raise _RefusedError("It cannot be longer.")


def _result(command: commands.Done, segment: Segment, timeline: Timeline) -> float | None:
    """Return the result of a test that is measured; None for other segments."""
    work = timeline.routine.steps[segment.step].dose.work
    if segment.kind is not SegmentKind.WAIT or not isinstance(work, Measurement):
        return None
    if command.value is None or not 0 <= command.value <= work.most:
        raise _RefusedError(f"{work.question}: type a number from 0 to {work.most:g}.")
    return command.value


class Player:
    """Player of one timeline. `gap_limit` is in seconds of the clock that it is given."""

    GAP_LIMIT: ClassVar[float] = 2.0

    def __init__(self, timeline: Timeline, *, gap_limit: float = GAP_LIMIT) -> None:
        self.timeline = timeline
        self.gap_limit = gap_limit
        self.was_left = False
        self._cursor = Cursor(timeline)
        self._transport = Transport(self._cursor, gap_limit)

    @property
    def progress(self) -> SetProgress:
        """Progress so far; complete once the session is over."""
        return self._cursor.progress

    @property
    def seconds(self) -> float:
        """Length of the session up to the last tick, pauses not counted."""
        return self._cursor.spent(self._transport.last_tick.monotonic)

    @property
    def wall_times(self) -> tuple[float, float]:
        """Seconds on the wall so far, pauses included, and how many of them were paused."""
        return self._transport.wall_times

    @property
    def is_running(self) -> bool:
        """Whether time passes, or will after the count-in."""
        return self._transport.is_running

    @property
    def is_over(self) -> bool:
        """Whether the session has finished or was left."""
        return self._cursor.is_over

    @property
    def has_begun(self) -> bool:
        return self._transport.state is not ClockState.READY

    @property
    def due(self) -> float | None:
        """Monotonic time of the next event; None if none comes by itself."""
        return self._transport.due

    def tick(self, now: Instant) -> tuple[PlayerEvent, ...]:
        """Return the events that fell due since the last tick."""
        return tuple(self._transport.poll(now))

    def do(self, command: PlayerCommand, now: Instant) -> tuple[PlayerEvent, ...]:
        """Carry out a command. Where it makes no sense, the last event is `Refused`."""
        happened = list(self.tick(now))
        time = now.monotonic
        try:
            _check(command, has_begun=self.has_begun, is_over=self.is_over)
            happened.extend(self._carry_out(command, time))
        except _RefusedError as refusal:
            happened.append(events.Refused(self._at(time), str(refusal)))
        return tuple(happened)

    def view(self, now: Instant) -> SessionView:
        """Return the view at a moment that is not before the last tick."""
        return SessionView.at(now.monotonic, self._cursor, self._transport, was_left=self.was_left)

    def _at(self, time: float) -> float:
        return time - self._cursor.origin if self.has_begun else 0.0

    @singledispatchmethod
    def _carry_out(self, command: PlayerCommand, time: float) -> Iterator[PlayerEvent]:
        raise NotImplementedError(command, time)

    @_carry_out.register
    def _start(self, _: commands.Start, time: float) -> Iterator[PlayerEvent]:
        return self._transport.start(time)

    @_carry_out.register
    def _pause(self, _: commands.Pause, _time: float) -> Iterator[PlayerEvent]:
        if self.is_running:
            yield self._transport.pause()

    @_carry_out.register
    def _resume(self, _: commands.Resume, time: float) -> Iterator[PlayerEvent]:
        if not self.is_running:
            yield self._transport.count_in(time)

    @_carry_out.register
    def _next(self, _: commands.Next, time: float) -> Iterator[PlayerEvent]:
        return self._move(self._cursor.segment.step + 1, time)

    @_carry_out.register
    def _back(self, _: commands.Back, time: float) -> Iterator[PlayerEvent]:
        return self._move(max(0, self._cursor.segment.step - 1), time)

    @_carry_out.register
    def _restart(self, _: commands.Restart, time: float) -> Iterator[PlayerEvent]:
        return self._move(self._cursor.segment.step, time)

    @_carry_out.register
    def _jump(self, command: commands.Jump, time: float) -> Iterator[PlayerEvent]:
        _check_step(command.step, len(self.timeline.routine.steps))
        return self._move(command.step, time)

    @_carry_out.register
    def _adjust(self, command: commands.Adjust, time: float) -> Iterator[PlayerEvent]:
        _check_adjust(self._cursor.segment, self._cursor.segment_seconds + command.seconds)
        self._cursor.save_for_undo(time)
        yield events.Adjusted(self._at(time), self._cursor.extend(command.seconds, time))
        yield from self._cursor.advance(time)

    @_carry_out.register
    def _done(self, command: commands.Done, time: float) -> Iterator[PlayerEvent]:
        segment = self._cursor.segment
        if command.value is None:
            _check_running(self._transport.state)
        _check_end(segment, self._cursor.elapsed(time))
        value = _result(command, segment, self.timeline)
        if segment.ends_by_key:
            self._cursor.save_for_undo(time)
        return self._cursor.complete_segment(time, value=value)

    @_carry_out.register
    def _undo(self, _: commands.Undo, time: float) -> Iterator[PlayerEvent]:
        if not self._cursor.can_undo:
            raise _RefusedError("There is nothing to undo.")
        was_running = self.is_running
        self._transport.pause()
        self._cursor.undo()
        yield events.Undone(self._at(time))
        if was_running:
            yield self._transport.count_in(time)

    @_carry_out.register
    def _finish(self, _: commands.Finish, time: float) -> Iterator[PlayerEvent]:
        return self._cursor.finish(time)

    @_carry_out.register
    def _leave(self, _: commands.Leave, time: float) -> Iterator[PlayerEvent]:
        self.was_left = True
        self._cursor.close(time)
        yield events.LeftSession(self._at(time))

    def _move(self, step: int, time: float) -> Iterator[PlayerEvent]:
        if step == len(self.timeline.routine.steps):
            yield from self._cursor.finish(time)
            return
        self._cursor.save_for_undo(time)
        if self._transport.state is ClockState.COUNT_IN:
            self._transport.run(time)
        yield events.Moved(self._at(time))
        yield from self._cursor.enter_segment(self.timeline.first_segment_of(step), time)
        yield from self._cursor.advance(time)
