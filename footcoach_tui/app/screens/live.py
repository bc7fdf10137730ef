"""Base screen of a live session, and the timer of its ticks."""

import asyncio
from collections.abc import Callable
from contextvars import copy_context
from typing import ClassVar

from textual.screen import Screen
from textual.timer import Timer

from footcoach_tui.app.context import AppContext
from footcoach_tui.app.exercise_view.clips import Animation, FrameCache
from footcoach_tui.app.screens.number_dialog import NumberDialog
from footcoach_tui.app.screens.session_panes import SessionPanesScreen
from footcoach_tui.app.session_cues import SessionCues
from footcoach_tui.app.widgets.now_pane import NowPane
from footcoach_tui.playback.live_session import LiveSession
from footcoach_tui.session import commands
from footcoach_tui.session.dose import Measurement
from footcoach_tui.session.events import PlayerEvent, Refused
from footcoach_tui.session.side import Side
from footcoach_tui.session.view import SessionState, SessionView
from footcoach_tui.terminal.app import can_draw, is_terminal_dead
from footcoach_tui.terminal.timer import OneShotTimer
from footcoach_tui.text.command_words import command_words

_TICKS_PER_SECOND = FrameCache.FRAMES_PER_SECOND


class LiveScreen(SessionPanesScreen):
    """Screen that plays a session: time is read from the clock at each tick, never counted."""

    WORDS_SECONDS: ClassVar[float] = 1.0
    """Seconds for which the words that confirm a command are shown."""

    def __init__(self, app_context: AppContext, live_session: LiveSession) -> None:
        super().__init__(app_context)
        self._tick_timer: _TickTimer | None = None
        self._words_timer: Timer | None = None
        self._is_outdated = self._was_disconnected = False
        self.set_session(live_session)
        self.session_cues = SessionCues(self.app, app_context, live_session.speed)

    def set_session(self, live_session: LiveSession) -> None:
        """Replace the session."""
        self.live_session = live_session
        self.animation = Animation(live_session.player.timeline)

    def show_labels(self, view: SessionView) -> None:
        """Show the labels, after each event and command; they are always drawn."""
        raise NotImplementedError

    def show_moment(self, view: SessionView) -> None:
        """Show the rest of a moment, which is skipped while the terminal is behind."""
        raise NotImplementedError

    def session_finished(self) -> None:
        """Handle the end of the session."""
        raise NotImplementedError

    def on_mount(self) -> None:
        self._tick_timer = _TickTimer(self, self.tick)

    def on_unmount(self) -> None:
        self._cancel_tick()
        self.session_cues.close()

    def send(self, command: commands.PlayerCommand) -> None:
        events = self.live_session.send(command)
        self._on_events(events)
        self._schedule_tick()
        if (words := command_words(command, events)) and not self.live_session.player.is_over:
            self.say(words)

    def say(self, words: str, seconds: float = 0) -> None:
        """Show a few words for a second, or more: a message would cover what plays."""
        seconds = seconds or self.WORDS_SECONDS
        pane = self.query_one(NowPane)
        if self._words_timer:
            self._words_timer.stop()
        if pane.can_show_words(words):
            pane.show_words(words)
            self._words_timer = self.set_timer(seconds, self.end_words)
        else:
            self.notify(words, markup=False, timeout=seconds)

    def end_words(self) -> None:
        self.query_one(NowPane).show_words("")

    def end_segment(self) -> None:
        """End a wait or a test; ask for the result of one that is measured."""
        view = self.live_session.view()
        work = view.step.dose.work
        if view.state is SessionState.WAITING and isinstance(work, Measurement):
            side = view.segment.side
            question = work.question if side is Side.BOTH else f"{work.question}, {side}"
            dialog = NumberDialog(question, work.most, work.error)
            self.app.push_screen(dialog, self._send_result)
        else:
            self.send(commands.Done())

    def _send_result(self, value: float | None) -> None:
        if value is not None:
            self.send(commands.Done(value))

    def tick(self) -> None:
        """Show what changed by now, and schedule the next tick."""
        events = self.live_session.tick()
        self._on_events(events, moving=not events)
        if is_terminal_dead(self.app):
            self._was_disconnected = True
            self.pause()
        else:
            self._schedule_tick()

    def show(self) -> None:
        self._show_view(self.live_session.view(), moving=False)

    def _show_view(self, view: SessionView, *, moving: bool) -> None:
        if self.animation.timeline is not self.live_session.player.timeline:
            self.animation = Animation(self.live_session.player.timeline)
        if not moving:  # labels change with an event or a command
            self.show_labels(view)
        self._is_outdated = not can_draw(self.app, moving=moving)
        if not self._is_outdated:
            self.show_moment(view)

    def show_skipped(self) -> None:
        if self._was_disconnected and not is_terminal_dead(self.app):
            self._was_disconnected = False
            self.notify("The terminal stopped responding, so the session was paused.", timeout=10)
        if self._is_outdated and self.live_session.player.is_running:
            self.tick()
        elif self._is_outdated:
            self.show()

    def pause(self) -> None:
        if self.live_session.player.is_running:
            self.send(commands.Pause())

    def toggle_mute(self) -> None:
        message = self.session_cues.toggle_mute()
        self.show()
        if self.session_cues.is_inaudible:
            self.notify(message, timeout=2)
        else:
            self.say(self.session_cues.status_label or "cues on")

    def suspend_session(self) -> bool:
        """Save the place of a running session; returns whether there was one."""
        player = self.live_session.player
        if not player.has_begun or player.is_over:
            return False
        self._cancel_tick()
        self.app_context.save_queue.suspend(self.live_session)
        self.session_cues.stop_now()
        return True

    def _schedule_tick(self) -> None:
        self._cancel_tick()
        if self._tick_timer and self.live_session.player.is_running:
            wait = self.live_session.seconds_until_due()
            period = 1.0 / _TICKS_PER_SECOND
            self._tick_timer.set(period if wait is None else max(0.001, min(period, wait)))

    def _cancel_tick(self) -> None:
        if self._tick_timer:
            self._tick_timer.stop()

    def _on_events(self, events: tuple[PlayerEvent, ...], *, moving: bool = False) -> None:
        view = self.live_session.view()
        self.session_cues.on_events(events, self.live_session.player.timeline, view)
        for event in events:
            if isinstance(event, Refused):
                self.say(event.reason, 3 * self.WORDS_SECONDS)
        if warning := self.live_session.pop_warning():
            self.notify(warning, severity="warning", markup=False, timeout=10)
        self._show_view(view, moving=moving)
        if self.live_session.player.is_over:
            self.session_finished()


class _TickTimer:
    """Single-shot timer without the task and the messages of a Textual timer.

    Make it in a message handler of the screen: ticks run in a copy of that context.
    """

    def __init__(self, screen: Screen[None], tick: Callable[[], None]) -> None:
        self._screen = screen
        self._tick = tick
        self._timer = OneShotTimer(asyncio.get_running_loop())
        self._context = copy_context()

    def set(self, seconds: float) -> None:
        self._timer.stop()
        self._timer.set(seconds, self._run, self._context)

    def stop(self) -> None:
        self._timer.stop()

    def _run(self) -> None:
        try:
            self._tick()
        except Exception as error:  # noqa: BLE001 - raised again in the screen
            self._screen.call_later(_raise, error)


def _raise(error: Exception) -> None:
    raise error
