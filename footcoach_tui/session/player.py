"""The player: one state machine that leads a person through a timeline.

It is told commands and moments, and answers with events and with a view. Times are deadlines on
the monotonic clock, never counted ticks: a late look finds everything at its own time.
"""

from collections import deque
from collections.abc import Iterator
from functools import singledispatchmethod

from footcoach_tui.session import commands
from footcoach_tui.session.clock import Instant
from footcoach_tui.session.commands import PlayerCommand
from footcoach_tui.session.cursor import Cursor, CursorState
from footcoach_tui.session.events import (
    Adjusted,
    LeftSession,
    Moved,
    PauseReason,
    PlayerEvent,
    Refused,
    Undone,
)
from footcoach_tui.session.progress import SetProgress
from footcoach_tui.session.timeline import Timeline
from footcoach_tui.session.transport import DEFAULT_GAP_LIMIT, ClockState, Transport
from footcoach_tui.session.view import SessionView, session_state, step_statuses

_UNDO_LEVELS = 20
_MAX_SEGMENT_SECONDS = 7200.0
"""No segment can be made longer than this many seconds."""


class _RefusedError(Exception):
    """A command that makes no sense in this state; the message is a sentence for the person."""


class Player:
    """Leads through one timeline. `gap_limit` is in seconds of the clock it is handed."""

    def __init__(self, timeline: Timeline, *, gap_limit: float = DEFAULT_GAP_LIMIT) -> None:
        """Be ready to start."""
        self.timeline = timeline
        self.gap_limit = gap_limit
        self.was_left = False
        self._cursor = Cursor(timeline)
        self._transport = Transport(self._cursor, gap_limit)
        self._undo: deque[tuple[CursorState, SetProgress]] = deque(maxlen=_UNDO_LEVELS)

    @property
    def progress(self) -> SetProgress:
        """What was done so far; complete once the session is over."""
        return self._cursor.progress

    @property
    def seconds(self) -> float:
        """How long it has run up to the last look, pauses not counted."""
        return self._cursor.spent(self._transport.last_tick.monotonic)

    @property
    def is_running(self) -> bool:
        """Whether time passes: the clock goes or is about to."""
        return self._transport.is_running

    @property
    def is_over(self) -> bool:
        """Whether it has finished or was left."""
        return self._cursor.is_over

    @property
    def has_begun(self) -> bool:
        """Whether it was started."""
        return self._transport.state is not ClockState.READY

    @property
    def due(self) -> float | None:
        """The monotonic time at which the next event falls due; None if none will by itself."""
        return self._transport.due

    def tick(self, now: Instant) -> tuple[PlayerEvent, ...]:
        """Look at the clock: everything that fell due since the last look."""
        return tuple(self._transport.poll(now))

    def do(self, command: PlayerCommand, now: Instant) -> tuple[PlayerEvent, ...]:
        """Carry out a command at a moment. A command that makes no sense there is `Refused`."""
        events = list(self.tick(now))
        time = now.monotonic
        try:
            self._check(command)
            events.extend(self._carry_out(command, time))
        except _RefusedError as refusal:
            events.append(Refused(self._at(time) if self.has_begun else 0.0, str(refusal)))
        return tuple(events)

    def view(self, now: Instant) -> SessionView:
        """What a screen shows at a moment that is not before the last look."""
        run, time = self._cursor, now.monotonic
        elapsed = run.elapsed(time)
        counted = not (run.is_waiting or run.is_over)
        remaining = max(0.0, run.segment_seconds - elapsed) if counted else 0.0
        later = 0.0 if run.is_over else self.timeline.total - run.segment.end
        current = run.segment.step if self.has_begun else -1
        return SessionView(
            state=session_state(self._transport.state, run, was_left=self.was_left),
            segment=run.segment,
            step=self.timeline.routine.steps[run.segment.step],
            elapsed=elapsed,
            remaining=remaining,
            length=run.segment_seconds,
            session_left=remaining + later,
            session_total=self.timeline.total,
            step_statuses=step_statuses(
                self.timeline, run.progress, None if run.is_over else current
            ),
            next_segment=run.next_segment,
            count_in=self._transport.count_in_left(time),
            pause=self._transport.last_pause,
        )

    def _at(self, time: float) -> float:
        return time - self._cursor.origin

    def _check(self, command: PlayerCommand) -> None:
        if self.is_over:
            raise _RefusedError("The session is over.")
        if isinstance(command, commands.Start) and self.has_begun:
            raise _RefusedError("The session has begun already.")
        if not (self.has_begun or isinstance(command, commands.Start | commands.Leave)):
            raise _RefusedError("The session has not begun yet.")

    @singledispatchmethod
    def _carry_out(self, command: PlayerCommand, time: float) -> Iterator[PlayerEvent]:
        raise NotImplementedError(command, time)

    @_carry_out.register
    def _start(self, _: commands.Start, time: float) -> Iterator[PlayerEvent]:
        return self._transport.start(time)

    @_carry_out.register
    def _pause(self, _: commands.Pause, time: float) -> Iterator[PlayerEvent]:
        if self.is_running:
            yield self._transport.pause(time, PauseReason.ASKED)

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
        steps = len(self.timeline.routine.steps)
        if not 0 <= command.step < steps:
            raise _RefusedError(f"There is no step {command.step + 1}: the routine has {steps}.")
        return self._move(command.step, time)

    @_carry_out.register
    def _adjust(self, command: commands.Adjust, time: float) -> Iterator[PlayerEvent]:
        if self._cursor.is_waiting:
            raise _RefusedError("This step waits for you, it has no clock to change.")
        if self._cursor.segment_seconds + command.seconds > _MAX_SEGMENT_SECONDS:
            raise _RefusedError("That is as long as it gets.")
        self._undo.append(self._cursor.snapshot(time))
        yield Adjusted(self._at(time), self._cursor.extend(command.seconds, time))
        yield from self._cursor.advance(time)

    @_carry_out.register
    def _done(self, _: commands.Done, time: float) -> Iterator[PlayerEvent]:
        if self._transport.state is not ClockState.RUNNING:
            raise _RefusedError("The clock stands: go on first.")
        if self._cursor.segment.kind.is_work and not self._cursor.is_waiting:
            raise _RefusedError("The clock counts this one; go to the next step to skip it.")
        return self._cursor.complete_segment(time)

    @_carry_out.register
    def _take_back(self, _: commands.Undo, time: float) -> Iterator[PlayerEvent]:
        if not self._undo:
            raise _RefusedError("There is nothing to take back.")
        was_running = self.is_running
        self._transport.pause(time, PauseReason.ASKED)
        self._cursor.restore(self._undo.pop())
        yield Undone(self._at(time))
        if was_running:
            yield self._transport.count_in(time)

    @_carry_out.register
    def _finish(self, _: commands.Finish, time: float) -> Iterator[PlayerEvent]:
        return self._cursor.finish(time)

    @_carry_out.register
    def _leave(self, _: commands.Leave, time: float) -> Iterator[PlayerEvent]:
        at = self._at(time) if self.has_begun else 0.0
        self.was_left = True
        self._cursor.close(time)
        yield LeftSession(at)

    def _move(self, step: int, time: float) -> Iterator[PlayerEvent]:
        if step == len(self.timeline.routine.steps):
            yield from self._cursor.finish(time)
            return
        self._undo.append(self._cursor.snapshot(time))
        if self._transport.state is ClockState.COUNT_IN:
            self._transport.run(time)
        yield Moved(self._at(time), self._cursor.segment.step, step)
        yield from self._cursor.enter_segment(self.timeline.first_segment_of(step), time)
        yield from self._cursor.advance(time)
