"""Player: the state machine that guides a person through a timeline.

Commands and moments in, events and views out. Times are deadlines on the monotonic clock, never
counted ticks: a late tick finds every event at its own time.
"""

from collections.abc import Iterator
from functools import singledispatchmethod
from typing import ClassVar

from footcoach_tui.session import commands, events
from footcoach_tui.session.checks import (
    RefusedError,
    check,
    check_adjust,
    check_end,
    check_running,
    check_score,
    check_step,
    result_of,
)
from footcoach_tui.session.clock import Instant
from footcoach_tui.session.commands import PlayerCommand
from footcoach_tui.session.cursor import Cursor
from footcoach_tui.session.events import PlayerEvent
from footcoach_tui.session.progress import SetProgress, StepNote
from footcoach_tui.session.reps import with_reps_added
from footcoach_tui.session.timeline import Timeline
from footcoach_tui.session.transport import ClockState, Transport
from footcoach_tui.session.view import SessionView


class Player:
    """Player of one timeline. `gap_limit` is in seconds of the clock that it is given."""

    GAP_LIMIT: ClassVar[float] = 2.0

    def __init__(self, timeline: Timeline, *, gap_limit: float = GAP_LIMIT) -> None:
        self.gap_limit = gap_limit
        self.was_left = False
        self.was_finished_early = False
        self._cursor = Cursor(timeline)
        self._transport = Transport(self._cursor, gap_limit)

    @property
    def timeline(self) -> Timeline:
        """Timeline as it is played; sets of a step that hurts may be halved."""
        return self._cursor.timeline

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
            check(command, has_begun=self.has_begun, is_over=self.is_over)
            happened.extend(self._carry_out(command, time))
        except RefusedError as refusal:
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
    def _next(self, command: commands.Next, time: float) -> Iterator[PlayerEvent]:
        return self._move(command, self._cursor.segment.step + 1, time)

    @_carry_out.register
    def _back(self, command: commands.Back, time: float) -> Iterator[PlayerEvent]:
        return self._move(command, max(0, self._cursor.segment.step - 1), time)

    @_carry_out.register
    def _restart(self, command: commands.Restart, time: float) -> Iterator[PlayerEvent]:
        return self._move(command, self._cursor.segment.step, time)

    @_carry_out.register
    def _jump(self, command: commands.Jump, time: float) -> Iterator[PlayerEvent]:
        check_step(command.step, len(self.timeline.routine.steps))
        return self._move(command, command.step, time)

    @_carry_out.register
    def _adjust(self, command: commands.Adjust, time: float) -> Iterator[PlayerEvent]:
        check_adjust(self._cursor.segment, self._cursor.segment_seconds + command.seconds)
        self._cursor.save_for_undo(command, time)
        yield events.Adjusted(self._at(time), self._cursor.extend(command.seconds, time))
        yield from self._cursor.advance(time)

    @_carry_out.register
    def _add_reps(self, command: commands.AddReps, time: float) -> Iterator[PlayerEvent]:
        changed = with_reps_added(self.timeline, self._cursor.segment, command.reps)
        self._cursor.save_for_undo(command, time)
        self.progress.plan(changed)
        yield events.RepsAdded(self._at(time), command.reps)

    @_carry_out.register
    def _done(self, command: commands.Done, time: float) -> Iterator[PlayerEvent]:
        segment = self._cursor.segment
        if command.value is None:
            check_running(self._transport.state)
        check_end(segment, self._cursor.elapsed(time))
        value = result_of(command, segment, self.timeline)
        if segment.ends_by_key:
            self._cursor.save_for_undo(command, time)
        return self._cursor.complete_segment(time, value=value)

    @_carry_out.register
    def _undo(self, _: commands.Undo, time: float) -> Iterator[PlayerEvent]:
        if not self._cursor.can_undo:
            raise RefusedError("There is nothing to undo.")
        was_running, flags, notes = self.is_running, self.progress.flags, self.progress.notes
        self._transport.pause()
        command = self._cursor.undo()
        self.progress.notes = notes  # what was written stays
        if flags:  # a red flag is no slip of a key: whoever reported one has it looked at
            self.progress.report_flags(flags)
        yield events.Undone(self._at(time), command)
        if was_running:
            yield self._transport.count_in(time)

    @_carry_out.register
    def _hurt(self, command: commands.Hurt, time: float) -> Iterator[PlayerEvent]:
        check_score(command.score)
        step = self._cursor.segment.step
        self._cursor.save_for_undo(command, time)
        self._cursor.add_hurt(command.score, is_end=command.ends_step, is_sharp=command.is_sharp)
        if command.is_eased:
            self._cursor.halve_next_sets()
        if command.ends_step:
            if self.is_running:
                yield self._transport.pause()
            yield from self._enter_step(step + 1, time)

    @_carry_out.register
    def _report_flags(self, command: commands.ReportFlags, _time: float) -> Iterator[PlayerEvent]:
        self.progress.report_flags(command.flags)
        yield from ()

    @_carry_out.register
    def _note(self, command: commands.Note, time: float) -> Iterator[PlayerEvent]:
        segment, second = self._cursor.segment, self._cursor.spent(time)
        note = StepNote(segment.step, segment.side, second, command.text)
        self.progress.notes += (note,)
        yield from ()

    @_carry_out.register
    def _finish(self, _: commands.Finish, time: float) -> Iterator[PlayerEvent]:
        self.was_finished_early = True
        return self._cursor.finish(time)

    @_carry_out.register
    def _leave(self, _: commands.Leave, time: float) -> Iterator[PlayerEvent]:
        self.was_left = True
        self._cursor.close(time)
        yield events.LeftSession(self._at(time))

    def _move(self, command: PlayerCommand, step: int, time: float) -> Iterator[PlayerEvent]:
        if step < len(self.timeline.routine.steps):
            self._cursor.save_for_undo(command, time)
            if self._transport.state is ClockState.COUNT_IN:
                self._transport.run(time)
        yield from self._enter_step(step, time)

    def _enter_step(self, step: int, time: float) -> Iterator[PlayerEvent]:
        """Go to the beginning of a step; after the last one, end the session."""
        if step == len(self.timeline.routine.steps):
            yield from self._cursor.finish(time)
            return
        yield events.Moved(self._at(time))
        yield from self._cursor.enter_segment(self.timeline.first_segment_of(step), time)
        yield from self._cursor.advance(time)
