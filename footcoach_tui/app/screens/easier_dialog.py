"""Easier exercises for a step before the start: chosen for today, or from now on."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList

from footcoach_tui.app.screens.base import Dialog
from footcoach_tui.app.screens.checked_in import CheckedIn
from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.app.widgets.pane_list import PaneList
from footcoach_tui.boundary.files import WriteError
from footcoach_tui.boundary.paths import PathError
from footcoach_tui.boundary.safe_read import UnreadableError
from footcoach_tui.coach.answers.check_in import CheckIn
from footcoach_tui.coach.decisions.easier import easier_steps, with_own_swap
from footcoach_tui.coach.decisions.situation import Situation
from footcoach_tui.session.routine import Routine, Step

if TYPE_CHECKING:  # it imports this module
    from footcoach_tui.app.screens.play import PlayScreen

_TODAY, _ALWAYS, _BACK = "today", "from now on", "back"


class EasierChoice(NamedTuple):
    """Easier step that was chosen, and whether from now on; no step: back to the routine's own."""

    step: Step | None
    is_for_good: bool = False


class EasierDialog(Dialog[EasierChoice | None]):
    """List of easier exercises, each for today and from now on."""

    CSS_PATH = "../styles/history.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "cancel", "Back", key_display="esc"),
    ]

    def __init__(self, name: str, steps: tuple[Step, ...], origin: str) -> None:
        """`origin` is the exercise that the routine itself has there; "" if it is this one."""
        super().__init__()
        self._heading = f"In place of: {name}"
        self._choices: dict[str, EasierChoice] = {}
        for number, step in enumerate(steps):
            self._choices[f"{number} {_TODAY}"] = EasierChoice(step)
            self._choices[f"{number} {_ALWAYS}"] = EasierChoice(step, is_for_good=True)
        if origin:
            self._choices[_BACK] = EasierChoice(None, is_for_good=True)
        self._origin = origin

    def compose(self) -> ComposeResult:
        with Vertical(id="choice") as choice:
            choice.border_subtitle = "enter choose · j k move · esc back"
            yield TextLabel(Content.styled(self._heading, "bold $accent"), id="form-title")
            yield PaneList(id="choices")

    def on_mount(self) -> None:
        rows = [(key, self._row(key, choice)) for key, choice in self._choices.items()]
        self.query_one(PaneList).fill(rows)
        self.query_one(PaneList).focus()

    def _row(self, key: str, choice: EasierChoice) -> Content:
        if choice.step is None:
            return Content(f"From the next time on {self._origin}, as the routine has it")
        when = _ALWAYS if key.endswith(_ALWAYS) else _TODAY
        return Content.assemble(choice.step.exercise.name, (f"  {when}", "$secondary"))

    def action_cancel(self) -> None:
        self.dismiss(None)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._choices[event.option_id or ""])


def ask_for_easier(screen: "PlayScreen") -> None:
    """Ask for an easier exercise in place of the chosen step of a screen."""
    routine = screen.checked and screen.checked.decision.routine
    if screen.checked and routine:
        place = min(screen.step_place, len(routine.steps) - 1)
        look = partial(_look, screen, screen.checked, routine, place)
        screen.run_worker(look, thread=True, group="easier", exclusive=True)


def _look(screen: "PlayScreen", checked: CheckedIn, routine: Routine, place: int) -> None:
    """Work out what is easier and allowed today: in a worker, for it reads the history."""
    context = screen.app_context
    if context.rules is None:
        return
    check_in, today = CheckIn.read(checked.document), context.today()
    situation = Situation.of(routine, check_in, context.read_log(), context.rules(), today)
    steps = tuple(easier_steps(situation, routine, place))
    screen.app.call_from_thread(_ask, screen, routine, place, steps)


def _ask(screen: "PlayScreen", routine: Routine, place: int, steps: tuple[Step, ...]) -> None:
    context, exercise = screen.app_context, routine.steps[place].exercise
    origin = context.catalogue.exercises.get(context.own_swaps.origin(routine.id, exercise.id))
    if not screen.is_current:
        return
    if not (steps or origin):
        screen.app.notify(f"{exercise.name} has no easier exercise today.", markup=False)
        return
    dialog = EasierDialog(exercise.name, steps, origin.name if origin else "")
    before = origin.id if origin else ""
    screen.app.push_screen(dialog, partial(_swap, screen, place, before))


def _swap(screen: "PlayScreen", place: int, origin: str, choice: EasierChoice | None) -> None:
    """Swap a step of today's plan; `origin` is what the routine had before a swap for good."""
    checked = screen.checked
    routine = checked and checked.decision.routine
    if choice is None or checked is None or routine is None or screen.has_begun:
        return
    step = choice.step
    if choice.is_for_good:
        exercise = routine.steps[place].exercise.id if step else origin
        save = partial(_save, screen, routine.id, exercise, step.exercise.id if step else origin)
        screen.run_worker(save, thread=True)
    if step:
        decision = with_own_swap(checked.decision, place, step)
        document = {**checked.document, **decision.document()}
        screen.take(checked._replace(decision=decision, document=document))


def _save(screen: "PlayScreen", routine: str, exercise: str, easier: str) -> None:
    try:
        screen.app_context.own_swaps.save(routine, exercise, easier)
    except (UnreadableError, PathError, WriteError) as error:
        message = f"{error}."
        warn = partial(screen.app.notify, message, severity="warning", markup=False, timeout=10)
        screen.app.call_from_thread(warn)
