"""Steps after their gates (row 10)."""

from collections.abc import Sequence

from footcoach_tui.coach.decision import Question
from footcoach_tui.coach.situation import Situation
from footcoach_tui.coach.substitution import PlannedStep


def after_gates(
    situation: Situation, steps: Sequence[PlannedStep]
) -> tuple[tuple[PlannedStep, ...], tuple[Question, ...]]:
    """Return the steps swapped or left out by their gates, with what is still to be asked."""
    del situation
    return tuple(steps), ()
