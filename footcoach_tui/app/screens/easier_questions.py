"""An easier exercise in place of a step before the start: looked for, asked about, and saved."""

from collections.abc import Callable
from functools import partial

from footcoach_tui.app.screens.checked_in import CheckedIn
from footcoach_tui.app.screens.easier_dialog import EasierChoice, EasierDialog
from footcoach_tui.app.screens.live import LiveScreen
from footcoach_tui.app.widgets.step_list import StepList
from footcoach_tui.boundary.files import WriteError
from footcoach_tui.boundary.paths import PathError
from footcoach_tui.boundary.safe_read import UnreadableError
from footcoach_tui.coach.answers.check_in import CheckIn
from footcoach_tui.coach.decisions.easier import easier_steps, with_own_swap
from footcoach_tui.coach.decisions.situation import Situation
from footcoach_tui.session.routine import Routine, Step


class EasierQuestions:
    """Easier exercises for the chosen step of a screen; `take` is given the plan with a swap."""

    def __init__(
        self,
        screen: LiveScreen,
        checked: Callable[[], CheckedIn | None],
        take: Callable[[CheckedIn], None],
    ) -> None:
        """`checked` returns the plan of today, None without a check-in."""
        self._screen = screen
        self._checked = checked
        self._take = take

    def ask(self) -> None:
        checked = self._checked()
        routine = checked and checked.decision.routine
        if checked and routine:
            chosen = self._screen.query_one(StepList).highlighted or 0
            place = min(chosen, len(routine.steps) - 1)
            look = partial(self._look, checked, routine, place)
            self._screen.run_worker(look, thread=True, group="easier", exclusive=True)

    def _look(self, checked: CheckedIn, routine: Routine, place: int) -> None:
        """Work out what is easier and allowed today: in a worker, for it reads the history."""
        context = self._screen.app_context
        if context.rules is None:
            return
        check_in, today = CheckIn.read(checked.document), context.today()
        situation = Situation.of(routine, check_in, context.read_log(), context.rules(), today)
        steps = tuple(easier_steps(situation, routine, place))
        self._screen.call_from_thread(self._open, routine, place, steps)

    def _open(self, routine: Routine, place: int, steps: tuple[Step, ...]) -> None:
        context, exercise = self._screen.app_context, routine.steps[place].exercise
        origin = context.catalogue.exercises.get(context.own_swaps.origin(routine.id, exercise.id))
        if not self._screen.is_active:
            return
        if not (steps or origin):
            message = f"{exercise.name} has no easier exercise today."
            self._screen.notify(message, markup=False)
            return
        dialog = EasierDialog(exercise.name, steps, origin.name if origin else "")
        chosen = partial(self._chosen, place, origin.id if origin else "")
        self._screen.app.push_screen(dialog, chosen)

    def _chosen(self, place: int, origin: str, choice: EasierChoice | None) -> None:
        """Swap a step of today's plan; `origin` is what the routine had before a swap for good."""
        checked = self._checked()
        routine = checked and checked.decision.routine
        if choice is None or checked is None or routine is None:
            return
        step = choice.step
        if choice.is_for_good:
            exercise = routine.steps[place].exercise.id if step else origin
            easier = step.exercise.id if step else origin
            save = partial(self._save, routine.id, exercise, easier)
            self._screen.run_worker(save, thread=True)
        if step:
            decision = with_own_swap(checked.decision, place, step)
            document = {**checked.document, **decision.document()}
            self._take(checked._replace(decision=decision, document=document))

    def _save(self, routine: str, exercise: str, easier: str) -> None:
        try:
            self._screen.app_context.own_swaps.save(routine, exercise, easier)
        except (UnreadableError, PathError, WriteError) as error:
            self._screen.call_from_thread(self._screen.warn, f"{error}.")
