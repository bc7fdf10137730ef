"""A screen on which time passes: a session goes on by the clock, and what it says is shown."""

from footcoach_tui.app.cueing import Cueing
from footcoach_tui.app.paint.paced import is_dead, may_show
from footcoach_tui.app.parts import Parts
from footcoach_tui.app.screens.next_look import NextLook
from footcoach_tui.app.screens.panes import PanesScreen
from footcoach_tui.app.stage.filming import Film
from footcoach_tui.playing.under_way import UnderWay
from footcoach_tui.session import commands as tell
from footcoach_tui.session.events import Event, Refused
from footcoach_tui.session.view import View

LOOKS = 12.0
"""Looks at the clock per second while time passes: what a smooth bar needs."""


class ClockedScreen(PanesScreen):
    """Plays a session. The clock is looked at, never counted.

    A screen says how a moment is shown, and what comes when the session is over.
    """

    def __init__(self, parts: Parts, playing: UnderWay) -> None:
        """Be ready to play; no time passes yet."""
        super().__init__(parts)
        self._next_look: NextLook | None = None
        self._is_behind = self._was_alone = False
        self.take_up(playing)
        self.cueing = Cueing(self.app, parts, playing.speed)

    def take_up(self, playing: UnderWay) -> None:
        """Play this session from now on."""
        self.playing = playing
        self.film = Film(playing.player.timeline)

    def show_words(self, view: View) -> None:
        """Show what is always to be seen of a moment."""
        raise NotImplementedError

    def show_moment(self, view: View) -> None:
        """Show the rest of it, which waits where the terminal cannot keep up."""
        raise NotImplementedError

    def over(self) -> None:
        """The session has come to its end."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """From now on there can be looks."""
        self._next_look = NextLook(self, self.look)

    def on_unmount(self) -> None:
        """Look no more."""
        self._look_no_more()
        self.cueing.close()

    def tell(self, command: tell.Command) -> None:
        """Tell the player, and show what comes of it."""
        self._happened(self.playing.tell(command))
        self._look_later()

    def look(self) -> None:
        """Look at the clock: show what has changed, and set the time of the next look."""
        events = self.playing.look()
        self._happened(events, moving=not events)
        if is_dead(self.app):
            self._was_alone = True
            self.stand_still()
        else:
            self._look_later()

    def show(self, *, moving: bool = False) -> None:
        """Show the present moment, as far as the terminal takes it."""
        view = self.playing.view()
        self.show_words(view)
        self._is_behind = not may_show(self.app, moving=moving)
        if not self._is_behind:
            self.show_moment(view)

    def catch_up(self) -> None:
        """The terminal has come to what it was sent: show what could not be shown, as it is now."""
        if self._was_alone and not is_dead(self.app):
            self._was_alone = False
            self.notify("Your terminal fell silent, so the session was paused.", timeout=10)
        if self._is_behind and self.playing.player.is_running:
            self.look()
        elif self._is_behind:
            self.show()

    def stand_still(self) -> None:
        """Pause, if time passes."""
        if self.playing.player.is_running:
            self.tell(tell.Pause())

    def put_away(self) -> bool:
        """Keep the place of a session under way, for the app ends; whether there was one."""
        player = self.playing.player
        if not player.has_begun or player.is_over:
            return False
        self._look_no_more()
        self.parts.keeper.put_away(self.playing)
        self.cueing.cut()
        return True

    def _look_later(self) -> None:
        self._look_no_more()
        if self._next_look and self.playing.player.is_running:
            wait = self.playing.wait()
            soon = 1.0 / LOOKS if wait is None else max(0.001, min(1.0 / LOOKS, wait))
            self._next_look.take_in(soon)

    def _look_no_more(self) -> None:
        if self._next_look:
            self._next_look.drop()

    def _happened(self, events: tuple[Event, ...], *, moving: bool = False) -> None:
        view = self.playing.view()
        self.cueing.happened(events, self.playing.player.timeline, view)
        for event in events:
            if isinstance(event, Refused):
                self.notify(event.why, markup=False, timeout=3)
        if trouble := self.playing.trouble():
            self.notify(trouble, severity="warning", markup=False, timeout=10)
        self.show(moving=moving)
        if self.playing.player.is_over:
            self.over()
