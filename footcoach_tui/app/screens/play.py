"""The session: what to mind before it, the steps as they are led through, and its end."""

from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import OptionList

from footcoach_tui.app.cards.cards import card
from footcoach_tui.app.cueing import MUTED
from footcoach_tui.app.keys.bindings import bindings
from footcoach_tui.app.parts import Parts
from footcoach_tui.app.screens.card import CardScreen
from footcoach_tui.app.screens.clocked import ClockedScreen
from footcoach_tui.app.screens.leave import LeaveChoice, LeaveScreen
from footcoach_tui.app.screens.summary import SummaryScreen
from footcoach_tui.app.widgets.fitted_line import FittedLine
from footcoach_tui.app.widgets.now_pane import NowPane
from footcoach_tui.app.widgets.ready_pane import ReadyPane
from footcoach_tui.app.widgets.step_list import StepList
from footcoach_tui.playing.under_way import UnderWay
from footcoach_tui.session import commands as tell
from footcoach_tui.session.cards import exercise_card
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


class PlayScreen(ClockedScreen):
    """Leads through one routine."""

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
        self._ready = ReadyPane(routine, context, id="card")
        super().__init__(parts, taken_up or _ahead(parts, self._ready.routine))
        self.actions |= {name: partial(self.tell, command) for name, command in _TELL.items()}
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
        """Show where it stands."""
        self.go_to("step")
        self.show()

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
            self.tell(tell.Pause())
        elif player.has_begun:
            self.tell(tell.Resume())
        else:
            self._start()

    def _start(self) -> None:
        if not self._ready.may_start:
            self.notify("This one has conditions: read them, and press y if all of them hold.")
            return
        self.query_one(NowPane).begin()
        self.playing.begin(self.parts.heading(self._ready.context))
        self.tell(tell.Start())
        self.go_to("step")
        self.refresh_bindings()

    def show_words(self, view: View) -> None:
        """The steps, and the title."""
        self.query_one(StepList).show(self.playing.player.timeline, view.marks)
        signs = [self._ready.context, self.cueing.sign]
        self.query_one("#title", FittedLine).tell("footcoach", self.playing.routine.title, *signs)

    def show_moment(self, view: View) -> None:
        """The step, its count and its figure."""
        self.query_one(NowPane).show(view, self.film)

    def over(self) -> None:
        """Keep what was done, and ask how it was."""
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

    def bring_up(self, pane: str) -> None:
        """See that a pane is shown; any but the step ends the far view."""
        super().bring_up(pane)
        if pane != "step":
            self.query_one(NowPane).see(far=False)

    def _far(self) -> None:
        self.bring_up("step")
        self.query_one(NowPane).turn()
        self.show()

    def _mute(self) -> None:
        title = self.query_one("#title", FittedLine)
        was_signed = title.stands(MUTED)
        told = self.cueing.mute()
        self.show()
        if self.cueing.is_vain or not (was_signed or title.stands(MUTED)):  # else the title tells
            self.notify(told, timeout=2)

    def _change_gates(self) -> None:
        self._ready.change_gates()
        self.take_up(_ahead(self.parts, self._ready.routine))
        self.show()

    def _leave(self) -> None:
        if not self.playing.player.has_begun:
            self.dismiss()
            return
        self.tell(tell.Pause())
        self.app.push_screen(LeaveScreen(), self._left)

    def _left(self, choice: LeaveChoice | None) -> None:
        if choice is LeaveChoice.KEEP:
            if told := self.parts.keeper.put_away(self.playing):
                self.app.notify(told, severity="warning", markup=False, timeout=10)
            self.dismiss()
        elif choice is LeaveChoice.FINISH:
            self.tell(tell.Finish())

    @on(OptionList.OptionSelected, "#steps")
    def _jump(self, event: OptionList.OptionSelected) -> None:
        if self.playing.player.has_begun:
            self.tell(tell.Jump(event.option_index))
            self.go_to("step")


def _ahead(parts: Parts, routine: Routine) -> UnderWay:
    """A session of a routine that has not begun."""
    first = parts.settings.first_side
    return UnderWay.new(routine, parts.clock, parts.journals, first=first, speed=parts.speed)
