"""The player: one state machine that leads a person through a timeline.

It is told commands and moments, and answers with events and with a view. Times are deadlines on
the monotonic clock, never counted ticks: a late look finds everything at its own time.
"""

from collections import deque
from collections.abc import Iterator
from functools import singledispatchmethod

from footcoach_tui.session import commands as tell
from footcoach_tui.session import events as say
from footcoach_tui.session.instant import Instant
from footcoach_tui.session.ledger import Ledger
from footcoach_tui.session.pacing import GAP_LIMIT, Mode, Pacer
from footcoach_tui.session.run import Place, Run
from footcoach_tui.session.timeline import Timeline
from footcoach_tui.session.view import View, state_of, step_marks

UNDO_LEVELS = 20
LONGEST = 7200.0
"""No segment can be made longer than this many seconds."""


class RefusedError(Exception):
    """A command that makes no sense in this state; the message is a sentence for the person."""


class Player:
    """Leads through one timeline. `gap_limit` is in seconds of the clock it is handed."""

    def __init__(self, timeline: Timeline, *, gap_limit: float = GAP_LIMIT) -> None:
        """Be ready to start."""
        self.timeline = timeline
        self.gap_limit = gap_limit
        self.was_left = False
        self._run = Run(timeline)
        self._pacer = Pacer(self._run, gap_limit)
        self._undo: deque[tuple[Place, Ledger]] = deque(maxlen=UNDO_LEVELS)

    @property
    def ledger(self) -> Ledger:
        """What was done so far; complete once the session is over."""
        return self._run.ledger

    @property
    def seconds(self) -> float:
        """How long it has run up to the last look, pauses not counted."""
        return self._run.spent(self._pacer.seen.monotonic)

    @property
    def is_running(self) -> bool:
        """Whether time passes: the clock goes or is about to."""
        return self._pacer.is_running

    @property
    def is_over(self) -> bool:
        """Whether it has finished or was left."""
        return self._run.over

    @property
    def has_begun(self) -> bool:
        """Whether it was started."""
        return self._pacer.mode is not Mode.READY

    @property
    def due(self) -> float | None:
        """The monotonic time at which the next event falls due; None if none will by itself."""
        return self._pacer.due

    def tick(self, now: Instant) -> tuple[say.Event, ...]:
        """Look at the clock: everything that fell due since the last look."""
        return tuple(self._pacer.look(now))

    def do(self, command: tell.Command, now: Instant) -> tuple[say.Event, ...]:
        """Carry out a command at a moment. A command that makes no sense there is `Refused`."""
        events = list(self.tick(now))
        time = now.monotonic
        try:
            self._check(command)
            events.extend(self._carry_out(command, time))
        except RefusedError as refusal:
            events.append(say.Refused(self._at(time) if self.has_begun else 0.0, str(refusal)))
        return tuple(events)

    def view(self, now: Instant) -> View:
        """What a screen shows at a moment that is not before the last look."""
        run, time = self._run, now.monotonic
        elapsed = run.elapsed(time)
        counted = not (run.waits or run.over)
        remaining = max(0.0, run.length - elapsed) if counted else 0.0
        later = 0.0 if run.over else self.timeline.total - run.segment.end
        current = run.segment.step if self.has_begun else -1
        return View(
            state=state_of(self._pacer.mode, run, was_left=self.was_left),
            segment=run.segment,
            step=self.timeline.routine.steps[run.segment.step],
            elapsed=elapsed,
            remaining=remaining,
            length=run.length,
            session_left=remaining + later,
            session_total=self.timeline.total,
            marks=step_marks(self.timeline, run.ledger, None if run.over else current),
            then=run.then,
            count_in=self._pacer.count_in_left(time),
            pause=self._pacer.pause,
        )

    def _at(self, time: float) -> float:
        return time - self._run.origin

    def _check(self, command: tell.Command) -> None:
        if self.is_over:
            raise RefusedError("The session is over.")
        if isinstance(command, tell.Start) and self.has_begun:
            raise RefusedError("The session has begun already.")
        if not (self.has_begun or isinstance(command, tell.Start | tell.Leave)):
            raise RefusedError("The session has not begun yet.")

    @singledispatchmethod
    def _carry_out(self, command: tell.Command, time: float) -> Iterator[say.Event]:
        raise NotImplementedError(command, time)

    @_carry_out.register
    def _start(self, _: tell.Start, time: float) -> Iterator[say.Event]:
        return self._pacer.begin(time)

    @_carry_out.register
    def _pause(self, _: tell.Pause, time: float) -> Iterator[say.Event]:
        if self.is_running:
            yield self._pacer.stand(time, say.PauseReason.ASKED)

    @_carry_out.register
    def _resume(self, _: tell.Resume, time: float) -> Iterator[say.Event]:
        if not self.is_running:
            yield self._pacer.count_in(time)

    @_carry_out.register
    def _next(self, _: tell.Next, time: float) -> Iterator[say.Event]:
        return self._move(self._run.segment.step + 1, time)

    @_carry_out.register
    def _back(self, _: tell.Back, time: float) -> Iterator[say.Event]:
        return self._move(max(0, self._run.segment.step - 1), time)

    @_carry_out.register
    def _restart(self, _: tell.Restart, time: float) -> Iterator[say.Event]:
        return self._move(self._run.segment.step, time)

    @_carry_out.register
    def _jump(self, command: tell.Jump, time: float) -> Iterator[say.Event]:
        steps = len(self.timeline.routine.steps)
        if not 0 <= command.step < steps:
            raise RefusedError(f"There is no step {command.step + 1}: the routine has {steps}.")
        return self._move(command.step, time)

    @_carry_out.register
    def _adjust(self, command: tell.Adjust, time: float) -> Iterator[say.Event]:
        if self._run.waits:
            raise RefusedError("This step waits for you, it has no clock to change.")
        if self._run.length + command.seconds > LONGEST:
            raise RefusedError("That is as long as it gets.")
        self._undo.append(self._run.snapshot(time))
        yield say.Adjusted(self._at(time), self._run.lengthen(command.seconds, time))
        yield from self._run.advance(time)

    @_carry_out.register
    def _done(self, _: tell.Done, time: float) -> Iterator[say.Event]:
        if self._pacer.mode is not Mode.RUNNING:
            raise RefusedError("The clock stands: go on first.")
        if self._run.segment.kind.is_work and not self._run.waits:
            raise RefusedError("The clock counts this one; go to the next step to skip it.")
        return self._run.see_through(time)

    @_carry_out.register
    def _take_back(self, _: tell.Undo, time: float) -> Iterator[say.Event]:
        if not self._undo:
            raise RefusedError("There is nothing to take back.")
        was_running = self.is_running
        self._pacer.stand(time, say.PauseReason.ASKED)
        self._run.restore(self._undo.pop())
        yield say.Undone(self._at(time))
        if was_running:
            yield self._pacer.count_in(time)

    @_carry_out.register
    def _finish(self, _: tell.Finish, time: float) -> Iterator[say.Event]:
        return self._run.finish(time)

    @_carry_out.register
    def _leave(self, _: tell.Leave, time: float) -> Iterator[say.Event]:
        at = self._at(time) if self.has_begun else 0.0
        self.was_left = True
        self._run.close(time)
        yield say.WentAway(at)

    def _move(self, step: int, time: float) -> Iterator[say.Event]:
        if step == len(self.timeline.routine.steps):
            yield from self._run.finish(time)
            return
        self._undo.append(self._run.snapshot(time))
        if self._pacer.mode is Mode.COUNT_IN:
            self._pacer.go(time)
        yield say.Moved(self._at(time), self._run.segment.step, step)
        yield from self._run.enter(self.timeline.first_of(step), time)
        yield from self._run.advance(time)
