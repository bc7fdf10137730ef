"""A screen on which time passes: a session goes on by the clock, and what it says is shown."""

from footcoach_tui.app.context import AppContext
from footcoach_tui.app.exercise_view.clips import Animation
from footcoach_tui.app.screens.three_panes import ThreePaneScreen
from footcoach_tui.app.screens.tick_timer import TickTimer
from footcoach_tui.app.session_cues import SessionCues
from footcoach_tui.playback.live_session import LiveSession
from footcoach_tui.session import commands as tell
from footcoach_tui.session.events import PlayerEvent, Refused
from footcoach_tui.session.view import SessionView
from footcoach_tui.terminal.app import can_draw, is_terminal_dead

_TICKS_PER_SECOND = 12.0
"""Looks at the clock per second while time passes: what a smooth bar needs."""


class LiveScreen(ThreePaneScreen):
    """Plays a session. The clock is looked at, never counted.

    A screen says how a moment is shown, and what comes when the session is over.
    """

    def __init__(self, parts: AppContext, playing: LiveSession) -> None:
        """Be ready to play; no time passes yet."""
        super().__init__(parts)
        self._tick_timer: TickTimer | None = None
        self._is_outdated = self._was_disconnected = False
        self.set_session(playing)
        self.session_cues = SessionCues(self.app, parts, playing.speed)

    def set_session(self, playing: LiveSession) -> None:
        """Play this session from now on."""
        self.live_session = playing
        self.animation = Animation(playing.player.timeline)

    def show_labels(self, view: SessionView) -> None:
        """Show what is always to be seen of a moment."""
        raise NotImplementedError

    def show_moment(self, view: SessionView) -> None:
        """Show the rest of it, which waits where the terminal cannot keep up."""
        raise NotImplementedError

    def session_finished(self) -> None:
        """The session has come to its end."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """From now on there can be looks."""
        self._tick_timer = TickTimer(self, self.tick)

    def on_unmount(self) -> None:
        """Look no more."""
        self._cancel_tick()
        self.session_cues.close()

    def send(self, command: tell.PlayerCommand) -> None:
        """Tell the player, and show what comes of it."""
        self._on_events(self.live_session.send(command))
        self._schedule_tick()

    def tick(self) -> None:
        """Look at the clock: show what has changed, and set the time of the next look."""
        events = self.live_session.tick()
        self._on_events(events, moving=not events)
        if is_terminal_dead(self.app):
            self._was_disconnected = True
            self.pause()
        else:
            self._schedule_tick()

    def show(self, *, moving: bool = False) -> None:
        """Show the present moment, as far as the terminal takes it."""
        view = self.live_session.view()
        self.show_labels(view)
        self._is_outdated = not can_draw(self.app, moving=moving)
        if not self._is_outdated:
            self.show_moment(view)

    def show_skipped(self) -> None:
        """The terminal has come to what it was sent: show what could not be shown, as it is now."""
        if self._was_disconnected and not is_terminal_dead(self.app):
            self._was_disconnected = False
            self.notify("Your terminal fell silent, so the session was paused.", timeout=10)
        if self._is_outdated and self.live_session.player.is_running:
            self.tick()
        elif self._is_outdated:
            self.show()

    def pause(self) -> None:
        """Pause, if time passes."""
        if self.live_session.player.is_running:
            self.send(tell.Pause())

    def suspend_session(self) -> bool:
        """Keep the place of a session under way, for the app ends; whether there was one."""
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
            soon = (
                1.0 / _TICKS_PER_SECOND
                if wait is None
                else max(0.001, min(1.0 / _TICKS_PER_SECOND, wait))
            )
            self._tick_timer.set(soon)

    def _cancel_tick(self) -> None:
        if self._tick_timer:
            self._tick_timer.stop()

    def _on_events(self, events: tuple[PlayerEvent, ...], *, moving: bool = False) -> None:
        view = self.live_session.view()
        self.session_cues.on_events(events, self.live_session.player.timeline, view)
        for event in events:
            if isinstance(event, Refused):
                self.notify(event.reason, markup=False, timeout=3)
        if trouble := self.live_session.pop_warning():
            self.notify(trouble, severity="warning", markup=False, timeout=10)
        self.show(moving=moving)
        if self.live_session.player.is_over:
            self.session_finished()
