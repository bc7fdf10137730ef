"""The session screen: before the start, the steps, and the end.

What follows a session is loaded once it is over: it would keep the start screen waiting.
"""

# ruff: noqa: PLC0415 - see above

from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import OptionList

from footcoach_tui.app.commands.bindings import bindings
from footcoach_tui.app.context import AppContext
from footcoach_tui.app.exercise_view.state_text import key_labels
from footcoach_tui.app.screens.before_start import BeforeStart
from footcoach_tui.app.screens.checked_in import CheckedIn
from footcoach_tui.app.screens.dialogs import LeaveChoice, LeaveDialog
from footcoach_tui.app.screens.hurt_questions import HurtQuestions
from footcoach_tui.app.screens.live import LiveScreen
from footcoach_tui.app.screens.note_dialog import NoteDialog
from footcoach_tui.app.screens.text_dialog import TextDialog
from footcoach_tui.app.widgets.key_hints import KeyHints
from footcoach_tui.app.widgets.now_pane import NowPane
from footcoach_tui.app.widgets.priority_label import PriorityLabel
from footcoach_tui.app.widgets.session_map import SessionMap
from footcoach_tui.app.widgets.step_list import StepList
from footcoach_tui.playback.live_session import LiveSession
from footcoach_tui.session import commands
from footcoach_tui.session.reps import adjustment
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.view import SessionView
from footcoach_tui.text.occasions import occasion_label

_COMMANDS: dict[str, commands.PlayerCommand] = {
    "session.back": commands.Back(),
    "session.restart": commands.Restart(),
    "session.done": commands.Done(),
    "session.undo": commands.Undo(),
}
_IN_STEPS = (
    "session.next",
    *_COMMANDS,
    "session.longer",
    "session.shorter",
    "session.hurt",
    "session.note",
)
"""Commands that are valid once the session has begun."""


class PlayScreen(LiveScreen):
    """Screen that plays one routine."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("session.play", *_IN_STEPS, "session.info", "session.far", "session.mute"),
        *bindings("session.gate", "session.easier", "session.context"),
        Binding("escape", "back", "Back", key_display="esc"),
    ]

    def __init__(
        self,
        app_context: AppContext,
        routine: Routine,
        context: str = "",
        resumed: LiveSession | None = None,
        *,
        checked: CheckedIn | None = None,
    ) -> None:
        """Show the routine; `context` is the occasion, `resumed` a session to continue."""
        self._before = BeforeStart(self, app_context, routine, context, checked, self._plan_chosen)
        super().__init__(app_context, resumed or self._before.new_session())
        self.actions |= {name: partial(self.send, command) for name, command in _COMMANDS.items()}
        self.actions |= {
            "session.next": self._next,
            "session.done": self.end_segment,
            "session.longer": partial(self._adjust, 1),
            "session.shorter": partial(self._adjust, -1),
            "session.play": self._play,
            "session.info": self._info,
            "session.far": self._toggle_distance,
            "session.mute": self.toggle_mute,
            "session.hurt": HurtQuestions(self).ask,
            "session.note": self._note,
            "app.leave": self._leave,
            **self._before.actions,
        }

    def list_pane(self) -> Widget:
        return StepList(id="steps")

    def step_pane(self) -> Widget:
        has_begun = self.has_begun or self._before.starts
        return NowPane(self._before.pane, self.app_context.frame_cache, has_begun=has_begun)

    @property
    def has_begun(self) -> bool:
        return self.live_session.player.has_begun

    def on_mount(self) -> None:
        self.go_to("step")
        self.show()
        if self._before.starts:
            self.call_later(self._start)  # once the timer of the ticks is there
        elif not self.has_begun and self._before.offers("session.gate"):
            self._before.read_history()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide the commands of a step before the start, and those of the start after it."""
        if action == "command":
            name = str(parameters[0])
            if name in self._before.actions:
                return not self.has_begun and self._before.offers(name)
            if name in _IN_STEPS:
                return self.has_begun
        return super().check_action(action, parameters)

    def action_back(self) -> None:
        if self.query_one(NowPane).is_distant:
            self._toggle_distance()
        else:
            self._leave()

    def _next(self) -> None:
        """Go to the next step; from the last one nothing leads back, so ask."""
        player = self.live_session.player
        if self.live_session.view().segment.step + 1 < len(player.timeline.routine.steps):
            self.send(commands.Next())
        else:
            self._leave()

    def _adjust(self, sign: int) -> None:
        segment = self.live_session.view().segment
        self.send(adjustment(self.live_session.player.timeline, segment, sign))

    def _play(self) -> None:
        player = self.live_session.player
        if player.is_running:
            self.send(commands.Pause())
        elif player.has_begun:
            self.send(commands.Resume())
        else:
            self._start()

    def _start(self) -> None:
        if self.has_begun:
            return
        if not self._before.can_start:
            self._before.ask_conditions()
            return
        self.query_one(NowPane).begin()
        occasion, document = self._before.occasion, self._before.document
        info = self.app_context.new_session_info(occasion, checkin=document)
        self.live_session.begin(info)
        self.send(commands.Start())
        self.go_to("step")
        self.refresh_bindings()

    def show_labels(self, view: SessionView) -> None:
        self.query_one(KeyHints).set_labels(key_labels(view))
        self.query_one(StepList).show(self.live_session.player.timeline, view.step_statuses)
        self.show_exercise(view.step.exercise)
        occasion = occasion_label(self._before.occasion)
        texts = self.live_session.routine.title, occasion, self.session_cues.status_label
        self.query_one("#title", PriorityLabel).set_texts("footcoach", *texts)

    def show_moment(self, view: SessionView) -> None:
        self.query_one(NowPane).show(view, self.animation)

    def session_finished(self) -> None:
        from footcoach_tui.app.screens.session_end import end_session

        end_session(self)

    def _note(self) -> None:
        self.pause()
        name = self.live_session.view().step.exercise.name
        self.app.push_screen(NoteDialog(name), self._noted)

    def _noted(self, text: str | None) -> None:
        if text:
            self.send(commands.Note(text))

    def _info(self) -> None:
        """Show how the exercise is done: of the present step, in the list of the chosen one."""
        self.pause()
        steps = self.query_one(StepList)
        step = self.live_session.view().step
        if steps.highlighted is not None and (steps.has_focus or not self.has_begun):
            step = self.live_session.routine.steps[steps.highlighted]
        self.app.push_screen(TextDialog(self.exercise_card(step.exercise)))

    def show_pane(self, pane: str) -> None:
        """Show a pane; any but the step ends the distance view."""
        super().show_pane(pane)
        if pane != "step":
            self.query_one(NowPane).set_distance(far=False)

    def _toggle_distance(self) -> None:
        self.show_pane("step")
        self.query_one(NowPane).toggle_distance()
        self.show()

    def _plan_chosen(self) -> None:
        self.set_session(self._before.new_session())
        self.show()

    def _leave(self) -> None:
        if not self.live_session.player.has_begun:
            self.dismiss()
            return
        self.send(commands.Pause())
        self.app.clear_notifications()  # advice on the exercise would cover the dialog
        self.app.push_screen(LeaveDialog(), self._left)

    def _left(self, choice: LeaveChoice | None) -> None:
        if choice is LeaveChoice.KEEP:
            if message := self.app_context.save_queue.suspend(self.live_session):
                self.app.notify(message, severity="warning", markup=False, timeout=10)
            self.dismiss()
        elif choice is LeaveChoice.FINISH:
            self.send(commands.Finish())

    @on(OptionList.OptionHighlighted, "#steps")
    def _show_step(self, event: OptionList.OptionHighlighted) -> None:
        if not self.has_begun:
            self._before.pane.show_step(event.option_index)

    @on(OptionList.OptionSelected, "#steps")
    def _jump(self, event: OptionList.OptionSelected) -> None:
        if self.has_begun:
            self.send(commands.Jump(event.option_index))
            self.go_to("step")
        else:
            self._info()

    @on(SessionMap.StepChosen)
    def _jump_on_map(self, event: SessionMap.StepChosen) -> None:
        self.send(commands.Jump(event.step))
