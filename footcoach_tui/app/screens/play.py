"""The session: what to mind before it, the steps as they are led through, and its end."""

from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import OptionList

from footcoach_tui.app.bindings import bindings
from footcoach_tui.app.cards import card
from footcoach_tui.app.cueing import MUTED, Cueing
from footcoach_tui.app.filming import Film
from footcoach_tui.app.paint.paced import is_dead, may_show
from footcoach_tui.app.parts import Parts
from footcoach_tui.app.screens.card import CardScreen
from footcoach_tui.app.screens.leave import LeaveChoice, LeaveScreen
from footcoach_tui.app.screens.next_look import NextLook
from footcoach_tui.app.screens.panes import PanesScreen
from footcoach_tui.app.screens.summary import SummaryScreen
from footcoach_tui.app.widgets.fitted_line import FittedLine
from footcoach_tui.app.widgets.now_pane import NowPane
from footcoach_tui.app.widgets.ready_pane import ReadyPane
from footcoach_tui.app.widgets.step_list import StepList
from footcoach_tui.playing.under_way import UnderWay
from footcoach_tui.session import commands as tell
from footcoach_tui.session.cards import exercise_card
from footcoach_tui.session.events import Event, Refused
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.view import View

_TELL: dict[str, tell.Command] = {
    "session.next": tell.Next(),
    "session.back": tell.Back(),
    "session.restart": tell.Restart(),
    "session.longer": tell.Adjust(10),
    "session.shorter": tell.Adjust(-10),
    "session.done": tell.Done(),
    "session.undo": tell.Undo(),
}
LOOKS = 12.0
"""Looks at the clock per second while time passes: what a smooth bar needs."""


class PlayScreen(PanesScreen):
    """Leads through one routine. The clock is looked at, never counted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(
            "session.play",
            *_TELL,
            "session.info",
            "session.far",
            "session.mute",
            "session.gate",
            "session.context",
        ),
    ]

    def __init__(
        self, parts: Parts, routine: Routine, context: str = "", taken_up: UnderWay | None = None
    ) -> None:
        """Be ready to play; `context` is the occasion if the person has named one.

        `taken_up` is a session of the routine that was cut off: it goes on where it stands.
        """
        super().__init__(parts)
        self._next_look: NextLook | None = None
        self._is_behind = self._was_alone = False
        self._ready = ReadyPane(routine, context, id="card")
        self.playing = taken_up or self._new()
        self.cueing = Cueing(self.app, parts, self.playing.speed)
        self.film = Film(self.playing.player.timeline)
        self.actions |= {name: partial(self._tell, command) for name, command in _TELL.items()}
        self.actions |= {
            "session.play": self._play,
            "session.info": self._info,
            "session.far": self._far,
            "session.mute": self._mute,
            "session.gate": self._change_gates,
            "session.context": self._ready.change_context,
            "app.leave": self._leave,
        }

    def pane_names(self) -> tuple[str, str, str]:
        """What stands over the panes."""
        return "Steps", "Now", "History"

    def list_pane(self) -> Widget:
        """The steps."""
        return StepList(id="steps")

    def step_pane(self) -> Widget:
        """What to know before the start; from then on the present step."""
        return NowPane(self._ready, self.parts.reels, has_begun=self.playing.player.has_begun)

    def on_mount(self) -> None:
        """Show the routine, not begun."""
        self._next_look = NextLook(self, self.look)
        self.go_to("step")
        self._show(self.playing.view())

    def on_unmount(self) -> None:
        """Look no more."""
        self._look_no_more()
        self.cueing.close()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Before the start there is no step to be done with, and after it nothing to decide."""
        if action == "command":
            begun, name = self.playing.player.has_begun, str(parameters[0])
            if name in ("session.gate", "session.context"):
                return not begun
            if name in _TELL:
                return begun
        return super().check_action(action, parameters)

    def _play(self) -> None:
        player = self.playing.player
        if player.is_running:
            self._tell(tell.Pause())
        elif player.has_begun:
            self._tell(tell.Resume())
        else:
            self._start()

    def _start(self) -> None:
        if not self._ready.may_start:
            self.notify("This one has conditions: read them, and press y if all of them hold.")
            return
        self.query_one(NowPane).begin()
        self.playing.begin(self.parts.heading(self._ready.context))
        self._tell(tell.Start())
        self.go_to("step")
        self.refresh_bindings()

    def _tell(self, command: tell.Command) -> None:
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

    def catch_up(self) -> None:
        """The terminal has come to what it was sent: show what could not be shown, as it is now."""
        if self._was_alone and not is_dead(self.app):
            self._was_alone = False
            self.notify("Your terminal fell silent, so the session was paused.", timeout=10)
        if self._is_behind and self.playing.player.is_running:
            self.look()
        elif self._is_behind:
            self._show(self.playing.view())

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
        self._show(view, moving=moving)
        if self.playing.player.is_over:
            self._over()

    def _show(self, view: View, *, moving: bool = False) -> None:
        self.query_one(StepList).show(self.playing.player.timeline, view.marks)
        signs = [self._ready.context, self.cueing.sign]
        self.query_one("#title", FittedLine).tell("footcoach", self.playing.routine.title, *signs)
        self._is_behind = not may_show(self.app, moving=moving)
        if not self._is_behind:
            self.query_one(NowPane).show(view, self.film)

    def _over(self) -> None:
        record = self.playing.record()
        if record is None or not record.sets:
            self.playing.finish()
            self.dismiss()
            return
        told = self.parts.keeper.keep(record)
        if not self.parts.keeper.held:
            self.playing.finish()
        if self.playing.player.was_left:
            self.app.notify(told or "Left. What you did is in the history.", markup=False)
            self.dismiss()
            return
        self.app.switch_screen(SummaryScreen(record, self.parts.keeper, told))

    def _info(self) -> None:
        exercise = self.playing.view().step.exercise
        names = {one.id: one.name for one in self.parts.catalogue.exercises.values()}
        self.app.push_screen(CardScreen(card(exercise_card(exercise, names), exercise.name)))

    def _new(self) -> UnderWay:
        parts, first = self.parts, self.parts.settings.first_side
        routine = self._ready.routine
        return UnderWay.new(routine, parts.clock, parts.journals, first=first, speed=parts.speed)

    def bring_up(self, pane: str) -> None:
        """See that a pane is shown; any but the step ends the far view."""
        super().bring_up(pane)
        if pane != "step":
            self.query_one(NowPane).see(far=False)

    def _far(self) -> None:
        self.bring_up("step")
        self.query_one(NowPane).turn()
        self._show(self.playing.view())

    def _mute(self) -> None:
        title = self.query_one("#title", FittedLine)
        was_signed = title.stands(MUTED)
        told = self.cueing.mute()
        self._show(self.playing.view())
        if self.cueing.is_vain or not (was_signed or title.stands(MUTED)):  # else the title tells
            self.notify(told, timeout=2)

    def _change_gates(self) -> None:
        self._ready.change_gates()
        self.playing = self._new()
        self.film = Film(self.playing.player.timeline)
        self._show(self.playing.view())

    def _leave(self) -> None:
        if not self.playing.player.has_begun:
            self.dismiss()
            return
        self._tell(tell.Pause())
        self.app.push_screen(LeaveScreen(), self._left)

    def stand_still(self) -> None:
        """Pause, if time passes."""
        if self.playing.player.is_running:
            self._tell(tell.Pause())

    def put_away(self) -> bool:
        """Keep the place of a session under way, for the app ends; whether there was one."""
        player = self.playing.player
        if not player.has_begun or player.is_over:
            return False
        self._look_no_more()
        self.parts.keeper.put_away(self.playing)
        self.cueing.cut()
        return True

    def _left(self, choice: LeaveChoice | None) -> None:
        if choice is LeaveChoice.KEEP:
            if told := self.parts.keeper.put_away(self.playing):
                self.app.notify(told, severity="warning", markup=False, timeout=10)
            self.dismiss()
        elif choice is LeaveChoice.FINISH:
            self._tell(tell.Finish())

    @on(OptionList.OptionSelected, "#steps")
    def _jump(self, event: OptionList.OptionSelected) -> None:
        if self.playing.player.has_begun:
            self._tell(tell.Jump(event.option_index))
            self.go_to("step")
